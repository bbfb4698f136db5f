"""What a page shows instead of what was looked for."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from playwright.async_api import Error, Page

from bot.browser.locate import Sought
from bot.browser.look import script

_log = logging.getLogger(__name__)
_SIMILAR = 0.5
_PATIENCE_MS = 2000


@dataclass(frozen=True)
class PageWords:
    """The words on a page that a person could point at."""

    title: str = ""
    names: list[str] = field(default_factory=list)
    """What can be clicked."""
    labels: list[str] = field(default_factory=list)
    url: str = ""

    def __str__(self) -> str:
        names = ", ".join(f"“{name}”" for name in self.names[:8])
        return f"{self.title}: {names}" if names else self.title

    def nearest(self, wanted: str, *, at_most: int = 3) -> list[str]:
        """The words most like the wanted ones, the most similar first."""
        return most_like(wanted, (*self.names, *self.labels), at_most=at_most)


def most_like(wanted: str, words: Iterable[str], *, at_most: int = 3) -> list[str]:
    """Those of some words that are most like the wanted ones, the most similar first."""

    def likeness(one: str) -> float:
        return SequenceMatcher(a=wanted.casefold(), b=one.casefold()).ratio()

    rated = sorted(((likeness(one), one) for one in dict.fromkeys(words)), key=lambda pair: -pair[0])
    return [one for like, one in rated if like >= _SIMILAR][:at_most]


async def page_words(page: Page, sought: Sought | None) -> PageWords:
    """The words of the page, or frame, in which something is sought. Empty if the page cannot be asked any more."""
    frame = sought.first.frame if sought is not None else None
    try:
        if frame is not None and await frame.count() == 1:
            root = frame.content_frame.locator(":root")
        else:
            root = page.locator(":root")
        return PageWords(**await root.evaluate(script("nearest.js"), timeout=_PATIENCE_MS))
    except Error as error:
        _log.warning("the page could not be asked what it shows: %s", error.message)
        return PageWords()
