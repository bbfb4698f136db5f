"""Reading a roster: which sheet is for which operation, and the rows in it. Nothing is judged here but the form."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.fields.cells import fold
from bot.flow.models import Flow, Library
from bot.roster import reading_words as words
from bot.roster.failures import Failure, failure, roster_error
from bot.roster.grid import Grid, is_blank_row, open_grids
from bot.roster.header_row import SEARCHED, HeaderRow, column_labels, find_header, header_failures
from bot.roster.headings import GUIDE
from bot.roster.matching import nearest, spellings
from bot.roster.model import Place, Roster, Sheet
from bot.roster.operations import Operations
from bot.roster.rows import read_rows

_A_LIST = 2
"""A sheet with so many columns of an operation is meant as a list of people."""


@dataclass(frozen=True)
class _Chosen:
    """A sheet that holds cases: of one operation, or of those that its own column says (`flow` is None)."""

    grid: Grid
    header: HeaderRow
    flow: Flow | None


def read_roster(path: Path, library: Library) -> Roster:
    """Read a spreadsheet (.xlsx, .xls, .ods, .csv) of cases of the library's operations.

    Raises RosterError with everything that keeps it from being taken, each with its cure.
    """
    grids, content = open_grids(path)
    return roster_of(path, grids, hashlib.sha256(content).hexdigest(), library)


def roster_of(
    path: Path, grids: Sequence[Grid], digest: str, library: Library, corrections: Mapping[Place, str] | None = None
) -> Roster:
    """The roster that is in the sheets of a file with this digest, as they were put right. Raises RosterError."""
    return replace(_Reader(path, library).read(grids, digest), corrections=dict(corrections or {}))


class _Reader:
    """Reads the sheets of one file, gathering what is wrong with them."""

    def __init__(self, path: Path, library: Library) -> None:
        self._path = path
        self._operations = Operations(library)
        self._failures: list[Failure] = []

    def read(self, grids: Sequence[Grid], digest: str) -> Roster:
        visible = [
            one for one in grids if one.visible and fold(one.name) not in spellings(GUIDE) and not _is_empty(one)
        ]
        if not visible:
            raise roster_error(self._path, [failure(words.EMPTY_FILE)])
        chosen = [one for grid in visible if (one := self._choose(grid, alone=len(visible) == 1))]
        if not chosen and not self._failures:
            self._failures.append(self._no_sheet(visible))
        sheets = [self._sheet(one) for one in chosen]
        self._same_operation(sheets)
        if not self._failures and not any(sheet.rows or sheet.strays for sheet in sheets):
            self._failures.append(failure(words.NO_ROWS))
        if self._failures:
            raise roster_error(self._path, self._failures)
        taken = {one.grid.name for one in chosen}
        ignored = tuple(one.name for one in visible if one.name not in taken)
        return Roster(self._path, digest, tuple(sheets), ignored)

    def _choose(self, grid: Grid, *, alone: bool) -> _Chosen | None:
        """The sheet with its header, if it holds cases."""
        named = self._operations.named(grid.name)
        flows = [named] if named else self._operations.flows
        header = find_header(grid, flows)
        if header is None:
            if named or (alone and self._is_text):
                columns = column_labels(flows)
                self._failures.append(failure(words.NO_HEADER, sheet=grid.name, count=SEARCHED, columns=columns))
            return None
        only = self._operations.flows[0] if alone and len(self._operations.flows) == 1 else None
        if header.operation is not None:
            return _Chosen(grid, header, None)
        if flow := named or only:
            return _Chosen(grid, header, flow)
        if header.recognised >= _A_LIST:
            self._failures.append(self._unnamed(grid))
        return None

    @property
    def _is_text(self) -> bool:
        return self._path.suffix.lower() in (".csv", ".tsv", ".txt")

    def _unnamed(self, grid: Grid) -> Failure:
        titles = self._operations.titles
        if self._is_text:
            return failure(words.CSV_NO_OPERATION, operations=titles)
        near = nearest(grid.name, {fold(name): flow.title for name, flow in self._operations.by_name.items()})
        notice = words.SHEET_UNNAMED_NEAR if near else words.SHEET_UNNAMED
        return failure(notice, sheet=grid.name, nearest=near, operations=titles)

    def _no_sheet(self, visible: Sequence[Grid]) -> Failure:
        names = ", ".join(f"“{grid.name}”" for grid in visible)
        return failure(words.NO_SHEET, sheets=names, operations=self._operations.titles)

    def _sheet(self, chosen: _Chosen) -> Sheet:
        flows = [chosen.flow] if chosen.flow else list(self._operations.flows)
        sheet = read_rows(chosen.grid, chosen.header, flows, self._operations)
        used = [chosen.flow] if chosen.flow else list({row.flow.flow: row.flow for row in sheet.rows}.values())
        self._failures += header_failures(chosen.grid, chosen.header, flows, used)
        return sheet

    def _same_operation(self, sheets: Sequence[Sheet]) -> None:
        first: dict[str, Sheet] = {}
        for sheet in sheets:
            for flow in {row.flow.flow: row.flow for row in sheet.rows}.values():
                other = first.setdefault(flow.flow, sheet)
                if other is not sheet:
                    self._failures.append(
                        failure(words.SHEETS_SAME, first=other.name, second=sheet.name, operation=flow.title)
                    )


def _is_empty(grid: Grid) -> bool:
    return all(is_blank_row(row) for row in grid.rows)
