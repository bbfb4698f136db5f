"""`portal lint`: every mistake in the flow files, at its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import words
from bot.cli.setting import Setting
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.flow.problems import FlowProblem

WRONG = 2


def lint(
    context: typer.Context,
    folders: Annotated[list[Path] | None, typer.Argument(metavar="[DIR]...")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
    sarif: Annotated[bool, typer.Option("--sarif")] = False,
) -> int:
    from bot.bundled import bundled_flows
    from bot.flow.lint import lint as problems_of
    from bot.flow.sarif import sarif as as_sarif

    if json and sarif:
        raise UsageError(words.LINT_ONE_FORMAT)
    setting: Setting = context.obj
    found = {folder: problems_of(folder) for folder in folders or [bundled_flows()]}
    problems = [problem for each in found.values() for problem in each]
    errors = sum(problem.severity == "error" for problem in problems)
    if json:
        setting.out.print_json(data=_data(problems))
    elif sarif:
        setting.out.print_json(data=as_sarif(problems))
    else:
        for folder, each in found.items():
            _show(setting, folder, each)
    return WRONG if errors or (strict and problems) else 0


def _show(setting: Setting, folder: Path, problems: list[FlowProblem]) -> None:
    from bot.flow.loader import load_library

    for problem in problems:
        setting.out.print(str(problem), soft_wrap=True)
    errors = sum(problem.severity == "error" for problem in problems)
    if problems:
        counts = words.LINT_COUNT.format(folder=folder, errors=errors, warnings=len(problems) - errors)
        setting.out.print(str(counts), soft_wrap=True)
    else:
        flows = len(load_library(folder).flows)
        setting.out.print(str(words.LINT_CLEAN.format(folder=folder, flows=flows)), soft_wrap=True)


def _data(problems: list[FlowProblem]) -> dict[str, Any]:
    """The problems for another program; columns count characters from 1, and `end_column` is the one after."""
    errors = sum(problem.severity == "error" for problem in problems)
    return {
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity,
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "end_column": problem.place.column + problem.width,
                "message": problem.message,
                "cure": problem.cure,
            }
            for problem in problems
        ],
    }
