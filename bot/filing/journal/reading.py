"""Rows of the journal as records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select

from bot.errors import UsageError
from bot.filing.journal import words
from bot.filing.journal.rows import BatchRow, CaseRow, EventRow, EvidenceRow, RosterRow
from bot.filing.journal.tables import ALIVE, BATCHES, CASES, EVENTS, EVIDENCE, ROSTERS

AT_ONCE = 500
"""Values in one query: databases have a limit."""
SUGGESTED = 5
FILE = tuple(column for column in EVIDENCE.c if column.name != "batch")
"""The columns of a file."""

_BATCH = select(
    *(column for column in BATCHES.c if column.name != "running"),
    *(ROSTERS.c[name].label(f"roster_{name}") for name in ("name", "path", "hash")),
).join_from(BATCHES, ROSTERS)


def batches_where(connection: Connection, *those: ColumnElement[bool]) -> list[BatchRow]:
    """Batches, newest first."""
    newest = (BATCHES.c.created_at.desc(), BATCHES.c.period.desc(), BATCHES.c.running.desc())
    return [BatchRow(**row) for row in connection.execute(_BATCH.where(*those).order_by(*newest)).mappings()]


def batch_of(connection: Connection, id: str) -> BatchRow:
    """One batch. Raises UsageError, naming the newest, if there is none of that id."""
    if found := batches_where(connection, BATCHES.c.id == id):
        return found[0]
    newest = ", ".join(batch.id for batch in batches_where(connection)[:SUGGESTED])
    cure = words.NEWEST_BATCHES.format(batches=newest) if newest else words.NO_BATCHES
    raise UsageError(words.NO_SUCH_BATCH.format(batch=id), cure=cure)


def roster_of(connection: Connection, batch: str) -> RosterRow:
    """The roster of a batch, with its content."""
    return RosterRow(**connection.execute(select(ROSTERS).where(ROSTERS.c.batch == batch)).mappings().one())


def cases_where(connection: Connection, *those: ColumnElement[bool]) -> list[CaseRow]:
    """Cases, in the order of their rosters."""
    return cases_of(connection, select(CASES).where(*those).order_by(CASES.c.batch, CASES.c.seq))


def cases_of(connection: Connection, asked: Select[Any]) -> list[CaseRow]:
    """The cases that are asked for: every column of each."""
    found = connection.execute(asked).mappings()
    return [CaseRow(**{**row, "baseline": _numbers(row["baseline"])}) for row in found]


def live_cases(connection: Connection, keys: Sequence[str]) -> dict[str, CaseRow]:
    """The live cases that hold these natural keys."""
    found: dict[str, CaseRow] = {}
    for start in range(0, len(keys), AT_ONCE):
        some = CASES.c.key.in_(keys[start : start + AT_ONCE])
        found |= {case.key: case for case in cases_where(connection, some, ALIVE) if case.key is not None}
    return found


def events_of(connection: Connection, batch: str) -> list[EventRow]:
    """What happened to a batch, in order; with "", what happened to the leases."""
    those = EVENTS.c.batch == batch if batch else EVENTS.c.batch.is_(None)
    return [event_of(row) for row in connection.execute(select(EVENTS).where(those).order_by(EVENTS.c.seq)).mappings()]


def event_of(row: RowMapping) -> EventRow:
    """A row of the events."""
    return EventRow(**{**row, "batch": row["batch"] or ""})


def evidence_of(connection: Connection, batch: str) -> list[EvidenceRow]:
    """The files of a batch, in the order in which they were kept."""
    found = connection.execute(select(*FILE).where(EVIDENCE.c.batch == batch).order_by(EVIDENCE.c.seq))
    return [file_of(row) for row in found.mappings()]


def file_of(row: RowMapping) -> EvidenceRow:
    """A row of the evidence: files of before digests were kept do not have them."""
    described = {"sha256": row["sha256"] or "", "bytes": row["bytes"] or 0, "url": row["url"] or ""}
    return EvidenceRow(**{**row, **described})


def _numbers(kept: list[str] | None) -> tuple[str, ...] | None:
    return None if kept is None else tuple(kept)
