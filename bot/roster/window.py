"""The days on which the portal takes filings (rules WI01 and WI02)."""

from __future__ import annotations

from datetime import date, timedelta

from bot.fields import Problem
from bot.flow.models import Window
from bot.roster import checking_words as words
from bot.text import Text

_DAY = timedelta(days=1)


def check_window(window: Window, today: date) -> Problem | None:
    """What to say if the portal is closed on this day of its own calendar, or soon will be."""
    if not _is_open(window, today):
        opens = today
        while not _is_open(window, opens):
            opens += _DAY
        return words.WINDOW_CLOSED.error(
            "WI01",
            first=window.first_day,
            last=window.last_day,
            today=today.isoformat(),
            zone=window.zone,
            opens=opens.isoformat(),
        )
    left = 0
    while left <= window.warn_days and _is_open(window, today + (left + 1) * _DAY):
        left += 1
    if left > window.warn_days:
        return None
    last = today + left * _DAY
    return words.WINDOW_CLOSING.warning("WI02", last_date=last.isoformat(), zone=window.zone, left=_days(left))


def _is_open(window: Window, day: date) -> bool:
    """A window from the 25th to the 5th runs over the end of the month."""
    if window.first_day <= window.last_day:
        return window.first_day <= day.day <= window.last_day
    return day.day >= window.first_day or day.day <= window.last_day


def _days(left: int) -> Text:
    if left == 0:
        return words.LAST_DAY
    return words.ONE_DAY_LEFT if left == 1 else words.DAYS_LEFT.format(count=left)
