"""The tables of the journal, as they are after the newest migration."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from bot.filing.states import LIVE, CaseState
from bot.redaction import redactor

DIGESTS = frozenset({"hash", "digest"})
"""Facts that are looked at to the letter, and say nothing by themselves."""


class UtcTime(TypeDecorator[datetime]):
    """An aware time, stored in UTC and read back in UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without its zone: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class State(TypeDecorator[CaseState]):
    """The state of a case, stored as its word."""

    impl = String()
    cache_ok = True

    def process_bind_param(self, value: CaseState | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> CaseState | None:
        return None if value is None else CaseState(value)


class Told(TypeDecorator[str]):
    """Words for people: they come to the disk without secrets, and with people's numbers masked."""

    impl = Text()
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else redactor.text(value)


class ToldData(TypeDecorator[Any]):
    """Plain data with words for people in it, as `Told` keeps them; a None is no value at all."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if not isinstance(value, dict):
            return redactor.data(value)
        return {name: fact if name in DIGESTS else redactor.data(fact) for name, fact in value.items()}


METADATA = MetaData()
RUNNING = BigInteger().with_variant(Integer(), "sqlite")
"""A running number; on SQLite only INTEGER counts by itself."""

BATCHES = Table(
    "batches",
    METADATA,
    Column("id", String(), primary_key=True),
    Column("key", String(), unique=True),
    Column("running", Integer(), nullable=False),
    Column("portal", String(), nullable=False),
    Column("origin", String(), nullable=False),
    Column("url", String(), nullable=False),
    Column("flows", String(), nullable=False),
    Column("account", String(), nullable=False),
    Column("user", String(), nullable=False),
    Column("period", String(), nullable=False),
    Column("until", String(), nullable=False),
    Column("four_eyes", Boolean(), nullable=False),
    Column("started_by", String(), nullable=False),
    Column("results", Text(), nullable=False),
    Column("evidence", Text(), nullable=False),
    Column("attempt", Integer(), nullable=False),
    Column("stopped", Told(), nullable=False),
    Column("created_at", UtcTime(), nullable=False),
    Column("purged_at", UtcTime()),
    UniqueConstraint("period", "running"),
)

ROSTERS = Table(
    "rosters",
    METADATA,
    Column("batch", ForeignKey("batches.id"), primary_key=True),
    Column("name", String(), nullable=False),
    Column("path", Text(), nullable=False),
    Column("hash", String(), nullable=False),
    Column("content", LargeBinary(), nullable=False),
)

CASES = Table(
    "cases",
    METADATA,
    Column("batch", ForeignKey("batches.id"), nullable=False),
    Column("id", String(), nullable=False),
    Column("seq", Integer(), nullable=False),
    Column("key", String()),
    Column("flow", String(), nullable=False),
    Column("flow_hash", String(), nullable=False),
    Column("input_hash", String(), nullable=False),
    Column("sheet", String(), nullable=False),
    Column("row", Integer(), nullable=False),
    Column("person", String(), nullable=False),
    Column("state", State(), nullable=False),
    Column("attempt", Integer(), nullable=False),
    Column("number", String(), nullable=False),
    Column("reason", Told(), nullable=False),
    Column("rule", String(), nullable=False),
    Column("shows", Text(), nullable=False),
    Column("baseline", JSON(none_as_null=True)),
    Column("drafted_at", UtcTime()),
    Column("filed_at", UtcTime()),
    Column("decided_at", UtcTime()),
    Column("approved_by", String(), nullable=False),
    Column("approved_at", UtcTime()),
    Column("approved_shows", Text(), nullable=False),
    Column("trouble", ToldData()),
    Column("since", UtcTime(), nullable=False),
    PrimaryKeyConstraint("batch", "id"),
)

AT_REST = sorted(set(CaseState) - LIVE)
ALIVE = CASES.c.state.not_in(AT_REST)
"""Holds for the cases that hold their natural key."""

Index("one_live_case", CASES.c.key, unique=True, sqlite_where=ALIVE, postgresql_where=ALIVE)

Index("cases_by_state", CASES.c.batch, CASES.c.state, CASES.c.flow, CASES.c.approved_at)
"""Counts how many stand where without reading the cases."""

EVENTS = Table(
    "events",
    METADATA,
    Column("seq", RUNNING, primary_key=True),
    Column("at", UtcTime(), nullable=False),
    Column("batch", ForeignKey("batches.id"), index=True),
    Column("case", String()),
    Column("kind", String(), nullable=False),
    Column("was", State()),
    Column("to", State()),
    Column("attempt", Integer()),
    Column("facts", ToldData(), nullable=False),
    Column("by", String(), nullable=False),
    sqlite_autoincrement=True,
)

Index("events_of_case", EVENTS.c.batch, EVENTS.c.case)

EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("seq", RUNNING, primary_key=True),
    Column("batch", ForeignKey("batches.id"), nullable=False, index=True),
    Column("case", String(), nullable=False),
    Column("name", String(), nullable=False),
    Column("kind", String(), nullable=False),
    Column("path", Text(), nullable=False),
    Column("taken_at", UtcTime(), nullable=False),
    Column("failed", Told()),
    Column("sha256", String()),
    Column("bytes", Integer()),
    Column("url", Text()),
    sqlite_autoincrement=True,
)

Index("evidence_of_case", EVIDENCE.c.batch, EVIDENCE.c.case)

LEASES = Table(
    "leases",
    METADATA,
    Column("account", String(), primary_key=True),
    Column("owner", String(), nullable=False),
    Column("token", BigInteger(), nullable=False),
    Column("until", UtcTime()),
)
