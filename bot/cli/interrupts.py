"""Ctrl-C, and whatever else asks a program to end, while it is at work on a batch."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeVar

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import batch_words, words
from bot.errors import Interrupted
from bot.filing.stop import StopSwitch

Result = TypeVar("Result")

SIGNALS = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")
"""Those that this system has ask for an end: the keyboard, another program, a window that is closed."""
FOREVER = 1e9
"""Seconds."""


class Interrupts:
    """The first signal asks for a stop at the next safe point, the second ends the work at once. Both can be resumed.

    Outside of the work nothing is under way that must not be torn apart: there the first one raises KeyboardInterrupt.
    """

    def __init__(self, console: Console) -> None:
        self.stop = StopSwitch()
        self.console = console
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work: asyncio.Task[Any] | None = None
        self._heard = 0
        self._blocked = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen for the length of the block. Signals that this process was told to ignore stay ignored."""
        named = [signal.Signals[name] for name in SIGNALS if name in signal.Signals.__members__]
        before = {one: signal.getsignal(one) for one in named if signal.getsignal(one) is not signal.SIG_IGN}
        for one in before:
            signal.signal(one, self._hear)
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, signal.SIG_DFL if handler is None else handler)

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do the work to its end in a loop of its own. Raises KeyboardInterrupt if a second signal cut it short."""
        try:
            return asyncio.run(self._watched(work))
        except asyncio.CancelledError:
            raise KeyboardInterrupt from None

    async def _watched(self, work: Coroutine[Any, Any, Result]) -> Result:
        self._loop, self._work = asyncio.get_running_loop(), asyncio.current_task()
        try:
            return await work
        finally:
            self._loop = self._work = None

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if signal.Signals(number).name == "SIGHUP":
            self.console.quiet = True  # the terminal is gone, and writing to it would fail
        if self._loop is None or self._work is None or self._blocked:
            raise KeyboardInterrupt
        self._heard += 1
        if self._heard == 1:
            self.stop.ask()
            self._loop.call_soon_threadsafe(self._say)
        elif self._heard == 2:
            self._loop.call_soon_threadsafe(self._work.cancel)
        else:
            raise KeyboardInterrupt

    def _say(self) -> None:
        self.console.print(Styled(str(batch_words.STOPPING), style="warn"), soft_wrap=True)

    @contextmanager
    def blocking(self) -> Iterator[None]:
        """Something that holds up the loop, such as reading from a pipe. Raises Interrupted if a signal ends it."""
        self._blocked = True
        try:
            yield
        except KeyboardInterrupt:
            raise self.interrupted() from None
        finally:
            self._blocked = False

    async def unless_stopped(self, question: Coroutine[Any, Any, Result]) -> Result:
        """Its answer. Raises Interrupted if a stop is asked for meanwhile; the question is then withdrawn."""
        asked = asyncio.ensure_future(question)
        stopped = asyncio.ensure_future(self.stop.pause(FOREVER))
        try:
            await asyncio.wait({asked, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not asked.done():
                raise self.interrupted()
            return asked.result()
        finally:
            for one in (asked, stopped):
                one.cancel()
            await asyncio.gather(asked, stopped, return_exceptions=True)

    def interrupted(self) -> Interrupted:
        """Have everything else stop too; the error to raise."""
        self.stop.ask()
        return Interrupted(words.INTERRUPTED)
