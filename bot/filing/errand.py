"""An errand: one job, between the engine's thread that keeps the account and the task that does the work."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass, field

WATCHFUL = 1.0
"""Seconds after which a thread that waits for its phase to be done looks whether anybody is left to do it."""


class CutShort(BaseException):
    """The job is left where it is. No `Exception`: DBOS records those as how a job ended, and it has not ended."""


@dataclass(frozen=True)
class Order:
    """A phase that is to be done now, and whether the job goes on after it."""

    phase: str
    goes_on: Future[bool] = field(default_factory=Future)


class Errand:
    """Made in the task that does the work; `hand_over` and `end` are for the engine's thread, the rest for the task."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._orders: asyncio.Queue[Order | None] = asyncio.Queue()
        self._given: Order | None = None
        self._left = False
        self._ended = asyncio.Event()
        self._trouble: BaseException | None = None

    def hand_over(self, phase: str) -> bool:
        """Have a phase done, and wait for it; whether the job goes on. Raises CutShort when the task has left."""
        order = Order(phase)
        try:
            self._loop.call_soon_threadsafe(self._take, order)
        except RuntimeError:  # the loop is closed
            raise CutShort from None
        while True:
            try:
                return order.goes_on.result(WATCHFUL)
            except TimeoutError:
                if self._loop.is_closed():
                    raise CutShort from None

    def end(self, trouble: BaseException | None = None) -> None:
        """Say that no more phases come, and what went wrong in keeping the account of them, if anything did."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._over, trouble)

    async def next(self, patience: float) -> Order | None:
        """The next phase, or None when the job is over.

        Raises what went wrong in keeping the account, and TimeoutError after so many seconds.
        """
        if (order := await asyncio.wait_for(self._orders.get(), patience)) is None and self._trouble is not None:
            raise self._trouble
        return order

    async def leave(self, patience: float) -> None:
        """Do no more, and give the engine's thread so many seconds to see it."""
        self._left = True
        if self._given is not None and not self._given.goes_on.done():
            self._given.goes_on.set_exception(CutShort())
        try:
            await asyncio.wait_for(self._ended.wait(), patience)
        except TimeoutError:
            return

    def _take(self, order: Order) -> None:
        if self._left:
            order.goes_on.set_exception(CutShort())
        else:
            self._given = order
            self._orders.put_nowait(order)

    def _over(self, trouble: BaseException | None) -> None:
        self._trouble = trouble
        self._ended.set()
        self._orders.put_nowait(None)
