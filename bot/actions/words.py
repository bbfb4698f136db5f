"""What a person reads when an action does not succeed."""

from __future__ import annotations

from bot.text import Text

NOT_THERE = Text(
    es="No se encontró {target} en la página.",
    en="{target} was not found on the page.",
    zh="页面上没有找到 {target}。",
)
NOT_THERE_CURE = Text(
    es="Si el portal ha cambiado, corrija el elemento en portal.yaml.",
    en="If the portal has changed, correct the element in portal.yaml.",
    zh="如果门户有变化，请改正 portal.yaml 中的元素。",
)
STILL_BUSY = Text(
    es="El portal seguía ocupado ({busy}) al cabo de {seconds} s.",
    en="The portal was still busy ({busy}) after {seconds} s.",
    zh="{seconds} 秒后门户仍在处理（{busy}）。",
)
STILL_LOADING = Text(
    es="El portal seguía cargando una página al cabo de {seconds} s.",
    en="The portal was still loading a page after {seconds} s.",
    zh="{seconds} 秒后门户仍在加载页面。",
)
DISABLED = Text(
    es="{target} está desactivado.",
    en="{target} is disabled.",
    zh="{target} 处于禁用状态。",
)
READ_ONLY = Text(
    es="{target} no admite cambios: es de solo lectura.",
    en="{target} cannot be changed: it is read-only.",
    zh="{target} 是只读的，不能修改。",
)
COVERED = Text(
    es="{target} está tapado por otra cosa.",
    en="{target} is covered by something else.",
    zh="{target} 被其他内容遮挡。",
)
CLICK_UNPROVEN = Text(
    es="Se pulsó {target}, pero el navegador no confirmó el clic a tiempo.",
    en="{target} was clicked, but the browser did not confirm the click in time.",
    zh="已点击 {target}，但浏览器没有及时确认。",
)
HOLDS_OTHER = Text(
    es="{target} contiene {held}, y no lo que se escribió.",
    en="{target} holds {held}, not what was typed.",
    zh="{target} 的内容是 {held}，与输入的不一致。",
)
HOLDS_OTHER_SECRET = Text(
    es="{target} no contiene lo que se escribió.",
    en="{target} does not hold what was typed.",
    zh="{target} 的内容与输入的不一致。",
)
SECRET_ELSEWHERE = Text(
    es="{target} está en una página que no es del portal: ahí no se escribe ningún secreto.",
    en="{target} is on a page that is not the portal's: no secret is typed there.",
    zh="{target} 所在页面不属于门户：不会在那里输入机密信息。",
)
NO_SUCH_CHOICE = Text(
    es="{target} no ofrece «{choice}».",
    en="{target} does not offer “{choice}”.",
    zh="{target} 中没有“{choice}”。",
)
NO_LISTS = Text(
    es="{target} es una lista del propio portal, y portal.yaml no dice cómo son («lists»).",
    en="{target} is a list of the portal's own, and portal.yaml does not say how those work (`lists`).",
    zh="{target} 是门户自己的列表，但 portal.yaml 没有说明其用法（lists）。",
)
CHOICE_NOT_TAKEN = Text(
    es="{target} muestra {held} después de elegir «{choice}».",
    en="{target} shows {held} after “{choice}” was chosen.",
    zh="选择“{choice}”后，{target} 显示 {held}。",
)
NOT_TICKED = Text(
    es="{target} no quedó como debía.",
    en="{target} did not stay as it was set.",
    zh="{target} 没有保持所设的状态。",
)
STILL_VISIBLE = Text(
    es="{target} sigue a la vista.",
    en="{target} is still to be seen.",
    zh="{target} 仍然可见。",
)
NOT_AS_EXPECTED = Text(
    es="Se esperaba {expected}, pero {shown}.",
    en="Expected {expected}, but {shown}.",
    zh="应为 {expected}，但 {shown}。",
)
NO_COLUMN = Text(
    es="La tabla {target} no tiene la columna «{column}».",
    en="The table {target} has no column “{column}”.",
    zh="表格 {target} 没有“{column}”列。",
)
NO_FILE = Text(
    es="No hay ningún archivo {path}.",
    en="There is no file {path}.",
    zh="没有文件 {path}。",
)
NO_DOWNLOAD = Text(
    es="El portal no envió ningún archivo al pulsar {target}.",
    en="The portal sent no file when {target} was clicked.",
    zh="点击 {target} 后门户没有发送文件。",
)
UNDECLARED_DIALOG = Text(
    es="El portal abrió un aviso que el paso no declara: «{said}». Se cerró con Cancelar.",
    en="The portal raised a dialog that the step does not declare: “{said}”. It was dismissed.",
    zh="门户弹出了步骤未声明的对话框：“{said}”。已取消。",
)
DECLARE_DIALOG = Text(
    es="Si el aviso es normal, añada «dialog» al paso, con la respuesta que corresponda.",
    en="If the dialog is normal, add `dialog` to the step, with the answer to give.",
    zh="如果该对话框是正常的，请在步骤中加上 dialog 及应答。",
)
NO_DIALOG = Text(
    es="El paso declara un aviso que no llegó: {says}.",
    en="The step declares a dialog that did not come: {says}.",
    zh="步骤声明的对话框没有出现：{says}。",
)
LOGIN_REFUSED = Text(
    es="El portal no dejó entrar: {words}",
    en="The portal did not let the account in: {words}",
    zh="门户拒绝登录：{words}",
)
CLOSED = Text(
    es="El portal no admite trámites ahora: {words}",
    en="The portal takes no filings now: {words}",
    zh="门户目前不受理申报：{words}",
)
SESSION_LOST = Text(
    es="El portal cerró la sesión: {words}",
    en="The portal ended the session: {words}",
    zh="门户会话已结束：{words}",
)
PORTAL_FAULT = Text(
    es="El portal informó de un error: {words}",
    en="The portal reported an error: {words}",
    zh="门户报告错误：{words}",
)
