"""The cells of a workbook, by the reader that knows every format."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TypeAlias

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
