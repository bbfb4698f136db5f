"""Take the personal data out of a batch that is over, for good. States, times, numbers and decisions stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select, update

from bot.errors import JournalError
from bot.filing.journal import words
from bot.filing.journal.database import Database
from bot.filing.journal.events import Entry, record
from bot.filing.journal.reading import batch_of, cases_where, events_of
from bot.filing.journal.rows import BatchRow, CaseRow
from bot.filing.journal.tables import BATCHES, CASES, EVENTS, EVIDENCE, ROSTERS
from bot.filing.states import UNFINISHED, CaseState
from bot.redaction import Redactor, mask_id

PURGED = "purged"
"""The kind of event that says that a batch's personal data were removed."""
OPEN = (UNFINISHED - {CaseState.FAILED}) | {CaseState.NEEDS_ATTENTION}
"""Where something may still have to be done for a case. Of one that failed, nothing is at the portal."""
DIGESTS = frozenset({"hash", "digest", "key"})
KEPT = DIGESTS | {
    *("number", "rule", "baseline", "drafted_at", "filed_at", "decided_at", "approved_by", "approved_at"),
    *("roster", "cases", "until", "attempt", "url", "flows", "results", "evidence", "what", "seal"),
}
"""The facts of an event that are not about a person."""


def open_cases(cases: Sequence[CaseRow]) -> list[CaseRow]:
    """Those for which something may still have to be done: their batch is not to be purged."""
    return [case for case in cases if case.state in OPEN]


def purge(
    connection: Connection, batch: str, *, before: datetime, at: datetime, by: str, facts: Mapping[str, Any]
) -> bool:
    """Take out what is about persons, with an event that says so; whether it was done.

    It is not, where a case is open, anything happened since `before`, or it was done already.
    """
    row = batch_of(connection, batch)
    connection.execute(select(CASES.c.id).where(CASES.c.batch == batch).with_for_update())
    cases = cases_where(connection, CASES.c.batch == batch)
    newest = connection.execute(select(func.max(EVENTS.c.at)).where(EVENTS.c.batch == batch)).scalar_one()
    if row.purged_at is not None or open_cases(cases) or max(row.created_at, newest or row.created_at) > before:
        return False
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what is taken out is overwritten
    persons = Redactor()
    for case in cases:
        persons.person(case.person)
    _empty_batch(connection, row, cases, at, persons)
    _empty_events(connection, batch, persons)
    record(connection, batch, Entry(at, by, PURGED, facts))
    return True


def _empty_batch(
    connection: Connection, batch: BatchRow, cases: Sequence[CaseRow], at: datetime, persons: Redactor
) -> None:
    """Digests of what identifies a case stay as long as they keep it from being filed twice: they can be guessed."""
    over = batch.period < f"{at - timedelta(days=1):%Y-%m}"
    mine = {table: table.c.batch == batch.id for table in (ROSTERS, CASES, EVIDENCE)}
    no_key: dict[str, Any] = {"key": None} if over else {}
    connection.execute(update(BATCHES).where(BATCHES.c.id == batch.id).values(stopped="", purged_at=at, **no_key))
    roster = {"name": persons.text(batch.roster_name), "path": persons.text(batch.roster_path), "content": b""}
    connection.execute(update(ROSTERS).where(mine[ROSTERS]).values(**roster))
    connection.execute(update(EVIDENCE).where(mine[EVIDENCE]).values(url=None))
    connection.execute(update(EVIDENCE).where(mine[EVIDENCE], EVIDENCE.c.failed.is_not(None)).values(failed=""))
    nothing: dict[str, Any] = {"reason": "", "shows": "", "approved_shows": "", "trouble": None}
    if over:
        nothing |= {"key": None, "input_hash": ""}
    for case in cases:
        masked = {name: persons.data(getattr(case, name)) for name in ("number", "sheet", "baseline")}
        emptied = {**nothing, **masked, "person": mask_id(case.person)}
        connection.execute(update(CASES).where(mine[CASES], CASES.c.id == case.id).values(**emptied))


def _empty_events(connection: Connection, batch: str, persons: Redactor) -> None:
    for event in events_of(connection, batch):
        kept = {name: fact for name, fact in event.facts.items() if name in KEPT}
        facts = {name: fact if name in DIGESTS else persons.data(fact) for name, fact in kept.items()}
        if facts != event.facts:
            connection.execute(update(EVENTS).where(EVENTS.c.seq == event.seq).values(facts=facts))


def compact(database: Database) -> bool:
    """Leave nothing in the database's files of what was taken out. Raises JournalError while others read it.

    False for a server: what its files, its log and its copies keep, and how long, is for who runs it to say.
    """
    if not database.is_file:
        return False
    with database.reading() as connection:
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            found = connection.exec_driver_sql(statement)
            if found.returns_rows and found.scalar_one():
                raise JournalError(words.LOCKED.format(store=database.name), cure=words.LOCKED_CURE)
    return True
