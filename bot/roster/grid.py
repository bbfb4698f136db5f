"""A spreadsheet file as grids of cells, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.fields.cells import fold
from bot.roster import package
from bot.roster import reading_words as words
from bot.roster.apart import read_safely
from bot.roster.delimited import read_delimited
from bot.roster.failures import Failure, failure, roster_error
from bot.roster.matching import nearest, sheet_name
from bot.roster.model import Cell
from bot.roster.package import ZIP, Oddities, Unsafe
from bot.roster.workbook import Merged, Protected, Unreadable

MAX_MEGABYTES = 50
MAX_ROWS = 50_000
"""More rows than any employer files at once; beyond it a file is a mistake."""

_DELIMITED = frozenset({".csv", ".tsv", ".txt"})
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old .xls files, and of newer ones behind a password."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Grid:
    """One sheet. Rows and columns are counted from 0, from the sheet's first cell."""

    name: str
    rows: Sequence[Sequence[Cell]]
    visible: bool = True
    merged: Sequence[Merged] = ()
    """First and last (row, column) of each merged range."""
    oddities: Oddities = field(default_factory=dict)


def open_grids(path: Path) -> tuple[list[Grid], bytes]:
    """The sheets of a spreadsheet file, and its bytes. Raises RosterError if it can't be taken as one."""
    content = _bytes_of(path)
    if not content:
        raise roster_error(path, [failure(words.EMPTY_FILE)])
    if content.startswith(_COMPOUND) and _ENCRYPTED_PACKAGE in content:
        raise roster_error(path, [failure(words.PASSWORD)])
    if path.suffix.lower() in _DELIMITED and not content.startswith((ZIP, _COMPOUND)):
        grids = [Grid(sheet_name(path.stem), read_delimited(path, content))]
    else:
        grids = _workbook(path, content)
    for grid in grids:
        if grid.visible and any(not is_blank_row(row) for row in grid.rows[MAX_ROWS:]):
            found = words.ROWS.format(count=len(grid.rows))
            limit = words.ROWS.format(count=MAX_ROWS)
            raise roster_error(path, [failure(words.TOO_LARGE, found=found, limit=limit)])
    return grids, content


def is_blank_row(row: Sequence[Cell]) -> bool:
    """Whether nothing is written in a row."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row)


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise roster_error(path, [failure(words.NOT_A_FILE)])
    try:
        megabytes = path.stat().st_size / 1_000_000
        if megabytes > MAX_MEGABYTES:
            found, limit = (words.MEGABYTES.format(count=round(count)) for count in (megabytes, MAX_MEGABYTES))
            raise roster_error(path, [failure(words.TOO_LARGE, found=found, limit=limit)])
        return path.read_bytes()
    except FileNotFoundError as error:
        close = _nearest_file(path)
        notice = words.NO_SUCH_FILE_NEAR if close else words.NO_SUCH_FILE
        raise roster_error(path, [failure(notice, nearest=close)]) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise roster_error(path, [failure(words.UNREADABLE, reason=reason)]) from error


def _nearest_file(path: Path) -> str | None:
    try:
        return nearest(path.stem, {fold(one.stem): one.name for one in path.parent.iterdir() if one.is_file()})
    except OSError:
        return None


def _workbook(path: Path, content: bytes) -> list[Grid]:
    try:
        contents = read_safely(content)
    except Protected as error:
        raise roster_error(path, [failure(words.PASSWORD)]) from error
    except Unreadable as error:
        raise roster_error(path, [failure(words.NOT_A_SPREADSHEET)]) from error
    except Unsafe as error:
        raise roster_error(path, [_why_unsafe(error)]) from error
    odd = contents.oddities
    return [Grid(one.name, one.rows, one.visible, one.merged, odd.get(one.name, {})) for one in contents.sheets]


def _why_unsafe(unsafe: Unsafe) -> Failure:
    match unsafe.kind:
        case "size":
            sizes = unsafe.found, package.MAX_UNPACKED_MEGABYTES
            found, limit = (words.MEGABYTES.format(count=size) for size in sizes)
            return failure(words.TOO_LARGE, found=found, limit=limit)
        case "far_cell":
            return failure(words.FAR_CELL, cell=unsafe.found)
        case "time":
            return failure(words.TAKES_TOO_MUCH)
        case "parts":
            return failure(words.STRANGELY_MADE, what=words.TOO_MANY_PARTS)
        case "entities":
            return failure(words.STRANGELY_MADE, what=words.HAS_ENTITIES)
        case "ranges":
            return failure(words.STRANGELY_MADE, what=words.WIDE_RANGES)
