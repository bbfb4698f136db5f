"""A calendar day."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import Literal

import pydantic

from bot.fields.base import Field, RuleId
from bot.fields.cells import as_text
from bot.fields.masking import quote
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]00:00(?::00)?)?", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", re.ASCII)


class Date(Field):
    """A day, as the spreadsheet keeps it or written with the year first. Yields a `date`."""

    type: Literal["date"]
    rule: RuleId = pydantic.Field("DA01", description="The rule that a missing or wrong date breaks.")

    def _missing(self) -> Problem:
        return say.MISSING.error(self.rule, label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        if isinstance(raw, datetime):
            return Parsed(raw.date())
        if isinstance(raw, date):
            return Parsed(raw)
        typed = as_text(raw) or "?"
        meant = _readings(typed)
        if len(meant) == 1:
            return Parsed(meant.pop())
        notice = say.DATE_AMBIGUOUS if meant else say.DATE_UNREADABLE
        return failed(notice.error(self.rule, typed=quote(typed), example=today.isoformat()))


def _readings(typed: str) -> set[date]:
    """The days that a text can mean: with the year last, 01/02 is in February here, in January there."""
    if found := _YEAR_FIRST.fullmatch(typed) or _RUN_TOGETHER.fullmatch(typed):
        year, month, day = (int(part) for part in found.groups())
        return _days((year, month, day))
    if found := _YEAR_LAST.fullmatch(typed):
        one, other, year = (int(part) for part in found.groups())
        return _days((year, one, other), (year, other, one))
    return set()


def _days(*candidates: tuple[int, int, int]) -> set[date]:
    """Those that exist."""
    days = set()
    for candidate in candidates:
        with suppress(ValueError):
            days.add(date(*candidate))
    return days
