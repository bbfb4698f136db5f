"""`portal evidence export`: a dossier as one file, complete and sealed, or masked for others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import evidence_words, words
from bot.cli.setting import Setting


def export(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")],
    sealed: Annotated[bool, typer.Option("--sealed")] = False,
    shareable: Annotated[bool, typer.Option("--shareable")] = False,
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
) -> int:
    import asyncio
    import os

    from bot.cli.who import person_at_hand
    from bot.errors import UsageError
    from bot.text import reading_language

    setting: Setting = context.obj
    if sealed == shareable:
        raise UsageError(evidence_words.WHICH_COPY, cure=evidence_words.WHICH_COPY_CURE)
    person = person_at_hand(by, os.environ)
    dossiers = setting.assistant().dossiers
    copy = asyncio.run(dossiers.export(batch, output, reading_language(), shareable=shareable, by=person))
    setting.out.print(str(words.WRITTEN.format(path=copy.path)), soft_wrap=True)
    for one in copy.withheld:
        setting.out.print(f"  {evidence_words.WITHHELD.format(name=one.name, why=one.why)}", soft_wrap=True)
    return 0
