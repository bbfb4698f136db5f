"""A batch and its cases, in three languages."""

from __future__ import annotations

from bot.text import Counted, Text

CASES = Text(es="Trámites", en="Cases", zh="业务")
FIND = Text(es="Buscar", en="Find", zh="查找")
FIND_HINT = Text(
    es="Nombre, número, motivo…", en="Name, number, reason…", zh="姓名、编号、原因……"
)
ALL_STATES = Text(es="todos", en="all", zh="全部")
FOUND = Counted(
    one=Text(es="{count} trámite", en="{count} case", zh="{count} 项业务"),
    several=Text(es="{count} trámites", en="{count} cases", zh="{count} 项业务"),
)
NONE_FOUND = Text(
    es="Ningún trámite coincide. Borre lo escrito o elija otro estado.",
    en="No case matches. Clear what was typed, or choose another state.",
    zh="没有符合的业务。请清除输入内容，或选择其他状态。",
)
PAGE_OF = Text(es="Página {page} de {pages}", en="Page {page} of {pages}", zh="第 {page} 页，共 {pages} 页")
EARLIER = Text(es="Anterior", en="Previous", zh="上一页")
LATER = Text(es="Siguiente", en="Next", zh="下一页")
PERSON = Text(es="Persona", en="Person", zh="人员")
OPERATION = Text(es="Trámite", en="Operation", zh="业务类型")
ROW = Text(es="Fila", en="Row", zh="行")
NUMBER = Text(es="N.º del portal", en="Portal number", zh="系统编号")
SAYS = Text(es="Motivo", en="Reason", zh="原因")
SORTED_BY = Text(es="Orden", en="Order", zh="排序")
ORDERS = {
    "row": Text(es="como en la hoja", en="as in the spreadsheet", zh="按表格顺序"),
    "newest": Text(es="lo último primero", en="latest change first", zh="最近变化优先"),
    "state": Text(es="por estado", en="by state", zh="按状态"),
}
RESULTS_FILE = Text(es="Hoja con resultados", en="Spreadsheet with results", zh="结果表格")
REPORT = Text(es="Informe", en="Report", zh="报告")
CARRY_OVER_FILE = Counted(
    one=Text(
        es="Hoja con la {count} fila no presentada",
        en="Spreadsheet of the {count} row not filed",
        zh="未办理的 {count} 行（新表格）",
    ),
    several=Text(
        es="Hoja con las {count} filas no presentadas",
        en="Spreadsheet of the {count} rows not filed",
        zh="未办理的 {count} 行（新表格）",
    ),
)
NOTHING_TO_CARRY_OVER = Text(
    es="En este lote no queda nada sin presentar.",
    en="Nothing in this batch was left unfiled.",
    zh="该批次没有未办理的内容。",
)
LOG = Text(es="Registro", en="Log", zh="日志")
LOG_LEAD = Text(
    es="Todo lo que pasó en este lote, lo último primero.",
    en="All that happened in this batch, the latest first.",
    zh="该批次的全部经过，最近的在前。",
)
WHEN = Text(es="Cuándo", en="When", zh="时间")
WHAT = Text(es="Qué", en="What", zh="事项")
WHO = Text(es="Quién", en="Who", zh="经办人")
EARLIER_EVENTS = Text(es="Anteriores", en="Earlier", zh="更早")
NEWEST_EVENTS = Text(es="Lo último", en="Latest", zh="最新")
JUST_DONE = Text(es="Los últimos", en="The last few", zh="最近办理")
NOW_DOING = Text(es="Ahora", en="Now", zh="正在办理")
OTHER_LANES = Text(es="A la vez", en="At the same time", zh="同时进行")
HOW_TO_GO_ON = Text(es="Continuar de otro modo", en="Go on in another way", zh="以其他方式继续")
AIMS = {
    "drafts": Text(es="guardar los borradores", en="save the drafts", zh="保存草稿"),
    "review": Text(
        es="comprobar los borradores; después los revisa una persona",
        en="have the drafts checked; then a person looks them over",
        zh="核对草稿，然后由人员审阅",
    ),
    "declare": Text(
        es="declarar los que ya estén aprobados", en="declare those that are approved already", zh="申报已批准的草稿"
    ),
}
SHOW_BROWSER = Text(
    es="Mostrar el navegador mientras trabaja",
    en="Show the browser while it works",
    zh="工作时显示浏览器窗口",
)
SLOWLY = Text(es="Despacio, para poder seguirlo", en="Slowly, so that it can be followed", zh="放慢速度，便于查看")
RECORD_TRACE = Text(
    es="Grabar para el soporte lo que hace el navegador",
    en="Record for support what the browser does",
    zh="为技术支持记录浏览器的操作",
)
RECORD_TRACE_MEANS = Text(
    es="Sin contraseñas, números de identidad ni lo reservado de la hoja; los nombres y las demás palabras del portal "
    "quedan. Bórrelo después.",
    en="Without passwords, ID numbers and what is sensitive in the spreadsheet; names and the portal's other words "
    "stay. Delete it afterwards.",
    zh="不含密码、身份证号和表格中的敏感内容；姓名和系统的其他文字会保留。用后请删除。",
)
FOR_SUPPORT = Text(es="Para mirar o pedir ayuda", en="To watch it, or to get help", zh="查看过程或寻求帮助")
TRACES = Text(es="Grabado para el soporte", en="Recorded for support", zh="为技术支持所作的记录")
# how a batch stands, in one sentence
STANDS_REVIEW = Counted(
    one=Text(
        es="{count} borrador está listo para que usted lo revise.",
        en="{count} draft is ready for your review.",
        zh="{count} 份草稿已准备好，请您审阅。",
    ),
    several=Text(
        es="{count} borradores están listos para que usted los revise.",
        en="{count} drafts are ready for your review.",
        zh="{count} 份草稿已准备好，请您审阅。",
    ),
)
STANDS_DECISION = Counted(
    one=Text(
        es="{count} trámite requiere su decisión: mire en el portal si se presentó.",
        en="{count} case needs your decision: look on the portal whether it was filed.",
        zh="{count} 项业务需要您决定：请到系统中查看是否已提交。",
    ),
    several=Text(
        es="{count} trámites requieren su decisión: mire en el portal si se presentaron.",
        en="{count} cases need your decision: look on the portal whether they were filed.",
        zh="{count} 项业务需要您决定：请到系统中查看是否已提交。",
    ),
)
STANDS_APPROVED = Counted(
    one=Text(
        es="{count} borrador aprobado está sin declarar. Continúe.",
        en="{count} approved draft is not declared yet. Go on.",
        zh="{count} 份已批准的草稿尚未申报，请继续。",
    ),
    several=Text(
        es="{count} borradores aprobados están sin declarar. Continúe.",
        en="{count} approved drafts are not declared yet. Go on.",
        zh="{count} 份已批准的草稿尚未申报，请继续。",
    ),
)
STANDS_LEFT = Counted(
    one=Text(
        es="Queda {count} trámite por hacer. Continúe cuando quiera.",
        en="{count} case is still to be done. Go on whenever you like.",
        zh="还有 {count} 项业务未办，可随时继续。",
    ),
    several=Text(
        es="Quedan {count} trámites por hacer. Continúe cuando quiera.",
        en="{count} cases are still to be done. Go on whenever you like.",
        zh="还有 {count} 项业务未办，可随时继续。",
    ),
)
STANDS_FAILED = Counted(
    one=Text(
        es="{count} trámite falló antes de hacerse nada: puede repetirse.",
        en="{count} case failed before anything was done: it can be tried again.",
        zh="{count} 项业务在执行前失败，可以重做。",
    ),
    several=Text(
        es="{count} trámites fallaron antes de hacerse nada: pueden repetirse.",
        en="{count} cases failed before anything was done: they can be tried again.",
        zh="{count} 项业务在执行前失败，可以重做。",
    ),
)
STANDS_UNDER_REVIEW = Counted(
    one=Text(
        es="{count} trámite está presentado y en revisión. Consulte el resultado mañana.",
        en="{count} filing is with the portal's reviewers. Ask for the result tomorrow.",
        zh="{count} 项业务已提交，正在审核。请明天查询结果。",
    ),
    several=Text(
        es="{count} trámites están presentados y en revisión. Consulte los resultados mañana.",
        en="{count} filings are with the portal's reviewers. Ask for the results tomorrow.",
        zh="{count} 项业务已提交，正在审核。请明天查询结果。",
    ),
)
STANDS_NOT_FILED = Counted(
    one=Text(
        es="Todo terminó; {count} trámite no se admitió. Lea el motivo, o llévelo al mes siguiente.",
        en="All is done; {count} case was not taken. Read why, or carry it over to the next month.",
        zh="已全部办完；{count} 项未被受理。请查看原因，或转到下月办理。",
    ),
    several=Text(
        es="Todo terminó; {count} trámites no se admitieron. Lea los motivos, o llévelos al mes siguiente.",
        en="All is done; {count} cases were not taken. Read why, or carry them over to the next month.",
        zh="已全部办完；{count} 项未被受理。请查看原因，或转到下月办理。",
    ),
)
STANDS_WELL = Counted(
    one=Text(es="El trámite está terminado.", en="The one case is done.", zh="该项业务已办完。"),
    several=Text(
        es="Los {count} trámites están terminados.", en="All {count} cases are done.", zh="{count} 项业务已全部办完。"
    ),
)
STANDS_PURGED = Text(
    es="Las pruebas y los datos personales de este lote se eliminaron.",
    en="The evidence and the personal data of this batch were removed.",
    zh="该批次的凭证和个人数据已清除。",
)
DECIDE_COUNT = Counted(
    one=Text(es="Decidir {count} trámite", en="Decide {count} case", zh="决定 {count} 项业务"),
    several=Text(es="Decidir {count} trámites", en="Decide {count} cases", zh="决定 {count} 项业务"),
)
REVIEW_DRAFTS = Counted(
    one=Text(es="Revisar {count} borrador", en="Review {count} draft", zh="审阅 {count} 份草稿"),
    several=Text(es="Revisar {count} borradores", en="Review {count} drafts", zh="审阅 {count} 份草稿"),
)
TRY_AGAIN = Text(es="Repetir lo que falló", en="Try again what failed", zh="重做失败的业务")
