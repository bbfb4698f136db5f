"""What a spreadsheet's values alone don't tell: formulas, calculation errors, and sizes that would choke a reader."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.roster import reading_words as words
from bot.roster.failures import failure, roster_error

MAX_UNPACKED_MEGABYTES = 500
MAX_CELLS = 20_000_000
"""The area from the first cell to the last one written."""

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ODD = re.compile(rb"<(?:\w+:)?f[ >/]|\bt=\"e\"")
_WRITTEN = re.compile(rb"<(?:\w+:)?c r=\"([A-Z]{1,3})([0-9]{1,7})\"[^>]*[^/]>")


@dataclass(frozen=True)
class Oddity:
    """A cell with a formula, or with a calculation error."""

    error: str = ""
    """What the cell shows instead of a value, e.g. "#N/A"; "" if it has none."""


Oddities = Mapping[tuple[int, int], Oddity]
"""By (row, column), counted from 0."""


def look_into(path: Path, content: bytes) -> dict[str, Oddities]:
    """The odd cells of an .xlsx, by sheet; none of another kind of package. Raises RosterError if it would choke us.

    Only a file that has formulas or errors is read by the slow reader that can tell where.
    """
    try:
        unpacked, sheets = _unpack(content)
    except Exception as error:  # a damaged package fails in as many ways as it has parts
        raise roster_error(path, [failure(words.NOT_A_SPREADSHEET)]) from error
    if unpacked > MAX_UNPACKED_MEGABYTES:
        found, limit = (words.MEGABYTES.format(count=round(size)) for size in (unpacked, MAX_UNPACKED_MEGABYTES))
        raise roster_error(path, [failure(words.TOO_LARGE, found=found, limit=limit)])
    for sheet in sheets:
        if far := _far_cell(sheet):
            raise roster_error(path, [failure(words.FAR_CELL, cell=far)])
    return _oddities(path, content) if any(_ODD.search(sheet) for sheet in sheets) else {}


def _unpack(content: bytes) -> tuple[float, list[bytes]]:
    """The unpacked size in megabytes, and the worksheets; none if it is too large."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        unpacked = sum(one.file_size for one in package.infolist()) / 1_000_000
        if unpacked > MAX_UNPACKED_MEGABYTES:
            return unpacked, []
        return unpacked, [package.read(name) for name in package.namelist() if _SHEET.fullmatch(name)]


def _far_cell(sheet: bytes) -> str:
    """The last cell written, if the area before it is too large; else ""."""
    last_row, last_column = 0, b""
    for column, row in _WRITTEN.findall(sheet):
        last_row = max(last_row, int(row))
        last_column = max(last_column, column, key=lambda letters: (len(letters), letters))
    columns = 0
    for letter in last_column:
        columns = columns * 26 + letter - ord("A") + 1
    return f"{last_column.decode()}{last_row}" if last_row * columns > MAX_CELLS else ""


def _oddities(path: Path, content: bytes) -> dict[str, Oddities]:
    import openpyxl

    try:
        written = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        shown = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return {sheet.title: {**_cells(sheet, "f"), **_cells(shown[sheet.title], "e")} for sheet in written.worksheets}
    except Exception as error:  # openpyxl raises whatever it stumbles over in a broken file
        raise roster_error(path, [failure(words.NOT_A_SPREADSHEET)]) from error


def _cells(sheet: Any, kind: str) -> dict[tuple[int, int], Oddity]:
    """The cells of a kind: formulas ("f") or errors ("e")."""
    return {
        (cell.row - 1, cell.column - 1): Oddity(str(cell.value) if kind == "e" else "")
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == kind
    }
