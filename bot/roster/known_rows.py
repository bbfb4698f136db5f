"""Rows as they were checked before: of a roster of thousands, a correction changes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.flow.case import Origin
from bot.roster.model import Row
from bot.roster.row_check import CheckedRow, RowCheck


class KnownRows:
    """Checks each row once for as long as it, and the day, stay the same."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._rows: dict[Origin, CheckedRow] = {}

    def checked(self, row: Row, check: RowCheck, day: date) -> CheckedRow:
        """The row as checked, to be added to: what is known of it stays as it is. Raises FlowError."""
        if day != self._day:
            self._day, self._rows = day, {}
        known = self._rows.get(row.origin)
        if known is None or known.row != row:
            known = self._rows[row.origin] = check.check(row)
        return replace(known, row=row, problems=list(known.problems))
