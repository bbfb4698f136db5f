"""`portal import`: recordings of other tools as flows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.setting import Setting


def import_recording(
    context: typer.Context,
    recordings: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    as_: Annotated[
        Literal["auto", "codegen", "devtools", "selenium"],
        typer.Option("--as", metavar="auto|codegen|devtools|selenium"),
    ] = "auto",
    name: Annotated[str, typer.Option(metavar="NAME")] = "",
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR")] = Path("."),
) -> int:
    from bot.cli.porting_view import show_import
    from bot.porting.importing import import_recordings, recordings_in, write

    setting: Setting = context.obj
    read = [(path, one) for path in recordings for one in recordings_in(path, as_)]
    made = import_recordings(read, output, name=name)
    show_import(setting.out, made, write(made.files, output))
    return 0
