"""An office: the journal, a worker slot, the durable engine and a browser, in which batches are worked at desks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.errors import AssistantError
from bot.filing.batch import Batch
from bot.filing.desk import Account, Desk
from bot.filing.identity import Employer
from bot.filing.ledger import JournalLedger, Lease, held, records_of
from bot.filing.progress import Watching
from bot.filing.records import Records
from bot.filing.seat import BrowserSeat
from bot.filing.states import CaseState
from bot.filing.stop import Pauses
from bot.filing.traces import raw_folder
from bot.filing.traces import sweep as sweep_traces
from bot.run import Listener
from bot.service.recording import sensitive_of
from bot.service.step_log import StepLog

if TYPE_CHECKING:
    from bot.browser import PortalBrowser
    from bot.evidence import EvidenceFile
    from bot.filing.engine import Engine
    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal
    from bot.flow.case import Case
    from bot.flow.models import Library
    from bot.service.tracing import BatchTraces


@dataclass(frozen=True)
class Order:
    """A batch that is to be worked, for whom, and how far."""

    batch: BatchRow
    account: Account
    cases: Mapping[str, Case]
    phases: tuple[str, ...]
    by: str
    durable: bool = True
    """Whether a crash is to be gone on with where it was; what only reads needs no such thing."""


@dataclass(frozen=True)
class Furnishing:
    """What an office needs besides its journal and its browser."""

    home: Path
    library: Library
    clock: Callable[[], datetime]
    watching: Watching
    pauses: Pauses
    listeners: Sequence[Listener]
    trace: bool = False
    """Whether to record what the browser does."""


@dataclass(frozen=True)
class Office:
    """Works batches in one browser, each account in a context of its own."""

    furnishing: Furnishing
    journal: Journal
    owner: str
    """Our worker slot."""
    browser: PortalBrowser
    engine: Engine | None
    raw_traces: Path | None = None
    """Where traces are recorded, if they are."""
    traces: dict[str, BatchTraces] = field(default_factory=dict)
    """By their batch."""

    @property
    def library(self) -> Library:
        """The portal and its flows."""
        return self.furnishing.library

    async def work(self, order: Order) -> AssistantError | None:
        """Work a batch; what stopped it before its end, if anything did. The journal says how far it came."""
        batch = order.batch
        account = Employer(batch.origin, batch.user).key
        try:
            async with held(self.journal, account, self.owner, self.furnishing.clock) as lease:
                self.journal.note_batch(batch.id, at=self.furnishing.clock(), by=order.by, stopped="")
                await self._at_desk(order, lease)
        except AssistantError as error:
            self.journal.note_batch(batch.id, at=self.furnishing.clock(), by=order.by, stopped=str(error))
            return error
        return None

    async def _at_desk(self, order: Order, lease: Lease) -> None:
        progress = self.furnishing.watching.progress(order.account.name)
        person = self.furnishing.watching.person(order.account.name)
        ledger = JournalLedger(self.journal, order.batch.id, order.by, self.furnishing.clock, lease)
        rows = records_of(self.journal.cases(order.batch.id), order.cases)
        log = StepLog(order.batch.id)
        records = Records(rows, ledger, log.and_then(progress.case_changed))
        desk = self._desk(order, log, tell=lambda words: progress.step(None, words), person=person)
        batch = Batch(records, desk, person, progress, by=order.by)
        try:
            await self._phases(order, batch)
        finally:
            with suppress(AssistantError):  # how the batch went matters more than a log-out that fails
                await desk.log_out()

    async def _phases(self, order: Order, batch: Batch) -> None:
        if self.engine is None or not order.durable:
            for phase in order.phases:
                await batch.do(phase)
            return
        job = f"{order.batch.id}:{order.batch.attempt}"
        await self.engine.run(job, order.phases, batch.do)

    def _desk(self, order: Order, log: StepLog, **who: Any) -> Desk:
        from bot.actions import Hands
        from bot.evidence import Pictures
        from bot.evidence.files import sweep

        portal, watching = self.library.portal, self.furnishing.watching
        zone = ZoneInfo(portal.window.zone if portal.window else "UTC")
        folder = Path(order.batch.evidence)
        keep = partial(self._keep, order.batch.id)
        pictures = Pictures(folder, clock=self.furnishing.clock, recorded=keep)
        recorded = {Path(row.path) for row in self.journal.evidence(order.batch.id) if row.path}
        rows = self.journal.cases(order.batch.id)
        declaring = [row.id for row in rows if row.state is CaseState.DECLARING]
        sweep(folder)
        pictures.find_unrecorded(recorded, since=order.batch.created_at, together=declaring)

        traces = self._traces(order)
        hidden = sensitive_of(order.cases, portal)

        async def take_seat() -> BrowserSeat:
            session = await self.browser.session(portal, order.batch.url)
            trace = traces.of(session) if traces else None
            return BrowserSeat(session, Hands(session, pictures, hidden), await session.language(), trace)

        return Desk(
            self.library,
            order.account,
            take_seat,
            today=self.furnishing.clock().astimezone(zone).date(),
            clock=self.furnishing.clock,
            listeners=(*self.furnishing.listeners, *watching.listeners(order.account.name), log),
            pauses=self.furnishing.pauses,
            stop=watching.stop,
            **who,
        )

    def _traces(self, order: Order) -> BatchTraces | None:
        from bot.service.tracing import traces_for

        if self.raw_traces is None:
            return None
        traces = traces_for(self.furnishing.home, self.raw_traces, order.batch.id, order.cases, self.library.portal)
        self.traces[order.batch.id] = traces
        return traces

    def _keep(self, batch: str, files: Sequence[EvidenceFile]) -> None:
        from bot.filing.journal.rows import EvidenceRow

        self.journal.keep(batch, [EvidenceRow(*_plain(file)) for file in files])


def _plain(file: EvidenceFile) -> tuple[Any, ...]:
    path = file.path.as_posix() if file.path else ""
    return file.case, file.name, file.kind, path, file.taken_at, file.failed, file.sha256, file.bytes, file.url


@asynccontextmanager
async def opened(
    furnishing: Furnishing,
    journal: Journal,
    lent: PortalBrowser | None = None,
    *,
    headed: bool,
    slow_mo: float,
    durable: bool,
) -> AsyncIterator[Office]:
    """Take a worker slot, start the engine (if `durable`) and, where none is lent, a browser.

    Raises StoreBusy, JournalError, BrowserFault.
    """
    from bot.browser import open_browser
    from bot.filing.engine import Engine
    from bot.filing.slots import worker_slot

    sweep_traces(furnishing.home)
    with worker_slot(furnishing.home, journal.url) as owner, ExitStack() as closing:
        raw = closing.enter_context(raw_folder(furnishing.home)) if furnishing.trace else None
        if durable:  # half a second of imports, while the browser starts
            importing = asyncio.create_task(asyncio.to_thread(import_module, "bot.filing.durable"))
        opening = nullcontext(lent) if lent else open_browser(headed=headed, slow_mo=slow_mo, traces=raw)
        async with opening as browser, AsyncExitStack() as stack:
            engine = None
            if durable:
                await importing
                engine = await stack.enter_async_context(Engine.open(journal.engine, owner))
            yield Office(furnishing, journal, owner, browser, engine, raw)
