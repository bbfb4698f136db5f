"""`portal lint`: every mistake in the flow files, at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting

WRONG = 2


def lint(
    context: typer.Context,
    folders: Annotated[list[Path] | None, typer.Argument(metavar="[DIR]...")] = None,
) -> int:
    from bot.bundled import bundled_flows

    setting: Setting = context.obj
    return max([_lint_one(setting, folder) for folder in folders or [bundled_flows()]])


def _lint_one(setting: Setting, folder: Path) -> int:
    from bot.flow.lint import lint as problems_of
    from bot.flow.loader import load_library

    problems = problems_of(folder)
    for problem in problems:
        setting.out.print(str(problem), soft_wrap=True)
    errors = sum(problem.severity == "error" for problem in problems)
    if problems:
        counts = words.LINT_COUNT.format(folder=folder, errors=errors, warnings=len(problems) - errors)
        setting.out.print(str(counts), soft_wrap=True)
    else:
        flows = len(load_library(folder).flows)
        setting.out.print(str(words.LINT_CLEAN.format(folder=folder, flows=flows)), soft_wrap=True)
    return WRONG if errors else 0
