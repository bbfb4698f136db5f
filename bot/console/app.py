"""The pages as an application: which address leads where, and what is done about errors."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.console.api import API, told
from bot.console.console import Console
from bot.console.pages import PAGES
from bot.console.rendering import page
from bot.console.security import FOR_PROGRAMS, Door, Guard
from bot.errors import AssistantError

STATIC = Path(__file__).with_name("static")


def application(console: Console, door: Door) -> Starlette:
    """The console's pages, guarded by its door."""

    routes = [
        *(Route(path, view, methods=[method]) for method, path, view in (*PAGES, *API)),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, door=door)],
        exception_handlers={AssistantError: _told},
    )
    app.state.console = console
    return app


async def _told(request: Request, error: Exception) -> Response:
    """An error that was foreseen, with its cure: as a page, or as a part of one."""
    assert isinstance(error, AssistantError)
    if request.url.path.startswith(FOR_PROGRAMS):
        return told(error)
    name = "trouble.html" if request.headers.get("hx-request") else "error.html"
    return page(request, name, 400, error=error)
