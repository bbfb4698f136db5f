"""The work under way, in three languages."""

from __future__ import annotations

from bot.text import Counted, Text

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
LEFT = Text(
    es="Tiempo para acabar esta parte: {span}", en="Time left of this part: {span}", zh="本阶段剩余时间：{span}"
)
ABOUT_NO_TIME = Text(es="menos de un minuto", en="less than a minute", zh="不到一分钟")
ABOUT_MINUTES = Counted(
    one=Text(es="alrededor de un minuto", en="about a minute", zh="大约一分钟"),
    several=Text(es="unos {count} minutos", en="about {count} minutes", zh="大约 {count} 分钟"),
)
ABOUT_AN_HOUR = Text(es="alrededor de una hora", en="about an hour", zh="大约一小时")
ABOUT_HOURS = Text(es="unas {count} horas", en="about {count} hours", zh="大约 {count} 小时")
ABOUT_HOURS_AND_A_HALF = Text(
    es="unas {count} horas y media", en="about {count} and a half hours", zh="大约 {count} 个半小时"
)
DONE_OF = Text(es="{done} de {total}", en="{done} of {total}", zh="{done} / {total}")
PAUSE = Text(es="Pausar", en="Pause", zh="暂停")
PAUSING = Text(
    es="Se pausará en el próximo punto seguro…", en="Pausing at the next safe point…", zh="将在下一个安全点暂停……"
)
PAUSED_SINCE = Text(es="En pausa desde las {time}", en="Paused since {time}", zh="自 {time} 起暂停")
PAUSED_KEPT = Text(
    es="El navegador sigue abierto. Si el portal cierra la sesión mientras tanto, se volverá a entrar.",
    en="The browser stays open. If the portal ends the session meanwhile, it is logged in to again.",
    zh="浏览器保持打开。如果系统期间结束会话，将重新登录。",
)
GO_ON_NOW = Text(es="Seguir ahora", en="Go on now", zh="立即继续")
TAKEN_UP = Text(
    es="La consola se cerró mientras esto estaba en marcha; al abrirse ha seguido sola.",
    en="The console was closed while this was under way; it went on by itself when it was opened again.",
    zh="控制台关闭时此项工作正在进行；重新打开后已自动继续。",
)
NOT_TAKEN_UP = Text(
    es="«{title}» estaba en marcha en otro mes cuando se cerró la consola. No sigue solo: decida usted si continúa.",
    en="“{title}” was under way in another month when the console was closed. It does not go on by itself: you decide.",
    zh="控制台关闭时“{title}”正在其他月份进行，不会自动继续，请您决定是否继续。",
)
COULD_NOT_TAKE_UP = Text(
    es="«{title}» estaba en marcha cuando se cerró la consola y no ha podido seguir: {why}",
    en="“{title}” was under way when the console was closed, and could not go on: {why}",
    zh="控制台关闭时“{title}”正在进行，未能继续：{why}",
)
UNDER_WAY = Text(es="En marcha", en="Under way", zh="正在进行")
PAUSED = Text(es="en pausa", en="paused", zh="已暂停")
STOP = Text(es="Detener en el próximo punto seguro", en="Stop at the next safe point", zh="在下一个安全点停止")
STOPPING = Text(es="Deteniéndose…", en="Stopping…", zh="正在停止……")
GO_ON = Text(es="Continuar", en="Go on", zh="继续")
ASK_PORTAL = Text(es="Consultar resultados en el portal", en="Ask the portal for results", zh="查询系统审核结果")
ANSWER_NEEDED = Text(
    es="El trabajo espera su respuesta.", en="The work waits for your answer.", zh="工作正等待您的回答。"
)
LATEST_PICTURE = Text(es="Última imagen", en="Latest picture", zh="最新画面")
