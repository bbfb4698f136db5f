"""A copy of a roster with what became of each row: result, the portal's number and reason, times, evidence."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Literal

from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.fields.cells import fold, is_blank
from bot.flow.case import Origin
from bot.roster import book as looks
from bot.roster import result_columns as columns
from bot.roster.book import copy_of, put, put_time, save, sheet_of, shown_cell
from bot.roster.header_row import SEARCHED
from bot.roster.matching import spellings
from bot.text import Language, Text

Tone = Literal["good", "waiting", "bad", "plain"]

COLOURS = {"good": looks.fill("C6E0B4"), "waiting": looks.fill("FFE699"), "bad": looks.fill("F8CBAD")}
_LINK = Font("Calibri", 11, color="0563C1", underline="single")
_WIDTHS = (18, 18, 40, 18, 18)
_EVIDENCE_WIDTH = 24


@dataclass(frozen=True)
class RowResult:
    """What became of a row. Times are aware; evidence is the paths of files."""

    status: Text
    number: str = ""
    """The portal's."""
    reason: str = ""
    filed_at: datetime | None = None
    decided_at: datetime | None = None
    evidence: tuple[Path, ...] = ()
    tone: Tone = "plain"
    """Whether it is good news: the colour of the status."""


def write_results(
    roster: Path,
    outcomes: Mapping[Origin, RowResult],
    path: Path,
    language: Language,
    *,
    zone: tzinfo | None = None,
) -> Path:
    """Write the copy and say where it is: not at `path`, if that is open elsewhere or is the roster itself.

    Rows are found by where they came from, so the roster must not have been changed since it was read. Times are
    shown in `zone`, or as they are. Results of an earlier run are written over. Raises RosterError.
    """
    book = copy_of(roster)
    by_sheet: dict[str, dict[int, RowResult]] = {}
    for origin, result in outcomes.items():
        by_sheet.setdefault(origin.sheet, {})[origin.row] = result
    for name, results in by_sheet.items():
        _Results(sheet_of(book, name), results, path.parent, language, zone).write()
    return save(book, path, keep=roster)


class _Results:
    """Writes the results of one sheet."""

    def __init__(
        self,
        sheet: Worksheet,
        results: Mapping[int, RowResult],
        folder: Path,
        language: Language,
        zone: tzinfo | None,
    ) -> None:
        self._sheet = sheet
        self._results = results
        self._folder = folder
        self._language = language
        self._zone = zone
        self._header_row = _header_row(sheet, above=min(results))

    def write(self) -> None:
        most = max(len(result.evidence) for result in self._results.values())
        numbers = range(1, min(most, columns.MOST_EVIDENCE) + 1)
        first = [self._column(text, width) for text, width in zip(columns.RESULT_COLUMNS, _WIDTHS, strict=True)]
        evidence = [self._column(columns.evidence_header(number), _EVIDENCE_WIDTH) for number in numbers]
        for row, result in self._results.items():
            self._row(row, result, first, evidence)

    def _column(self, title: Text, width: int) -> int:
        """The column of this title: that of an earlier run, or a new one behind all others."""
        last = 0
        for at, cell in enumerate(self._sheet[self._header_row], start=1):
            if is_blank(cell.value):
                continue
            last = at
            if fold(str(cell.value)) in spellings(title):
                break
        else:
            last += 1
            self._sheet.column_dimensions[get_column_letter(last)].width = width
        header = shown_cell(self._sheet, self._header_row, last)
        put(header, title.to(self._language))
        header.fill, header.font, header.alignment = looks.REQUIRED_HEADER, looks.WHITE, looks.CENTRED
        return last

    def _row(self, row: int, result: RowResult, first: list[int], evidence: list[int]) -> None:
        status, number, reason, filed_at, decided_at = (shown_cell(self._sheet, row, at) for at in first)
        put(status, result.status.to(self._language))
        if result.tone in COLOURS:
            status.fill = COLOURS[result.tone]
        put(number, result.number)
        number.number_format = looks.TEXT
        put(reason, result.reason)
        put_time(filed_at, self._local(result.filed_at))
        put_time(decided_at, self._local(result.decided_at))
        for at, file in zip(evidence, result.evidence, strict=False):
            self._link(shown_cell(self._sheet, row, at), file)

    def _local(self, moment: datetime | None) -> datetime | None:
        return moment.astimezone(self._zone) if moment and self._zone else moment

    def _link(self, cell: Cell, file: Path) -> None:
        put(cell, file.name)
        cell.hyperlink = _link_to(file, self._folder)
        cell.font = _LINK


def _header_row(sheet: Worksheet, *, above: int) -> int:
    """The row with most texts in it among those where a header may be, above the first case."""
    texts = {row: sum(isinstance(cell.value, str) for cell in sheet[row]) for row in range(1, min(above, SEARCHED + 1))}
    return max(texts, key=lambda row: texts[row])


def _link_to(file: Path, folder: Path) -> str:
    """A link that still works when the copy and its evidence are moved together."""
    try:
        link = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive
        return file.resolve().as_uri()
    for sign in "% #":
        link = link.replace(sign, f"%{ord(sign):02X}")
    return link
