"""What a check has to say, each with its place in the spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.fields import Problem, Severity
from bot.flow.case import Origin
from bot.roster.model import ColumnAt, Row, Stray, letters
from bot.text import Text


@dataclass(frozen=True)
class RowProblem:
    """One thing wrong with a row, or with the roster as a whole: then `sheet` is "" and `row` is None."""

    rule: str
    severity: Severity
    message: Text
    cure: Text
    sheet: str = ""
    row: int | None = None
    """As the spreadsheet numbers it."""
    column: str = ""
    """The column's letters; "" where no column is to blame, or the sheet lacks the column."""
    header: str = ""
    """The column's header; for a column that the sheet lacks, the label it would have."""
    input: str = ""
    proposal: str | Text = field(default="", repr=False)
    """What may be meant instead of what the cell holds; "" where that can't be told."""

    @property
    def is_error(self) -> bool:
        """Whether it stops its row, or all of them."""
        return self.severity is Severity.ERROR


def of_input(row: Row, name: str, problem: Problem) -> RowProblem:
    """A problem with one of a row's inputs."""
    return _placed(row.origin, _column(row, name, problem.column), name, row, problem)


def of_cell(row: Row, column: ColumnAt, problem: Problem) -> RowProblem:
    """A problem with a cell of a row."""
    return _placed(row.origin, column, column.input, row, problem)


def of_stray(stray: Stray) -> RowProblem:
    """The problem of a cell that belongs to no input."""
    problem, origin = stray.problem, stray.origin
    return RowProblem(
        problem.rule,
        problem.severity,
        problem.message,
        problem.cure,
        sheet=origin.sheet,
        row=origin.row,
        column=letters(stray.column),
        header=stray.header,
        proposal=problem.proposal,
    )


def of_roster(problem: Problem) -> RowProblem:
    """A problem with the roster as a whole."""
    return RowProblem(problem.rule, problem.severity, problem.message, problem.cure)


def _column(row: Row, name: str, key: str) -> ColumnAt | None:
    """The column that a problem is about; where it is about no part, the first of the input's."""
    columns = row.layout.of(name)
    exact = (column for column in columns if column.key in (key, None))
    return next(exact, None) or (None if key else next(iter(columns), None))


def _placed(origin: Origin, column: ColumnAt | None, name: str, row: Row, problem: Problem) -> RowProblem:
    return RowProblem(
        problem.rule,
        problem.severity,
        problem.message,
        problem.cure,
        sheet=origin.sheet,
        row=origin.row,
        column=column.letter if column else "",
        header=column.header if column else _label(row, name, problem.column),
        input=name,
        proposal=problem.proposal,
    )


def _label(row: Row, name: str, key: str) -> str:
    field = row.flow.inputs[name]
    return str(next((column.label for column in field.columns() if column.key == key), field.label))
