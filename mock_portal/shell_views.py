"""The page around everything: header, top menu, tabs; and the gate before an operation opens."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from mock_portal.forms import OPERATIONS
from mock_portal.portal import Portal
from mock_portal.queries import QUERIES
from mock_portal.settings import MAX_TABS
from mock_portal.web import answer, for_account, page


def operation_titles(portal: Portal) -> list[tuple[str, str, str]]:
    """Key, code and title of everything in the list of operations."""
    filed = [(one.key, one.code) for one in OPERATIONS.values()]
    return [(key, code, portal.say(f"op_{key}")) for key, code in [*filed, *QUERIES.items()]]


async def show_shell(request: Request, portal: Portal, account: str) -> Response:
    employer = portal.store.db.execute("SELECT * FROM employer WHERE account = ?", (account,)).fetchone()
    return page(
        portal,
        "shell.html",
        employer=employer,
        today=f"{portal.clock.now():%Y-%m-%d}",
        operations=operation_titles(portal),
        max_tabs=MAX_TABS,
        words=portal.say.some("too_many_tabs", "help_text", "change_password_text"),
    )


async def gate(request: Request, portal: Portal, account: str) -> Response:
    """Whether the operation may be opened: `open`, or the portal's sentence why not."""
    key = request.path_params["key"]
    closed = portal.closed("open") if key in OPERATIONS else ""
    with portal.store.transaction() as db:
        if closed:
            portal.log(db, "gate_refused", account, operation=key)
        else:
            portal.log(db, "opened", account, operation=key)
    return answer(kind="refused", text=closed) if closed else answer(kind="open")


shell = for_account(show_shell)
open_gate = for_account(gate)
