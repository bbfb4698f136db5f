"""Who is insured where, since when: look-ups, the arrears rules, and what an approved filing changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from mock_portal.clock import months_between
from mock_portal.words import Catalog

BRANCHES = ("pension", "unemployment", "medical", "work_injury", "maternity")


def records_of(db: sqlite3.Connection, id_number: str) -> list[sqlite3.Row]:
    """Every record under an ID number: usually none or one."""
    return db.execute("SELECT * FROM person WHERE id_number = ? ORDER BY person_no", (id_number,)).fetchall()


def look_up(db: sqlite3.Connection, operation: str, account: str, id_number: str) -> list[sqlite3.Row]:
    """What a form's look-up finds: anyone for add, the interrupted for renew, one's own for interrupt."""
    found = records_of(db, id_number)
    match operation:
        case "renew":
            return [one for one in found if one["status"] == "interrupted"]
        case "interrupt":
            return [one for one in found if one["status"] == "active" and one["account"] == account]
        case _:
            return found


class Arrears(NamedTuple):
    """How many months were missed, and which branches can be paid for them."""

    gap: int
    payable: tuple[str, ...]

    def notice(self, say: Catalog) -> str:
        """The portal's notice, one line a branch; "" without a gap."""
        if not self.gap:
            return ""
        lines = [
            say("arrears_payable" if branch in self.payable else "arrears_not_payable", branch=say(branch))
            for branch in BRANCHES
        ]
        return "\n".join([say("arrears_intro", gap=self.gap), *lines])


def arrears_of(last_paid: str, renewed: str) -> Arrears:
    """Pension and unemployment after a gap of one month, medical after one to three."""
    gap = months_between(last_paid, renewed)
    payable = {"pension": gap == 1, "unemployment": gap == 1, "medical": 1 <= gap <= 3}
    return Arrears(gap, tuple(branch for branch, eligible in payable.items() if eligible))


def refusal_of(db: sqlite3.Connection, operation: str, account: str, id_number: str) -> str:
    """Why the portal will not take this operation for this person: a key of the words, or ""."""
    found = records_of(db, id_number)
    statuses = {one["status"] for one in found}
    match operation:
        case "add" if "active" in statuses:
            return "insured"
        case "add" if "interrupted" in statuses:
            return "history"
        case "renew" if "active" in statuses:
            return "renew_active"
        case "renew" if "interrupted" not in statuses:
            return "no_interrupted"
        case "interrupt" if not any(one["status"] == "active" and one["account"] == account for one in found):
            return "not_active"
    return ""


def apply_filing(db: sqlite3.Connection, operation: str, account: str, entries: Mapping[str, str], month: str) -> None:
    """Make an approved filing true: the person is insured with `account` from `month`, or no longer."""
    number = entries["id_number"]
    found = records_of(db, number)
    if operation == "interrupt":
        row = next(one for one in found if one["status"] == "active" and one["account"] == account)
        _change(db, row, "interrupt", account, month, status="interrupted", last_paid=month)
        return
    if not found:
        db.execute(
            "INSERT INTO person (id_number, name, household, status, history) VALUES (?, ?, '', 'none', '[]')",
            (number, entries.get("name", "")),
        )
        found = records_of(db, number)
    row = next((one for one in found if one["status"] == "interrupted"), found[0])
    _change(
        db,
        row,
        operation,
        account,
        month,
        status="active",
        account=account,
        since=month,
        last_paid=month,
        name=entries.get("name", ""),
        household=entries.get("household", "").removeprefix("household_"),
        wage=int(entries.get("wage", "0")),
    )


def _change(db: sqlite3.Connection, row: sqlite3.Row, operation: str, by: str, month: str, /, **values: object) -> None:
    history = [*json.loads(row["history"]), {"operation": operation, "account": by, "month": month}]
    assignments = ", ".join(f"{column} = :{column}" for column in (*values, "history"))
    db.execute(
        f"UPDATE person SET {assignments} WHERE person_no = :person_no",
        {**values, "history": json.dumps(history), "person_no": row["person_no"]},
    )
