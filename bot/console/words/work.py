"""The work under way, in three languages."""

from __future__ import annotations

from bot.text import Text

STOPPED = Text(es="Se detuvo a petición suya.", en="Stopped at your request.", zh="已按您的要求停止。")
STOPPED_CURE = Text(
    es="No se ha perdido nada: «Continuar» sigue donde se quedó.",
    en="Nothing is lost: “Go on” continues from there.",
    zh="没有丢失任何内容：点“继续”即可接着办理。",
)
FILING_OF = Text(es="Tramitar {roster}", en="Filing {roster}", zh="办理 {roster}")
GOING_ON_WITH = Text(es="Seguir con el lote {batch}", en="Going on with batch {batch}", zh="继续批次 {batch}")
LOOKING_FOR_DRIFT = Text(
    es="Buscando cambios en el portal", en="Looking for changes on the portal", zh="正在检查系统有无变化"
)
PASSWORD_OF = Text(
    es="Contraseña de {user} en el portal", en="Password of {user} at the portal", zh="{user} 的系统密码"
)
NO_PASSWORD = Text(es="No se indicó ninguna contraseña.", en="No password was given.", zh="没有输入密码。")
WAITS_TURN = Text(
    es="Espera a que termine el trabajo anterior.",
    en="Waits for the work before it to end.",
    zh="等待前一项工作结束。",
)
STARTING = Text(es="Abriendo el portal…", en="Opening the portal…", zh="正在打开系统……")
RUNNING = Text(es="en marcha", en="running", zh="进行中")
LEFT = Text(es="quedan unos {span}", en="about {span} left", zh="大约还需 {span}")
SECONDS = Text(es="{count} s", en="{count} s", zh="{count} 秒")
MINUTES = Text(es="{count} min", en="{count} min", zh="{count} 分钟")
STOP = Text(es="Detener en el próximo punto seguro", en="Stop at the next safe point", zh="在下一个安全点停止")
STOPPING = Text(es="Deteniéndose…", en="Stopping…", zh="正在停止……")
GO_ON = Text(es="Continuar", en="Go on", zh="继续")
ASK_PORTAL = Text(es="Consultar resultados en el portal", en="Ask the portal for results", zh="查询系统审核结果")
ANSWER_NEEDED = Text(
    es="El trabajo espera su respuesta.", en="The work waits for your answer.", zh="工作正等待您的回答。"
)
LATEST_PICTURE = Text(es="Última imagen", en="Latest picture", zh="最新画面")
