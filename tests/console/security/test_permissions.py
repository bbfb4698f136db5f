"""Which role may do what: one table, every route in it, and pages that offer nothing else."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest
from starlette.requests import Request
from starlette.responses import Response

from bot.console import app, words
from bot.console.api import API
from bot.console.console import Console
from bot.console.pages import PAGES
from bot.console.security import Role
from bot.console.security.permissions import OPEN, PERMISSIONS
from tests.console.conftest import Visitor

ROUTES = {(method, path) for method, path, _ in (*PAGES, *API)}
LINE = ("GET", "/live")
"""It stays open, and all roles have it."""
RESERVED = sorted(one for one in ROUTES - {LINE} if one[1] not in OPEN and not one[1].startswith("/api/"))


def test_every_route_is_in_the_table_and_nothing_else_is() -> None:
    assert set(PERMISSIONS) == ROUTES
    assert all(roles is None or roles for roles in PERMISSIONS.values())


def test_a_route_of_which_nobody_said_who_may_use_it_is_no_application(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def view(request: Request) -> Response:
        return Response()

    added: tuple[tuple[str, str, Callable[[Request], Awaitable[Response]]], ...] = (("GET", "/secret", view),)
    monkeypatch.setattr(app, "PAGES", (*PAGES, *added))
    with pytest.raises(LookupError, match="GET /secret"):
        Visitor(console)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("method", "path"), RESERVED)
def test_a_role_gets_what_is_its_own_and_nothing_else(
    stranger: Visitor, role: Role, method: str, path: str
) -> None:
    visitor = stranger.sign_in(role)
    form = {"form": {}} if method == "POST" else {}
    answer = visitor.ask(method, re.sub(r"{[^}]*}", "none", path), **form)
    refused = words.NOT_YOUR_ROLE.to("en").partition("{")[0] in answer.text
    roles = PERMISSIONS[method, path]
    assert roles is not None
    assert (answer.status_code == 403, refused) == ((False, False) if role in roles else (True, True))
    assert answer.status_code < 500


def test_the_refusal_says_whose_it_is_and_leads_back(stranger: Visitor) -> None:
    answer = stranger.sign_in(Role.AUDITOR).ask("GET", "/new")
    assert answer.status_code == 403
    assert "This is for another role: clerk." in answer.text
    assert '<a href="/">' in answer.text


def test_several_roles_are_what_each_of_them_is(stranger: Visitor) -> None:
    visitor = stranger.sign_in(Role.AUDITOR, Role.CLERK)
    assert visitor.ask("GET", "/new").status_code == 200
    assert visitor.ask("POST", "/evidence/purge", form={"days": "1"}).status_code == 403


def test_another_role_holds_from_the_next_request_on(stranger: Visitor) -> None:
    visitor = stranger.sign_in(Role.CLERK)
    assert visitor.ask("GET", "/new").status_code == 200
    visitor.door.users.give("eva", [Role.AUDITOR])
    assert visitor.ask("GET", "/new").status_code == 403
    visitor.door.users.give("eva", [Role.AUDITOR, Role.CLERK])
    assert visitor.ask("GET", "/new").status_code == 200


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.CLERK, {"/", "/new", "/questions", "/evidence", "/portal", "/flows"}),
        (Role.APPROVER, {"/", "/questions", "/evidence", "/portal", "/flows"}),
        (Role.AUDITOR, {"/", "/evidence", "/portal", "/flows"}),
        (Role.ADMINISTRATOR, {"/", "/evidence", "/portal", "/flows", "/users"}),
    ],
)
def test_pages_offer_only_what_the_role_may(stranger: Visitor, role: Role, offered: set[str]) -> None:
    visitor = stranger.sign_in(role)
    html = visitor.ask("GET", "/").text
    assert set(re.findall(r'href="(/[^"]*)"', html.partition("<body")[2])) == offered
    for path in offered:
        for method, to in re.findall(r'<form[^>]*method="(\w+)" action="(/[^"]*)"', visitor.ask("GET", path).text):
            assert may(role, method.upper(), to), (path, method, to)


def may(role: Role, method: str, path: str) -> bool:
    """Whether the table lets a role use a path, whose parts in braces may be anything."""
    for (way, pattern), roles in PERMISSIONS.items():
        if way == method and re.fullmatch(re.sub(r"{[^}]*}", "[^/]+", pattern), path):
            return roles is None or role in roles
    raise AssertionError(f"{method} {path} leads nowhere")
