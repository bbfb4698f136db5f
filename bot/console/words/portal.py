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
    es="Entra y recorre las páginas sin cambiar nada; también sirve para probar la conexión y la contraseña.",
    en="Logs in and walks through the pages without changing anything; it tests connection and password as well.",
    zh="登录并浏览各页面，不做任何改动；也可用来测试连接和密码。",
)
LOOK_NOW = Text(es="Mirar ahora", en="Look now", zh="现在检查")
AS_IT_WAS = Text(es="Todo está como estaba.", en="All is as it was.", zh="一切如旧。")
NOT_COMPARED = Text(
    es="Se ha recorrido el portal, pero aún no hay con qué compararlo: {screens}.",
    en="The portal was walked through, but there is nothing to compare it with yet: {screens}.",
    zh="已浏览系统，但还没有可对比的基准：{screens}。",
)
NOT_REACHED = Text(es="No se llegó a {stage}: {why}", en="{stage} was not reached: {why}", zh="未能到达 {stage}：{why}")
