"""The columns in which a run writes down what became of each row."""

from __future__ import annotations

from bot.fields.cells import fold
from bot.roster.matching import spellings
from bot.text import Text

STATUS = Text(es="Resultado", en="Result", zh="办理结果")
PORTAL_NUMBER = Text(es="N.º del portal", en="Portal number", zh="系统编号")
REASON = Text(es="Motivo del portal", en="Portal's reason", zh="系统说明")
FILED_AT = Text(es="Presentado", en="Filed at", zh="申报时间")
DECIDED_AT = Text(es="Resuelto", en="Decided at", zh="审核时间")
EVIDENCE = Text(es="Prueba", en="Evidence", zh="凭证")

RESULT_COLUMNS = (STATUS, PORTAL_NUMBER, REASON, FILED_AT, DECIDED_AT)
"""The first ones, in order; after them come as many evidence columns as are needed."""

MOST_EVIDENCE = 20
"""More files than that for one case are left to its folder."""


def evidence_header(number: int) -> Text:
    """The header of the evidence column with this number, from 1."""
    return EVIDENCE.each(lambda words: f"{words} {number}")


RESULT_NAMES = frozenset(
    {spelling for text in RESULT_COLUMNS for spelling in spellings(text)}
    | {fold(words) for number in range(1, MOST_EVIDENCE + 1) for words in evidence_header(number).values()}
)
"""Folded headers of result columns: a roster with results can be read again."""
