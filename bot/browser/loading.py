"""Which frames of a page are loading: what is on them is about to go, and nothing may be read or done there."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from playwright.async_api import CDPSession, Error, Page

_log = logging.getLogger(__name__)


class Loading:
    """Watches a page and its frames load, from the browser's own events: a frame's click may load another frame."""

    def __init__(self) -> None:
        self._frames: set[str] = set()
        self._still = asyncio.Event()
        self._still.set()
        self._session: CDPSession | None = None

    async def watch(self, page: Page) -> None:
        """Watch a page from now on."""
        session = await page.context.new_cdp_session(page)
        session.on("Page.frameStartedLoading", self._started)
        session.on("Page.frameStoppedLoading", self._ended)
        session.on("Page.frameDetached", self._ended)
        session.on("Page.lifecycleEvent", self._lived)
        await session.send("Page.enable")
        await session.send("Page.setLifecycleEventsEnabled", {"enabled": True})
        self._session = session

    async def notice(self) -> None:
        """See what the action that was just done has set going: a form may be sent only after its click is over."""
        if self._session is None:
            return
        later = {"expression": "new Promise((done) => setTimeout(done, 0))", "awaitPromise": True}
        try:
            await self._session.send("Runtime.evaluate", later)
        except Error as error:
            _log.debug("the page is already going elsewhere: %s", error.message)

    async def over(self, seconds: float) -> bool:
        """Whether every document has arrived, after waiting for it at most so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._still.wait()
        except TimeoutError:
            return False
        return True

    def _started(self, event: dict[str, Any]) -> None:
        self._frames.add(event["frameId"])
        self._still.clear()

    def _ended(self, event: dict[str, Any]) -> None:
        self._frames.discard(event["frameId"])
        if not self._frames:
            self._still.set()

    def _lived(self, event: dict[str, Any]) -> None:
        if event["name"] == "DOMContentLoaded":
            self._ended(event)
