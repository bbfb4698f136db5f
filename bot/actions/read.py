"""Reading from the page into variables."""

from __future__ import annotations

from typing import Any

from bot.actions import words
from bot.actions.act import Act
from bot.actions.patience import NotYet
from bot.browser.dialogs import folded
from bot.browser.look import script
from bot.browser.nearest import most_like
from bot.errors import PortalMismatch, TargetNotFound
from bot.flow.actions import Read, ReadFrom, ReadTable


async def read(act: Act, action: Read) -> dict[str, object]:
    """Read each variable: of a field its value, of anything else its text. Null for what an optional step lacks."""
    return {name: await _read_one(act, source) for name, source in action.values.items()}


async def _read_one(act: Act, source: ReadFrom) -> str | None:
    sought = act.seek(source.element)

    async def attempt(slice_ms: float) -> str | None:
        candidate, seen = await act.patience.one(sought, enabled=False)
        if source.attribute is None:
            return seen.text
        return await candidate.locator.get_attribute(source.attribute, timeout=slice_ms)

    try:
        return await act.patience.until(attempt, sought=sought)
    except TargetNotFound:
        if act.step.optional:
            return None
        raise


async def read_table(act: Act, action: ReadTable) -> dict[str, object]:
    """Read the rows of a table, as `ReadTable` says. A row that is one cell across the table (no records) is no row."""
    sought = act.seek(action.table)
    columns = {
        key: header if isinstance(header, int) else folded(act.scope.words(header))
        for key, header in action.columns.items()
    }

    async def attempt(slice_ms: float) -> list[dict[str, Any]]:
        candidate, _ = await act.patience.one(sought, enabled=False)
        options = {"columns": columns, "rows": str(act.scope.evaluate(action.rows))}
        table = await candidate.locator.evaluate(script("table.js"), options, timeout=slice_ms)
        if table["missing"] is not None:
            raise NotYet(_no_column(sought.words, table["missing"], table["headers"]))
        rows: list[dict[str, Any]] = table["rows"]
        return rows

    return {action.as_: await act.patience.until(attempt, sought=sought)}


def _no_column(table: str, column: str, headers: list[str]) -> PortalMismatch:
    error = PortalMismatch(words.NO_COLUMN.format(target=table, column=column))
    error.circumstances.shown = ", ".join(f"“{header}”" for header in headers)
    error.circumstances.nearest = most_like(column, headers)
    return error
