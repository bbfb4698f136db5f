"""The pages as an application: which address leads where, and who may go there."""

from __future__ import annotations

from functools import wraps
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.console.api import API
from bot.console.console import Console
from bot.console.pages import PAGES
from bot.console.pages.form import View, caller_of
from bot.console.pages.trouble import Trouble
from bot.console.security import Door, Guard
from bot.console.security.caller import not_permitted
from bot.console.security.permissions import roles_for
from bot.errors import AssistantError

STATIC = Path(__file__).with_name("static")


def application(console: Console, door: Door) -> Starlette:
    """The console's pages, guarded by its door. Raises LookupError for a page of which nobody said who may see it."""
    trouble = Trouble(console.assistant.home)
    app = Starlette(
        routes=[
            *(Route(path, permitted(view, method, path), methods=[method]) for method, path, view in (*PAGES, *API)),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, door=door, refusals=trouble)],
        exception_handlers={AssistantError: trouble.foreseen, HTTPException: trouble.http},
    )
    app.router.redirect_slashes = False
    app.state.console = console
    console.works.unforeseen = trouble.unforeseen
    app.state.door = door
    return app


def permitted(view: View, method: str, path: str) -> View:
    """The view, for those whose roles may use it."""
    roles_for(method, path)

    @wraps(view)
    async def shown(request: Request) -> Response:
        if not caller_of(request).may(method, path):
            raise not_permitted(method, path)
        return await view(request)

    return shown
