"""Text from elsewhere as it may stand in a page: what cannot be seen, or turns the writing around, is made visible."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from markupsafe import Markup

from bot.evidence.report import words
from bot.text import Language

LONGEST = 4_000
"""Characters of one text that are shown. What a portal really says is far shorter."""
_ODD = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_MAYBE_ODD = re.compile(r"[^\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f\u3000-\ud7ff\ue000-\ufdcf]")


def visible(said: str, language: Language) -> str:
    """The text with every control, format and half character written out as [U+202E], and cut where it has no end."""
    if len(said) > LONGEST:
        said = said[:LONGEST] + words.CUT.to(language).format(count=len(said) - LONGEST)
    return _MAYBE_ODD.sub(lambda found: _written_out(found[0]), said)


@lru_cache(maxsize=1024)
def _written_out(character: str) -> str:
    odd = unicodedata.category(character) in _ODD or ord(character) & 0xFFFF >= 0xFFFE
    return f"[U+{ord(character):04X}]" if odd else character


def css_text(said: str) -> Markup:
    """The text for between the quotes of a string in a style sheet: all but letters and digits by their numbers."""
    return Markup("".join(one if one.isascii() and one.isalnum() else f"\\{ord(one):06x}" for one in said))
