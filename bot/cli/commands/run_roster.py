"""`portal run`: file a roster, from the check to the results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli import words
from bot.cli.setting import Setting

WRONG = 2
REFUSED = 1


def run_roster(
    context: typer.Context,
    roster: Annotated[Path, typer.Argument(metavar="ROSTER")],
    account: Annotated[str, typer.Option(metavar="NAME")],
    user: Annotated[str | None, typer.Option(metavar="USER")] = None,
    until: Annotated[Literal["drafts", "review", "declare"], typer.Option(metavar="drafts|review|declare")] = "declare",
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    headed: Annotated[bool, typer.Option("--headed")] = False,
    slow_mo: Annotated[float, typer.Option(metavar="MS", min=0)] = 0,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    evidence: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    import os

    from bot.cli.account import account_named
    from bot.cli.filing import asyncio_run, file_roster
    from bot.cli.person import confirm
    from bot.cli.problems import show_checked
    from bot.cli.summary import summary_data
    from bot.service import RunOptions

    setting: Setting = context.obj
    told = setting.err if json else setting.out
    assistant = setting.assistant(flows, url=url)
    checked = assistant.check(roster)
    if not checked.ok:
        show_checked(told, checked)
        return WRONG
    if checked.warnings and not yes:
        show_checked(told, checked)
        if not asyncio_run(confirm(words.FILE_ANYWAY)):
            return REFUSED
    login = asyncio_run(account_named(account, user, os.environ))
    options = RunOptions(until=until, headed=headed, slow_mo=slow_mo, results=output, evidence=evidence)
    summary = file_roster(assistant, roster, login, options, console=told, yes=yes)
    if json:
        setting.out.print_json(data=summary_data(summary))
    return summary.exit_code
