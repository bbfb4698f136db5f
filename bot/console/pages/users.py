"""Users: who may sign in, and what for. The same that `portal console-user` does."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import by, caller_of, console_of, go_to, posted, text, texts
from bot.console.rendering import page
from bot.console.security import Door, Role
from bot.console.security.administration import Administration
from bot.console.security.users import key_of
from bot.errors import UsageError
from bot.redaction import redactor

ON_A_PAGE = 25
"""So many lines of the record of access are shown at once."""


def _door(request: Request) -> Door:
    door: Door = request.app.state.door
    return door


def _administration(request: Request) -> Administration:
    door = _door(request)
    return Administration(door.users, door.access, by(request))


async def users(request: Request) -> Response:
    """Everybody who may sign in, and what they did last."""
    door = _door(request)
    number = request.query_params.get("page", "1")
    at = max(1, int(number)) if number.isascii() and number.isdecimal() and len(number) < 6 else 1
    log = await run_in_threadpool(lambda: door.access.latest(ON_A_PAGE + 1, skip=(at - 1) * ON_A_PAGE))
    return page(
        request,
        "users.html",
        users=list(door.users.all().values()),
        every_role=list(Role),
        log=log[:ON_A_PAGE],
        more=len(log) > ON_A_PAGE,
        at=at,
    )


async def add(request: Request, form: FormData) -> Response:
    """Let somebody in from now on."""
    administration, roles = _administration(request), _roles(form)
    if not administration.users.all() and Role.ADMINISTRATOR not in roles:
        raise UsageError(words.FIRST_ADMINISTRATOR, cure=words.FIRST_ADMINISTRATOR_CURE)
    await run_in_threadpool(administration.add, text(form, "name"), roles, _password(form))
    return _changed(request)


async def change(request: Request, form: FormData) -> Response:
    """Give a user other roles, or another password; or let them in no longer."""
    administration, name = _administration(request), text(form, "name")
    match text(form, "do"):
        case "roles":
            roles = _roles(form)
            if Role.ADMINISTRATOR not in roles:
                _refuse_oneself(request, name)
            administration.give(name, roles)
        case "password":
            await run_in_threadpool(administration.change_password, name, _password(form))
        case "remove":
            _refuse_oneself(request, name)
            administration.remove(name)
    return _changed(request)


def _changed(request: Request) -> Response:
    console_of(request).works.changed()  # whoever was let in, and is not any more, finds out
    return go_to("/users")


def _roles(form: FormData) -> list[Role]:
    return [role for role in Role if role in texts(form, "role")]


def _password(form: FormData) -> str:
    """The new password, typed twice. Raises UsageError."""
    typed, again = form.get("password"), form.get("again")
    if not isinstance(typed, str) or typed != again:
        raise UsageError(words.PASSWORDS_DIFFER, cure=words.PASSWORDS_DIFFER_CURE)
    redactor.secret(typed)
    return typed


def _refuse_oneself(request: Request, name: str) -> None:
    """Whoever sees to the users stays one who does. Raises UsageError."""
    if key_of(name) == key_of(caller_of(request).name):
        raise UsageError(words.NOT_ONESELF, cure=words.NOT_ONESELF_CURE)


PAGES = (
    ("GET", "/users", users),
    ("POST", "/users", posted(add)),
    ("POST", "/users/change", posted(change)),
)
