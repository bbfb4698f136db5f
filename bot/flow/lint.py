"""Looking over a folder of flows without running anything."""

from __future__ import annotations

from pathlib import Path

from bot.flow.checks import lint_folder
from bot.flow.loader import read_folder
from bot.flow.problems import FlowProblem, in_order


def lint(folder: Path) -> list[FlowProblem]:
    """Every problem in a folder of flows, warnings too, in the order of the files; empty if all is well."""
    loaded = read_folder(folder)
    return in_order([*loaded.problems, *lint_folder(loaded)])
