"""Stopping a batch at the next safe point, and waiting in a way that a stop ends at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

from bot.errors import Interrupted
from bot.filing import words


class StopSwitch:
    """Asked from a signal handler, another thread or a page; heeded between two things that must not be torn apart."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    @property
    def asked(self) -> bool:
        """Whether somebody wants the batch to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Stop at the next safe point. Safe to call from anywhere, and more than once."""
        self._asked.set()
        for loop, woken in tuple(self._waiting):
            loop.call_soon_threadsafe(woken.set)

    def heed(self) -> None:
        """A safe point. Raises Interrupted if somebody asked for a stop."""
        if self.asked:
            raise Interrupted(words.STOPPED, cure=words.STOPPED_CURE)

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
