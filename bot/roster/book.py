"""Writing workbooks: safe cells, looks, copies of what a clerk handed in, and files that are whole or not there."""

from __future__ import annotations

import math
import os
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.private import private_file
from bot.roster import reading_words as words
from bot.roster.failures import failure, roster_error
from bot.roster.grid import open_grids
from bot.roster.matching import sheet_name
from bot.roster.package import Unsafe, look_into

TEXT = "@"
TIME = "yyyy-mm-dd hh:mm"

_MEANT_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LINE = 15
"""Points."""
_LONGEST = 32_767
"""Characters that fit in a cell."""
_EDITABLE = frozenset({".xlsx", ".xlsm"})
_TRIES = 100
_LARGEST_EDITED = 60
"""Megabytes, unpacked: a roster of 50,000 rows."""
_REACHES_OUT = re.compile(r"\[[^\]]*\.xl\w*\]|\[\d+\]|\||\b(?:WEBSERVICE|RTD|HYPERLINK|IMAGE|CALL|REGISTER)\(", re.I)
"""In a formula: another workbook, a program (DDE), an address."""


def fill(colour: str) -> PatternFill:
    """A plain fill, by its RGB code."""
    return PatternFill("solid", start_color=colour, end_color=colour)


REQUIRED_HEADER = fill("1F4E79")
OPTIONAL_HEADER = fill("5B7FA6")
EXAMPLE_ROW = fill("EDEDED")
WHITE = Font("Calibri", 11, color="FFFFFF", bold=True)
GREY = Font("Calibri", 11, color="7F7F7F", italic=True)
BOLD = Font("Calibri", 14, bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center")
LINES = Border(bottom=Side(style="thin", color="BFBFBF"))


def width_of(text: str) -> int:
    """The width of a text in characters of a spreadsheet's column; Chinese ones take two."""
    return sum(2 if unicodedata.east_asian_width(one) in "FW" else 1 for one in text)


def height_of(texts: Iterable[str], widths: Iterable[int]) -> int:
    """The height of a row, in points, in which these texts are wrapped in columns of these widths."""
    lines = max(math.ceil(width_of(text) / width) for text, width in zip(texts, widths, strict=True))
    return max(lines, 1) * _LINE + 3


def put(cell: Cell | MergedCell, value: object) -> None:
    """Write a value. A text is never taken as a formula, whoever wrote it."""
    if isinstance(cell, MergedCell):
        return
    match value:
        case str():
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
            cell.data_type = "s"
            if value.startswith(_MEANT_AS_FORMULA):
                cell.quotePrefix = True
        case None | bool() | int() | float() | date() | time() | timedelta():
            cell.value = value
        case _:
            put(cell, str(value))


def put_time(cell: Cell | MergedCell, moment: datetime | None) -> None:
    """Write a moment as its own zone's clock shows it; a spreadsheet knows no zones."""
    put(cell, moment.replace(tzinfo=None) if moment else None)
    cell.number_format = TIME


def fit_page(sheet: Worksheet) -> None:
    """Print on sheets as wide as the table."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def copy_of(path: Path) -> Workbook:
    """The clerk's workbook with all its looks; of a file that can't be edited, a new workbook with its cells.

    Macros and links to other workbooks are left out; a formula that reaches out of the workbook is its last value.
    A workbook too large to be edited comes as its cells alone. Raises RosterError if it can't be read.
    """
    if path.suffix.lower() in _EDITABLE and _is_editable(path):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about features of Excel that the copy will lack
                book = load_workbook(path, keep_links=False)
                _stay_inside(book, path)
                return book
        except Exception as error:  # openpyxl raises whatever it stumbles over in a file that others can read
            raise roster_error(path, [failure(words.NOT_A_SPREADSHEET)]) from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in open_grids(path)[0]:
        _fill_in(book.create_sheet(sheet_name(grid.name)), grid.rows)
    return book


def _is_editable(path: Path) -> bool:
    """Whether the whole of a workbook may be kept in memory with its looks, which takes fifty times its size."""
    try:
        return look_into(path.read_bytes()).megabytes <= _LARGEST_EDITED
    except (Unsafe, OSError, zipfile.BadZipFile):
        return False


def _stay_inside(book: Workbook, path: Path) -> None:
    """Put the last value in the place of each formula that would fetch something, or start something."""
    reaching = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and _REACHES_OUT.search(str(getattr(cell.value, "text", cell.value)))
    ]
    if not reaching:
        return
    values = load_workbook(path, data_only=True, keep_links=False)
    for cell in reaching:
        put(cell, values[cell.parent.title][cell.coordinate].value)


def _fill_in(sheet: Worksheet, rows: Sequence[Sequence[object]]) -> None:
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                cell = sheet.cell(at, column)
                put(cell, value)
                if isinstance(value, str):
                    cell.number_format = TEXT


def sheet_of(book: Workbook, name: str) -> Worksheet:
    """A sheet of a copy, by the name that it was read with."""
    sheet = book[name if name in book.sheetnames else sheet_name(name)]
    if not isinstance(sheet, Worksheet):
        raise KeyError(f"{name} is no sheet of cells")
    return sheet


def shown_cell(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell, by row and column from 1; of merged ones the one that is seen."""
    cell = sheet.cell(row, column)
    if isinstance(cell, Cell):
        return cell
    for merged in sheet.merged_cells.ranges:
        if cell.coordinate in merged:
            return shown_cell(sheet, merged.min_row, merged.min_col)
    raise AssertionError("a merged cell is in a merged range")


def save(book: Workbook, path: Path, *, keep: Path | None = None) -> Path:
    """Write a workbook, whole or not at all, and say where it is.

    Where `path` can't be replaced (open in Excel), or is the file to `keep`, a number is added to the name. A copy of
    a roster, which is the file to keep, names people: it is made for its owner's eyes only.
    Raises RosterError if the folder can't be written to.
    """
    part = path.with_name(f".{path.stem}.part{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if keep is not None:
            private_file(part)
        book.save(part)
        for number in range(1, _TRIES):
            target = path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
            if keep is not None and target.resolve() == keep.resolve():
                continue
            try:
                return part.replace(target)
            except PermissionError:
                continue
        raise PermissionError(f"{path} is in use")
    except OSError as error:
        reason = error.strerror or str(error)
        raise roster_error(path, [failure(words.UNWRITABLE, reason=reason)]) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
