"""Serving the console on this computer alone."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from bot.console import words
from bot.console.app import application
from bot.console.console import Console
from bot.console.security import ENTER, Door
from bot.console.work import Works
from bot.errors import UsageError

LOOPBACK = "127.0.0.1"


def listening(port: int) -> socket.socket:
    """A socket of this computer that no other one reaches; port 0 is any that is free. Raises UsageError."""
    bound = socket.socket()
    try:
        bound.bind((LOOPBACK, port))
        bound.listen()
    except OSError as error:
        bound.close()
        raise UsageError(words.PORT_TAKEN.format(port=port), cure=words.PORT_TAKEN_CURE) from error
    return bound


class ConsoleServer(uvicorn.Server):
    """Ends the work first: until then its pages are answered, and no page waits for news any more."""

    def __init__(self, config: uvicorn.Config, works: Works) -> None:
        super().__init__(config)
        self._works = works

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop at the next safe point of whatever is under way."""
        await self._works.close()
        await super().shutdown(sockets)


def server(console: Console, bound: socket.socket) -> tuple[uvicorn.Server, str]:
    """The server, to be run, and the address to open: it lets one browser in, once."""
    port = bound.getsockname()[1]
    door = Door(console.assistant.home, port)
    config = uvicorn.Config(
        application(console, door),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        lifespan="off",
    )
    return ConsoleServer(config, console.works), f"http://{LOOPBACK}:{port}{ENTER}?token={door.token}"


async def serve(console: Console, bound: socket.socket, ready: Callable[[str], None]) -> None:
    """Serve until somebody stops it (Ctrl-C). `ready` gets the address to open."""
    made, address = server(console, bound)
    ready(address)
    await made.serve(sockets=[bound])
