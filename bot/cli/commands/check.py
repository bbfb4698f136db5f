"""`portal check`: everything that is wrong with a roster, before the portal is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting

WRONG = 2


def check(
    context: typer.Context,
    roster: Annotated[Path, typer.Argument(metavar="ROSTER")],
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    marked: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    from bot.cli.problems import checked_data, show_checked

    setting: Setting = context.obj
    assistant = setting.assistant(flows)
    checked = assistant.check(roster)
    if json:
        setting.out.print_json(data=checked_data(checked))
    else:
        show_checked(setting.out, checked)
    if marked is not None:
        written = assistant.write_marked(checked, marked)
        setting.err.print(str(words.MARKED_COPY.format(path=written)), soft_wrap=True)
    return 0 if checked.ok else WRONG
