"""What stands on every page, in three languages."""

from __future__ import annotations

from bot.text import Text

TITLE = Text(es="Asistente del portal", en="Portal assistant", zh="申报助手")
SKIP = Text(es="Ir al contenido", en="Skip to the content", zh="跳到正文")
HOME = Text(es="Inicio", en="Home", zh="首页")
NEW = Text(es="Nuevo lote", en="New batch", zh="新批次")
QUESTIONS = Text(es="Preguntas", en="Questions", zh="待答")
EVIDENCE = Text(es="Pruebas", en="Evidence", zh="凭证")
PORTAL = Text(es="Portal", en="Portal", zh="系统")
FLOWS = Text(es="Flujos", en="Flows", zh="流程")
LANGUAGE = Text(es="Idioma", en="Language", zh="语言")
YES = Text(es="sí", en="yes", zh="是")
NO = Text(es="no", en="no", zh="否")
CURE = Text(es="Qué hacer", en="What to do", zh="处理办法")
PORTAL_SAID = Text(es="El portal dijo", en="The portal said", zh="系统提示")
AT_STEP = Text(es="En el paso", en="At the step", zh="所在步骤")
BY = Text(es="por {person}", en="by {person}", zh="{person}")
SOMETHING_WRONG = Text(es="No ha sido posible", en="That did not work", zh="未能完成")
BACK = Text(es="Volver", en="Back", zh="返回")
LINE_CUT = Text(
    es="La consola no responde; se sigue intentando. Lo que estaba en marcha continúa cuando vuelva a abrirse.",
    en="The console does not answer; trying again. What was under way goes on when it is opened again.",
    zh="控制台没有响应，正在重试。重新打开后，正在进行的工作会继续。",
)
