"""A copy of a roster in which every cell with a problem is coloured and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import column_index_from_string

from bot.fields import Severity
from bot.roster.book import copy_of, fill, save, sheet_of, shown_cell, width_of
from bot.roster.check import Checked
from bot.roster.corrections import write_in
from bot.roster.model import Roster
from bot.roster.problems import RowProblem

COLOURS = {Severity.ERROR: fill("F8CBAD"), Severity.WARNING: fill("FFE699"), Severity.INFO: fill("DDEBF7")}
_WORST_FIRST = tuple(COLOURS)
_AUTHOR = "portal"
_WIDTH, _LINE, _CHARACTERS = 320, 18, 42
"""Of a comment: its width and a line's height in points, and the characters that fit in a line."""


def write_marked(roster: Roster, checked: Checked, path: Path) -> Path:
    """Write the copy, in the reading language, and say where it is; the roster itself is never written to.

    What a clerk formatted stays as it is, but for the colour of marked cells. Raises RosterError.
    """
    book = copy_of(roster.path)
    write_in(book, roster.corrections)
    for (sheet, row, column), problems in _by_cell(checked):
        _mark(shown_cell(sheet_of(book, sheet), row, column), problems)
    return save(book, path, keep=roster.path)


def _by_cell(checked: Checked) -> Iterator[tuple[tuple[str, int, int], list[RowProblem]]]:
    """Problems by sheet, row and column; those of no column of the sheet stand at the row's first."""
    cells: dict[tuple[str, int, int], list[RowProblem]] = {}
    for problem in checked.problems:
        if problem.row is not None:
            column = column_index_from_string(problem.column) if problem.column else 1
            cells.setdefault((problem.sheet, problem.row, column), []).append(problem)
    yield from cells.items()


def _mark(cell: Cell, problems: list[RowProblem]) -> None:
    worst = min((problem.severity for problem in problems), key=_WORST_FIRST.index)
    cell.fill = COLOURS[worst]
    said = [_said(problem) for problem in problems]
    if cell.comment is not None:
        said.insert(0, cell.comment.text)
    text = "\n\n".join(said)
    lines = sum(width_of(line) // _CHARACTERS + 1 for line in text.splitlines())
    cell.comment = Comment(text, _AUTHOR, width=_WIDTH, height=_LINE * (lines + 1))


def _said(problem: RowProblem) -> str:
    name = "" if problem.column else f" {problem.header}"
    return f"{problem.rule}{name}: {problem.message}\n{problem.cure}".rstrip()
