"""What no reader may see is hidden here, by its value, before any text leaves: one redactor for the whole process."""

from __future__ import annotations

_SHOWN_FIRST, _SHOWN_LAST = 3, 2


def mask_id(number: str) -> str:
    """The number with only its first three and last two characters; all of it hidden if it is short."""
    number = str(number)
    hidden = len(number) - _SHOWN_FIRST - _SHOWN_LAST
    if hidden <= 0:
        return "*" * len(number)
    return f"{number[:_SHOWN_FIRST]}{'*' * hidden}{number[-_SHOWN_LAST:]}"
