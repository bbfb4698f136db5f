"""Looking over a folder of flows without running anything."""

from __future__ import annotations

from pathlib import Path

from bot.flow.advice import advise
from bot.flow.checks import lint_folder
from bot.flow.loader import read_folder
from bot.flow.problems import FlowProblem, in_order
from bot.flow.silence import unsilenced


def lint(folder: Path) -> list[FlowProblem]:
    """Every problem in a folder of flows in the order of the files; without warnings that a comment silences."""
    loaded = read_folder(folder)
    problems = [*loaded.problems, *lint_folder(loaded)]
    sound = all(problem.severity == "warning" for problem in problems)
    return in_order(unsilenced([*problems, *advise(loaded, sound=sound)], loaded))
