"""`portal export`: a flow as a Playwright script that runs by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import porting_words as words
from bot.cli.setting import Setting


def export_flow(
    context: typer.Context,
    flow: Annotated[str, typer.Argument(metavar="FLOW")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
) -> int:
    import bot
    from bot.bundled import bundled_flows
    from bot.cli.porting_view import show_remarks
    from bot.cli.words import WRITTEN
    from bot.errors import UsageError
    from bot.flow.loader import load_library
    from bot.porting.export import PageScripts
    from bot.porting.export import export_flow as exported
    from bot.porting.words import THERE_ALREADY

    setting: Setting = context.obj
    in_page = Path(bot.__file__).parent / "browser"
    fields, tables = ((in_page / name).read_text(encoding="utf-8") for name in ("field_engine.js", "table.js"))
    made = exported(load_library(flows or bundled_flows()), flow, PageScripts(fields, tables))
    if output is None:
        setting.out.print(made.script, soft_wrap=True, end="")
    else:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            with output.open("x", encoding="utf-8", newline="\n") as file:
                file.write(made.script)
        except FileExistsError as error:
            raise UsageError(THERE_ALREADY.format(file=output), cure=words.OTHER_FILE) from error
        setting.out.print(str(WRITTEN.format(path=output)), soft_wrap=True)
    if made.left_out:
        setting.err.print(str(words.NOT_IN_SCRIPT), soft_wrap=True)
        show_remarks(setting.err, made.left_out)
    return 0
