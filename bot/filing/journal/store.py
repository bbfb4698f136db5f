"""The journal: the truth about each case, one transaction for each thing that is said to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, delete, insert, update
from sqlalchemy.exc import IntegrityError

from bot.filing.journal import accepting, changing, leases, purging, reading
from bot.filing.journal.address import parse
from bot.filing.journal.database import Database
from bot.filing.journal.events import Entry, record
from bot.filing.journal.looking import Looking
from bot.filing.journal.migrating import migrate
from bot.filing.journal.rows import (
    Accepted,
    BatchRow,
    CaseRow,
    Change,
    EventRow,
    EvidenceRow,
    Fence,
    NewBatch,
    NewCase,
    RosterRow,
)
from bot.filing.journal.tables import BATCHES, CASES, EVIDENCE

NOTED = frozenset({"url", "flows", "until", "attempt", "stopped", "results", "evidence"})
"""What may be noted of a batch after it was accepted."""
SEALED = "sealed"
"""The kind of event that says that the evidence was sealed."""
T = TypeVar("T")
TRIES = 3
"""How often a write is tried that another one, just committed, got in the way of."""


def open_journal(url: str) -> Journal:
    """Open the journal at a URL, made or upgraded first if need be. Raises JournalError.

    A file is made with its folder, for its owner's eyes only. `address.file_url` gives a file's URL.
    """
    database = Database(parse(url))
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return Journal(url, database)


class Journal:
    """An open journal. Every method is one transaction, and raises JournalError if the database cannot do it."""

    def __init__(self, url: str, database: Database) -> None:
        self.url = url
        """With the password, if it has one: for no message."""
        self._database = database

    @property
    def engine(self) -> Engine:
        """The connections, for what else is kept in the same database."""
        return self._database.engine

    @property
    def name(self) -> str:
        """The file, or server and database, for messages."""
        return self._database.name

    @property
    def looking(self) -> Looking:
        """What it can be asked without reading all of it."""
        return Looking(self._database)

    def close(self) -> None:
        """Close every connection."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def accept(self, new: NewBatch, cases: Sequence[NewCase], *, elsewhere: Callable[[CaseRow], str]) -> Accepted:
        """Add a batch with its cases; or find the one with the same key, and write nothing.

        A case whose person and operation are live in another batch is added as ELSEWHERE, with `elsewhere(other)` as
        its reason. Of several processes at once, one adds the batch and the others find it.
        """
        return self._tried(lambda connection: accepting.accept(connection, new, cases, elsewhere))

    def known(self, batch: str | None, cases: Sequence[str]) -> tuple[BatchRow | None, dict[str, CaseRow]]:
        """The batch of this key, and the live cases of these, if they were accepted before. Nothing is changed."""
        with self._database.reading() as connection:
            found = reading.batches_where(connection, BATCHES.c.key == batch) if batch is not None else []
            return (found[0] if found else None), reading.live_cases(connection, cases)

    def batch(self, id: str) -> BatchRow:
        """One batch. Raises UsageError if there is none of that id; the cure names the newest."""
        with self._database.reading() as connection:
            return reading.batch_of(connection, id)

    def batches(self) -> list[BatchRow]:
        """Every batch, newest first."""
        with self._database.reading() as connection:
            return reading.batches_where(connection)

    def cases(self, batch: str) -> list[CaseRow]:
        """The cases of a batch, in the order of its roster."""
        with self._database.reading() as connection:
            return reading.cases_where(connection, CASES.c.batch == batch)

    def roster(self, batch: str) -> RosterRow:
        """The roster of a batch as it was accepted, with its content."""
        with self._database.reading() as connection:
            return reading.roster_of(connection, batch)

    def events(self, batch: str) -> list[EventRow]:
        """What happened to a batch, in order; with "", what happened to the leases."""
        with self._database.reading() as connection:
            return reading.events_of(connection, batch)

    def evidence(self, batch: str) -> list[EvidenceRow]:
        """The files of a batch, in the order in which they were kept."""
        with self._database.reading() as connection:
            return reading.evidence_of(connection, batch)

    def change(
        self, batch: str, changes: Sequence[Change], *, at: datetime, by: str, fence: Fence | None = None
    ) -> None:
        """Make every one of these changes, with an event for each, or none of them.

        Raises OutOfStep if a case is not in the state and attempt that its change starts from, KeyTaken if one would
        become live beside another live case for the same person and operation, LeaseLost if the fence is no longer ours
        at `at`, ValueError for a change that no case may make.
        """
        for change in changes:
            changing.check(change)

        def write(connection: Connection) -> None:
            if fence is not None:
                leases.hold(connection, fence, at)
            changing.refuse_taken(connection, batch, changes)
            for change in changes:
                changing.apply(connection, batch, change, at)
                record(connection, batch, changing.entry_of(change, at, by))

        self._tried(write)

    def note_batch(self, batch: str, *, at: datetime, by: str, **facts: Any) -> None:
        """Keep facts about a batch itself. Raises UsageError if there is none, ValueError for other facts."""
        if unknown := set(facts) - NOTED:
            raise ValueError(f"not noted of a batch: {', '.join(sorted(unknown))}")
        with self._database.writing() as connection:
            reading.batch_of(connection, batch)
            if facts:
                connection.execute(update(BATCHES).where(BATCHES.c.id == batch).values(**facts))
            record(connection, batch, Entry(at, by, "batch", facts))

    def decide(
        self, batch: str, case: str | None, what: str, *, at: datetime, by: str, facts: Mapping[str, Any] | None = None
    ) -> None:
        """Keep what a person decided about a case, or about the whole batch."""
        with self._database.writing() as connection:
            reading.batch_of(connection, batch)
            record(connection, batch, Entry(at, by, "decision", {"what": what, **(facts or {})}, case=case))

    def note_seal(self, batch: str, *, at: datetime, by: str, facts: Mapping[str, Any]) -> None:
        """Keep that the evidence so far was sealed, and the digest of the seal."""
        with self._database.writing() as connection:
            record(connection, batch, Entry(at, by, SEALED, facts))

    def keep(self, batch: str, files: Sequence[EvidenceRow]) -> None:
        """Keep what is known of files. One that was written again takes the place of its earlier self."""
        if not files:
            return
        with self._database.writing() as connection:
            written = [file.path for file in files if file.path]
            replaced = (EVIDENCE.c.batch == batch, EVIDENCE.c.path.in_(written))
            connection.execute(delete(EVIDENCE).where(*replaced))
            connection.execute(insert(EVIDENCE), [_new(batch, file) for file in files])

    def purge(self, batch: str, *, before: datetime, at: datetime, by: str, facts: Mapping[str, Any]) -> bool:
        """Take a batch's personal data out for good, with an event of kind `purging.PURGED`; whether it was done.

        Nothing is, where a case is open still, where anything happened since `before`, or where it was done already.
        """
        with self._database.writing() as connection:
            return purging.purge(connection, batch, before=before, at=at, by=by, facts=facts)

    def compact(self) -> bool:
        """Leave no bytes of what was purged in the database's files; False for a server, where we cannot say.

        Raises JournalError while others read.
        """
        return purging.compact(self._database)

    def take(self, account: str, owner: str, *, at: datetime, ttl: timedelta, mine: bool = False) -> Fence:
        """Take the lease of an account. Raises AccountBusy while another has it at `at`.

        `mine`: the caller knows that whoever has it under this very owner is over, and takes it from them at once. Each
        taking has a higher token than any before.
        """
        with self._database.writing() as connection:
            return leases.take(connection, Fence(account, owner, 0, at + ttl), at, mine)

    def renew(self, fence: Fence, *, at: datetime, ttl: timedelta) -> Fence:
        """Have a lease for longer. Raises LeaseLost if it is no longer ours, or ran out before `at`."""
        with self._database.writing() as connection:
            return leases.renew(connection, fence, at, at + ttl)

    def release(self, fence: Fence) -> None:
        """Give a lease up; nothing happens if it is no longer ours."""
        with self._database.writing() as connection:
            leases.release(connection, fence)

    def _tried(self, work: Callable[[Connection], T]) -> T:
        """Do this in a transaction; again if what another one committed meanwhile stands in its way: now it is seen."""
        for _ in range(TRIES - 1):
            try:
                with self._database.writing() as connection:
                    return work(connection)
            except IntegrityError:
                continue
        with self._database.writing() as connection:
            return work(connection)


def _new(batch: str, file: EvidenceRow) -> dict[str, Any]:
    return {"batch": batch, **{name: value for name, value in vars(file).items() if name != "seq"}}
