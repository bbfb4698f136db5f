"""`portal evidence seal`: seal what is new, and have the seal stamped by an outside authority."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import evidence_words as words
from bot.cli.setting import Setting


def seal(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    stamp: Annotated[str, typer.Option(metavar="URL")] = "",
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
) -> int:
    import os

    from bot.cli.verdict import spaced
    from bot.cli.who import person_at_hand

    setting: Setting = context.obj
    sealed = setting.assistant().dossiers.seal(batch, by=person_at_hand(by, os.environ), authority=stamp)
    if sealed is None:
        setting.out.print(str(words.NOTHING_TO_SEAL.format(batch=batch)), soft_wrap=True)
        return 0
    setting.out.print(str(words.SEALED.format(number=sealed.number, digest=spaced(sealed.digest))), soft_wrap=True)
    return 0
