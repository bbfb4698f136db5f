"""Forms: read only with the token that our own pages carry."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.console import words
from bot.console.console import Console

View = Callable[[Request], Awaitable[Response]]
MOST_FIELDS = 20_000
"""A batch of 5,000 cases is approved with a field for each."""


def posted(view: Callable[[Request, FormData], Awaitable[Response]]) -> View:
    """A view that gets the form of a request, if it comes from one of our pages."""

    async def guarded(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=MOST_FIELDS) as form:
            said = str(form.get("csrf") or request.headers.get("x-csrf") or "")
            if not hmac.compare_digest(said.encode(), request.scope["console.csrf"].encode()):
                raise HTTPException(403, str(words.WRONG_FORM))
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


def console_of(request: Request) -> Console:
    """The console whose page is asked for."""
    console: Console = request.app.state.console
    return console


def by(request: Request) -> str:
    """Who asks: what is decided is recorded under this name."""
    return console_of(request).by


def go_to(path: str) -> Response:
    """After something was done: look at this."""
    return RedirectResponse(path, 303)
