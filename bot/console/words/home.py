"""Home, in three languages."""

from __future__ import annotations

from bot.text import Counted, Text

WAITS_FOR_YOU = Text(es="Le espera a usted", en="Waiting for you", zh="等待您处理")
NOTHING_WAITS = Text(
    es="Nada pendiente de usted.", en="Nothing waits for you.", zh="没有需要您处理的事项。"
)
WAITS_DECISION = Counted(
    one=Text(
        es="{count} trámite del lote {batch} requiere su decisión",
        en="{count} case of batch {batch} needs your decision",
        zh="批次 {batch} 有 {count} 项业务需要您决定",
    ),
    several=Text(
        es="{count} trámites del lote {batch} requieren su decisión",
        en="{count} cases of batch {batch} need your decision",
        zh="批次 {batch} 有 {count} 项业务需要您决定",
    ),
)
WAITS_REVIEW = Counted(
    one=Text(
        es="{count} borrador del lote {batch} espera su revisión",
        en="{count} draft of batch {batch} waits for your review",
        zh="批次 {batch} 有 {count} 份草稿待您审阅",
    ),
    several=Text(
        es="{count} borradores del lote {batch} esperan su revisión",
        en="{count} drafts of batch {batch} wait for your review",
        zh="批次 {batch} 有 {count} 份草稿待您审阅",
    ),
)
WAITS_RESUME = Counted(
    one=Text(
        es="El lote {batch} está a medias: queda {count} trámite. Puede continuar.",
        en="Batch {batch} is not done: {count} case is left. It can go on.",
        zh="批次 {batch} 尚未办完：还剩 {count} 项，可以继续。",
    ),
    several=Text(
        es="El lote {batch} está a medias: quedan {count} trámites. Puede continuar.",
        en="Batch {batch} is not done: {count} cases are left. It can go on.",
        zh="批次 {batch} 尚未办完：还剩 {count} 项，可以继续。",
    ),
)
WAITS_RESULTS = Counted(
    one=Text(
        es="Lote {batch}: es probable que el portal ya tenga el resultado de {count} trámite. Consúltelo.",
        en="Batch {batch}: the portal has likely decided on {count} filing by now. Ask for the result.",
        zh="批次 {batch}：系统可能已有 {count} 项业务的审核结果，请查询。",
    ),
    several=Text(
        es="Lote {batch}: es probable que el portal ya tenga los resultados de {count} trámites. Consúltelos.",
        en="Batch {batch}: the portal has likely decided on {count} filings by now. Ask for the results.",
        zh="批次 {batch}：系统可能已有 {count} 项业务的审核结果，请查询。",
    ),
)
WAITS_FAILED = Counted(
    one=Text(
        es="Lote {batch}: {count} trámite falló y puede repetirse",
        en="Batch {batch}: {count} case failed and can be tried again",
        zh="批次 {batch}：{count} 项业务失败，可以重做",
    ),
    several=Text(
        es="Lote {batch}: {count} trámites fallaron y pueden repetirse",
        en="Batch {batch}: {count} cases failed and can be tried again",
        zh="批次 {batch}：{count} 项业务失败，可以重做",
    ),
)
OPENS = Text(
    es="El portal está cerrado. Vuelve a admitir trámites el {day}.",
    en="The portal is closed. It takes filings again on {day}.",
    zh="系统现已关闭，{day}起重新受理。",
)
LAST_DAY = Text(
    es="Hoy, {day}, es el último día para presentar trámites.",
    en="Today, {day}, is the last day for filings.",
    zh="今天（{day}）是受理的最后一天。",
)
DAYS_LEFT = Counted(
    one=Text(
        es="Queda {count} día: el portal admite trámites hasta el {day}.",
        en="{count} day left: the portal takes filings until {day}.",
        zh="还剩 {count} 天：系统受理至{day}。",
    ),
    several=Text(
        es="Quedan {count} días: el portal admite trámites hasta el {day}.",
        en="{count} days left: the portal takes filings until {day}.",
        zh="还剩 {count} 天：系统受理至{day}。",
    ),
)
ALWAYS_OPEN = Text(es="El portal siempre admite trámites.", en="The portal always takes filings.", zh="系统随时受理。")
BATCHES = Text(es="Lotes", en="Batches", zh="批次")
EARLIER_BATCHES = Counted(
    one=Text(
        es="Meses anteriores ({count} lote)", en="Earlier months ({count} batch)", zh="以前月份（{count} 个批次）"
    ),
    several=Text(
        es="Meses anteriores ({count} lotes)", en="Earlier months ({count} batches)", zh="以前月份（{count} 个批次）"
    ),
)
ALL_BATCHES = Text(es="Ver todos los lotes", en="Show all batches", zh="显示全部批次")
NONE_THIS_MONTH = Text(
    es="Este mes todavía no hay lotes.", en="There are no batches this month yet.", zh="本月还没有批次。"
)
NO_BATCHES = Text(
    es="Todavía no hay lotes. Empiece con una hoja de cálculo.",
    en="There are no batches yet. Begin with a spreadsheet.",
    zh="还没有批次。请从一张表格开始。",
)
FIRST_STEPS = (
    Text(
        es="Descargue la plantilla y escriba una fila por persona, o use su propia hoja.",
        en="Download the template and write a row for each person, or take your own spreadsheet.",
        zh="下载模板，每人填写一行；也可使用自己的表格。",
    ),
    Text(
        es="Entréguela: antes de tocar el portal verá qué hay que corregir, celda por celda.",
        en="Hand it in: before the portal is touched you see what has to be corrected, cell by cell.",
        zh="提交表格：在操作系统之前，会逐格指出需要更正的内容。",
    ),
    Text(
        es="El asistente prepara los borradores; usted los revisa y decide cuáles se declaran.",
        en="The assistant makes the drafts; you look them over and decide which are declared.",
        zh="助手填写草稿；由您审阅并决定申报哪些。",
    ),
)
BEGIN = Text(es="Empezar el primer lote", en="Begin the first batch", zh="开始第一个批次")
BATCH = Text(es="Lote", en="Batch", zh="批次")
PERIOD = Text(es="Período", en="Period", zh="所属期")
ACCOUNT = Text(es="Cuenta", en="Account", zh="账户")
USER = Text(es="Usuario", en="User", zh="用户名")
USER_HINT = Text(
    es="si no es el nombre de la cuenta", en="if it is not the account's name", zh="如与账户名不同"
)
ROSTER = Text(es="Hoja", en="Spreadsheet", zh="表格")
STARTED = Text(es="Inicio", en="Started", zh="开始")
STATES = Text(es="Estado", en="State", zh="状态")
PURGED = Text(es="eliminado", en="purged", zh="已清除")
FOUR_EYES = Text(es="cuatro ojos", en="four eyes", zh="双人复核")
