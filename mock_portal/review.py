"""Declaring drafts, and what the authority then decides about them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal

from mock_portal.clock import elapsed
from mock_portal.forms import operation_of
from mock_portal.items import find_draft, list_items, update_item
from mock_portal.people import apply_filing, refusal_of
from mock_portal.portal import Portal

Outcome = Literal["approved", "rejected"]


def declare(portal: Portal, db: sqlite3.Connection, account: str, numbers: Iterable[str]) -> int:
    """Hand in the drafts with these numbers. Those with errors are left out without a word.

    Returns how many were declared.
    """
    declared = 0
    for no in numbers:
        row = find_draft(db, account, no)
        if row is None or not row["ready"] or portal.faults.take("filter_row_silently", row["id_number"]):
            continue
        now = portal.clock.stamp()
        update_item(db, no, stage="under_review", declared_at=now, changed=elapsed())
        portal.log(db, "declared", account, row["id_number"], type=row["type"], no=no)
        declared += 1
        if portal.review.mode == "instant":
            decide(portal, db, no)
    return declared


def delete(portal: Portal, db: sqlite3.Connection, account: str, numbers: Iterable[str]) -> int:
    """Throw these drafts away. Returns how many there were."""
    deleted = 0
    for no in numbers:
        row = find_draft(db, account, no)
        if row is not None:
            db.execute("DELETE FROM item WHERE no = ?", (no,))
            portal.log(db, "deleted", account, row["id_number"], type=row["type"], no=no)
            deleted += 1
    return deleted


def settle(portal: Portal, db: sqlite3.Connection, account: str) -> None:
    """Decide the account's items whose review time is over (mode delay)."""
    if portal.review.mode != "delay":
        return
    for row in reversed(list_items(db, account, "under_review", before=elapsed() - portal.review.seconds)):
        decide(portal, db, row["no"])


def decide(portal: Portal, db: sqlite3.Connection, no: str, outcome: Outcome | None = None, reason: str = "") -> None:
    """End the review of item `no`; without an outcome the rules decide. KeyError if it is not in review.

    ValueError for an approval that would make no sense by now.
    """
    row = db.execute("SELECT * FROM item WHERE no = ? AND stage = 'under_review'", (no,)).fetchone()
    if row is None:
        raise KeyError(no)
    why = json.dumps(reason, ensure_ascii=False) if reason else _objection(portal, db, row, outcome)
    verdict: Outcome = outcome or ("rejected" if why else "approved")
    now = portal.clock.stamp()
    if verdict == "approved":
        if obstacle := _obstacle(db, row):
            raise ValueError(f"{no} cannot be approved: {obstacle}")
        operation = operation_of(row["type"]).key
        apply_filing(db, operation, row["account"], json.loads(row["entries"]), portal.clock.month())
        why = ""
    update_item(db, no, stage=verdict, reviewed_at=now, reason=why, changed=elapsed())
    portal.log(db, verdict, row["account"], row["id_number"], type=row["type"], no=no)


def _objection(portal: Portal, db: sqlite3.Connection, row: sqlite3.Row, outcome: Outcome | None) -> str:
    """Why the authority says no, as JSON (a text, or a text for each language); "" if it agrees."""
    listed = db.execute("SELECT reason FROM rejection WHERE id_number = ?", (row["id_number"],)).fetchone()
    if listed:
        return str(listed["reason"])
    if fault := portal.faults.take("review_reject", row["id_number"]):
        return json.dumps(fault.detail.get("reason", portal.say("review_rejected")), ensure_ascii=False)
    if rule := _obstacle(db, row):
        return json.dumps(portal.say(f"refused_{rule}"), ensure_ascii=False)
    return json.dumps(portal.say("review_rejected"), ensure_ascii=False) if outcome == "rejected" else ""


def _obstacle(db: sqlite3.Connection, row: sqlite3.Row) -> str:
    """The rule that speaks against an item by now, or ""."""
    return refusal_of(db, operation_of(row["type"]).key, row["account"], row["id_number"])


def shown_reason(portal: Portal, stored: str) -> str:
    """The reason for a rejection in the portal's language."""
    reason = json.loads(stored) if stored else ""
    return str(reason.get(portal.say.language, "")) if isinstance(reason, dict) else str(reason)
