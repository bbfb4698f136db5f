"""The initial state: a JSON file whose times are relative to the portal's clock."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from mock_portal.clock import Clock, elapsed, month_before
from mock_portal.forms import OPERATIONS, complaints
from mock_portal.items import insert_item
from mock_portal.store import clear

DEFAULT_SETTINGS = {"wage_policy": "clamp", "base_floor": 4500, "base_cap": 22500}


def default_state() -> Traversable:
    """The state that comes with the portal: inside the package when installed, else in fixtures/."""
    packaged = files("mock_portal") / "data" / "portal.json"
    return packaged if packaged.is_file() else Path(__file__).parent.parent / "fixtures" / "portal.json"


def read_state(path: Path | None) -> dict[str, Any]:
    """The state file as it is. OSError or ValueError if it cannot be read."""
    state = json.loads((path or default_state()).read_text(encoding="utf-8"))
    if not isinstance(state, dict):
        raise ValueError("the state file must hold one JSON object")
    return state


def plant(db: sqlite3.Connection, state: Mapping[str, Any], clock: Clock) -> None:
    """Replace everything in the database by `state`, counted from the clock's present month."""
    clear(db)
    for key, value in {**DEFAULT_SETTINGS, **state.get("settings", {})}.items():
        db.execute("INSERT INTO setting VALUES (?, ?)", (key, json.dumps(value)))
    for employer in state["employers"]:
        db.execute(
            "INSERT INTO employer VALUES (:account, :password, :name, :credit_code)",
            {"credit_code": "", **employer},
        )
    for person in state.get("people", ()):
        _plant_person(db, person, clock)
    for rejection in state.get("review", {}).get("reject", ()):
        reason = json.dumps(rejection.get("reason", ""), ensure_ascii=False)
        db.execute("INSERT INTO rejection VALUES (?, ?)", (rejection["id_number"], reason))
    items = [*state.get("drafts", ()), *state.get("filings", ())]
    for item in sorted(items, key=lambda one: -int(one.get("minutes_ago", 0))):
        plant_item(db, item, clock, changed=elapsed() - 86400)


def _plant_person(db: sqlite3.Connection, person: Mapping[str, Any], clock: Clock) -> None:
    status = person.get("status", "none")
    month = clock.month()
    paid = person.get("last_paid_months_ago", 0 if status == "active" else None)
    since = person.get("since_months_ago")
    db.execute(
        "INSERT INTO person (id_number, name, household, wage, account, status, since, last_paid, history)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]')",
        (
            person["id_number"],
            person["name"],
            person.get("household", ""),
            person.get("wage"),
            person.get("account"),
            status,
            None if since is None else month_before(month, since),
            None if paid is None else month_before(month, paid),
        ),
    )


def plant_item(db: sqlite3.Connection, item: Mapping[str, Any], clock: Clock, *, changed: float) -> str:
    """Store a draft or filing as a state file describes it, unchecked, as if it had `changed` then. Its number."""
    operation = next(one for one in OPERATIONS.values() if one.code == item["type"])
    stage = item.get("status", "draft")
    entered = clock.now() - timedelta(minutes=item.get("minutes_ago", 0))
    entries = {key: str(value) for key, value in item["entries"].items()}
    reason = item.get("reason", "")
    return insert_item(
        db,
        account=item["account"],
        type=operation.code,
        stage=stage,
        ready=not complaints(operation, entries),
        period=clock.month() if not item.get("months_ago") else month_before(clock.month(), item["months_ago"]),
        entries=entries,
        entered_at=entered.isoformat(),
        declared_at=None if stage == "draft" else entered.isoformat(),
        reviewed_at=entered.isoformat() if stage in ("approved", "rejected") else None,
        reason=json.dumps(reason, ensure_ascii=False) if reason else "",
        changed=changed,
    )
