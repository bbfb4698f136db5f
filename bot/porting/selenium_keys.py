"""What `sendKeys` sends: texts, and keys such as `${KEY_ENTER}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEY = re.compile(r"\$\{KEY_(\w+)\}")
_NAMES = {
    "ENTER": "Enter", "RETURN": "Enter", "TAB": "Tab", "ESC": "Escape", "ESCAPE": "Escape", "BACKSPACE": "Backspace",
    "BKSP": "Backspace", "DELETE": "Delete", "DEL": "Delete", "SPACE": "Space", "UP": "ArrowUp", "DOWN": "ArrowDown",
    "LEFT": "ArrowLeft", "RIGHT": "ArrowRight", "PAGE_UP": "PageUp", "PGUP": "PageUp", "PAGE_DOWN": "PageDown",
    "PGDN": "PageDown", "HOME": "Home", "END": "End", "INSERT": "Insert", "INS": "Insert",
    **{f"F{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip
_HELD = {"CTRL": "Control", "CONTROL": "Control", "SHIFT": "Shift", "ALT": "Alt", "META": "Meta", "COMMAND": "Meta"}


def keys_in(value: str) -> Iterator[tuple[str, str]]:
    """Pairs of a text and a key, of which one is empty. Keys held down go with what follows them."""
    held: list[str] = []
    at = 0
    for match in _KEY.finditer(value):
        if text := value[at : match.start()]:
            yield from _sent(text, held)
        at = match.end()
        if match[1] in _HELD:
            held.append(_HELD[match[1]])
        elif match[1] in _NAMES:
            yield "", "+".join((*held, _NAMES[match[1]]))
            held = []
    if text := value[at:]:
        yield from _sent(text, held)


def _sent(text: str, held: list[str]) -> Iterator[tuple[str, str]]:
    if held:
        yield "", "+".join((*held, text[0]))
        held.clear()
        text = text[1:]
    if text:
        yield text, ""
