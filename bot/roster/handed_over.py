"""Cases that a program hands over, written as a roster: from there on they go the way of every other roster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from bot.flow.models import Library
from bot.roster.book import put
from bot.roster.headings import ACCOUNT, OPERATION, REFERENCE

Scalar = bool | int | float | str | None
Given = Scalar | Mapping[str, Scalar]


@dataclass(frozen=True)
class HandedOver:
    """One case: its operation, and its values by the names of the inputs."""

    operation: str
    account: str
    reference: str
    values: Mapping[str, Given] = field(repr=False)


def write_cases(library: Library, cases: Sequence[HandedOver], path: Path) -> Path:
    """Write a roster of these cases, one in each row from the second on. Their operations and inputs have to exist."""
    columns = _columns(library, cases)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("cases")
    sheet.append([OPERATION.to("en"), ACCOUNT.to("en"), REFERENCE, *(".".join(filter(None, one)) for one in columns)])
    for case in cases:
        cells = [case.operation, case.account, case.reference, *(_value(case, *column) for column in columns)]
        row = []
        for value in cells:
            cell = WriteOnlyCell(sheet)
            put(cell, value or None)
            row.append(cell)
        sheet.append(row)
    book.save(path)
    return path


def _columns(library: Library, cases: Sequence[HandedOver]) -> list[tuple[str, str]]:
    """The inputs of the operations, each with a part of it or ""; in parts only what some case has in parts."""
    used = dict.fromkeys(case.operation for case in cases)
    in_parts = {name for case in cases for name, value in case.values.items() if isinstance(value, Mapping)}
    whole = {name for case in cases for name, value in case.values.items() if value and not isinstance(value, Mapping)}
    found: dict[tuple[str, str], None] = {}
    for operation in used:
        for name, one in library.flows[operation].inputs.items():
            keys = [column.key for column in one.columns()]
            if name in whole or (name not in in_parts and keys):
                found[name, ""] = None
            found |= {(name, key): None for key in keys if key and name in in_parts}
    return list(found)


def _value(case: HandedOver, name: str, part: str) -> str:
    given = case.values.get(name)
    if isinstance(given, Mapping):
        return _text(given.get(part)) if part else ""
    return "" if part else _text(given)


def _text(value: Scalar) -> str:
    """A value as a cell of text says it: a number keeps all its digits."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
