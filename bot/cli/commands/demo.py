"""`portal demo`: a sample roster on the bundled portal, from nothing to pictures."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli import words
from bot.cli.setting import Setting
from bot.text import reading_language

if TYPE_CHECKING:
    from bot.filing.desk import Account
    from bot.service import Assistant

FAILED = 1


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="DIR")] = Path("demo"),
    portal_lang: Annotated[Literal["es", "en", "zh"] | None, typer.Option(metavar="es|en|zh")] = None,
    headed: Annotated[bool, typer.Option("--headed")] = False,
    console: Annotated[bool, typer.Option("--console")] = False,
) -> int:
    from bot.cli import sample
    from bot.cli.filing import workplace
    from bot.evidence.keys import KEYS_VARIABLE
    from bot.service import RunOptions

    os.environ[KEYS_VARIABLE] = "file"  # what is only tried out has no place in the system's keyring
    setting: Setting = context.obj
    folder = sample.free_folder(out)
    with sample.bundled_portal(portal_lang or reading_language()) as url:
        setting.out.print(str(words.DEMO_STARTS.format(url=url)), soft_wrap=True)
        own = replace(setting, home=folder / "home", store=None)
        assistant = own.assistant(url=url, clock=sample.sample_clock())
        roster = sample.write_sample_roster(assistant.library, folder / "roster.xlsx")
        account = sample.sample_account()
        if console:
            return _console(own, assistant, roster, account)
        options = RunOptions(headed=headed, evidence=folder / "evidence", by="demo")
        with workplace(setting.out, yes=True) as place:
            summary = place.work(
                assistant, [account.name], lambda watching: assistant.run(roster, [account], options, watching)
            )
            place.tell(assistant, summary.batches, steps=False)
            _evidence(setting, assistant, summary.batches[0].batch, folder / "report.html")
            code = place.exit_code(summary.exit_code)
    if not sample.as_expected(summary):
        return code or FAILED
    setting.out.print(str(words.DEMO_ENDS), soft_wrap=True)
    return 0


def _console(setting: Setting, assistant: Assistant, roster: Path, account: Account) -> int:
    """The console on the bundled portal, which takes the sample's account without asking for its password."""
    from bot.cli.commands.console import serve_console
    from bot.cli.console_help import DEMO_SAMPLE
    from bot.console.console import Console
    from bot.console.server import Offer

    setting.out.print(str(DEMO_SAMPLE.format(roster=roster, account=account.name)), soft_wrap=True)
    return serve_console(setting, Console(assistant, "demo", {account.name: account}), Offer(), opening=True)


def _evidence(setting: Setting, assistant: Assistant, batch: str, report: Path) -> None:
    """Verify what was sealed, and write the report."""
    import asyncio

    from bot.cli.verdict import show_verdict
    from bot.service.dossiers import Checking

    setting.out.print()
    show_verdict(setting.out, assistant.dossiers.verify(batch, Checking()))
    asyncio.run(assistant.dossiers.report(batch, report, reading_language()))
    setting.out.print(str(words.WRITTEN.format(path=report)), soft_wrap=True)
