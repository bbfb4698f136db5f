"""Forms: read only with the token that our own pages carry."""

from __future__ import annotations

import hmac
import re
from collections.abc import Awaitable, Callable
from typing import TypedDict

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console import words
from bot.console.console import Console
from bot.console.security import Caller, Door, Forbidden
from bot.service.access_log import Access

View = Callable[[Request], Awaitable[Response]]
_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
"""A path of ours. Browsers take `//`, `/\\` and what they make of tabs between for the beginning of another site."""
SLOWLY = 500
"""Milliseconds after each thing that the browser does, for a person to follow it."""
MOST_FIELDS = 20_000
"""A batch of 5,000 cases is approved with a field for each."""


def posted(view: Callable[[Request, FormData], Awaitable[Response]], *, files: int = 1) -> View:
    """A view that gets the form of a request, with so many files at most, if it comes from one of our pages."""

    async def guarded(request: Request) -> Response:
        async with request.form(max_files=files, max_fields=MOST_FIELDS) as form:
            said = str(form.get("csrf") or request.headers.get("x-csrf") or "")
            if not hmac.compare_digest(said.encode("utf-8", "surrogatepass"), request.scope["console.csrf"].encode()):
                raise Forbidden(words.WRONG_FORM, cure=words.WRONG_FORM_CURE)
            return await view(request, form)

    guarded.__name__ = view.__name__
    return guarded


def text(form: FormData, name: str) -> str:
    """What stands in a field; "" if it is not there, or is a file."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts(form: FormData, name: str) -> list[str]:
    """What stands in all fields of that name."""
    return [value for value in form.getlist(name) if isinstance(value, str)]


class Manner(TypedDict):
    """How the browser is to work, as the options of a run name it."""

    headed: bool
    slow_mo: float
    trace: bool


def manner(form: FormData) -> Manner:
    """How the browser is to work."""
    slow_mo = SLOWLY if text(form, "slowly") else 0
    return Manner(headed=bool(text(form, "headed")), slow_mo=slow_mo, trace=bool(text(form, "trace")))


def console_of(request: Request) -> Console:
    """The console whose page is asked for."""
    console: Console = request.app.state.console
    return console


def caller_of(request: Request) -> Caller:
    """Who asks, and what they may."""
    caller: Caller = request.scope["console.caller"]
    return caller


def by(request: Request) -> str:
    """Who asks: what is decided is recorded under this name."""
    return caller_of(request).name or console_of(request).by


def note(request: Request, what: Access, about: str) -> None:
    """Keep in the record of access that whoever asks did something."""
    door: Door = request.app.state.door
    door.access.note(what, by=by(request), about=about)


def own_path(said: str, otherwise: str = "/") -> str:
    """A path of the console to go on with, where a form or an address says one; `otherwise` for anything else."""
    return said if _OWN.fullmatch(said) else otherwise


def go_to(path: str) -> Response:
    """After something was done: look at this."""
    return RedirectResponse(path, 303)
