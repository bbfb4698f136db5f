"""How long the portal still takes filings, in a person's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.console import words
from bot.evidence.report import spoken
from bot.flow.models import Window
from bot.text import LANGUAGES, Text

FEW = 2
"""Days left at which a clerk is warned."""
LONGEST = 62
"""Days after which a window that never ends is not looked through any further."""


@dataclass(frozen=True)
class Left:
    """What to say of the window, and how loudly: `tone` is "good", "open" or "bad"."""

    words: Text
    tone: str


def left(window: Window, now: datetime) -> Left:
    """How many days the portal still takes filings, or when it does again."""
    today = now.astimezone(ZoneInfo(window.zone)).date()
    if not _is_open(window, today):
        return Left(words.OPENS.format(day=_said(_first(window, today, is_open=True))), "bad")
    last = _first(window, today, is_open=False) - timedelta(days=1)
    days = (last - today).days
    if days >= LONGEST:
        return Left(words.ALWAYS_OPEN, "good")
    if not days:
        return Left(words.LAST_DAY.format(day=_said(last)), "bad")
    return Left(words.DAYS_LEFT.of(days, day=_said(last)), "open" if days <= FEW else "good")


def _is_open(window: Window, day: date) -> bool:
    first, last = window.first_day, window.last_day
    return first <= day.day <= last if first <= last else day.day >= first or day.day <= last


def _first(window: Window, day: date, *, is_open: bool) -> date:
    """The first day from this one on that the window is open, or is not."""
    end = day + timedelta(days=LONGEST)
    while _is_open(window, day) is not is_open and day <= end:
        day += timedelta(days=1)
    return day


def _said(day: date) -> Text:
    return Text({language: spoken.day(day, language) for language in LANGUAGES})
