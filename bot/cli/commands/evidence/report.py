"""`portal evidence report`: the dossier as pages for people, HTML or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting


def report(
    context: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="PATH|BATCH")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")] = Path("report.html"),
) -> int:
    import asyncio

    from bot.text import reading_language

    setting: Setting = context.obj
    written = asyncio.run(setting.assistant().dossiers.report(dossier, output, reading_language()))
    setting.out.print(str(words.WRITTEN.format(path=written)), soft_wrap=True)
    return 0
