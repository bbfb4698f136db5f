"""The records of a batch in the journal: every change is on disk before it counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.errors import AccountBusy, LeaseLost, Overtaken
from bot.filing import words
from bot.filing.journal.races import OutOfStep
from bot.filing.journal.rows import CaseRow, Change, Fence
from bot.filing.records import CaseRecord, Move
from bot.filing.troubles import kept, restored
from bot.flow.case import Case

if TYPE_CHECKING:
    from bot.filing.journal.store import Journal

LEASE = timedelta(seconds=60)
"""How long an account stays ours without a sign of life from us."""


class Lease:
    """An account that is ours for now. Its fence is checked in the commit of every change."""

    def __init__(self, journal: Journal, fence: Fence, clock: Callable[[], datetime]) -> None:
        self._journal = journal
        self._clock = clock
        self.fence = fence

    def renew(self) -> None:
        """Keep it for longer. Raises LeaseLost if it is somebody else's meanwhile."""
        self.fence = self._journal.renew(self.fence, at=self._clock(), ttl=LEASE)

    def regain(self) -> None:
        """Take it anew after it ran out, as when the machine slept. Raises AccountBusy if somebody else has it.

        What others did meanwhile shows in the cases: a change that counts on an older state is not written.
        """
        self.fence = self._journal.take(self.fence.account, self.fence.owner, at=self._clock(), ttl=LEASE, mine=True)

    async def _keep(self) -> None:
        with suppress(AccountBusy):  # the next change will say so
            while True:
                await asyncio.sleep(LEASE.total_seconds() / 3)
                try:
                    self.renew()
                except LeaseLost:
                    self.regain()


@asynccontextmanager
async def held(journal: Journal, account: str, owner: str, clock: Callable[[], datetime]) -> AsyncIterator[Lease]:
    """Hold an account's lease, renewed as long as the block lasts. Raises AccountBusy.

    `owner` is a worker slot whose lock is ours: what an earlier life of it held is taken over.
    """
    lease = Lease(journal, journal.take(account, owner, at=clock(), ttl=LEASE, mine=True), clock)
    keeping = asyncio.create_task(lease._keep())
    try:
        yield lease
    finally:
        keeping.cancel()
        journal.release(lease.fence)


@dataclass(frozen=True)
class JournalLedger:
    """Writes what happens to the cases of a batch into the journal, as long as the account is ours."""

    journal: Journal
    batch: str
    by: str
    clock: Callable[[], datetime]
    lease: Lease | None = None

    def write(self, changes: Sequence[tuple[CaseRecord, Move]]) -> None:
        """Write all changes in one commit, or none. Raises JournalError, LeaseLost, Overtaken, KeyTaken."""
        rows = [
            Change(
                record.case.id,
                record.state,
                record.attempt,
                move.state,
                facts=_columns(move.facts),
                again=move.again,
                kind=move.kind,
            )
            for record, move in changes
        ]
        if not rows:
            return
        try:
            self._write(rows)
        except LeaseLost as lost:
            if self.lease is None:
                raise
            try:
                self.lease.regain()
            except AccountBusy:
                raise lost from None
            self._write(rows)

    def _write(self, rows: Sequence[Change]) -> None:
        fence = self.lease.fence if self.lease else None
        try:
            self.journal.change(self.batch, rows, at=self.clock(), by=self.by, fence=fence)
        except OutOfStep as race:
            state = words.STATES[race.now.state if race.now else race.change.was]
            said = words.OVERTAKEN.format(case=race.change.case, state=state)
            raise Overtaken(said, cure=words.OVERTAKEN_CURE.format(batch=self.batch)) from race


def in_other_batch(other: CaseRow) -> str:
    """What is said of a case that another batch of the period holds already."""
    return str(words.IN_OTHER_BATCH.format(batch=other.batch, case=other.id, state=words.STATES[other.state]))


def _columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts of a record as the journal's columns."""
    columns = dict(facts)
    if "error" in columns:
        error = columns.pop("error")
        columns["trouble"] = kept(error) if error is not None else None
    return columns


def records_of(rows: Iterable[CaseRow], cases: Mapping[str, Case]) -> list[CaseRecord]:
    """The records of a batch as the journal has them. Each row needs its case."""
    return [
        CaseRecord(
            cases[row.id],
            row.state,
            attempt=row.attempt,
            number=row.number,
            reason=row.reason,
            rule=row.rule,
            shows=row.shows,
            baseline=row.baseline,
            error=restored(row.trouble),
            drafted_at=row.drafted_at,
            filed_at=row.filed_at,
            decided_at=row.decided_at,
            approved_by=row.approved_by,
            approved_at=row.approved_at,
            approved_shows=row.approved_shows,
        )
        for row in rows
    ]
