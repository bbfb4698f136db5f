"""What a person typed, as an input of a flow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.fields.resident_id import check_character

_RESIDENT = re.compile(r"[0-9]{17}[0-9Xx]")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_PRIVATE = re.compile(r"[0-9][0-9 .-]{9,}[0-9]|\S+@\S+\.\S+")
"""Long numbers and addresses of mail: what was recorded is somebody's own, and no example."""


@dataclass(frozen=True)
class Guess:
    """The type of an input and whatever else its definition needs."""

    type: str
    options: dict[str, Any]
    private: bool = False
    """Whether the recorded value must not be an example."""


def guess(value: str) -> Guess:
    """What kind of value this is. In doubt it is a text."""
    if is_resident_id(value):
        return Guess("resident_id", {"sensitive": True}, private=True)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) and _is_date(value):
        return Guess("date", {})
    if _WHOLE.fullmatch(value):
        return Guess("number", {"whole": True})
    if _PRIVATE.fullmatch(value):
        return Guess("text", {"sensitive": True}, private=True)
    return Guess("text", {})


def is_resident_id(value: str) -> bool:
    """Whether it is an ID number with the right check digit."""
    if not (_RESIDENT.fullmatch(value) and value.isascii()):
        return False
    return check_character(value[:17]) == value[17].upper() and _is_date(f"{value[6:10]}-{value[10:12]}-{value[12:14]}")


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
