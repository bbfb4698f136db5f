"""One look at the page: what a target finds there, in a single round trip."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Locator

from bot.browser import words
from bot.browser.errors import playwright_errors
from bot.browser.locate import Candidate, Sought
from bot.errors import TargetAmbiguous

_AT_MOST = 50
"""How many elements are described; more are only counted."""


@dataclass(frozen=True)
class Seen:
    """One element as a person sees it. `text` is what it reads: a field's value, a list's choice, else its words."""

    tag: str
    type: str
    role: str
    text: str
    label: str
    enabled: bool
    read_only: bool
    ticked: bool | None
    in_reach: bool

    def __str__(self) -> str:
        return f"“{self.text or self.label}”" if self.text or self.label else f"<{self.tag}>"


@dataclass(frozen=True)
class Look:
    """What one candidate finds: how many things, and the first of them in detail."""

    candidate: Candidate
    count: int
    seen: tuple[Seen, ...]


@cache
def script(name: str) -> str:
    """A script of this folder, as an expression without its leading comment."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


async def look(sought: Sought, *, reach: bool = False) -> Look:
    """What the first candidate that finds anything finds; if none does, an empty look at the first one.

    Raises TargetAmbiguous if there are several frames to look in.
    """
    for candidate in sought.candidates:
        found = await _look(candidate, reach=reach)
        if found.count:
            return found
    return Look(sought.first, 0, ())


async def look_at_one(sought: Sought, *, reach: bool = False) -> tuple[Candidate, Seen] | None:
    """The one thing that is sought and the candidate that finds it; None if it is not there.

    Raises TargetAmbiguous if there are several.
    """
    found = await look(sought, reach=reach)
    if found.count > 1:
        raise ambiguous(sought, found.seen)
    return (found.candidate, found.seen[0]) if found.count else None


def ambiguous(sought: Sought, seen: Sequence[Seen]) -> TargetAmbiguous:
    """The error for several things where one is meant; its circumstances list them."""
    error = TargetAmbiguous(words.AMBIGUOUS.format(target=sought.words), cure=words.SAY_WHICH)
    error.circumstances.looked_for = sought.words
    error.circumstances.frame = sought.first.frame_words
    error.circumstances.shown = ", ".join(str(one) for one in seen[:5])
    return error


async def _look(candidate: Candidate, *, reach: bool) -> Look:
    options = {"reach": reach, "at_most": _AT_MOST}
    with playwright_errors():
        if candidate.frame is None:
            raw = await _described(candidate.locator, options)
        else:
            raw, frames = await asyncio.gather(
                _described(candidate.locator, options), candidate.frame.count()
            )
            if frames > 1:
                raise TargetAmbiguous(words.AMBIGUOUS.format(target=candidate.frame_words), cure=words.SAY_WHICH)
    return Look(candidate, raw["count"], tuple(Seen(**one) for one in raw["seen"]))


async def _described(locator: Locator, options: Mapping[str, object]) -> dict[str, Any]:
    described: dict[str, Any] = await locator.evaluate_all(script("look.js"), options)
    return described
