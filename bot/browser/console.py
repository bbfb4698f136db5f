"""What the browser's console had to say of late: errors, warnings, scripts that failed, requests that did."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime

from playwright.async_api import ConsoleMessage, Error, Page, Request

from bot.redaction import redactor

_LAST = 50
_LONGEST = 500


class Console:
    """Listens to a page, and remembers the last that it heard; without what nobody may see."""

    def __init__(self) -> None:
        self._lines: deque[dict[str, str]] = deque(maxlen=_LAST)

    @property
    def lines(self) -> list[dict[str, str]]:
        """The last of it, oldest first: type, text and time (UTC, ISO 8601) of each."""
        return list(self._lines)

    def watch(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("requestfailed", self._unanswered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._hear(message.type, message.text)

    def _failed(self, error: Error) -> None:
        self._hear("exception", error.message)

    def _unanswered(self, request: Request) -> None:
        self._hear("request", f"{request.method} {request.url}: {request.failure}")

    def _hear(self, kind: str, text: str) -> None:
        said = redactor.text(text)[:_LONGEST]
        self._lines.append({"type": kind, "text": said, "at": datetime.now(UTC).isoformat()})
