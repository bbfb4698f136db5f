"""How long the portal still takes filings."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.flow.models import Window


def minutes_left(window: Window | None, now: datetime) -> float | None:
    """Minutes until the portal's window ends; None where today is not its last day, or it has no window."""
    if window is None:
        return None
    local = now.astimezone(ZoneInfo(window.zone))
    if local.day != window.last_day:
        return None
    end = datetime.combine(local.date() + timedelta(days=1), time.min, tzinfo=ZoneInfo(window.zone))
    return (end - local) / timedelta(minutes=1)
