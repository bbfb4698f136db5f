"""Text from elsewhere that a terminal might take for a command."""

from __future__ import annotations

import re

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def harmless(said: str) -> str:
    """The text without control characters, line breaks and tabs apart, and without what turns the writing around.

    Escape sequences colour, move, overwrite, or retitle the window; a bidi override shows `fdp.exe` as `exe.pdf`.
    """
    return _COMMANDS.sub("", said)


def harmless_json(said: str) -> str:
    """JSON with the same characters written as escapes: harmless to a terminal, and the same to a program."""
    return _COMMANDS.sub(lambda one: rf"\u{ord(one[0]):04x}", said)
