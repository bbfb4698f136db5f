"""Who may see the pages: one browser, let in once by a token, and no page of another site on its behalf."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.console import words
from bot.private import private_file, private_folder
from bot.text import LANGUAGES, Language, read_in

ENTER = "/enter"
STATIC = "/static/"
FOR_PROGRAMS = "/api/"
API_TOKEN = "console.api-token"
"""The file with what a program has to show."""
LANGUAGE_COOKIE = "portal_language"
LARGEST = 25 * 1024 * 1024
"""Bytes of the largest request that is read: a roster of 5,000 rows has less than one million."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
SAFE = frozenset({"GET", "HEAD"})


class Door:
    """Lets one browser in by a token that is good once, and knows it again by a signed cookie.

    The key of the signature is a file in the home, so that a page that is open outlives a restart of the console.
    """

    def __init__(self, home: Path, port: int) -> None:
        self.port = port
        self.cookie = f"portal_console_{port}"
        self._key = _kept(home, "console.key")
        self._for_programs = _kept(home, API_TOKEN).decode()
        self._token: str | None = secrets.token_urlsafe(32)

    @property
    def token(self) -> str | None:
        """What the address has to carry the first time; None once it was used."""
        return self._token

    def hosts(self) -> frozenset[str]:
        """The names under which a browser on this computer reaches us: any other is somebody's trick with DNS."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))

    def enter(self, token: str) -> str | None:
        """The cookie's value for whoever has the token; None for anybody else."""
        if self._token is None or not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        self._token = None
        session = secrets.token_urlsafe(24)
        return f"{session}.{self._signed('session', session)}"

    def knows(self, value: str) -> bool:
        """Whether a cookie is one of ours."""
        session, _, signature = value.rpartition(".")
        return hmac.compare_digest(signature.encode(), self._signed("session", session).encode())

    def is_program(self, authorization: str) -> bool:
        """Whether this is what a program shows that was given the token."""
        return hmac.compare_digest(authorization.encode(), f"Bearer {self._for_programs}".encode())

    def csrf(self, value: str) -> str:
        """What a form of the session with this cookie has to carry."""
        return self._signed("form", value)

    def _signed(self, use: str, value: str) -> str:
        return hmac.new(self._key, f"{use}:{self.port}:{value}".encode(), hashlib.sha256).hexdigest()


def _kept(home: Path, name: str) -> bytes:
    """A secret in a file of the home, for its owner alone; made if there is none yet."""
    path = private_file(private_folder(home) / name)
    if not (kept := path.read_bytes().strip()):
        kept = secrets.token_urlsafe(32).encode()
        path.write_bytes(kept)
    return kept


class TooLarge(Exception):
    """A request is larger than anything that is meant for us."""


class Guard:
    """Stands before the pages: looks at every request, and says on every answer what a browser may do with it."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = _cookies(headers)
        read_in(language_of(cookies, headers))
        answer = self._refusal(scope, headers, cookies)
        if answer is None:
            session = cookies.get(self._door.cookie, "")
            scope["console.csrf"] = self._door.csrf(session)
            await self._passed(scope, receive, send, headers)
        else:
            await answer(scope, receive, _stamped(send))

    async def _passed(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        try:
            await self._app(scope, _limited(receive), _stamped(send))
        except TooLarge:
            await PlainTextResponse(str(words.TOO_LARGE), 413)(scope, receive, _stamped(send))

    def _refusal(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        hosts = self._door.hosts()
        if headers.get("host", "") not in hosts:
            return PlainTextResponse(str(words.WRONG_HOST), 421)
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return PlainTextResponse(str(words.WRONG_ORIGIN), 403)
        if int(headers.get("content-length") or 0) > LARGEST:
            return PlainTextResponse(str(words.TOO_LARGE), 413)
        path: str = scope["path"]
        if path.startswith(FOR_PROGRAMS):  # no browser sends this header by itself: no page can borrow it
            known = self._door.is_program(headers.get("authorization", ""))
            return None if known else PlainTextResponse(str(words.NO_TOKEN), 403)
        if scope["method"] not in SAFE and origin is None:
            return PlainTextResponse(str(words.WRONG_ORIGIN), 403)
        if path == ENTER:
            return self._entering(scope)
        if path.startswith(STATIC) or self._door.knows(cookies.get(self._door.cookie, "")):
            return None
        return PlainTextResponse(str(words.NOT_LET_IN), 403)

    def _entering(self, scope: Scope) -> Response:
        query: bytes = scope["query_string"]
        value = self._door.enter(query.decode("latin-1").removeprefix("token="))
        if value is None:
            return PlainTextResponse(str(words.NOT_LET_IN), 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._door.cookie, value, httponly=True, samesite="strict", max_age=12 * 3600)
        return answer


def language_of(cookies: dict[str, str], headers: Headers) -> Language:
    """The language that was chosen, else the first one of the browser's that we have, else English."""
    wanted = [cookies.get(LANGUAGE_COOKIE, ""), *headers.get("accept-language", "").lower().split(",")]
    for one in wanted:
        for language in LANGUAGES:
            if one.strip().startswith(language):
                return language
    return "en"


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _stamped(send: Send) -> Send:
    """`send`, with our headers on every answer."""

    async def stamped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)  # a report says itself what is in it
        await send(message)

    return stamped


def _limited(receive: Receive) -> Receive:
    """`receive`, up to so many bytes: the length that was announced may be a lie."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message: Any = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST:
            raise TooLarge
        return message  # type: ignore[no-any-return]  # Message is a mapping of anything

    return limited
