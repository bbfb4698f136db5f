"""Serving the console: on this computer alone, or to others who sign in."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from bot.console import words
from bot.console.app import application
from bot.console.console import Console
from bot.console.security import Door
from bot.console.security.certificates import Certificate, certificate
from bot.console.security.opening import OpeningPage
from bot.console.security.patience import PatientProtocol
from bot.console.security.place import (
    LOOPBACK,
    Place,
    behind_proxy,
    is_loopback,
    listening_address,
    on_this_computer,
    with_certificate,
)
from bot.console.security.users import Users
from bot.errors import UsageError

MOST_AT_ONCE = 400
"""Connections: every page that is open holds one."""


@dataclass(frozen=True)
class Offer:
    """Where and how the console is to be offered."""

    address: str = LOOPBACK
    port: int = 0
    certificate: Certificate | None = None
    proxy: str = ""
    """The public origin of a proxy that sees to TLS."""

    @property
    def is_private(self) -> bool:
        """Whether only this computer's own browsers can ask, without a name."""
        return is_loopback(self.address) and self.certificate is None and not self.proxy

    def place(self, port: int) -> Place:
        """The place, on the port that it is in the end. Raises UsageError."""
        if self.proxy:
            return behind_proxy(self.proxy, port)
        if self.certificate is not None:
            return with_certificate(self.certificate.names, port)
        return on_this_computer(port, self.address)


def offer_of(
    listen: str | None, port: int, *, tls: tuple[Path | None, Path | None] = (None, None), proxy: str | None = None
) -> Offer:
    """What is wanted, from what was typed: `tls` are a certificate and its key. Raises UsageError."""
    address, at = listening_address(listen, port) if listen else (LOOPBACK, port)
    path, key = tls
    if (path is None) != (key is None):
        raise UsageError(words.CERT_AND_KEY, cure=words.CERT_AND_KEY_CURE)
    shown = certificate(path, key) if path is not None and key is not None else None
    return Offer(address, at, shown, proxy or "")


def refuse_open(offer: Offer, users: Users) -> None:
    """Refuse to offer the console to others unprotected. Raises UsageError, with what to do instead."""
    if offer.certificate is not None and offer.proxy:
        raise UsageError(words.TLS_OR_PROXY, cure=words.TLS_OR_PROXY_CURE)
    if not is_loopback(offer.address) and offer.certificate is None and not offer.proxy:
        raise UsageError(words.NEEDS_TLS.format(address=offer.address), cure=words.NEEDS_TLS_CURE)
    offer.place(offer.port)
    if not users.all() and not offer.is_private:
        raise UsageError(words.NEEDS_USERS, cure=words.NEEDS_USERS_CURE)


def listening(port: int, address: str = LOOPBACK) -> socket.socket:
    """A socket; port 0 is any that is free. Raises UsageError."""
    bound = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    if os.name == "posix":  # elsewhere it would let somebody else listen too
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # whatever a console that was killed left open
    try:
        bound.bind((address, port))
        bound.listen()
    except OSError as error:
        bound.close()
        if is_loopback(address):
            raise UsageError(words.PORT_TAKEN.format(port=port), cure=words.PORT_TAKEN_CURE) from error
        said = words.ADDRESS_FAILED.format(address=f"{address}:{port}", why=error.strerror or error)
        raise UsageError(said, cure=words.NO_ADDRESS_CURE) from error
    return bound


class ConsoleServer(uvicorn.Server):
    """Ends the work first: until then its pages are answered, and no page waits for news any more."""

    def __init__(self, config: uvicorn.Config, console: Console, opening: OpeningPage) -> None:
        super().__init__(config)
        self._console = console
        self._opening = opening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer, and go on with what was under way when the console went down."""
        await super().startup(sockets)
        await self._console.take_up()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop at the next safe point of whatever is under way; the next console goes on with it."""
        self._opening.remove()
        await self._console.works.close()
        self._console.memory.close()
        await super().shutdown(sockets)


def server(console: Console, bound: socket.socket, offer: Offer | None = None) -> tuple[uvicorn.Server, str]:
    """The server, to be run, and the address to open: without users it lets one browser in, once."""
    offer = offer or Offer()
    place = offer.place(bound.getsockname()[1])
    door = Door(console.assistant.home, place, person=console.by)
    config = uvicorn.Config(
        application(console, door),
        http=PatientProtocol,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # who asks, and how, is never taken from what a request says of itself
        limit_concurrency=MOST_AT_ONCE,
        timeout_graceful_shutdown=3,
        lifespan="off",
        ssl_certfile=offer.certificate.path if offer.certificate else None,
        ssl_keyfile=offer.certificate.key if offer.certificate else None,
    )
    address = f"{place.address}/enter?token={door.token}" if door.token else place.address
    return ConsoleServer(config, console, door.opening), address


async def serve(
    console: Console, bound: socket.socket, ready: Callable[[str], None], offer: Offer | None = None
) -> None:
    """Serve until somebody stops it (Ctrl-C). `ready` gets the address to open."""
    made, address = server(console, bound, offer)
    ready(address)
    await made.serve(sockets=[bound])
