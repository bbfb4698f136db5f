"""Identity numbers as readers may see them, and how one is recognised that nobody has named."""

from __future__ import annotations

import re
from datetime import date

_SHOWN_FIRST, _SHOWN_LAST = 3, 2
_RESIDENT = re.compile(r"(?<![A-Za-z0-9])[1-9]\d{16}[\dXx](?![A-Za-z0-9])", re.ASCII)
_WEIGHTS = tuple(2**power % 11 for power in range(17, 0, -1))
_CHECK = "10X98765432"
_YOUNGEST = 14
"""Years. A younger date is rather that of a filing: portals make their numbers of region, day and count, too."""


def mask_id(number: str) -> str:
    """The number with only its first three and last two characters; all of it hidden if it is short."""
    number = str(number)
    hidden = len(number) - _SHOWN_FIRST - _SHOWN_LAST
    if hidden <= 0:
        return "*" * len(number)
    return f"{number[:_SHOWN_FIRST]}{'*' * hidden}{number[-_SHOWN_LAST:]}"


def mask_residents(said: str) -> str:
    """Text in which every resident number is masked (GB 11643: a birth date, a check digit), whosever it is."""
    return _RESIDENT.sub(lambda found: mask_id(found[0]) if _is_resident(found[0]) else found[0], said)


def _is_resident(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return 1900 <= born.year <= date.today().year - _YOUNGEST and _CHECK[total % 11] == number[-1].upper()
