"""Numbers as people write them into cells."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from enum import Enum

from bot.fields.cells import clean

_LARGEST = 10**12
"""Beyond it stands no amount but an ID number in the wrong column."""
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
    """The number in a cell, below 10^12 either way.

    Of computed numbers, the 15 digits that a spreadsheet shows count: =0.1*3 is 0.3.
    """
    match raw:
        case bool():
            return Unreadable.NO_NUMBER
        case int():
            amount: Decimal | Unreadable = Decimal(raw)
        case float() if math.isfinite(raw):
            amount = Decimal(f"{raw:.15g}")
        case Decimal() if raw.is_finite():
            amount = raw
        case str():
            amount = _from_text(clean(raw))
        case _:
            return Unreadable.NO_NUMBER
    return Unreadable.NO_NUMBER if isinstance(amount, Decimal) and abs(amount) >= _LARGEST else amount


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
