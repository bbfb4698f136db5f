"""`portal evidence key`: the public key that this computer seals with, for whoever verifies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting


def key(
    context: typer.Context,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
) -> int:
    setting: Setting = context.obj
    pem = setting.assistant().dossiers.public_key()
    if output is None:
        setting.out.print(pem.strip(), soft_wrap=True)
        return 0
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(pem, encoding="ascii")
    setting.out.print(str(words.WRITTEN.format(path=output)), soft_wrap=True)
    return 0
