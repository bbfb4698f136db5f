"""`portal template`: an empty roster to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting
from bot.text import reading_language


def template(
    context: typer.Context,
    operations: Annotated[list[str] | None, typer.Argument(metavar="[OPERATION]...")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")] = Path("roster.xlsx"),
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
) -> int:
    setting: Setting = context.obj
    written = setting.assistant(flows).template(operations or (), output, reading_language())
    setting.out.print(str(words.WRITTEN.format(path=written)), soft_wrap=True)
    return 0
