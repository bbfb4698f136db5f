"""Drafts and filings. One item keeps its number from the day it is saved until review ends."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

COLUMNS = (
    "no",
    "account",
    "type",
    "id_number",
    "stage",
    "ready",
    "period",
    "entries",
    "entered_at",
    "declared_at",
    "reviewed_at",
    "reason",
    "changed",
)


def insert_item(db: sqlite3.Connection, *, entries: Mapping[str, str], **values: Any) -> str:
    """Store an item and give it the next number of its month: fourteen digits."""
    number = next_number(db, values["entered_at"])
    row = {
        "declared_at": None,
        "reviewed_at": None,
        "reason": "",
        **values,
        "no": number,
        "id_number": entries["id_number"],
        "entries": json.dumps(dict(entries), ensure_ascii=False),
    }
    names = ", ".join(COLUMNS)
    marks = ", ".join(f":{column}" for column in COLUMNS)
    db.execute(f"INSERT INTO item ({names}) VALUES ({marks})", row)
    return number


def next_number(db: sqlite3.Connection, entered_at: str) -> str:
    """Year and month, then a running number of eight digits. A deleted draft's number is not given again."""
    month = entered_at[:4] + entered_at[5:7]
    row = db.execute(
        "INSERT INTO sequence (month, last) VALUES (?, 1)"
        " ON CONFLICT (month) DO UPDATE SET last = last + 1 RETURNING last",
        (month,),
    ).fetchone()
    return f"{month}{row['last']:08d}"


def update_item(db: sqlite3.Connection, no: str, **values: Any) -> None:
    """Change columns of one item."""
    assignments = ", ".join(f"{column} = :{column}" for column in values)
    db.execute(f"UPDATE item SET {assignments} WHERE no = :no", {**values, "no": no})


def find_draft(db: sqlite3.Connection, account: str, no: str) -> sqlite3.Row | None:
    """The account's draft `no`, unless it was declared or deleted."""
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM item WHERE account = ? AND no = ? AND stage = 'draft'", (account, no)
    ).fetchone()
    return row


def pending(db: sqlite3.Connection, account: str, operation: str, id_number: str) -> list[str]:
    """Numbers of drafts and items under review for that person and type (rule OP04)."""
    rows = db.execute(
        "SELECT no FROM item WHERE account = ? AND type = ? AND id_number = ? AND stage IN ('draft', 'under_review')",
        (account, operation, id_number),
    )
    return [row["no"] for row in rows]


def list_items(
    db: sqlite3.Connection, account: str, stage: str, *, type: str = "", period: str = "", before: float = 0.0
) -> list[sqlite3.Row]:
    """The account's items, newest first. Stage "all" means every one; "" means any type or period.

    `before` leaves out what changed later than that real time (a list that lags behind).
    """
    wanted = {"account": account, "stage": stage, "type": type, "period": period, "before": before}
    return db.execute(
        "SELECT * FROM item WHERE account = :account AND (:stage = 'all' OR stage = :stage)"
        " AND (:type = '' OR type = :type) AND (:period = '' OR period = :period)"
        " AND (:before = 0 OR changed <= :before) ORDER BY entered_at DESC, no DESC",
        wanted,
    ).fetchall()
