"""The training office as a web application: plain pages, one after the other, without a line of script."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from mock_portal.mishaps import hang_up
from mock_portal.training.books import ACCOUNTS, COURSES, FAULTS, Books, NoError

COOKIE = "training"
ON_A_PAGE = 5
_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)

View = Callable[[Request], Awaitable[Response]]


class BrokenConnection(Response):
    """An answer that never comes to its end."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Break off."""
        await hang_up(send)


def _books(request: Request) -> Books:
    return cast(Books, request.app.state.books)


def _account(request: Request) -> str:
    return _books(request).sessions.get(request.cookies.get(COOKIE, ""), "")


def _page(request: Request, template: str, **values: Any) -> HTMLResponse:
    company = ACCOUNTS.get(_account(request), "")
    html = _PAGES.get_template(template).render(company=company, courses=COURSES, **values)
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def _signed_in(view: View) -> View:
    @wraps(view)
    async def guarded(request: Request) -> Response:
        return await view(request) if _account(request) else RedirectResponse("/", 303)

    return guarded


async def _form(request: Request) -> tuple[str, dict[str, str]]:
    """The participant's number, and the rest of what was entered."""
    async with request.form() as form:
        said = {key: str(form.get(key, "")).strip() for key in ("number", "name", "course", "lunch")}
    return said.pop("number"), said


async def front(request: Request) -> Response:
    """Where companies sign in."""
    return _page(request, "sign_in.html", problem="")


async def sign_in(request: Request) -> Response:
    """Let a company in."""
    async with request.form() as form:
        token = _books(request).log_in(str(form.get("company", "")), str(form.get("code", "")))
    if not token:
        return _page(request, "sign_in.html", problem="Company number or access code is wrong.")
    answer = RedirectResponse("/courses", 303)
    answer.set_cookie(COOKIE, token, httponly=True)
    return answer


async def sign_out(request: Request) -> Response:
    """End the session."""
    _books(request).log_out(request.cookies.get(COOKIE, ""))
    return RedirectResponse("/", 303)


@_signed_in
async def courses(request: Request) -> Response:
    """What is on offer."""
    return _page(request, "courses.html", places=_books(request).places)


@_signed_in
async def participant(request: Request) -> Response:
    """Step 1: who, and which course."""
    return _page(request, "participant.html", problem="")


@_signed_in
async def details(request: Request) -> Response:
    """Step 2, unless the office says no."""
    number, entries = await _form(request)
    try:
        _books(request).allow(number, entries)
    except NoError as no:
        return _page(request, "participant.html", problem=str(no))
    return _page(request, "details.html", number=number, **entries)


@_signed_in
async def check(request: Request) -> Response:
    """Step 3: everything once more."""
    number, entries = await _form(request)
    return _page(request, "check.html", number=number, **entries)


@_signed_in
async def confirm(request: Request) -> Response:
    """The click that enrols."""
    number, entries = await _form(request)
    books = _books(request)
    fault = books.faults.pop(0) if books.faults else ""
    if fault == "drop_before_commit":
        return BrokenConnection()
    try:
        made = books.enrol(_account(request), number, entries)
    except NoError as no:
        return _page(request, "participant.html", problem=str(no))
    return BrokenConnection() if fault else RedirectResponse(f"/receipts/{made.no}", 303)


@_signed_in
async def receipt(request: Request) -> Response:
    """That it has been done."""
    for one in _books(request).of(_account(request)):
        if one.no == request.path_params["no"]:
            return _page(request, "receipt.html", one=one)
    return Response(status_code=404)


@_signed_in
async def enrolments(request: Request) -> Response:
    """The company's list, page by page."""
    number = int(request.query_params.get("page", "1"))
    lines = _books(request).of(_account(request))
    shown = lines[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return _page(request, "enrolments.html", lines=shown, page=number, more=number * ON_A_PAGE < len(lines))


async def control(request: Request) -> Response:
    """/_mock/: what tests read and change behind its back, as on the other portal; only from this machine."""
    if request.client is None or request.client.host not in ("127.0.0.1", "::1"):
        return Response(status_code=403)
    books = _books(request)
    raw = await request.body()
    try:
        body: Any = json.loads(raw) if raw else {}
        match request.path_params["action"], request.method:
            case "state", "GET":
                return JSONResponse(books.state())
            case "reset", "POST":
                books.reset(body.get("changes", {}))
            case "clock", "POST":
                books.clock.set(datetime.fromisoformat(body["now"]))
            case "review", "POST":
                if body["mode"] != "instant":
                    raise ValueError("nothing is reviewed here")
            case "faults", "POST":
                kinds = [one["kind"] for one in body]
                if unknown := {*kinds} - {*FAULTS}:
                    raise ValueError(f"unknown fault: {', '.join(sorted(unknown))}")
                books.faults = kinds
            case _:
                return JSONResponse({"error": "no such action"}, status_code=404)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        return JSONResponse({"error": f"{type(wrong).__name__}: {wrong}"}, status_code=400)
    return JSONResponse({"ok": True})


def create_app(books: Books, *, with_control: bool) -> Starlette:
    """All pages over these books."""
    routes = [
        Route("/", front),
        Route("/sign-in", sign_in, methods=["POST"]),
        Route("/sign-out", sign_out),
        Route("/courses", courses),
        Route("/enrol", participant),
        Route("/enrol/details", details, methods=["POST"]),
        Route("/enrol/check", check, methods=["POST"]),
        Route("/enrol/confirm", confirm, methods=["POST"]),
        Route("/receipts/{no}", receipt),
        Route("/enrolments", enrolments),
    ]
    if with_control:
        routes.append(Route("/_mock/{action}", control, methods=["GET", "POST"]))
    app = Starlette(routes=routes)
    app.state.books = books
    return app
