"""Keep ID numbers out of what people and logs read."""

from __future__ import annotations

from bot.redaction import mask_id

__all__ = ["mask_id", "quote"]

_MANY_DIGITS = 12
_LONGEST_QUOTE = 40


def quote(typed: str) -> str:
    """What somebody typed, short enough to repeat in a message.

    A clerk may have pasted an ID number into the wrong column: anything with many digits comes out masked.
    """
    typed = "".join(character for character in typed if character.isprintable()).strip()
    if sum(character.isdigit() for character in typed) >= _MANY_DIGITS:
        return mask_id("".join(typed.split())[:_LONGEST_QUOTE])
    return typed if len(typed) <= _LONGEST_QUOTE else f"{typed[: _LONGEST_QUOTE - 1]}…"
