"""Writing a roster to fill in: one sheet per operation, with drop-down lists, an example and an explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import copy_context
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.fields import Choice, Division, YesNo
from bot.flow.models import Flow, Library
from bot.roster import book as looks
from bot.roster import reading_words as words
from bot.roster import template_words as say
from bot.roster.book import put, save
from bot.roster.failures import failure, roster_error
from bot.roster.guide import needed, what_goes_in, write_guide
from bot.roster.headings import EXAMPLE, NUMBER, Heading, headings
from bot.roster.look_up import LookUp
from bot.roster.matching import sheet_name
from bot.text import Language, Text, read_in

ROWS_WITH_LISTS = 2000
"""So many rows get the drop-down lists."""
_FIRST_ROW = 2
_NUMBER_WIDTH, _LEAST_WIDTH = 6, 14
_HEADER_HEIGHT = 36
_PROMPT_TITLE, _PROMPT = 32, 255
"""Characters that a spreadsheet shows beside a cell that is being filled in."""

Rows = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows to fill in, by flow: values by input, or by "input.part" of a divided one, as a cell would hold them."""


def write_template(
    library: Library, flows: Sequence[Flow], path: Path, language: Language, *, rows: Rows | None = None
) -> Path:
    """Write a workbook for these operations (all of the library's if none), in one language.

    With `rows` the sheets are filled in, and have no example. Raises RosterError if `path` exists already, or can't
    be written to.
    """
    if path.exists():
        raise roster_error(path, [failure(words.EXISTS)])
    return copy_context().run(_write, list(flows) or list(library.operations), path, language, rows or {})


def _write(flows: Sequence[Flow], path: Path, language: Language, rows: Rows) -> Path:
    read_in(language)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = [(flow, book.create_sheet(sheet_name(flow.title.to(language)))) for flow in flows]
    write_guide(book, flows)
    look_up = LookUp(book)
    for flow, sheet in sheets:
        _Sheet(sheet, flow, look_up).write(rows.get(flow.flow, ()))
    return save(book, path)


class _Sheet:
    """Writes the sheet of one operation, in the reading language."""

    def __init__(self, sheet: Worksheet, flow: Flow, look_up: LookUp) -> None:
        self._sheet = sheet
        self._headings = headings(flow)
        self._look_up = look_up

    def write(self, rows: Sequence[Mapping[str, object]]) -> None:
        self._header()
        if rows:
            for at, row in enumerate(rows, start=_FIRST_ROW):
                self._row(at, row)
        else:
            self._example()
        for at, heading in enumerate(self._headings, start=_FIRST_ROW):
            self._help(get_column_letter(at), heading)
        self._sheet.freeze_panes = "C2"
        looks.fit_page(self._sheet)

    def _header(self) -> None:
        self._title(1, str(NUMBER), _NUMBER_WIDTH, required=False)
        for at, heading in enumerate(self._headings, start=2):
            column = heading.column
            title = f"{heading.label} *" if column.required else str(heading.label)
            # a header takes two lines at most
            width = max(column.width, _LEAST_WIDTH, looks.width_of(title) // 2 + 4)
            self._title(at, title, width, required=column.required)
            if column.text:
                self._sheet.column_dimensions[get_column_letter(at)].number_format = looks.TEXT
        self._sheet.row_dimensions[1].height = _HEADER_HEIGHT

    def _title(self, at: int, title: str, width: int, *, required: bool) -> None:
        self._sheet.column_dimensions[get_column_letter(at)].width = width
        cell = self._sheet.cell(1, at)
        put(cell, title)
        cell.fill = looks.REQUIRED_HEADER if required else looks.OPTIONAL_HEADER
        cell.font = looks.WHITE
        cell.alignment = looks.CENTRED

    def _example(self) -> None:
        shown = [str(EXAMPLE), *(_number_if_it_is(heading) for heading in self._headings)]
        for at, value in enumerate(shown, start=1):
            cell = self._sheet.cell(_FIRST_ROW, at)
            put(cell, value if value != "" else None)
            cell.fill = looks.EXAMPLE_ROW
            cell.font = looks.GREY
            if at > 1 and self._headings[at - 2].column.text:
                cell.number_format = looks.TEXT
        self._offer("A2", say.EXAMPLE_IS_SKIPPED, str(EXAMPLE))

    def _row(self, at: int, values: Mapping[str, object]) -> None:
        put(self._sheet.cell(at, 1), at - 1)
        for column, heading in enumerate(self._headings, start=2):
            cell = self._sheet.cell(at, column)
            put(cell, _as_written(heading, values))
            if heading.column.text:
                cell.number_format = looks.TEXT

    def _help(self, letter: str, heading: Heading) -> None:
        """The drop-down list of a column, and what is shown beside a cell while it is filled in."""
        said = Text.same("{needed} {content}").format(needed=needed(heading), content=what_goes_in(heading))
        cells = f"{letter}{_FIRST_ROW}:{letter}{_FIRST_ROW + ROWS_WITH_LISTS}"
        self._offer(cells, said, str(heading.label), self._list(heading))

    def _offer(self, cells: str, said: Text, title: str, formula: str | None = None) -> None:
        offer = DataValidation(
            type="list" if formula else None,
            formula1=formula,
            allow_blank=True,
            # codes and short names are taken too, though they are not in the list
            showErrorMessage=False,
            showInputMessage=True,
            promptTitle=title[:_PROMPT_TITLE],
            prompt=str(said)[:_PROMPT],
        )
        offer.add(cells)
        self._sheet.add_data_validation(offer)

    def _list(self, heading: Heading) -> str | None:
        column = heading.column
        if column.choices:
            return self._look_up.choice([str(choice) for choice in column.choices])
        if not isinstance(heading.field, Division):
            return None
        letters = {
            other.column.key: f"${get_column_letter(at)}{_FIRST_ROW}"
            for at, other in enumerate(self._headings, start=2)
            if other.input == heading.input
        }
        match column.key:
            case "province":
                return self._look_up.provinces()
            case "city":
                return self._look_up.cities(letters["province"])
            case _:
                return self._look_up.counties(letters["province"], letters["city"])


def _number_if_it_is(heading: Heading) -> object:
    """The example, as a number where the column is not one of text."""
    shown = heading.column.example
    return int(shown) if shown.isdecimal() and not heading.column.text else shown


def _as_written(heading: Heading, values: Mapping[str, object]) -> object:
    """A value as a clerk would write it: a choice by its label, an answer as Yes or No."""
    key = heading.column.key
    value = values.get(heading.input)
    if key:
        value = value.get(key) if isinstance(value, Mapping) else values.get(f"{heading.input}.{key}")
    match heading.field:
        case YesNo() if isinstance(value, bool):
            return str(heading.column.choices[0 if value else 1])
        case Choice() if str(value) in heading.field.choices:
            return str(heading.field.choices[str(value)])
        case _:
            return value
