"""Looking the drafts over, in three languages."""

from __future__ import annotations

from bot.text import Text

REVIEW = Text(es="Revisar borradores", en="Review the drafts", zh="审阅草稿")
REVIEW_COUNT = Text(
    es="Revisar {count} borradores", en="Review {count} drafts", zh="审阅 {count} 份草稿"
)
REVIEW_LEAD = Text(
    es="Lo que muestra el portal, junto a lo que dice la hoja. Se declara solo lo que usted marque.",
    en="What the portal shows, beside what the spreadsheet says. Only what you tick is declared.",
    zh="左为系统所示，右为表格所写。只申报您勾选的草稿。",
)
NOTHING_TO_REVIEW = Text(
    es="No hay borradores por revisar.", en="There are no drafts to review.", zh="没有待审阅的草稿。"
)
TICK_ALL = Text(es="Marcar todos", en="Tick all", zh="全选")
TICK = Text(es="Marcar {person}", en="Tick {person}", zh="勾选 {person}")
PORTAL_SHOWS = Text(es="El portal muestra", en="The portal shows", zh="系统显示")
ROSTER_SAYS = Text(es="La hoja dice", en="The spreadsheet says", zh="表格所写")
IN_SUMMARY = Text(es="aparece en el portal", en="shown by the portal", zh="系统已显示")
NOT_IN_SUMMARY = Text(
    es="el resumen del portal no lo muestra", en="not in the portal's summary", zh="系统摘要未显示"
)
DECLARE = Text(es="Aprobar y declarar lo marcado", en="Approve and declare what is ticked", zh="批准并申报所选")
WITHDRAW = Text(es="No declarar lo marcado", en="Do not declare what is ticked", zh="不申报所选")
PICTURE = Text(es="Imagen {number}", en="Picture {number}", zh="画面 {number}")
