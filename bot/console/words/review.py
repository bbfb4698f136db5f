"""Looking the drafts over, in three languages."""

from __future__ import annotations

from bot.text import Text

REVIEW = Text(es="Revisar borradores", en="Review the drafts", zh="审阅草稿")
REVIEW_LEAD = Text(
    es="Lo que muestra el portal, junto a lo que dice la hoja. Se declara solo lo que usted marque.",
    en="What the portal shows, beside what the spreadsheet says. Only what you tick is declared.",
    zh="左为系统所示，右为表格所写。只申报您勾选的草稿。",
)
NOTHING_TO_REVIEW = Text(
    es="No hay borradores por revisar.", en="There are no drafts to review.", zh="没有待审阅的草稿。"
)
TICK_ALL = Text(es="Marcar todos", en="Tick all", zh="全选")
PORTAL_SHOWS = Text(es="El portal muestra", en="The portal shows", zh="系统显示")
ROSTER_SAYS = Text(es="La hoja dice", en="The spreadsheet says", zh="表格所写")
IN_SUMMARY = Text(es="lo mismo", en="the same", zh="相同")
NOT_IN_SUMMARY = Text(
    es="no lo muestra", en="does not show it", zh="未显示"
)
DECLARE = Text(es="Aprobar y declarar lo marcado", en="Approve and declare what is ticked", zh="批准并申报所选")
WITHDRAW = Text(es="No declarar lo marcado", en="Do not declare what is ticked", zh="不申报所选")
PICTURE = Text(es="Imagen {number}", en="Picture {number}", zh="画面 {number}")
DIFFERENT = Text(
    es="{count} de {total} borradores no son como dice la hoja",
    en="{count} of {total} drafts are not as the spreadsheet says",
    zh="{total} 份草稿中有 {count} 份与表格不符",
)
ALL_THE_SAME = Text(
    es="Los {total} coinciden con la hoja", en="All {total} are as the spreadsheet says", zh="全部 {total} 份与表格一致"
)
SHOW_DIFFERENT = Text(es="ver solo esos", en="show only those", zh="只看不符的")
SHOW_ALL = Text(es="ver todos", en="show all", zh="查看全部")
DIFFERENCES = Text(es="diferencias: {count}", en="differences: {count}", zh="{count} 处不符")
DIFFERS = Text(es="(distinto)", en="(different)", zh="（不符）")
THE_SAME = Text(es="coincide", en="as the spreadsheet says", zh="与表格一致")
APPROVE_ONLY = Text(es="Solo aprobar", en="Approve only", zh="仅批准")
APPROVED_NOT_DECLARED = Text(
    es="Aprobados y aún sin declarar: {count}.", en="Approved and not declared yet: {count}.",
    zh="已批准、尚未申报：{count}。",
)
DECLARE_APPROVED = Text(es="Declarar lo aprobado", en="Declare what was approved", zh="申报已批准的")
TICK_PAGE = Text(es="Marcar esta página", en="Tick this page", zh="勾选本页")
ALL_PAGES = Text(
    es="Los {total}, en todas las páginas", en="All {total}, on every page", zh="所有页的全部 {total} 份"
)
TICKED = Text(es="marcados", en="ticked", zh="已勾选")
VIEWER = Text(es="Imagen", en="Picture", zh="画面")
CLOSE = Text(es="Cerrar", en="Close", zh="关闭")
