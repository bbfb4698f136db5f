"""The mock portal in a thread of this process, with a hand that kills the program at one of its requests."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

import uvicorn
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mock_portal.mishaps import UNTOUCHED
from mock_portal.portal import Portal
from mock_portal.server import bind, configuration, url_of
from mock_portal.sessions import COOKIE
from mock_portal.settings import Settings
from tests.portal.clerk import Clerk


@dataclass
class Watched:
    """The portal's door: what came through it in the life of the program that is running now, and when it dies.

    `seats` are the sessions that requests came from, in order and without repetitions: were two of them ever used
    side by side, one would stand there twice.
    """

    victim: int = 0
    when: str = ""
    at: int = 0
    place: str = ""
    requests: int = 0
    met: int = 0
    """Requests at the place where the victim is to die."""
    seats: list[str] = field(default_factory=list)

    def arm(self, victim: int, when: str = "", at: int = 0, place: str = "") -> None:
        """Count the requests of a new life; kill it `before` or `after` its nth one whose path ends in `place`."""
        self.victim, self.when, self.at, self.place = victim, when, at, place
        self.requests = self.met = 0

    def disarm(self) -> None:
        """The life is over; what its browser still asks for is counted with it."""
        self.victim, self.when = 0, ""

    def seen(self, scope: Scope) -> int:
        """Note a request; 0, or the number that it has at the place where the program is to die."""
        self.requests += 1
        cookies = SimpleCookie(Request(scope).headers.get("cookie", ""))
        if COOKIE in cookies and self.seats[-1:] != [cookies[COOKIE].value]:
            self.seats.append(cookies[COOKIE].value)
        here = scope["path"].endswith(self.place)
        self.met += here
        return self.met if here else 0

    def kills(self, number: int, when: str) -> bool:
        """Kill the program, if this is the point."""
        if (self.when, self.at) != (when, number):
            return False
        os.kill(self.victim, signal.SIGKILL)
        return True


class Door:
    """ASGI middleware around the portal's application."""

    def __init__(self, app: ASGIApp, watched: Watched) -> None:
        self.app = app
        self.watched = watched

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(UNTOUCHED):
            await self.app(scope, receive, send)
            return
        number = self.watched.seen(scope)
        if self.watched.kills(number, "before"):
            await _break_off(receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.watched.kills(number, "after")
            await send(message)

        await self.app(scope, receive, answer)


async def _break_off(receive: Receive, send: Send) -> None:
    """Hear the request out, begin an answer and never end it: without its first line it would be sent again."""
    while (message := await receive())["type"] == "http.request" and message.get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"64")]})
    await send({"type": "http.response.body", "body": b" ", "more_body": True})


@contextmanager
def watched_portal() -> Iterator[tuple[Clerk, Watched]]:
    """An English portal until the block ends: a hand behind its back, and the watch at its door."""
    portal = Portal(Settings(language="en", control=True))
    with bind("127.0.0.1", 0) as listener:
        watched, config = Watched(), configuration(portal)
        config.app = Door(config.app, watched)  # type: ignore[arg-type]  # uvicorn's type is wider than Starlette's
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        clerk = Clerk(url_of(listener))
        try:
            yield clerk, watched
        finally:
            clerk.http.close()
            server.should_exit = True
            thread.join()
    portal.store.close()
