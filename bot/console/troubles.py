"""What is wrong with a spreadsheet, row by row: who it is about, what the cell holds now, what may be meant."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.fields import PersonName, Severity
from bot.fields.cells import as_text, fold
from bot.fields.yes_no import NO, YES
from bot.flow.models import Flow
from bot.roster.check import Checked, RowProblem
from bot.roster.model import Cell, Row, index_of, letters
from bot.text import Text

ON_A_PAGE = 40
"""Rows: what a person can still look over."""
MOST_CHOICES = 40
OPEN = frozenset({Severity.ERROR, Severity.WARNING})
"""What somebody should look at. The rest informs."""
WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
UNMENDABLE = frozenset({"RO02"})
"""A new value does not help where cells are merged."""


@dataclass(frozen=True)
class Trouble:
    """One thing wrong with a row, or worth knowing about it."""

    problem: RowProblem
    value: str
    """What the cell holds now."""
    choices: tuple[str, ...] = ()
    """What may stand in the cell, where that is a list."""
    proposal: str = ""

    @property
    def mendable(self) -> bool:
        """Whether another value in the cell puts it right."""
        return bool(self.problem.row and self.problem.column) and self.problem.rule not in UNMENDABLE

    @property
    def place(self) -> str:
        """The cell as a spreadsheet names it."""
        return f"{self.problem.column}{self.problem.row or ''}"

    @property
    def key(self) -> str:
        """The cell, for a form."""
        return json.dumps([self.problem.sheet, self.problem.row, self.problem.column], ensure_ascii=False)


@dataclass(frozen=True)
class RowTroubles:
    """All that is wrong with a row; of a roster as a whole, `row` is None."""

    sheet: str
    row: int | None
    person: str
    troubles: tuple[Trouble, ...]

    @property
    def worst(self) -> Severity:
        """How bad the worst of it is."""
        return min((one.problem.severity for one in self.troubles), key=WORST_FIRST.index)


@dataclass(frozen=True)
class Wanted:
    """Which problems are looked at: of a severity ("" for all that are open), of a sheet, with some words."""

    show: str = ""
    sheet: str = ""
    said: str = ""
    page: int = 1

    def query(self, **other: object) -> dict[str, object]:
        """What an address says of it."""
        return {"show": self.show, "sheet": self.sheet, "q": self.said, "page": self.page, **other}


@dataclass(frozen=True)
class Listed:
    """A page of rows with their problems."""

    rows: Sequence[RowTroubles]
    found: int
    page: int
    pages: int


class Looked:
    """A checked spreadsheet, as the page shows it."""

    def __init__(self, checked: Checked, operations: Iterable[Flow]) -> None:
        self.checked = checked
        self._operations = tuple(str(flow.title) for flow in operations)
        self.counts = Counter(one.severity.value for one in checked.problems)
        self.sheets = tuple(sheet.name for sheet in checked.roster.sheets)

    def listed(self, wanted: Wanted) -> Listed:
        """The rows that are looked for, those with the worst problems first."""
        rows = self._rows(wanted)
        if words := fold(wanted.said):
            rows = [one for one in rows if words in fold(_text(one))]
        rows.sort(key=lambda one: WORST_FIRST.index(one.worst))  # rows alike stay in the spreadsheet's order
        pages = max(1, -(-len(rows) // ON_A_PAGE))
        page = min(max(1, wanted.page), pages)
        return Listed(rows[(page - 1) * ON_A_PAGE : page * ON_A_PAGE], len(rows), page, pages)

    def _rows(self, wanted: Wanted) -> list[RowTroubles]:
        severities = {Severity(wanted.show)} if wanted.show else OPEN
        found: dict[tuple[str, int | None], list[RowProblem]] = {}
        for problem in self.checked.problems:
            if problem.severity in severities and wanted.sheet in ("", problem.sheet):
                found.setdefault((problem.sheet, problem.row), []).append(problem)
        return [self._row(sheet, number, problems) for (sheet, number), problems in found.items()]

    def _row(self, sheet: str, number: int | None, problems: list[RowProblem]) -> RowTroubles:
        row = self._by_place.get((sheet, number))
        problems.sort(key=lambda one: WORST_FIRST.index(one.severity))
        return RowTroubles(sheet, number, _person(row), tuple(self._trouble(one, row) for one in problems))

    def _trouble(self, problem: RowProblem, row: Row | None) -> Trouble:
        return Trouble(problem, shown(self._cell(problem, row)), self._choices(problem, row), str(problem.proposal))

    def _cell(self, problem: RowProblem, row: Row | None) -> Cell:
        at = index_of(problem.column) if problem.column else -1
        if row is None:
            return self._strays.get((problem.sheet, problem.row, problem.column))
        return row.cells[at] if 0 <= at < len(row.cells) else None

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, int | None], Row]:
        return {(row.origin.sheet, row.origin.row): row for row in self.checked.roster.rows}

    @cached_property
    def _strays(self) -> Mapping[tuple[str, int | None, str], Cell]:
        strays = (one for sheet in self.checked.roster.sheets for one in sheet.strays)
        return {(one.origin.sheet, one.origin.row, letters(one.column)): one.cell for one in strays}

    def _choices(self, problem: RowProblem, row: Row | None) -> tuple[str, ...]:
        if row is None:
            return self._operations if problem.rule == "RO01" else ()
        if problem.input not in row.flow.inputs:
            return ()
        column = next((one for one in row.layout.of(problem.input) if one.letter == problem.column), None)
        columns = row.flow.inputs[problem.input].columns()
        offered = next((one.choices for one in columns if column and one.key == (column.key or "")), ())
        return tuple(str(one) for one in offered) if len(offered) <= MOST_CHOICES else ()


def shown(cell: Cell) -> str:
    """A cell as a person reads it."""
    match cell:
        case None:
            return ""
        case bool():
            return str(YES if cell else NO)
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
        case _:
            return as_text(cell) or str(cell)


def _person(row: Row | None) -> str:
    """What the spreadsheet calls the person of a row."""
    if row is None:
        return ""
    named = (name for name, one in row.flow.inputs.items() if isinstance(one, PersonName))
    columns = (column for name in named for column in row.layout.of(name))
    return next((shown(row.cells[one.index]) for one in columns if one.index < len(row.cells)), "")


def _text(row: RowTroubles) -> str:
    parts: Iterator[object] = (
        part
        for one in row.troubles
        for part in (one.problem.message, one.problem.header, one.problem.rule, one.place, one.value)
    )
    return " ".join([row.sheet, str(row.row or ""), row.person, *map(str, parts)])


def next_after(rows: Iterable[RowTroubles], place: tuple[str, int, str]) -> str:
    """The key of the cell to go to after one was put right: what is left in its row, else the next one in order."""
    open_cells = [one for row in rows for one in row.troubles if one.mendable]
    same = [one for one in open_cells if (one.problem.sheet, one.problem.row) == place[:2]]
    later = [one for one in open_cells if one.problem.sheet == place[0] and (one.problem.row or 0) > place[1]]
    found = next(iter([*same, *later, *open_cells]), None)
    return found.key if found else ""


@dataclass(frozen=True)
class Share:
    """How many cases of an operation there are for an account ("" where the spreadsheet names none)."""

    account: str
    operation: Flow
    cases: int


def shares(checked: Checked) -> list[Share]:
    """What would be filed, by account and operation."""
    counted = Counter((case.account or "", case.flow.flow) for case in checked.cases)
    flows = {case.flow.flow: case.flow for case in checked.cases}
    return [Share(account, flows[flow], count) for (account, flow), count in counted.items()]


def told(severity: Severity) -> tuple[str, Text]:
    """How a severity looks, and is called."""
    from bot.console import words

    return {
        Severity.ERROR: ("bad", words.ERROR),
        Severity.WARNING: ("open", words.WARNING),
        Severity.INFO: ("quiet", words.NOTE),
    }[severity]
