"""`portal console`: the whole job on a page of this computer's browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.setting import Setting

if TYPE_CHECKING:
    from bot.console.console import Console

PORT = 8642
"""The same each time, so that a page which is open finds the console again."""


def console(
    context: typer.Context,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535)] = PORT,
    no_open: Annotated[bool, typer.Option("--no-open")] = False,
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
) -> int:
    import os

    from bot.cli.who import person_at_hand
    from bot.console.console import Console

    setting: Setting = context.obj
    assistant = setting.assistant(flows, url=url)
    assert assistant.library  # a flow that is wrong is told here, not on a page
    return serve_console(setting, Console(assistant, person_at_hand(by, os.environ)), port=port, opening=not no_open)


def serve_console(setting: Setting, made: Console, *, port: int, opening: bool) -> int:
    """Serve a console until Ctrl-C; its address is shown, and opened where there are windows."""
    import asyncio

    from bot.cli import console_help as words
    from bot.cli.person import has_windows
    from bot.console.server import listening, serve

    def ready(address: str) -> None:
        setting.out.print(str(words.OPEN_AT.format(address=address)), soft_wrap=True)
        if opening and has_windows():
            typer.launch(address)

    bound = listening(port)
    try:
        asyncio.run(serve(made, bound, ready))
    except KeyboardInterrupt:  # the way to close it
        pass
    finally:
        bound.close()
    setting.out.print(str(words.CLOSED), soft_wrap=True)
    return 0
