"""The sheet of a template that explains its columns."""

from __future__ import annotations

from bot.fields.cells import fold
from bot.roster.matching import spellings
from bot.text import Text

GUIDE = Text(es="Cómo rellenar", en="How to fill in", zh="填写说明")


def is_guide(name: str) -> bool:
    """Whether a sheet is called as the guide is."""
    return fold(name) in spellings(GUIDE)
