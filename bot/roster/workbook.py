"""The cells of a workbook, by the reader that knows every format."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from bot.roster.package import MAX_CELLS, MAX_RANGE, ZIP, Oddities, Package, Unsafe, look_into, oddities

if TYPE_CHECKING:
    from bot.roster.model import Cell

Merged: TypeAlias = tuple[tuple[int, int], tuple[int, int]]


class Unreadable(Exception):
    """The file is no workbook, or is damaged."""


class Protected(Exception):
    """The file is protected with a password."""


@dataclass(frozen=True)
class Cells:
    """A sheet's cells, from its first row and column on; what is empty is None."""

    name: str
    visible: bool
    rows: list[list[Cell]]
    merged: list[Merged]
    """First and last (row, column), counted from 0, of each merged range."""


@dataclass(frozen=True)
class Contents:
    """The sheets of a workbook, and its odd cells by sheet."""

    sheets: list[Cells]
    oddities: Mapping[str, Oddities] = field(default_factory=dict)


def read_contents(content: bytes, looked: Package | None = None) -> Contents:
    """All that is read of a workbook, that was `looked` into or will be. Raises Unsafe, Unreadable or Protected."""
    if looked is None and content.startswith(ZIP):
        try:
            looked = look_into(content)
        except Unsafe:
            raise
        except Exception as error:  # a damaged package fails in as many ways as it has parts
            raise Unreadable from error
    sheets = read_workbook(content)
    for sheet in sheets:
        if len(sheet.rows) * max(map(len, sheet.rows), default=0) > MAX_CELLS:
            raise Unsafe("far_cell", sheet.name)
        if sum((b - t + 1) * (r - e + 1) for (t, e), (b, r) in sheet.merged) > MAX_RANGE:
            raise Unsafe("ranges")
    try:
        return Contents(sheets, oddities(content) if looked and looked.odd else {})
    except Exception as error:  # openpyxl raises whatever it stumbles over in a broken file
        raise Unreadable from error


def read_workbook(content: bytes) -> list[Cells]:
    """The sheets of a workbook. Raises Unreadable or Protected."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
            found = [(book.get_sheet_by_name(one.name), one.visible) for one in sheets]
            return [
                Cells(
                    sheet.name,
                    visible == calamine.SheetVisibleEnum.Visible,
                    [[_plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)],
                    sheet.merged_cell_ranges or [],
                )
                for sheet, visible in found
            ]
    except (KeyboardInterrupt, SystemExit):
        raise
    except calamine.PasswordError as error:
        raise Protected from error
    except BaseException as error:  # some damage makes the reader panic, with a class that no module names
        raise Unreadable from error


def _plain(cell: Cell) -> Cell:
    return None if cell == "" else cell
