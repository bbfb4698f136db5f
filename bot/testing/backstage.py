"""A browser that is lent to one scenario after the other, in a loop and a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from bot.testing.cast import Manner

if TYPE_CHECKING:
    from bot.browser import PortalBrowser

Done = TypeVar("Done")
Work = Callable[["PortalBrowser | None"], Coroutine[Any, Any, Done]]
"""What is to be done: with the browser that it is lent, or else with one of its own."""


def alone(work: Work[Done]) -> Done:
    """Do it to its end in a loop of its own: the caller may be inside of another one, as tests with a browser are."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work(None))).result()


class Backstage:
    """Lends the browser. It is started for the first who wants one, and anew after it has died."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="backstage", daemon=True)
        self._closing = AsyncExitStack()
        self._browser: PortalBrowser | None = None

    def do(self, work: Work[Done]) -> Done:
        """Do it to its end. What records a trace has a browser of its own: it writes what nobody else may."""
        if not self._thread.ident:
            self._thread.start()
        doing = asyncio.run_coroutine_threadsafe(self._lend(work), self._loop)
        try:
            return doing.result()
        finally:
            doing.cancel()  # what a time limit has ended is not gone on with behind the next scenario

    async def _lend(self, work: Work[Done]) -> Done:
        if self._manner.trace:
            return await work(None)
        if self._browser is None:
            from bot.browser import open_browser

            opening = open_browser(headed=self._manner.headed, slow_mo=self._manner.slow_mo)
            self._browser = await self._closing.enter_async_context(opening)
        try:
            return await work(self._browser)
        finally:
            if not await self._browser.tidy():
                await self._leave()

    async def _leave(self) -> None:
        self._browser = None
        await self._closing.aclose()

    def close(self) -> None:
        """End the browser, if it was started."""
        if self._thread.ident:
            asyncio.run_coroutine_threadsafe(self._leave(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._loop.close()
