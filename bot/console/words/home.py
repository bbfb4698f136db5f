"""Home, in three languages."""

from __future__ import annotations

from bot.text import Text

WAITS_FOR_YOU = Text(es="Le espera a usted", en="Waiting for you", zh="等待您处理")
NOTHING_WAITS = Text(
    es="Nada pendiente de usted.", en="Nothing waits for you.", zh="没有需要您处理的事项。"
)
WAITS_DECISION = Text(
    es="{count} trámites del lote {batch} requieren su decisión",
    en="{count} cases of batch {batch} need your decision",
    zh="批次 {batch} 有 {count} 项业务需要您决定",
)
WAITS_REVIEW = Text(
    es="{count} borradores del lote {batch} esperan su revisión",
    en="{count} drafts of batch {batch} wait for your review",
    zh="批次 {batch} 有 {count} 份草稿待您审阅",
)
WAITS_RESUME = Text(
    es="El lote {batch} se interrumpió y puede continuar",
    en="Batch {batch} was interrupted and can go on",
    zh="批次 {batch} 已中断，可以继续",
)
OPENS = Text(
    es="El portal está cerrado: vuelve a admitir trámites el {day}",
    en="The portal is closed: it takes filings again on {day}",
    zh="系统现已关闭：{day} 起重新受理",
)
LAST_DAY = Text(
    es="Hoy es el último día ({day})", en="Today is the last day ({day})", zh="今天是最后一天（{day}）"
)
DAYS_LEFT = Text(
    es="Quedan {count} días: hasta el {day}", en="{count} days left: until {day}", zh="还剩 {count} 天：截至 {day}"
)
BATCHES = Text(es="Lotes", en="Batches", zh="批次")
NO_BATCHES = Text(
    es="Todavía no hay lotes. Empiece con una hoja de cálculo.",
    en="There are no batches yet. Begin with a spreadsheet.",
    zh="还没有批次。请从一张表格开始。",
)
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
