"""`portal demo`: a sample roster on the bundled portal, from nothing to pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli import words
from bot.cli.setting import Setting
from bot.text import reading_language

FAILED = 1


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="DIR")] = Path("demo"),
    portal_lang: Annotated[Literal["es", "en", "zh"] | None, typer.Option(metavar="es|en|zh")] = None,
    headed: Annotated[bool, typer.Option("--headed")] = False,
) -> int:
    from bot.cli.filing import file_roster
    from bot.cli.sample import as_expected, bundled_portal, sample_account, sample_clock, sample_roster
    from bot.service import RunOptions

    setting: Setting = context.obj
    with bundled_portal(portal_lang or reading_language()) as url:
        setting.out.print(str(words.DEMO_STARTS.format(url=url)), soft_wrap=True)
        assistant = setting.assistant(url=url, clock=sample_clock())
        options = RunOptions(headed=headed, results=out / "roster-results.xlsx", evidence=out / "evidence")
        out.mkdir(parents=True, exist_ok=True)
        summary = file_roster(assistant, sample_roster(), sample_account(), options, console=setting.out, yes=True)
    if not as_expected(summary):
        return summary.exit_code or FAILED
    setting.out.print(str(words.DEMO_ENDS), soft_wrap=True)
    return 0
