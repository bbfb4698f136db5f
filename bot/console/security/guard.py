"""Stands before the pages: looks at every request, and says on every answer what a browser may do with it."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.console import words
from bot.console.security.caller import STRANGER
from bot.console.security.cookies import cookies_of, language_of
from bot.console.security.door import Door
from bot.console.security.headers import stamped
from bot.console.security.permissions import OPEN
from bot.console.security.reading import RECEIVED, TooLarge, TooSlow, is_sound, largest, limited
from bot.console.security.refusals import Refusals
from bot.errors import AssistantError
from bot.service.access_log import asked_from
from bot.text import read_in

STATIC = "/static/"
FOR_PROGRAMS = "/api/"
SIGN_IN = "/sign-in"
SAFE = frozenset({"GET", "HEAD"})


class Guard:
    """Lets through what may pass, as what it is; answers the rest itself."""

    def __init__(self, app: ASGIApp, door: Door, refusals: Refusals) -> None:
        self._app = app
        self._door = door
        self._refusals = refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application. Nothing that happens in the one behind it gets past, but for its answers."""
        if scope["type"] != "http":
            return  # no page of ours opens a socket
        send = stamped(_noting(send, scope), self._door.place)
        headers = Headers(scope=scope)
        cookies = cookies_of(headers)
        read_in(language_of(cookies, headers, self._door.place))
        asked_from.set(self._address(scope))
        scope["console.caller"] = STRANGER
        scope["console.csrf"] = self._door.csrf(cookies.get(self._door.cookie, ""))
        try:
            answer = self._refusal(scope, headers, cookies)
            if answer is not None:
                await answer(scope, receive, send)
                return
            most = largest(scope["path"], stranger=scope["console.caller"].is_stranger)
            if int(headers.get("content-length") or 0) > most:
                raise TooLarge
            await self._app(scope, limited(receive, most), send)
        except ClientDisconnect:
            return
        except Exception as error:
            if scope.get("console.answered"):  # it is too late to say anything else
                self._refusals.keep(error)
                return
            await self._said(Request(scope), error)(scope, receive, send)

    def _address(self, scope: Scope) -> str:
        """Where a request comes from, if others than this computer can ask and that is known."""
        place, client = self._door.place, scope.get("client")
        return str(client[0]) if client and not (place.is_private or place.is_proxied) else ""

    def _said(self, request: Request, error: Exception) -> Response:
        match error:
            case TooLarge():
                cure = words.EVIDENCE_TOO_LARGE_CURE if request.url.path == RECEIVED else words.TOO_LARGE_CURE
                return self._refusals.told(request, 413, words.TOO_LARGE, cure)
            case TooSlow():
                return self._refusals.told(request, 408, words.TOO_SLOW, words.TOO_SLOW_CURE)
            case AssistantError():
                return self._refusals.trouble(request, error)
            case _:
                return self._refusals.bug(request, error)

    def _refusal(self, scope: Scope, headers: Headers, cookies: dict[str, str]) -> Response | None:
        """What is answered to a request that must not pass. Says in the scope who asks."""
        if (answer := self._unheard(scope, headers)) is not None:
            return answer
        path: str = scope["path"]
        if path.startswith(FOR_PROGRAMS):  # no browser sends this header by itself: no page can borrow it
            if not self._door.is_program(headers.get("authorization", "")):
                return JSONResponse({"error": str(words.NO_TOKEN)}, 403)
            scope["console.caller"] = self._door.program()
            return None
        if path.startswith(STATIC):
            return None
        shown = cookies.get(self._door.cookie, "")
        caller = scope["console.caller"] = self._door.caller(shown)
        if caller.is_stranger:
            return None if path in OPEN else self._to_the_door(Request(scope))
        if _is_somebody_there(scope, headers):
            self._door.sessions.touch(shown)
        return None

    def _unheard(self, scope: Scope, headers: Headers) -> Response | None:
        """What is answered to a request that no page of ours has sent, and no program that means us."""
        place, host, origin = self._door.place, headers.get("host", ""), headers.get("origin")
        if not is_sound(headers):
            return PlainTextResponse(str(words.UNSOUND), 400, {"connection": "close"})
        if not place.answers_to(host):
            said = words.WRONG_HOST.format(address=place.address)
            return PlainTextResponse(str(said), 421)
        if origin is not None and not place.is_own_page(origin, host):
            return PlainTextResponse(str(words.WRONG_ORIGIN), 403)
        if scope["path"].startswith(FOR_PROGRAMS):
            return None
        if scope["method"] not in SAFE and origin is None:
            return PlainTextResponse(str(words.WRONG_ORIGIN), 403)
        elsewhere = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        if elsewhere and headers.get("sec-fetch-mode") != "navigate":
            return PlainTextResponse(str(words.WRONG_ORIGIN), 403)
        return None

    def _to_the_door(self, request: Request) -> Response:
        """What is answered to somebody who is not let in, or not any more."""
        if not self._door.asks_names:
            return self._refusals.told(request, 403, words.NOT_LET_IN, words.NOT_LET_IN_CURE)
        if request.headers.get("hx-request"):
            seen = urlsplit(request.headers.get("hx-current-url", ""))
            return Response(status_code=401, headers={"hx-redirect": _sign_in(seen.path, seen.query)})
        if request.method in SAFE and "text/event-stream" not in request.headers.get("accept", ""):
            return RedirectResponse(_sign_in(request.url.path, request.url.query), 303)
        return self._refusals.told(request, 401, words.SIGNED_OUT, words.SIGNED_OUT_CURE)


def _sign_in(path: str, query: str) -> str:
    """Where to sign in, and to come back from."""
    there = f"{path}?{query}" if query else path
    return SIGN_IN if there in ("", "/") else f"{SIGN_IN}?back={quote(there, safe='')}"


def _is_somebody_there(scope: Scope, headers: Headers) -> bool:
    """Whether a person did something, and not the page by itself."""
    if scope["method"] not in SAFE:
        return True
    return "text/html" in headers.get("accept", "") and "hx-request" not in headers


def _noting(send: Send, scope: Scope) -> Send:
    """`send`, noting in the scope that an answer has begun."""

    async def noted(message: Message) -> None:
        scope["console.answered"] = True
        await send(message)

    return noted
