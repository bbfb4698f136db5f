"""The durable engine: runs a job's phases once each, whatever cuts it short between."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from bot.errors import JournalError
from bot.filing.errand import Errand, Order
from bot.filing.journal import words
from bot.filing.journal.address import name_of
from bot.filing.journal.foreign import mapped

if TYPE_CHECKING:
    import sqlalchemy

    from bot.filing.durable import Life

PATIENCE = 60.0
"""Seconds that the engine gets to say which phase is next, and to have on the disk that a job is over."""
PARTING = 10.0
"""Seconds that it gets to see that nobody does its phases any more."""
GLANCE = 0.01
"""Seconds between looks whether it is on the disk."""

T = TypeVar("T")

_alone = threading.Lock()
"""Held by the engine that is open: DBOS is one for a process."""


class Engine:
    """Knows which phase of which job was cut short, and nothing about cases: those are the journal's.

    A phase that a crash cut short is done again, so it has to begin by asking what its last life left behind.
    """

    def __init__(self, life: Life, thread: ThreadPoolExecutor, store: str) -> None:
        self._life = life
        self._thread = thread
        self._store = store
        self._running: set[str] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, engine: sqlalchemy.Engine, executor: str) -> AsyncIterator[Engine]:
        """Start the engine on the journal's database, in the name of a worker slot that the caller holds.

        Raises JournalError. One at a time in a process.
        """
        if not _alone.acquire(blocking=False):
            raise RuntimeError("an engine is open in this process already: close it first")
        store = name_of(engine.url)
        try:
            with ThreadPoolExecutor(max_workers=1, thread_name_prefix="engine") as thread:
                launching = thread.submit(_launch, engine, executor)
                try:
                    yield cls(await _answer(launching, store), thread, store)
                finally:
                    if launching.exception() is None:
                        await _answer(thread.submit(launching.result().close), store)
        finally:
            _alone.release()

    async def run(self, job: str, phases: Sequence[str], do: Callable[[str], Awaitable[None]]) -> None:
        """Do each phase of a job that has not been done yet, in order, in the caller's own task.

        A job that was cut short, by a crash or because this was cancelled, goes on at the phase that was cut short,
        with the phases that it was begun with. What `do` raises comes out as it is, and the job is over then. A job
        that is over already: nothing is done. Raises JournalError when the database fails; the job is not over then.
        The caller sees to it that no other process runs the same job: it has the account's lease.
        """
        if job in self._running:
            raise RuntimeError(f"job {job} is being run already")
        self._running.add(job)
        errand = Errand()
        beginning = self._thread.submit(self._life.begin, job, phases, errand)
        try:
            if await _answer(beginning, self._store):
                await self._carry_out(job, errand, do)
        finally:
            if beginning.exception() is None and beginning.result():
                await errand.leave(PARTING)
            self._life.forget(job)
            self._running.discard(job)

    def finished(self, job: str) -> bool:
        """Whether a job is over: all its phases are done, or one of them raised. Raises JournalError."""
        with mapped(self._store):
            return self._thread.submit(self._life.finished, job).result()

    async def _carry_out(self, job: str, errand: Errand, do: Callable[[str], Awaitable[None]]) -> None:
        raised: Exception | None = None
        try:
            while (order := await self._next(errand)) is not None:
                try:
                    await do(order.phase)
                except Exception as error:
                    raised = error
                order.goes_on.set_result(raised is None)
            await self._recorded(job)
        except JournalError:
            if raised is None:  # what came first says more
                raise
        if raised is not None:
            raise raised

    async def _next(self, errand: Errand) -> Order | None:
        try:
            with mapped(self._store):
                return await errand.next(PATIENCE)
        except TimeoutError:
            raise self._locked() from None

    async def _recorded(self, job: str) -> None:
        """Wait until it is on the disk that a job is over."""
        looks = int(PATIENCE / GLANCE)
        for _ in range(looks):
            if await _answer(self._thread.submit(self._life.finished, job), self._store):
                return
            await asyncio.sleep(GLANCE)
        raise self._locked()

    def _locked(self) -> JournalError:
        return JournalError(words.LOCKED.format(store=self._store), cure=words.LOCKED_CURE)


async def _answer(asked: Future[T], store: str) -> T:
    """What the engine's thread says. Waited for even if this is cancelled: what was asked for cannot be called off."""
    answer = asyncio.wrap_future(asked)
    try:
        with mapped(store):
            return await asyncio.shield(answer)
    except asyncio.CancelledError:
        await asyncio.wait([answer])
        raise


def _launch(engine: sqlalchemy.Engine, executor: str) -> Life:
    from bot.filing.durable import launch  # half a second, which only who files waits for

    return launch(engine, executor)
