"""Checking a roster before the portal is touched: every rule that can be known from the file and the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.fields import Severity
from bot.flow.case import Case
from bot.flow.models import Library, Portal
from bot.redaction import redactor
from bot.roster.duplicates import mark_duplicates
from bot.roster.known_rows import KnownRows
from bot.roster.model import Roster
from bot.roster.problems import RowProblem, of_roster, of_stray
from bot.roster.row_check import CheckedRow, RowCheck
from bot.roster.window import check_window

__all__ = ["Checked", "RowProblem", "check"]


@dataclass(frozen=True)
class Checked:
    """A roster, the cases that can be filed, and all that is wrong or worth knowing."""

    roster: Roster
    cases: tuple[Case, ...]
    """Of the rows without an error, in the order of the roster."""
    problems: tuple[RowProblem, ...]
    """In the order of the roster; first what is wrong with it as a whole."""

    @property
    def ok(self) -> bool:
        """Whether nothing keeps the roster from being filed."""
        return not self.errors

    @property
    def errors(self) -> tuple[RowProblem, ...]:
        """What must be put right."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[RowProblem, ...]:
        """What a person should confirm."""
        return self._of(Severity.WARNING)

    @property
    def rows(self) -> int:
        """How many rows were checked."""
        return sum(len(sheet.rows) + len(sheet.strays) for sheet in self.roster.sheets)

    def _of(self, severity: Severity) -> tuple[RowProblem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is severity)


def check(roster: Roster, library: Library, *, today: datetime, known: KnownRows | None = None) -> Checked:
    """Check every row. `today` is now, aware of its zone; the portal's own date follows from it.

    What is `known` of rows that are still the same is not found out again.

    From here on the people's numbers are masked wherever they are told.
    Raises FlowError if a rule of a flow can't be evaluated.
    """
    portal = library.portal
    day = portal_date(portal, today)
    shared = _shared(portal, day)
    checks = {flow.flow: RowCheck(flow, shared, day) for flow in library.operations}
    known = known or KnownRows()
    rows = [known.checked(row, checks[row.flow.flow], day) for row in roster.rows]
    for checked in rows:
        redactor.person(str(checked.values.get(checked.row.flow.person or "") or ""))
    mark_duplicates(rows)
    closed = check_window(portal.window, day) if portal.window else None
    of_whole = [of_roster(closed)] if closed else []
    return Checked(
        roster,
        tuple(_case(checked) for checked in rows if checked.ok),
        tuple(of_whole + _in_order(roster, rows)),
    )


def portal_date(portal: Portal, now: datetime) -> date:
    """The date at the portal."""
    if now.tzinfo is None:
        raise ValueError("the time must say its zone")
    return now.astimezone(ZoneInfo(portal.window.zone)).date() if portal.window else now.date()


def _shared(portal: Portal, today: date) -> dict[str, Any]:
    """What expressions see besides the inputs; no account has been chosen yet."""
    return {
        "portal": {
            **portal.settings,
            "words": portal.words,
            "title": portal.title,
            "address": portal.address,
        },
        "account": {"name": "", "user": "", "password": ""},
        "today": today,
    }


def _case(checked: CheckedRow) -> Case:
    """The case of a row. No two have the same id: reading refuses a roster with two sheets for one operation."""
    row = checked.row
    name = f"{row.flow.flow}-{row.origin.row:03}"
    return Case(name, row.flow, checked.values, origin=row.origin, account=row.account or None)


def _in_order(roster: Roster, rows: list[CheckedRow]) -> list[RowProblem]:
    sheets: Mapping[str, int] = {sheet.name: at for at, sheet in enumerate(roster.sheets)}
    found = [problem for checked in rows for problem in checked.problems]
    found += [of_stray(stray) for sheet in roster.sheets for stray in sheet.strays]
    return sorted(found, key=lambda one: (sheets[one.sheet], one.row or 0, len(one.column), one.column))
