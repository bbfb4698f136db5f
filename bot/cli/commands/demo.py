"""`portal demo`: a sample roster on the bundled portal, from nothing to pictures."""

from __future__ import annotations

from dataclasses import replace
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
    from bot.cli.filing import workplace
    from bot.service import RunOptions

    setting: Setting = context.obj
    folder = sample.free_folder(out)
    with sample.bundled_portal(portal_lang or reading_language()) as url:
        setting.out.print(str(words.DEMO_STARTS.format(url=url)), soft_wrap=True)
        own = replace(setting, home=folder / "home", store=None)
        assistant = own.assistant(url=url, clock=sample.sample_clock())
        roster = sample.write_sample_roster(assistant.library, folder / "roster.xlsx")
        account = sample.sample_account()
        options = RunOptions(headed=headed, evidence=folder / "evidence", by="demo")
        with workplace(setting.out, yes=True) as place:
            summary = place.work(
                assistant, [account.name], lambda watching: assistant.run(roster, [account], options, watching)
            )
            place.tell(assistant, summary.batches, steps=False)
            code = place.exit_code(summary.exit_code)
    if not sample.as_expected(summary):
        return code or FAILED
    setting.out.print(str(words.DEMO_ENDS), soft_wrap=True)
    return 0
