"""Mending one cell of a roster, in the copy that was handed in."""

from __future__ import annotations

from pathlib import Path

from openpyxl.utils import column_index_from_string

from bot.roster.book import TEXT, copy_of, put, save, sheet_of, shown_cell


def write_cell(roster: Path, sheet: str, row: int, column: str, value: str) -> Path:
    """Write a text into a cell, named by its row and its column's letters; where the roster is now.

    A roster that is no workbook becomes one beside it. Raises RosterError if it can't be read or written.
    """
    book = copy_of(roster)
    cell = shown_cell(sheet_of(book, sheet), row, column_index_from_string(column))
    put(cell, value.strip() or None)
    cell.number_format = TEXT
    return save(book, roster.with_suffix(".xlsx"))
