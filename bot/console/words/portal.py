"""The portal, in three languages."""

from __future__ import annotations

from bot.text import Text

PASSWORDS = Text(es="Contraseñas", en="Passwords", zh="密码")
KEYRING_IS = Text(
    es="Se guardan en el llavero del sistema ({keyring}).", en="They are kept in the system's keyring ({keyring}).",
    zh="保存在系统密钥环中（{keyring}）。",
)
NO_KEYRING = Text(
    es="Este ordenador no tiene llavero: la contraseña se pide una vez y se olvida al cerrar la consola.",
    en="This computer has no keyring: the password is asked for once, and forgotten when the console is closed.",
    zh="本机没有密钥环：密码只询问一次，关闭控制台后即忘记。",
)
KEPT = Text(es="guardada", en="kept", zh="已保存")
NOT_KEPT = Text(es="no guardada", en="not kept", zh="未保存")
PASSWORD = Text(es="Contraseña", en="Password", zh="密码")
KEEP = Text(es="Guardar contraseña", en="Keep the password", zh="保存密码")
FORGET = Text(es="Olvidar la de {user}", en="Forget that of {user}", zh="删除 {user} 的密码")
DRIFT = Text(es="¿Ha cambiado el portal?", en="Has the portal changed?", zh="系统有变化吗？")
DRIFT_LEAD = Text(
    es="Entra y recorre las páginas sin cambiar nada, y dice qué ha cambiado desde la última vez que se dio por bueno.",
    en="Logs in and walks through the pages without changing anything, and says what changed since they were accepted.",
    zh="登录并浏览各页面，不做任何改动，并说明自上次认可以来有何变化。",
)
LOOK_NOW = Text(es="Mirar ahora", en="Look now", zh="现在检查")
AS_IT_WAS = Text(es="Todo está como estaba.", en="All is as it was.", zh="一切如旧。")
NOT_COMPARED = Text(
    es="Se ha recorrido el portal, pero aún no hay con qué compararlo: {screens}.",
    en="The portal was walked through, but there is nothing to compare it with yet: {screens}.",
    zh="已浏览系统，但还没有可对比的基准：{screens}。",
)
NOT_REACHED = Text(es="No se llegó a {stage}: {why}", en="{stage} was not reached: {why}", zh="未能到达 {stage}：{why}")
ACCOUNTS = Text(es="Cuentas", en="Accounts", zh="账户")
NO_ACCOUNTS = Text(
    es="Aún no se ha presentado nada con ninguna cuenta. Puede probar una aquí abajo.",
    en="Nothing was filed for any account yet. You can try one below.",
    zh="还没有为任何账户办理过业务。可在下方测试账户。",
)
CONNECTION = Text(es="Conexión", en="Connection", zh="连接")
TRY = Text(es="Probar conexión", en="Test the connection", zh="测试连接")
TRY_OF = Text(
    es="Probar la conexión de {account}", en="Test the connection of {account}", zh="测试 {account} 的连接"
)
TRY_LEAD = Text(
    es="Entra y sale, nada más: comprueba que el portal responde y que la contraseña es buena.",
    en="Logs in and out, nothing else: checks that the portal answers and the password is good.",
    zh="仅登录后退出：检查系统能否访问、密码是否正确。",
)
TRYING = Text(es="Probando {account}", en="Trying {account}", zh="正在测试 {account}")
TRYING_NOW = Text(es="probando…", en="trying…", zh="正在测试……")
NOT_TRIED = Text(es="sin probar", en="not tried", zh="未测试")
TRIED = Text(es="funciona ({time})", en="works ({time})", zh="正常（{time}）")
HAS_CHANGED = Text(es="El portal ha cambiado:", en="The portal has changed:", zh="系统有变化：")
ACCEPT = Text(es="Dar por bueno como está", en="Accept it as it is", zh="认可当前状态")
PROPOSE = Text(es="Proponer los nombres nuevos", en="Propose the new names", zh="建议新名称")
ACCEPTED = Text(
    es="Dado por bueno: pantallas guardadas, {count}.", en="Accepted: {count} screens are kept.",
    zh="已认可：保存了 {count} 个页面。",
)
PROPOSED = Text(
    es="Propuesta escrita en {path}, junto al original, que no se toca:",
    en="Proposal written to {path}, beside the original, which stays as it is:",
    zh="建议已写入 {path}，原文件不变：",
)
