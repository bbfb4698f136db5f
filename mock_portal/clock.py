"""The portal's clock, which tests can set; it runs on from there."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


class Clock:
    """The time in Asia/Shanghai, shifted so that it was `start` when it was set."""

    def __init__(self, start: datetime | None = None) -> None:
        self._shift = timedelta()
        if start is not None:
            self.set(start)

    def set(self, now: datetime) -> None:
        """Make it `now`; a time without zone is the portal's local time."""
        local = now if now.tzinfo else now.replace(tzinfo=ZONE)
        self._shift = local - datetime.now(ZONE)

    def now(self) -> datetime:
        return (datetime.now(ZONE) + self._shift).replace(microsecond=0)

    def stamp(self) -> str:
        """Now, in ISO 8601 with the offset."""
        return self.now().isoformat()

    def month(self) -> str:
        """The month of now, as 2026-11."""
        return f"{self.now():%Y-%m}"


def elapsed() -> float:
    """Real seconds since the epoch, for what takes time whatever the portal's clock says."""
    return time.time()


def month_before(month: str, count: int = 1) -> str:
    """The month `count` months before `month` (2026-01, 1 → 2025-12)."""
    ordinal = _ordinal(month) - count
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}"


def months_between(earlier: str, later: str) -> int:
    """How many whole months lie strictly between two months; never negative."""
    return max(_ordinal(later) - _ordinal(earlier) - 1, 0)


def _ordinal(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1
