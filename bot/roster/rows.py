"""The rows of a sheet, each with its operation and what is odd about its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.fields import Problem
from bot.fields.cells import as_text, fold, is_blank
from bot.flow.case import Origin
from bot.flow.models import Flow
from bot.roster import checking_words as words
from bot.roster.grid import Grid
from bot.roster.header_row import HeaderRow, layout_of
from bot.roster.headings import EXAMPLE_MARKS
from bot.roster.model import Cell, Layout, Row, Sheet, Stray, letters
from bot.roster.operations import Operations


def read_rows(grid: Grid, header: HeaderRow, flows: Sequence[Flow], operations: Operations) -> Sheet:
    """The rows below a sheet's header: blank ones are left out, example rows counted."""
    layouts = {flow.flow: layout_of(flow, header) for flow in flows}
    only = layouts[flows[0].flow] if header.operation is None else None
    read = {column.index for layout in layouts.values() for column in layout.columns}
    rows: list[Row] = []
    strays: list[Stray] = []
    examples = 0
    troubles = _troubles(grid, read)
    for index, cells in enumerate(grid.rows[header.index + 1 :], start=header.index + 1):
        if _is_marked(cells):
            examples += 1
            continue
        if all(is_blank(cells[at]) for at in read if at < len(cells)):
            continue
        origin = Origin(grid.name, index + 1)
        layout = only or _layout(cells, header, layouts, operations)
        if layout is None:
            at = header.operation or 0
            cell = cells[at] if at < len(cells) else None
            strays.append(Stray(origin, at, header.name(at), operations.unknown(cell), cell))
            continue
        unused = () if only else _unused(origin, layout, header, cells, read)
        account, reference = _text(cells, header.account), _text(cells, header.reference)
        rows.append(Row(origin, layout, tuple(cells), account, troubles.get(index, {}), unused, reference))
    return Sheet(grid.name, header.index + 1, len(header.cells), tuple(rows), tuple(strays), examples)


def _is_marked(cells: Sequence[Cell]) -> bool:
    """Whether a row is an example or a remark: its first word says so, or it begins with #."""
    first = next((cell for cell in cells if not is_blank(cell)), None)
    return isinstance(first, str) and (first.strip().startswith(("#", "＃")) or fold(first) in EXAMPLE_MARKS)


def _layout(
    cells: Sequence[Cell], header: HeaderRow, layouts: Mapping[str, Layout], operations: Operations
) -> Layout | None:
    at = header.operation
    if at is None or at >= len(cells):
        return None
    flow = operations.named(as_text(cells[at]) or "")
    return layouts.get(flow.flow) if flow else None


def _text(cells: Sequence[Cell], at: int | None) -> str:
    if at is None or at >= len(cells):
        return ""
    return as_text(cells[at]) or ""


def _unused(
    origin: Origin, layout: Layout, header: HeaderRow, cells: Sequence[Cell], read: set[int]
) -> tuple[Stray, ...]:
    """Values in columns that only other operations have."""
    own = {column.index for column in layout.columns}
    problem = words.NOT_FOR_OPERATION.info("RO05", operation=layout.flow.title)
    return tuple(
        Stray(origin, at, header.name(at), problem, cells[at])
        for at in sorted(read - own)
        if at < len(cells) and not is_blank(cells[at])
    )


def _troubles(grid: Grid, read: set[int]) -> dict[int, dict[int, Problem]]:
    """What is odd about cells that are read, by row and column."""
    found: dict[int, dict[int, Problem]] = {}
    for (row, column), oddity in grid.oddities.items():
        if column in read and row < len(grid.rows):
            cells = grid.rows[row]
            if oddity.error:
                problem = words.CELL_ERROR.error("RO04", error=oddity.error)
            elif column >= len(cells) or cells[column] is None:
                problem = words.FORMULA_EMPTY.error("RO03")
            else:
                problem = words.FORMULA.info("RO03")
            found.setdefault(row, {})[column] = problem
    for (top, left), (bottom, right) in grid.merged:
        cells_named = f"{letters(left)}{top + 1}:{letters(right)}{bottom + 1}"
        problem = words.MERGED.error("RO02", cells=cells_named)
        for row in range(top, min(bottom + 1, len(grid.rows))):
            for column in read.intersection(range(left, right + 1)):
                found.setdefault(row, {})[column] = problem
    return found
