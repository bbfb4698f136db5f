"""Stopping or holding a batch at the next safe point, and waiting in a way that a stop ends at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

from bot.errors import Interrupted
from bot.filing import words


class StopSwitch:
    """Asked from a signal handler, another thread or a page; heeded between two things that must not be torn apart.

    A batch that is held waits at its next safe point, where it is, until it is let go or stopped.
    """

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._held = threading.Event()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._resting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._told: list[Callable[[], None]] = []

    @property
    def asked(self) -> bool:
        """Whether somebody wants the batch to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Stop at the next safe point. Safe to call from anywhere, and more than once."""
        self._asked.set()
        _wake(self._waiting)
        _wake(self._resting)

    @property
    def held(self) -> bool:
        """Whether somebody wants the batch to wait."""
        return self._held.is_set()

    @property
    def resting(self) -> bool:
        """Whether anybody waits at a safe point, because the batch is held."""
        return bool(self._resting)

    def hold(self) -> None:
        """Wait at the next safe point. Safe to call from anywhere, and more than once."""
        self._held.set()

    def let_go(self) -> None:
        """Go on at once."""
        self._held.clear()
        _wake(self._resting)

    def when_resting(self, tell: Callable[[], None]) -> None:
        """Tell of it when somebody begins or ends to wait at a safe point."""
        self._told.append(tell)

    def heed(self) -> None:
        """A safe point, where nobody can wait. Raises Interrupted if somebody asked for a stop."""
        if self.asked:
            raise Interrupted(words.STOPPED, cure=words.STOPPED_CURE)

    async def safe_point(self) -> None:
        """A safe point: waits as long as the batch is held. Raises Interrupted if somebody asked for a stop."""
        self.heed()
        while self.held:
            await self._rest()
            self.heed()

    async def _rest(self) -> None:
        woken = asyncio.Event()
        one = (asyncio.get_running_loop(), woken)
        self._resting.add(one)
        try:
            if self.held and not self.asked:  # neither came between the question and our place in the queue
                self._tell()
                await woken.wait()
        finally:
            self._resting.discard(one)
            self._tell()

    def _tell(self) -> None:
        for tell in self._told:
            tell()

    async def pause(self, seconds: float) -> None:
        """Wait; a stop ends the waiting. Raises Interrupted if it did."""
        woken = asyncio.Event()
        waiter = (asyncio.get_running_loop(), woken)
        self._waiting.add(waiter)
        try:
            self.heed()
            async with asyncio.timeout(seconds):
                await woken.wait()
        except TimeoutError:
            pass
        finally:
            self._waiting.discard(waiter)
        self.heed()


def _wake(those: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]]) -> None:
    for loop, woken in tuple(those):
        loop.call_soon_threadsafe(woken.set)


class Pauses:
    """How long to wait before something is tried again: twice as long each time, and in all no longer than a limit.

    All times are in seconds. `at_first` is the limit for what has never worked yet, `apart` the time between two looks
    at a list that may lag behind.
    """

    def __init__(
        self,
        *,
        first: float = 1,
        longest: float = 60,
        limit: float = 600,
        at_first: float = 15,
        apart: float = 10,
    ) -> None:
        self._first = first
        self._longest = longest
        self._limit = limit
        self._at_first = at_first
        self.apart = apart

    def growing(self, *, at_first: bool = False) -> Iterator[float]:
        """Each wait in turn, until the limit is used up."""
        pause, left = self._first, self._at_first if at_first else self._limit
        while left > 0:
            yield min(pause, left)
            left -= pause
            pause = min(pause * 2, self._longest)
