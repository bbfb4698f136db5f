"""What all views share: rendering, JSON answers, and who is logged in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from mock_portal.portal import Portal
from mock_portal.sessions import COOKIE, account_of

HERE = Path(__file__).parent
PAGES = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
BOX_WORDS = (
    "system_message",
    "ok",
    "yes",
    "no",
    "session_expired",
    "no_answer",
    "server_error",
    "processing",
    "refused_choice",
)

View = Callable[[Request], Awaitable[Response]]
AccountView = Callable[[Request, Portal, str], Awaitable[Response]]


def portal_of(request: Request) -> Portal:
    return cast(Portal, request.app.state.portal)


def page(portal: Portal, template: str, /, **values: Any) -> HTMLResponse:
    """A page in the portal's language; `words` reach its scripts as the constant WORDS."""
    words = {**portal.say.some(*BOX_WORDS), **values.pop("words", {})}
    html = PAGES.get_template(template).render(say=portal.say, language=portal.say.language, words=words, **values)
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def login_page(portal: Portal) -> HTMLResponse:
    """The login page: also the answer to whatever is asked without a session, with status 200."""
    return page(portal, "login.html", captcha=portal.settings.captcha)


def for_account(view: AccountView) -> View:
    """A view that only a logged-in account gets; everybody else gets the login page."""

    @wraps(view)
    async def guarded(request: Request) -> Response:
        portal = portal_of(request)
        account = account_of(portal.store.db, request.cookies.get(COOKIE, ""))
        return await view(request, portal, account) if account else login_page(portal)

    return guarded


async def form_of(request: Request) -> Mapping[str, str]:
    """The posted values that are text."""
    async with request.form() as form:
        return {key: value for key, value in form.items() if isinstance(value, str)}


def answer(**values: Any) -> JSONResponse:
    return JSONResponse(values, headers={"Cache-Control": "no-store"})
