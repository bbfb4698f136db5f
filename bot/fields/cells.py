"""What a cell holds, before its type is known."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_SIGNED_OR_BROKEN = re.compile(r"[+-]?[0-9]+[.,][0-9]+|[+-][0-9]+")


def clean(text: str) -> str:
    """The text in NFKC (full-width digits become plain ones), without blanks or unseen signs at its ends."""
    text = unicodedata.normalize("NFKC", text).strip()
    if text.isascii():
        return text
    start, end = 0, len(text)
    while start < end and _unseen(text[start]):
        start += 1
    while end > start and _unseen(text[end - 1]):
        end -= 1
    return text[start:end]


def _unseen(character: str) -> bool:
    """Blanks, and the marks that copied text drags along: direction, byte order, zero width."""
    return character.isspace() or unicodedata.category(character) == "Cf"


def is_blank(raw: object) -> bool:
    """Whether a cell is empty, or looks empty."""
    return raw is None or (isinstance(raw, str) and not clean(raw))


def as_text(raw: object) -> str | None:
    """The text of a cell as a person would read it out, cleaned; None if it holds neither text nor a number.

    A spreadsheet keeps the code 11 as the number 11.0; it reads "11".
    """
    match raw:
        case str():
            return clean(raw)
        case bool():
            return None
        case int():
            return str(raw) if abs(raw) < 10**18 else None
        case float() if raw.is_integer() and abs(raw) < 10**15:
            return str(int(raw))
        case float():
            return repr(raw)
        case Decimal():
            return format(raw, "f") if raw.is_finite() and abs(raw.adjusted()) < 18 else None
        case _:
            return None


def fold(text: str) -> str:
    """The letters and digits of a text: the same in any case, width, accents, blanks and punctuation.

    A number keeps its sign and its point: -1 is not 1, and 1.1 is not 11.
    """
    apart = unicodedata.normalize("NFKD", text).casefold()
    if _SIGNED_OR_BROKEN.fullmatch(apart):
        return apart
    return "".join(character for character in apart if character.isalnum())
