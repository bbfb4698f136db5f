"""Our side of the model: batches in a real journal, lives that are cut short anywhere, people who decide truthfully."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Literal

from pydantic import SecretStr
from sqlalchemy import event

from bot.errors import AccountBusy, AssistantError, UsageError
from bot.filing.batch import PHASES, REFRESHING, Batch, awaits_approval
from bot.filing.desk import Account, Desk
from bot.filing.identity import Employer, batch_key, input_hash, natural_key
from bot.filing.journal.address import file_url
from bot.filing.journal.rows import CaseRow, NewBatch, NewCase, NewRoster
from bot.filing.journal.store import Journal, open_journal
from bot.filing.ledger import LEASE, JournalLedger, Lease, records_of
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.states import CaseState
from bot.filing.stop import StopSwitch
from bot.flow.case import Case
from bot.flow.models import Library
from bot.run import Draft
from bot.service.decisions import Decisions
from bot.text import Text
from tests.unit.filing.model_portal import FLOWS, Crash, Mishap, ModelPortal, ModelSeat, Process
from tests.unit.filing.paper import Quiet
from tests.unit.run.fakes import PORTAL

When = Literal["before", "after"]
Until = Literal["drafts", "review", "declare", "refresh"]
S = CaseState
FILED = (S.UNDER_REVIEW, S.APPROVED, S.REJECTED)
LIBRARY = Library(portal=PORTAL, flows=FLOWS)
EMPLOYER = Employer("http://portal.invalid", "170000001")
PERIOD = "2026-11"


@dataclass
class Person:
    """Whoever sits at the screen; what was shown when yes was said."""

    yes: bool
    approved: set[str]

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        raise AssertionError(question)

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        if self.yes:
            self.approved.update(draft.shows for draft in drafts)
        return self.yes


class Clock(StopSwitch):
    """A stop switch whose pauses are the portal's time, not ours; the lease is renewed meanwhile."""

    def __init__(self, portal: ModelPortal, process: Process, lease: Lease) -> None:
        super().__init__()
        self._portal, self._process, self._lease = portal, process, lease

    async def pause(self, seconds: float) -> None:
        self._process.must_live()
        self.heed()
        while seconds > 0:
            part = min(seconds, LEASE.total_seconds() / 3)
            self._portal.pass_time(part)
            self._lease.renew()
            seconds -= part


class CutLedger:
    """Writes to the journal, and dies before or after the write with a number in the plan."""

    def __init__(self, ledger: JournalLedger, process: Process, plan: Mapping[int, When]) -> None:
        self._ledger, self._process, self._plan = ledger, process, plan
        self._numbers = count(1)

    def write(self, changes: Sequence[tuple[CaseRecord, Move]]) -> None:
        self._process.must_live()
        when = self._plan.get(next(self._numbers))
        if when == "before":
            self._process.die()
        self._ledger.write(changes)
        if when == "after":
            self._process.die()


