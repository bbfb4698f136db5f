"""Cutting a string into its plain parts and its `${…}`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

OPENING = "${"
ESCAPED = "$${"


@dataclass(frozen=True)
class Part:
    """A piece of a string: plain text, or the source of one expression. `offset` counts characters from 0."""

    source: str
    offset: int
    expression: bool


class Unclosed(ValueError):
    """A `${` without its `}`. `offset` is where it stands."""

    def __init__(self, offset: int) -> None:
        super().__init__("a `${` is never closed by a `}`")
        self.offset = offset


@lru_cache(maxsize=4096)
def split(template: str) -> tuple[Part, ...]:
    """The parts of a string, in order; `$${` is a plain `${`. Raises Unclosed."""
    return tuple(_parts(template))


def _parts(template: str) -> Iterator[Part]:
    at = 0
    plain, began = "", 0
    while (opening := template.find(OPENING, at)) >= 0:
        if opening > 0 and template[opening - 1] == "$":
            plain += template[at : opening - 1] + OPENING
            at = opening + len(OPENING)
            continue
        plain += template[at:opening]
        if plain:
            yield Part(plain, began, expression=False)
        closing = _closing(template, opening)
        yield Part(template[opening + len(OPENING) : closing], opening + len(OPENING), expression=True)
        at = began = closing + 1
        plain = ""
    plain += template[at:]
    if plain:
        yield Part(plain, began, expression=False)


def _closing(template: str, opening: int) -> int:
    """Where the `}` of the `${` at `opening` stands; braces and quotes inside the expression are skipped."""
    depth, quote, at = 0, "", opening + len(OPENING)
    while at < len(template):
        char = template[at]
        if quote:
            if char == "\\":
                at += 1
            elif char == quote:
                quote = ""
        elif char in "'\"":
            quote = char
        elif char in "{[(":
            depth += 1
        elif char == "}" and depth == 0:
            return at
        elif char in "}])":
            depth -= 1
        at += 1
    raise Unclosed(opening)
