"""Next period's roster: the rows that were not filed, in a copy with the clerk's own looks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.flow.case import Origin
from bot.roster.book import copy_of, save, sheet_of


def write_carry_over(roster: Path, filed: Iterable[Origin], path: Path) -> Path:
    """Write a copy without the rows that were filed, and say where it is. Raises RosterError."""
    book = copy_of(roster)
    for origin in sorted(filed, key=lambda one: one.row, reverse=True):  # from below, so that the rows above stay put
        sheet_of(book, origin.sheet).delete_rows(origin.row)
    return save(book, path, keep=roster)
