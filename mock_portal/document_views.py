"""My documents: five counted tabs, fifteen rows a page, and the buttons that delete and declare."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from mock_portal.buttons import BUTTONS, picture
from mock_portal.clock import elapsed, month_before
from mock_portal.forms import OPERATIONS, operation_of, summary
from mock_portal.items import list_items
from mock_portal.portal import Portal
from mock_portal.review import declare, delete, settle, shown_reason
from mock_portal.settings import PAGE_SIZE
from mock_portal.web import answer, for_account, form_of, page, portal_of

TABS = {
    "drafts": "draft",
    "under_review": "under_review",
    "approved": "approved",
    "rejected": "rejected",
    "all": "all",
}
COLUMNS = {
    "drafts": ("number", "type", "summary", "entered", "status"),
    "under_review": ("number", "type", "summary", "entered"),
    "approved": ("number", "type", "summary", "entered", "reviewed"),
    "rejected": ("number", "type", "summary", "entered", "reviewed", "rejection_reason"),
    "all": ("number", "type", "summary", "entered", "reviewed", "status"),
}
DOCUMENT_WORDS = (
    "nothing_ticked",
    "declare_ticked",
    "declare_all",
    "delete_ticked",
    "delete_all",
    "no_rows",
    "first_page",
    "previous_page",
    "next_page",
    "last_page",
    "page_of",
    "ready",
    "has_errors",
)


async def show_documents(request: Request, portal: Portal, account: str) -> Response:
    types = [("", portal.say("all_types"))]
    types += [(one.code, portal.say(f"op_{one.key}")) for one in OPERATIONS.values()]
    periods = [(key, portal.say(key)) for key in ("this_month", "last_month")]
    return page(
        portal,
        "documents.html",
        columns=COLUMNS,
        types=types,
        periods=periods,
        page_size=PAGE_SIZE,
        words=portal.say.some(*TABS, *DOCUMENT_WORDS),
    )


async def list_documents(request: Request, portal: Portal, account: str) -> Response:
    """One page of one tab, and the counters of all five for the period chosen."""
    asked = request.query_params
    with portal.store.transaction() as db:
        settle(portal, db, account)
        rows = _listed(portal, db, account, asked)
        counts = {
            tab: len(_listed(portal, db, account, {"tab": tab, "period": asked.get("period", "")})) for tab in TABS
        }
    pages = max(-(-len(rows) // PAGE_SIZE), 1)
    number = min(max(int(asked.get("page", "1")), 1), pages)
    shown = rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return answer(
        kind="list",
        counts=counts,
        rows=[_cells(portal, row) for row in shown],
        page=number,
        pages=pages,
        total=len(rows),
    )


def _listed(portal: Portal, db: sqlite3.Connection, account: str, asked: Mapping[str, str]) -> list[sqlite3.Row]:
    """The items of a tab, as far as the lists know of them by now."""
    month = portal.clock.month()
    period = month_before(month) if asked.get("period") == "last_month" else month
    lag = next(iter(portal.faults.shown("lists_lag")), None)
    before = elapsed() - lag.seconds if lag else 0.0
    stage = TABS.get(asked.get("tab", ""), "draft")
    return list_items(db, account, stage, type=asked.get("type", ""), period=period, before=before)


def _cells(portal: Portal, row: sqlite3.Row) -> dict[str, Any]:
    operation = operation_of(row["type"])
    return {
        "number": row["no"],
        "operation": operation.key,
        "type": portal.say(f"op_{operation.key}"),
        "summary": summary(operation, json.loads(row["entries"]), portal.say),
        "entered": _local(row["entered_at"]),
        "reviewed": _local(row["reviewed_at"] or ""),
        "rejection_reason": shown_reason(portal, row["reason"]),
        "status": portal.say(f"stage_{row['stage']}"),
        "ready": bool(row["ready"]),
    }


def _local(stamp: str) -> str:
    """2026-11-10T09:00:00+08:00 → 2026-11-10 09:00:00."""
    return stamp[:19].replace("T", " ")


async def act_on_drafts(request: Request, portal: Portal, account: str) -> Response:
    """Declare or delete the drafts in `no` (comma-separated), or with `all` all that the filter shows."""
    form = await form_of(request)
    acting = request.path_params["action"]
    with portal.store.transaction() as db:
        if form.get("all") == "1":
            numbers = [row["no"] for row in _listed(portal, db, account, {**form, "tab": "drafts"})]
        else:
            numbers = [no for no in form.get("no", "").split(",") if no]
        if acting == "declare" and (closed := portal.closed("declare")):
            portal.log(db, "refused", account, rule="closed")
            return answer(kind="refused", text=closed)
        act = declare if acting == "declare" else delete
        count = act(portal, db, account, reversed(numbers))
    return answer(
        kind="done",
        count=count,
        text=portal.say("declared_count" if act is declare else "deleted_count", count=count),
    )


async def button_picture(request: Request) -> Response:
    """The picture of an image button, with its word drawn into it."""
    name = request.path_params["name"]
    if name not in BUTTONS:
        return Response(status_code=404)
    return Response(picture(portal_of(request).say, name), media_type="image/svg+xml")


documents = for_account(show_documents)
documents_list = for_account(list_documents)
documents_act = for_account(act_on_drafts)
