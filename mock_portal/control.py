"""/_mock/: what tests read and change behind its back. Only with --control, only from this machine."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from mock_portal.clock import elapsed
from mock_portal.forms import OPERATIONS, operation_of, shown_value
from mock_portal.portal import Portal
from mock_portal.review import decide, delete, settle, shown_reason
from mock_portal.seed import plant_item, read_state
from mock_portal.settings import Review
from mock_portal.web import portal_of

LOOPBACK = ("127.0.0.1", "::1")
ABOUT_ITEM = ("account", "status", "minutes_ago", "months_ago")
"""What is said of a planted draft besides its operation and the entries of its form."""


async def control(request: Request) -> Response:
    """Answers 200 with JSON, 400 with `error` when the request makes no sense."""
    if request.client is None or request.client.host not in LOOPBACK:
        return Response(status_code=403)
    portal = portal_of(request)
    raw = await request.body()
    try:
        body: Any = json.loads(raw) if raw else None
        match request.path_params["action"], request.method:
            case "state", "GET":
                return JSONResponse(state(portal))
            case "reset", "POST":
                portal.reset(_state_wanted(body))
            case "faults", "POST":
                portal.set_faults(body if isinstance(body, list) else [body])
            case "clock", "POST":
                portal.clock.set(datetime.fromisoformat(body["now"]))
            case "review", "POST":
                _review(portal, body)
            case "drafts", "POST":
                return JSONResponse({"ok": True, "no": _plant(portal, body)})
            case "delete", "POST":
                _delete(portal, body["no"])
            case _:
                return JSONResponse({"error": "no such action"}, status_code=404)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        return JSONResponse({"error": f"{type(wrong).__name__}: {wrong}"}, status_code=400)
    return JSONResponse({"ok": True})


def _state_wanted(body: dict[str, Any] | None) -> dict[str, Any] | None:
    """A whole state, or (as `changes`) what is other than in the initial one; None for the initial one itself."""
    if body and "changes" in body:
        return {**read_state(None), **body["changes"]}
    return body.get("state", body) if body else None


def _review(portal: Portal, body: dict[str, Any]) -> None:
    """Change the mode, or decide the items of a number or a person. KeyError if none is under review."""
    if "mode" in body:
        portal.review = Review.parse(body["mode"])
        return
    with portal.store.transaction() as db:
        chosen = db.execute(
            "SELECT no FROM item WHERE stage = 'under_review' AND (no = ? OR id_number = ?) ORDER BY no",
            (body.get("no"), body.get("id_number")),
        ).fetchall()
        if not chosen:
            raise KeyError(body.get("no") or body.get("id_number"))
        for row in chosen:
            decide(portal, db, row["no"], body["outcome"], body.get("reason", ""))


def _plant(portal: Portal, body: dict[str, Any]) -> str:
    """Store a draft (or with `status` a filing) that somebody else of the account made, whatever the rules say.

    What the body says besides is entries of the form. Returns the number. KeyError for an unknown operation or account.
    """
    asked, account = str(body.get("operation") or body.get("type")), body["account"]
    operation = {name: one for one in OPERATIONS.values() for name in (one.key, one.code)}[asked]
    about = {key: body[key] for key in ABOUT_ITEM if key in body}
    entries = {key: value for key, value in body.items() if key not in {*ABOUT_ITEM, "operation", "type"}}
    with portal.store.transaction() as db:
        if db.execute("SELECT 1 FROM employer WHERE account = ?", (account,)).fetchone() is None:
            raise KeyError(account)
        item = {**about, "type": operation.code, "entries": entries}
        no = plant_item(db, item, portal.clock, changed=elapsed())
        portal.log(db, "planted", account, entries["id_number"], type=operation.code, no=no)
    return no


def _delete(portal: Portal, no: str) -> None:
    """Throw a draft away, as somebody else of its account. KeyError if it is no draft."""
    with portal.store.transaction() as db:
        row = db.execute("SELECT account FROM item WHERE no = ? AND stage = 'draft'", (no,)).fetchone()
        if row is None:
            raise KeyError(no)
        delete(portal, db, row["account"], [no])


def state(portal: Portal) -> dict[str, Any]:
    """Everything that the portal knows, exact, with reviews that are due done."""
    with portal.store.transaction() as db:
        accounts = [row["account"] for row in db.execute("SELECT account FROM employer ORDER BY account")]
        for account in accounts:
            settle(portal, db, account)
        items = db.execute("SELECT * FROM item ORDER BY no").fetchall()
        return {
            "now": portal.clock.stamp(),
            "language": portal.say.language,
            "accounts": accounts,
            "sessions": [row["account"] for row in db.execute("SELECT account FROM session ORDER BY account")],
            "employees": [_employee(row) for row in db.execute("SELECT * FROM person ORDER BY person_no")],
            "drafts": [_item(portal, row) for row in items if row["stage"] == "draft"],
            "filings": [_item(portal, row) for row in items if row["stage"] != "draft"],
            "events": [_event(row) for row in db.execute("SELECT * FROM event ORDER BY seq")],
        }


def _employee(row: sqlite3.Row) -> dict[str, Any]:
    shown = {key: row[key] for key in row.keys() if key != "person_no"}  # noqa: SIM118 - a Row iterates over values
    return {**shown, "history": json.loads(row["history"])}


def _item(portal: Portal, row: sqlite3.Row) -> dict[str, Any]:
    operation = operation_of(row["type"])
    entries = json.loads(row["entries"])
    status = row["stage"] if row["stage"] != "draft" else "ready" if row["ready"] else "has_errors"
    return {
        "no": row["no"],
        "type": row["type"],
        "operation": operation.key,
        "id_number": row["id_number"],
        "account": row["account"],
        "status": status,
        "period": row["period"],
        "entered_at": row["entered_at"],
        "declared_at": row["declared_at"],
        "reviewed_at": row["reviewed_at"],
        "reason": shown_reason(portal, row["reason"]),
        "entries": entries,
        "shown": {
            one.key: shown_value(one, entries[one.key], portal.say) for one in operation.fields if entries.get(one.key)
        },
    }


def _event(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "seq": row["seq"],
        "at": row["at"],
        "kind": row["kind"],
        "account": row["account"],
        "id_number": row["id_number"],
        **json.loads(row["detail"]),
    }


ROUTES = [Route("/_mock/{action}", control, methods=["GET", "POST"])]
