"""What only the lint says of a folder: warnings of what can be run, and is hardly meant."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flow.folder import Folder
from bot.flow.lint_languages import check_languages
from bot.flow.lint_order import check_order
from bot.flow.lint_reach import check_reach
from bot.flow.lint_unused import check_unused
from bot.flow.lint_waits import check_waits
from bot.flow.problems import FlowProblem


def advise(folder: Folder, *, sound: bool) -> Iterator[FlowProblem]:
    """Every such warning. What nothing uses is asked only of a `sound` folder, one without errors."""
    yield from check_reach(folder)
    yield from check_waits(folder)
    yield from check_order(folder)
    yield from check_languages(folder)
    if sound:
        yield from check_unused(folder)
