"""Cells that were put right after a roster was handed in. They are kept beside the file, which stays as it was.

A large workbook takes seconds to write; a correction must not. It is written once: when somebody wants it back, or when
it is filed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.private import private_file
from bot.roster.grid import Grid
from bot.roster.model import Place, index_of

if TYPE_CHECKING:
    from openpyxl import Workbook

Corrections = Mapping[Place, str]


def load_corrections(path: Path) -> dict[Place, str]:
    """The corrections that are kept in a file; none if there is no such file."""
    if not path.exists():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {(sheet, row, column): value for sheet, row, column, value in kept}


def keep_corrections(corrections: Corrections, path: Path) -> None:
    """Keep the corrections in a file, whole or not at all."""
    part = private_file(path.with_name(f"{path.name}.part{os.getpid()}"))
    part.write_text(json.dumps([[*place, value] for place, value in corrections.items()]), encoding="utf-8")
    part.replace(path)


def corrected(grids: Sequence[Grid], corrections: Corrections) -> list[Grid]:
    """The sheets with what was put right. A cell that was a formula is none any more."""
    by_sheet: dict[str, dict[Place, str]] = {}
    for place, value in corrections.items():
        by_sheet.setdefault(place[0], {})[place] = value
    return [_corrected(grid, by_sheet.get(grid.name, {})) for grid in grids]


def _corrected(grid: Grid, corrections: Corrections) -> Grid:
    if not corrections:
        return grid
    rows, oddities = list(grid.rows), dict(grid.oddities)
    for (_, number, column), value in corrections.items():
        row, at = number - 1, index_of(column)
        cells = list(rows[row])
        cells += [None] * (at + 1 - len(cells))
        cells[at] = value or None
        rows[row] = cells
        oddities.pop((row, at), None)
    return replace(grid, rows=rows, oddities=oddities)


def write_in(book: Workbook, corrections: Corrections) -> None:
    """Put the corrections into a copy of the workbook, as text."""
    from bot.roster.book import TEXT, put, sheet_of, shown_cell

    for (sheet, row, column), value in corrections.items():
        cell = shown_cell(sheet_of(book, sheet), row, index_of(column) + 1)
        put(cell, value or None)
        cell.number_format = TEXT


def write_corrected(roster: Path, corrections: Corrections, path: Path) -> Path:
    """Write a copy of the roster with what was put right, and say where it is. Raises RosterError."""
    from bot.roster.book import copy_of, save

    book = copy_of(roster)
    write_in(book, corrections)
    return save(book, path, keep=roster)