@dataclass
class Office:
    """Batches of one account, and the lives of the program that work on them."""

    portal: ModelPortal
    folder: Path
    approved: set[str] = field(default_factory=set)
    jobs: dict[str, str] = field(default_factory=dict)
    """The phase at which a crash cut a batch short: the engine goes on there."""
    cases: dict[str, dict[str, Case]] = field(default_factory=dict)
    """By batch and id."""
    journal: Journal = field(init=False)

    def __post_init__(self) -> None:
        self.journal = open_journal(file_url(self.folder / "journal.sqlite"))
        # Here processes die, not the power: what they wrote need not reach the disk at once.
        event.listen(self.journal.engine, "checkout", lambda dbapi, *_: dbapi.execute("PRAGMA synchronous=OFF"))

    def accept(self, people: Sequence[tuple[str, str]]) -> str:
        """Accept a roster of people and operations; the batch, which may be known."""
        cases = [
            Case(f"{what}-{who}", FLOWS[what], {"who": who, "pay": "7"}) for what, who in dict.fromkeys(people)
        ]
        new = NewBatch(
            batch_key(cases, EMPLOYER, PERIOD), "paper", EMPLOYER.origin, EMPLOYER.origin, "", "demo", EMPLOYER.user,
            PERIOD, NewRoster("roster.csv", "roster.csv", "", b""), "declare", False, "clerk", "", "",
            self.portal.clock(),
        )  # fmt: skip
        rows = [
            NewCase(case.id, natural_key(case, EMPLOYER, PERIOD), case.flow.flow, "", input_hash(case), "", 0,
                    case.person)
            for case in cases
        ]  # fmt: skip
        batch = self.journal.accept(new, rows, elsewhere=lambda other: f"in {other.batch}").batch.id
        self.cases.setdefault(batch, {case.id: case for case in cases})
        return batch

    @property
    def rows(self) -> list[CaseRow]:
        """Every case of every batch."""
        return [row for batch in self.cases for row in self.journal.cases(batch)]

    def live(
        self,
        batch: str,
        until: Until,
        *,
        mishaps: Sequence[tuple[int, Mishap]] = (),
        cuts: Sequence[tuple[int, When]] = (),
        yes: bool = True,
    ) -> None:
        """One life of the program, to its end or to the crash that is planned for it."""
        self.portal.plan = {self.portal.requests + at: mishap for at, mishap in mishaps}
        self.portal.unreachable = 0
        self.portal.lid = lambda: self._meanwhile(batch)
        try:
            self._process("slot-0", batch, until, dict(cuts), yes)
        finally:
            self.portal.plan = {}

    def _meanwhile(self, batch: str) -> None:
        """While a process sleeps under a closed lid, another one, elsewhere, takes the same batch over."""
        plan, self.portal.plan = self.portal.plan, {}
        self.portal.pass_time(2 * LEASE.total_seconds())
        _in_a_thread(lambda: self._process("slot-1", batch, "declare", {}, True))
        self.portal.plan = plan

    def _process(self, owner: str, batch: str, until: Until, cuts: Mapping[int, When], yes: bool) -> None:
        process = Process()
        try:
            fence = self.journal.take(EMPLOYER.key, owner, at=self.portal.clock(), ttl=LEASE, mine=True)
        except AccountBusy:
            return
        lease = Lease(self.journal, fence, self.portal.clock)
        ledger = JournalLedger(self.journal, batch, "clerk", self.portal.clock, lease)
        rows = records_of(self.journal.cases(batch), self.cases[batch])
        records = Records(rows, CutLedger(ledger, process, cuts), lambda record: None)
        try:
            asyncio.run(self._work(batch, until, records, Person(yes, self.approved), (process, lease)))
        except Crash:
            return
        self.journal.release(lease.fence)

    async def _work(
        self, batch: str, until: Until, records: Records, person: Person, alive: tuple[Process, Lease]
    ) -> None:
        process, lease = alive

        async def seat() -> ModelSeat:
            return ModelSeat(self.portal, process)

        desk = Desk(
            LIBRARY, Account("demo", EMPLOYER.user, SecretStr("secret")), seat, person,
            today=date(2026, 11, 10), clock=self.portal.clock, stop=Clock(self.portal, process, lease),
        )  # fmt: skip
        work = Batch(records, desk, person, Quiet(), by="clerk")
        phases = REFRESHING if until == "refresh" else PHASES[until]
        job = f"{batch} {until}"
        begin = self.jobs.pop(job, phases[0])
        for phase in phases[phases.index(begin) :]:
            self.jobs[job] = phase
            try:
                await work.do(phase)
            except AssistantError:
                break
        self.jobs.pop(job, None)

    def _decisions(self, batch: str) -> Decisions:
        return Decisions(self.journal, self.journal.batch(batch), LIBRARY, by="boss", clock=self.portal.clock)

    def approve(self, batch: str) -> None:
        """A person approves, between two lives, what waits for it."""
        waiting = [record for record in records_of(self.journal.cases(batch), self.cases[batch])
                   if awaits_approval(record)]  # fmt: skip
        self.approved.update(record.shows.replace(record.case.person, masked(record.case.person)) for record in waiting)
        self._decisions(batch).approve([record.case.id for record in waiting])

    def withdraw(self, batch: str) -> None:
        """A person takes back the first case that waits for approval."""
        records = records_of(self.journal.cases(batch), self.cases[batch])
        self._decisions(batch).withdraw([record.case.id for record in records if awaits_approval(record)][:1])

    def do_again(self, batch: str) -> None:
        """A person says that what was refused or failed can be done now."""
        for row in self.journal.cases(batch):
            if row.state in (S.REFUSED, S.FAILED):
                with suppress(UsageError):  # where another batch has the person by now
                    self._decisions(batch).resolve(row.id, filed=None)

    def resolve(self, batch: str) -> None:
        """A person looks at the portal, clears up there what is in the way, and says truthfully what is filed."""
        for row in self.journal.cases(batch):
            if row.state is not S.NEEDS_ATTENTION:
                continue
            known = {one.number for one in self.rows if one.state in FILED}
            mine = [one for one in self.portal.items if (one.who, one.what) == (row.person, row.flow)]
            filed = [one for one in mine if one.state not in ("draft", "deleted") and one.number not in known]
            for one in mine:
                if one.state == "draft":
                    self.portal.move(one.number, "deleted")
            self._decisions(batch).resolve(row.id, filed=filed[-1].number if filed else None)


def masked(person: str) -> str:
    """As drafts are shown to who approves them."""
    return "*" * len(person)


def _in_a_thread(work: Callable[[], None]) -> None:
    """Do something while this thread's event loop stands still. What goes wrong there is raised here."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if raised:
        raise raised[0]
