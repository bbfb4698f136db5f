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
    from bot.cli import sample
    from bot.cli.filing import file_roster
    from bot.service import RunOptions

    setting: Setting = context.obj
    folder = sample.free_folder(out)
    with sample.bundled_portal(portal_lang or reading_language()) as url:
        setting.out.print(str(words.DEMO_STARTS.format(url=url)), soft_wrap=True)
        assistant = setting.assistant(url=url, clock=sample.sample_clock())
        roster = sample.write_sample_roster(assistant.library, folder / "roster.xlsx")
        options = RunOptions(headed=headed, evidence=folder / "evidence")
        summary = file_roster(assistant, roster, sample.sample_account(), options, console=setting.out, yes=True)
    if not sample.as_expected(summary):
        return summary.exit_code or FAILED
    setting.out.print(str(words.DEMO_ENDS), soft_wrap=True)
    return 0
