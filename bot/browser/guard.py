"""The origin guard: whatever a flow or a page tries, the browser does not leave the portal."""

from __future__ import annotations

import asyncio
import logging
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import CDPSession, Error, Frame, Page

from bot.browser import words
from bot.errors import PortalMismatch

_log = logging.getLogger(__name__)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_INERT_SCHEMES = ("about", "data", "blob", "chrome-error")


def origin_of(address: str) -> str:
    """`scheme://host:port` of an address, with its port always said; "" where it has no host."""
    try:
        parts = urlsplit(address)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}:{port}" if parts.hostname else ""


def _secured(origin: str) -> str:
    """The https origin that a server on http's own port may send to."""
    return f"https://{origin[7:-3]}:443" if origin.startswith("http://") and origin.endswith(":80") else origin


class OriginGuard:
    """Keeps a page and its frames on the portal's origin, and on its secure twin (http → https of the same host).

    Only documents are held up for a look, by the browser's own interception: intercepting every request would
    cost some 70 ms a page, as it turns the cache off. A stopped navigation leaves the page as it is.
    """

    def __init__(self, base_url: str) -> None:
        origin = origin_of(base_url)
        self._origins = {origin, _secured(origin)}
        self._stopped: list[str] = []
        self._answers: set[asyncio.Task[None]] = set()

    def allows(self, address: str) -> bool:
        """Whether the page or a frame may go there. What holds no page of a server is let through."""
        return urlsplit(address).scheme in _INERT_SCHEMES or self.owns(address)

    def owns(self, address: str) -> bool:
        """Whether an address is the portal's."""
        return origin_of(address) in self._origins

    def check(self) -> None:
        """Raise PortalMismatch if a navigation was stopped since the last check."""
        if self._stopped:
            address, self._stopped = self._stopped[0], []
            raise refusal(address)

    async def watch(self, page: Page) -> None:
        """Guard a page from now on."""
        page.on("framenavigated", self._arrived)
        session = await page.context.new_cdp_session(page)
        session.on("Fetch.requestPaused", lambda event: self._answer_soon(session, event))
        await session.send(
            "Fetch.enable", {"patterns": [{"resourceType": "Document", "requestStage": "Request"}]}
        )

    def _arrived(self, frame: Frame) -> None:
        if not self.allows(frame.url):
            self._stopped.append(frame.url)

    def _answer_soon(self, session: CDPSession, event: dict[str, Any]) -> None:
        task = asyncio.ensure_future(self._answer(session, event))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, session: CDPSession, event: dict[str, Any]) -> None:
        request, address = {"requestId": event["requestId"]}, event["request"]["url"]
        try:
            if self.allows(address):
                await session.send("Fetch.continueRequest", request)
            else:
                self._stopped.append(address)
                await session.send("Fetch.fulfillRequest", {**request, "responseCode": 204})
        except Error as error:
            _log.debug("the page went away before its request was answered: %s", error.message)


def refusal(address: str) -> PortalMismatch:
    """The error for a way out of the portal."""
    origin = origin_of(address) or address
    return PortalMismatch(words.LEAVES_PORTAL.format(address=origin), cure=words.STAY_ON_PORTAL)
