"""Faults on the way: requests that are slow, fail, lose their session, or are done but never answered."""

from __future__ import annotations

import asyncio
import re
from http.cookies import SimpleCookie

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mock_portal.portal import Portal
from mock_portal.sessions import COOKIE, close_session, shown

PLACES = (
    ("POST", r"/login", "login"),
    ("POST", r"/operation/\w+/lookup", "lookup"),
    ("POST", r"/operation/\w+/save", "save"),
    ("GET", r"/operation/\w+(/gate)?", "open"),
    ("POST", r"/documents/declare", "declare"),
    ("POST", r"/documents/delete", "delete"),
    ("GET", r"/documents/list", "list"),
)
UNTOUCHED = ("/_mock/", "/static/", "/button/", "/captcha")


class Mishaps:
    """ASGI middleware that lets the portal's faults happen to requests."""

    def __init__(self, app: ASGIApp, portal: Portal) -> None:
        self.app = app
        self.portal = portal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(UNTOUCHED):
            await self.app(scope, receive, send)
            return
        for fault in self.portal.faults.at_request(_place(scope)):
            match fault.kind:
                case "latency" | "slow_mask":
                    await asyncio.sleep(fault.seconds)
                case "session_expiry":
                    self._end_session(scope)
                case "http_500":
                    await PlainTextResponse("Internal Server Error", 500)(scope, receive, send)
                    return
                case "commit_then_drop":
                    await self.app(scope, receive, _unheard)
                    await asyncio.sleep(fault.seconds)
                    await hang_up(send)
                    return
                case "drop_before_commit":
                    await _hear_out(receive)
                    await asyncio.sleep(fault.seconds)
                    await hang_up(send)
                    return
        await self.app(scope, receive, send)

    def _end_session(self, scope: Scope) -> None:
        cookies = SimpleCookie(Request(scope).headers.get("cookie", ""))
        if COOKIE in cookies:
            token = cookies[COOKIE].value
            with self.portal.store.transaction() as db:
                if account := close_session(db, token):
                    self.portal.log(db, "session_expired", account, session=shown(token))


def _place(scope: Scope) -> str:
    """Where in the portal a request goes; "other" for what no fault can name."""
    for method, path, place in PLACES:
        if scope["method"] == method and re.fullmatch(path, scope["path"]):
            return place
    return "other"


async def _unheard(message: Message) -> None:
    """Swallow what the portal answers."""


async def _hear_out(receive: Receive) -> None:
    """Take the whole request: the end of a connection with something unread in it can overtake what was sent on it."""
    while (message := await receive())["type"] == "http.request" and message.get("more_body"):
        pass


async def hang_up(send: Send) -> None:
    """Start an answer and never finish it: the server then closes the connection.

    Without a first line of answer a browser would silently send the request again by itself.
    """
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"64")]})
    await send({"type": "http.response.body", "body": b" ", "more_body": True})
