"""Finding a sheet's header row, and what each of its columns holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.fields.cells import fold, is_blank
from bot.fields.masking import quote
from bot.flow.models import Flow
from bot.roster import reading_words as words
from bot.roster.failures import Failure, failure
from bot.roster.grid import Grid
from bot.roster.headings import ACCOUNT_NAMES, NUMBER_NAMES, OPERATION_NAMES, REFERENCE, Meant, headings, meanings
from bot.roster.matching import listed, nearest
from bot.roster.model import Cell, ColumnAt, Layout, letters
from bot.roster.result_columns import RESULT_NAMES
from bot.text import Text

SEARCHED = 5
"""The header is among the first so many rows."""


@dataclass(frozen=True)
class HeaderRow:
    """A sheet's header. `index` counts rows from 0; so do the columns."""

    index: int
    cells: Sequence[Cell]
    recognised: int
    """How many of its columns belong to an operation."""
    operation: int | None = None
    account: int | None = None
    reference: int | None = None
    ignored: frozenset[int] = field(default_factory=frozenset)
    """Columns that are not read: row numbers, results of an earlier run, and those marked with #."""

    @property
    def columns(self) -> dict[int, str]:
        """The headers that stand for inputs, or should."""
        special = {self.operation, self.account} | self.ignored
        return {at: self.name(at) for at, cell in enumerate(self.cells) if not is_blank(cell) and at not in special}

    def name(self, at: int) -> str:
        """A column's header without its star, in one line."""
        return " ".join(str(self.cells[at]).split()).rstrip(" *＊")


def find_header(grid: Grid, flows: Iterable[Flow]) -> HeaderRow | None:
    """The row among the first few that names most columns of these operations; None if none names any."""
    known = {name for flow in flows for name in meanings(flow)}
    rows = [_header(index, row, known) for index, row in enumerate(grid.rows[:SEARCHED])]
    best = max(rows, key=lambda row: row.recognised, default=None)
    return best if best and best.recognised else None


def _header(index: int, cells: Sequence[Cell], known: set[str]) -> HeaderRow:
    operation = account = reference = None
    ignored: set[int] = set()
    recognised = 0
    for at, cell in enumerate(cells):
        if not isinstance(cell, str) or is_blank(cell):
            continue
        name = fold(cell)
        if cell.strip().startswith(("#", "＃")):
            ignored.add(at)
            if name == fold(REFERENCE):
                reference = at
        elif name in known:
            recognised += 1
        elif name in OPERATION_NAMES and operation is None:
            operation = at
        elif name in ACCOUNT_NAMES and account is None:
            account = at
        elif name in NUMBER_NAMES | RESULT_NAMES:
            ignored.add(at)
    return HeaderRow(index, cells, recognised, operation, account, reference, frozenset(ignored))


def layout_of(flow: Flow, header: HeaderRow) -> Layout:
    """Where an operation's inputs are; columns of other operations are left out."""
    known = meanings(flow)
    columns = [(at, words, known.get(fold(words))) for at, words in header.columns.items()]
    return Layout(flow, tuple(ColumnAt(at, words, one.input, one.key) for at, words, one in columns if one))


def header_failures(grid: Grid, header: HeaderRow, flows: Sequence[Flow], used: Sequence[Flow]) -> list[Failure]:
    """What is wrong with a sheet's header: `flows` may be in it, and rows ask for those in `used`."""
    known: dict[str, Meant] = {name: meant for flow in flows for name, meant in meanings(flow).items()}
    return [
        *_unknown(grid, header, flows, known),
        *_unnamed(grid, header),
        *(one for flow in used for one in _doubled(grid, header, flow)),
        *(one for flow in used for one in _missing(grid, header, flow)),
    ]


def column_labels(flows: Iterable[Flow]) -> Text:
    """The labels of the columns of these operations."""
    return listed(dict.fromkeys(heading.label for flow in flows for heading in headings(flow)))


def _unknown(grid: Grid, header: HeaderRow, flows: Sequence[Flow], known: dict[str, Meant]) -> list[Failure]:
    failures = []
    for at, name in header.columns.items():
        if fold(name) in known:
            continue
        near = nearest(name, known)
        notice = words.UNKNOWN_COLUMN_NEAR if near else words.UNKNOWN_COLUMN
        blanks = {"nearest": near.label} if near else {"columns": column_labels(flows)}
        failures.append(failure(notice, sheet=grid.name, letter=letters(at), header=quote(name), **blanks))
    return failures


def _unnamed(grid: Grid, header: HeaderRow) -> list[Failure]:
    """Columns without a header that have something in a row below it."""
    named = {at for at, cell in enumerate(header.cells) if not is_blank(cell)}
    found: dict[int, int] = {}
    for index, row in enumerate(grid.rows[header.index + 1 :], start=header.index + 2):
        for at, cell in enumerate(row):
            if at not in named and at not in found and not is_blank(cell):
                found[at] = index
    return [
        failure(words.UNNAMED_COLUMN, sheet=grid.name, letter=letters(at), row=row) for at, row in sorted(found.items())
    ]


def _doubled(grid: Grid, header: HeaderRow, flow: Flow) -> list[Failure]:
    failures = []
    first: dict[tuple[str, str | None], ColumnAt] = {}
    for column in layout_of(flow, header).columns:
        other = first.setdefault((column.input, column.key), column)
        if other is not column:
            failures.append(
                failure(
                    words.DOUBLED_COLUMN,
                    sheet=grid.name,
                    first=other.letter,
                    second=column.letter,
                    label=quote(column.header),
                )
            )
    return failures


def _missing(grid: Grid, header: HeaderRow, flow: Flow) -> list[Failure]:
    there = {(column.input, column.key) for column in layout_of(flow, header).columns}
    return [
        failure(words.MISSING_COLUMN, sheet=grid.name, label=heading.label)
        for heading in headings(flow)
        if heading.needed and not there & {(heading.input, heading.column.key), (heading.input, None)}
    ]
