"""Serving the portal: a socket that really listens, its URL, and a clean end on Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from mock_portal.app import create_app
from mock_portal.portal import Portal
from mock_portal.settings import Settings


class Server(uvicorn.Server):
    """A server that ends as asked; uvicorn's own would raise the signal again after its clean end."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        former = {one: signal.signal(one, self.handle_exit) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in former.items():
                signal.signal(one, handler)


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. OSError if the port is taken."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
    )[0]
    # Only for a socket that names its protocol does asyncio switch Nagle's delay off: 40 ms an answer.
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


def url_of(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{host}:{port}/"


def serve(settings: Settings, listener: socket.socket) -> None:
    """Print the URL as the first line, then serve until SIGINT or SIGTERM."""
    portal = Portal(settings)
    try:
        print(url_of(listener), flush=True)
        Server(configuration(portal)).run(sockets=[listener])
    finally:
        portal.store.close()


def configuration(portal: Portal, *, around: Callable[[ASGIApp], ASGIApp] | None = None) -> uvicorn.Config:
    """A quiet server: what fails on purpose is no news, and stdout belongs to the URL.

    `around` puts an ASGI application of a test's own around the portal: it sees every request before the portal does,
    and every answer before it goes out.
    """
    app: ASGIApp = create_app(portal)
    return uvicorn.Config(
        around(app) if around else app,
        http="h11",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="critical",
        timeout_graceful_shutdown=2,
    )
