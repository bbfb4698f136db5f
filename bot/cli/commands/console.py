"""`portal console`: the whole job on a page of a browser, on this computer or offered to others who sign in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.setting import Setting

if TYPE_CHECKING:
    from bot.console.console import Console
    from bot.console.server import Offer

PORT = 8642
"""The same each time, so that a page which is open finds the console again."""


def console(
    context: typer.Context,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535)] = PORT,
    listen: Annotated[str | None, typer.Option(metavar="ADDRESS[:PORT]")] = None,
    tls_cert: Annotated[Path | None, typer.Option("--tls-cert", metavar="FILE")] = None,
    tls_key: Annotated[Path | None, typer.Option("--tls-key", metavar="FILE")] = None,
    behind_proxy: Annotated[str | None, typer.Option("--behind-proxy", metavar="URL")] = None,
    no_open: Annotated[bool, typer.Option("--no-open")] = False,
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
) -> int:
    import os

    from bot.cli.who import person_at_hand
    from bot.console.console import Console
    from bot.console.security.users import Users
    from bot.console.server import offer_of, refuse_open

    setting: Setting = context.obj
    offer = offer_of(listen, port, tls=(tls_cert, tls_key), proxy=behind_proxy)
    refuse_open(offer, Users(setting.home))
    assistant = setting.assistant(flows, url=url)
    assert assistant.library  # a flow that is wrong is told here, not on a page
    return serve_console(setting, Console(assistant, person_at_hand(by, os.environ)), offer, opening=not no_open)


def serve_console(setting: Setting, made: Console, offer: Offer, *, opening: bool) -> int:
    """Serve a console until Ctrl-C; its address is shown, and opened where there are windows."""
    import asyncio

    from bot.cli import console_help as words
    from bot.cli.opening import open_in_browser
    from bot.cli.person import has_windows
    from bot.console.security.opening import OpeningPage
    from bot.console.server import listening, serve

    bound = listening(offer.port, offer.address)
    page = OpeningPage(made.assistant.home, bound.getsockname()[1])

    def ready(address: str) -> None:
        is_secret = "?token=" in address
        said = words.OPEN_AT if is_secret else words.OFFERED_AT
        setting.out.print(str(said.format(address=address)), soft_wrap=True)
        if opening and offer.is_private and has_windows():
            with suppress(OSError):  # the address that was shown does as well
                open_in_browser(page.write(address) if is_secret else address)

    try:
        asyncio.run(serve(made, bound, ready, offer))
    except KeyboardInterrupt:  # the way to close it
        pass
    finally:
        page.remove()
        bound.close()
    setting.out.print(str(words.CLOSED), soft_wrap=True)
    return 0
