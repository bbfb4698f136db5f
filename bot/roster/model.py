"""A roster as read: its sheets, their columns and the rows with the cells as the spreadsheet keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.fields import Problem
from bot.flow.case import Origin
from bot.flow.models import Flow

Cell = object
"""A cell as read: str, int, float, bool, date, datetime, time, timedelta, or None where it is empty."""


def letters(index: int) -> str:
    """The letters of a column, counted from 0: A, B, … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def index_of(name: str) -> int:
    """The number of a column, counted from 0, by its letters."""
    index = 0
    for letter in name:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


Place = tuple[str, int, str]
"""A cell: its sheet, its row as the spreadsheet numbers it, its column's letters."""


@dataclass(frozen=True)
class ColumnAt:
    """A column of a sheet that holds an input of a flow, or a part of one."""

    index: int
    """Counted from 0."""
    header: str
    """As the spreadsheet has it, without a star."""
    input: str
    key: str | None
    """The part of the input ("province"); "" for a whole input of one column, None for all parts in one cell."""

    @property
    def letter(self) -> str:
        """The column's letters."""
        return letters(self.index)


@dataclass(frozen=True)
class Layout:
    """Which column of a sheet holds which input of a flow."""

    flow: Flow
    columns: tuple[ColumnAt, ...]

    def of(self, name: str) -> tuple[ColumnAt, ...]:
        """The columns of one input."""
        return tuple(column for column in self.columns if column.input == name)


@dataclass(frozen=True)
class Stray:
    """A cell that belongs to no input of its row: an operation that isn't known, or a value that has no use."""

    origin: Origin
    column: int
    header: str
    problem: Problem
    cell: Cell = field(default=None, repr=False)


@dataclass(frozen=True)
class Row:
    """One row of a roster: one case to be."""

    origin: Origin
    layout: Layout
    cells: tuple[Cell, ...]
    account: str = ""
    troubles: Mapping[int, Problem] = field(default_factory=dict)
    """What is wrong or odd about cells before their values are looked at, by the column's index."""
    strays: tuple[Stray, ...] = ()
    reference: str = ""
    """The name that whoever handed the case over has for it."""

    @property
    def flow(self) -> Flow:
        """The operation that the row asks for."""
        return self.layout.flow


@dataclass(frozen=True)
class Sheet:
    """A sheet that holds cases."""

    name: str
    header_row: int
    """The header's row number, as the spreadsheet shows it."""
    width: int
    """How many columns the header has."""
    rows: tuple[Row, ...]
    strays: tuple[Stray, ...] = ()
    """The operations of rows that name none that is known."""
    examples: int = 0
    """Rows that were passed over because they are marked as examples or remarks."""


@dataclass(frozen=True)
class Roster:
    """A spreadsheet of cases."""

    path: Path
    hash: str
    """SHA-256 of the file."""
    sheets: tuple[Sheet, ...]
    ignored: tuple[str, ...] = ()
    """Names of visible sheets that hold no cases."""
    corrections: Mapping[Place, str] = field(default_factory=dict, repr=False)
    """What was put right since the file was written: the rows have it, the file has not."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row of every sheet, in order."""
        return tuple(row for sheet in self.sheets for row in sheet.rows)
