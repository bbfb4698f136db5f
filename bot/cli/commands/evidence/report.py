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
    shareable: Annotated[bool, typer.Option("--shareable")] = False,
) -> int:
    import asyncio

    from bot.text import reading_language

    setting: Setting = context.obj
    dossiers, language = setting.assistant().dossiers, reading_language()
    written = asyncio.run(dossiers.report(dossier, output, language, shareable=shareable))
    setting.out.print(str(words.WRITTEN.format(path=written)), soft_wrap=True)
    return 0
