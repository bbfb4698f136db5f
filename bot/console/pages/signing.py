"""Coming in and going out: by the token of the address, or by name and password."""

from __future__ import annotations

import secrets

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import caller_of, console_of, go_to, own_path, posted, text
from bot.console.rendering import page
from bot.console.security import Door, Forbidden, Wait
from bot.console.security.cookies import cookies_of, drop, keep
from bot.console.security.sessions import LONGEST
from bot.service.access_log import Access
from bot.text import Text

KNOWN_FOR = 180 * 24 * 3600
"""Seconds for which a browser is remembered as one in which a user has signed in."""


def _door(request: Request) -> Door:
    door: Door = request.app.state.door
    return door


async def enter(request: Request) -> Response:
    """Come in by the address that the program shows."""
    door = _door(request)
    if door.asks_names:
        return go_to("/sign-in")
    shown = door.enter(request.query_params.get("token", ""))
    if shown is None:
        door.access.note(Access.ENTRY_REFUSED, by="")
        raise Forbidden(words.NOT_LET_IN, cure=words.NOT_LET_IN_CURE)
    door.access.note(Access.ENTERED, by=console_of(request).by)
    # A browser that comes from elsewhere, a file too, shows a strict cookie only from the next page on.
    straight = request.headers.get("sec-fetch-site") in ("none", "same-origin")
    answer = go_to("/") if straight else page(request, "entered.html")
    keep(answer, door.place, door.cookie, shown, seconds=int(LONGEST))
    return answer


async def ask(request: Request) -> Response:
    """Where a user signs in."""
    door = _door(request)
    back = own_path(request.query_params.get("back", ""))
    if not caller_of(request).is_stranger:
        return go_to(back)
    if not door.asks_names:
        raise Forbidden(words.NOT_LET_IN, cure=words.NOT_LET_IN_CURE)
    shown = cookies_of(request.headers).get(door.cookie, "") or secrets.token_urlsafe(16)
    request.scope["console.csrf"] = door.csrf(shown)
    answer = page(request, "sign_in.html", back=back, name="", said=None)
    keep(answer, door.place, door.cookie, shown)  # opens nothing: it only binds the form to this browser
    return answer


async def sign_in(request: Request, form: FormData) -> Response:
    """Let a user in who knows the password. Of a wrong name no more is said than of a wrong password."""
    door = _door(request)
    cookies = cookies_of(request.headers)
    name, back = text(form, "name"), own_path(text(form, "back"))
    typed = form.get("password")
    address = request.client.host if request.client else ""
    password, known = typed if isinstance(typed, str) else "", cookies.get(door.known_cookie, "")
    try:
        shown = await door.sign_in(name, password, address=address, known=known)
    except Wait as wait:
        return _again(request, words.SIGN_IN_WAIT.format(seconds=wait.seconds), name, back, 429)
    user = door.users.get(name)
    by = user.name if user else ""  # what nobody is called may be a password in the wrong field
    door.access.note(Access.SIGNED_IN if shown else Access.SIGN_IN_REFUSED, by=by)
    if shown is None:
        return _again(request, words.SIGN_IN_WRONG, name, back, 403)
    door.sessions.end(cookies.get(door.cookie, ""))
    answer = go_to(back)
    keep(answer, door.place, door.cookie, shown)
    keep(answer, door.place, door.known_cookie, door.known_browser(shown), seconds=KNOWN_FOR)
    return answer


def _again(request: Request, said: Text, name: str, back: str, status: int) -> Response:
    return page(request, "sign_in.html", status, back=back, name=name, said=said)


async def sign_out(request: Request, form: FormData) -> Response:
    """Let this browser in no longer."""
    door, caller = _door(request), caller_of(request)
    door.access.note(Access.SIGNED_OUT, by=caller.name)
    door.sessions.end(caller.session)
    console_of(request).works.changed()  # so that what else is open in this browser finds out
    answer = go_to("/sign-in")
    drop(answer, door.place, door.cookie)
    answer.headers["clear-site-data"] = '"cache"'
    return answer


PAGES = (
    ("GET", "/enter", enter),
    ("GET", "/sign-in", ask),
    ("POST", "/sign-in", posted(sign_in)),
    ("POST", "/sign-out", posted(sign_out)),
)
