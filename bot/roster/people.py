"""What a roster calls its people and its cases: read off its cells, without checking all of them."""

from __future__ import annotations

from bot.fields.cells import as_text
from bot.flow.case import Origin
from bot.roster.model import Roster, Row

NAME = "name"
"""The input that says what somebody is called."""


def names_of(roster: Roster) -> dict[Origin, str]:
    """The name in each row that has one."""
    found = {row.origin: _name(row) for row in roster.rows}
    return {origin: name for origin, name in found.items() if name}


def references_of(roster: Roster) -> dict[Origin, str]:
    """The name that whoever handed a case over has for it, in each row that has one."""
    return {row.origin: row.reference for row in roster.rows if row.reference}


def _name(row: Row) -> str:
    cells = (row.cells[column.index] for column in row.layout.of(NAME) if column.index < len(row.cells))
    return next((said for cell in cells if (said := (as_text(cell) or "").strip())), "")
