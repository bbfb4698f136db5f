"""Numbers as people write them into cells."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from enum import Enum

from bot.fields.cells import clean

_LARGEST = 10**15
_LONGEST = 24
_PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?")
_COMMA_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DOT_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
_SPACE_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?")
_COMMA_DECIMALS = re.compile(r"[+-]?[0-9]+,[0-9]{1,2}")
_TWO_READINGS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class Unreadable(Enum):
    """Why a cell gives no number."""

    NO_NUMBER = "no number"
    TWO_READINGS = "two readings"
    """6.000 is six thousand in Spanish and six in English: never guessed."""


def read_amount(raw: object) -> Decimal | Unreadable:
    """The number in a cell, below 10^15 either way.

    Of computed numbers, the 15 digits that a spreadsheet shows count: =0.1*3 is 0.3.
    """
    match raw:
        case bool():
            return Unreadable.NO_NUMBER
        case int():
            return Decimal(raw) if abs(raw) < _LARGEST else Unreadable.NO_NUMBER
        case float():
            sane = math.isfinite(raw) and abs(raw) < _LARGEST
            return Decimal(f"{raw:.15g}") if sane else Unreadable.NO_NUMBER
        case Decimal():
            return raw if raw.is_finite() and abs(raw) < _LARGEST else Unreadable.NO_NUMBER
        case str():
            return _from_text(clean(raw))
        case _:
            return Unreadable.NO_NUMBER


def _from_text(typed: str) -> Decimal | Unreadable:
    if len(typed) > _LONGEST:
        return Unreadable.NO_NUMBER
    if _TWO_READINGS.fullmatch(typed):
        return Unreadable.TWO_READINGS
    if _PLAIN.fullmatch(typed):
        return Decimal(typed)
    if _COMMA_GROUPS.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    if _DOT_GROUPS.fullmatch(typed):
        return Decimal(typed.replace(".", "").replace(",", "."))
    if _SPACE_GROUPS.fullmatch(typed) or _COMMA_DECIMALS.fullmatch(typed):
        return Decimal(typed.replace(" ", "").replace(",", "."))
    return Unreadable.NO_NUMBER


def is_whole(amount: Decimal) -> bool:
    """Whether nothing stands after the decimal point."""
    return amount == amount.to_integral_value()


def plain(amount: Decimal) -> str:
    """Digits without grouping, exponent or needless zeros: the same in every language."""
    return str(int(amount)) if is_whole(amount) else format(amount.normalize(), "f")
