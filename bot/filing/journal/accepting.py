"""Accept a roster as a batch: once, however often and by however many it is started."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, func, insert, select

from bot.filing.journal.database import serialise
from bot.filing.journal.events import Entry, record
from bot.filing.journal.reading import batch_of, batches_where, live_cases
from bot.filing.journal.rows import Accepted, CaseRow, NewBatch, NewCase
from bot.filing.journal.tables import BATCHES, CASES, ROSTERS
from bot.filing.states import CaseState

ACCEPTING = 0x706F7274_00000002
"""The advisory lock on a server: one process at a time looks for a batch, then adds it."""

NOTHING_YET: dict[str, Any] = {
    **dict.fromkeys(("number", "rule", "shows", "approved_by", "approved_shows"), ""),
    **dict.fromkeys(("baseline", "drafted_at", "filed_at", "decided_at", "approved_at", "trouble")),
    "attempt": 1,
}
"""What is known of a case that nothing was done for."""


def accept(
    connection: Connection, new: NewBatch, cases: Sequence[NewCase], elsewhere: Callable[[CaseRow], str]
) -> Accepted:
    """The batch of this key, added if it is not there."""
    serialise(connection, ACCEPTING)
    if new.key is not None and (known := batches_where(connection, BATCHES.c.key == new.key)):
        return Accepted(known[0], known=True)
    id = _add_batch(connection, new)
    taken = live_cases(connection, [case.key for case in cases if case.key is not None])
    reasons = {key: elsewhere(other) for key, other in taken.items()}
    rows = [_row(seq, case, reasons, {"batch": id, "since": new.at}) for seq, case in enumerate(cases)]
    if rows:
        connection.execute(insert(CASES), rows)
    facts = {"roster": new.roster.name, "hash": new.roster.hash, "cases": len(rows), "until": new.until}
    record(connection, id, Entry(new.at, new.started_by, "accepted", facts), *_moved(new, rows))
    return Accepted(batch_of(connection, id), known=False)


def _add_batch(connection: Connection, new: NewBatch) -> str:
    last = connection.execute(select(func.max(BATCHES.c.running)).where(BATCHES.c.period == new.period)).scalar()
    running = (last or 0) + 1
    id = f"{new.period.replace('-', '')}-{running:02}"
    columns = {name: value for name, value in vars(new).items() if name not in ("roster", "at")}
    added = {"id": id, "running": running, "attempt": 1, "stopped": "", "created_at": new.at}
    connection.execute(insert(BATCHES).values(**columns, **added))
    connection.execute(insert(ROSTERS).values(batch=id, **vars(new.roster)))
    return id


def _row(seq: int, case: NewCase, reasons: Mapping[str, str], rest: Mapping[str, Any]) -> dict[str, Any]:
    there = case.key in reasons
    state = CaseState.ELSEWHERE if there else CaseState.PENDING
    reason = reasons[case.key or ""] if there else ""
    return {**NOTHING_YET, **asdict(case), **rest, "seq": seq, "state": state, "reason": reason}


def _moved(new: NewBatch, rows: Sequence[Mapping[str, Any]]) -> list[Entry]:
    """The events of the cases that do not begin as pending."""
    return [
        Entry(
            *(new.at, new.started_by, "moved", {"reason": row["reason"]}),
            case=row["id"],
            was=CaseState.PENDING,
            to=row["state"],
            attempt=row["attempt"],
        )
        for row in rows
        if row["state"] is not CaseState.PENDING
    ]
