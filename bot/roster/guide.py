"""The sheet of a template that explains its columns."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook

from bot.fields import Choice, Date, Division, FilePath, Money, Number, PersonName, ResidentId, YesNo
from bot.flow.models import Flow
from bot.roster import book as looks
from bot.roster import template_words as say
from bot.roster.book import put
from bot.roster.headings import GUIDE, Heading, headings
from bot.roster.matching import listed, sheet_name
from bot.text import Text

_WIDTHS = (28, 34, 14, 84, 24)
_TABLE = (say.OF_OPERATION, say.OF_COLUMN, say.OF_REQUIRED, say.OF_CONTENT, say.OF_EXAMPLE)


def write_guide(book: Workbook, flows: Sequence[Flow]) -> None:
    """Add the sheet, in the reading language."""
    sheet = book.create_sheet(sheet_name(str(GUIDE)))
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put(sheet["A1"], str(GUIDE))
    sheet["A1"].font = looks.BOLD
    for at, line in enumerate(say.HOW, start=2):
        put(sheet.cell(at, 1), f"{at - 1}. {line}")
    top = len(say.HOW) + 3
    for column, title in enumerate(_TABLE, start=1):
        cell = sheet.cell(top, column)
        put(cell, str(title))
        cell.fill, cell.font = looks.REQUIRED_HEADER, looks.WHITE
    looks.fit_page(sheet)
    lines = [(flow, heading) for flow in flows for heading in headings(flow)]
    for at, (flow, heading) in enumerate(lines, start=top + 1):
        told = (flow.title, heading.label, _answer(heading), what_goes_in(heading), heading.column.example)
        shown = [str(one) for one in told]
        sheet.row_dimensions[at].height = looks.height_of(shown, _WIDTHS)
        for column, value in enumerate(shown, start=1):
            cell = sheet.cell(at, column)
            put(cell, value)
            cell.number_format, cell.alignment, cell.border = looks.TEXT, looks.WRAPPED, looks.LINES


def needed(heading: Heading) -> Text:
    """Whether a column must be filled in, as a sentence."""
    if heading.column.required:
        return say.REQUIRED
    return say.SOMETIMES if _depends(heading) else say.OPTIONAL


def what_goes_in(heading: Heading) -> Text:
    """What a person writes in a column: the flow's own help, or what there is to say of the type."""
    field = heading.field
    if field.help is not None:
        return field.help
    match field:
        case ResidentId():
            return say.RESIDENT_ID
        case PersonName():
            return say.PERSON_NAME
        case Division():
            return say.DIVISION
        case Choice():
            return say.CHOICE.format(options=listed(field.choices.values()))
        case YesNo():
            return say.YES_NO
        case Money():
            return (say.WHOLE_MONEY if field.whole else say.MONEY).format(currency=field.currency)
        case Date():
            return say.DATE
        case Number():
            return say.NUMBER
        case FilePath():
            return say.FILE_PATH
        case _:
            return say.ANY_TEXT


def _answer(heading: Heading) -> Text:
    if heading.column.required:
        return say.YES
    return say.DEPENDS if _depends(heading) else say.NO


def _depends(heading: Heading) -> bool:
    return bool(heading.field.required_when) or (heading.field.required and bool(heading.field.only_when))
