"""Native dialogs (alert, confirm, prompt): answered on purpose or reported, never by silence."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from playwright.async_api import Dialog as NativeDialog
from playwright.async_api import Error

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SaidDialog:
    """A dialog that no step declared; it was dismissed."""

    kind: str
    text: str


@dataclass(frozen=True)
class ExpectedDialog:
    """A dialog that the running step declared. `says` are texts of which it contains one; empty means any text."""

    says: tuple[str, ...]
    answer: Literal["accept", "dismiss"]
    typed: str | None = None
    optional: bool = False

    def matches(self, text: str) -> bool:
        """Whether a dialog with this text is meant."""
        return not self.says or any(folded(one) in folded(text) for one in self.says)


def folded(text: str) -> str:
    """A text with its runs of white space as single spaces."""
    return " ".join(text.split())


class Dialogs:
    """Answers the dialogs of a page at once: the page stands still until it has its answer."""

    def __init__(self) -> None:
        self._expected: deque[ExpectedDialog] = deque()
        self._unexpected: deque[SaidDialog] = deque()
        self._is_refusal: Callable[[str], bool] = lambda text: False
        self._something_said = asyncio.Event()

    def expect(
        self, dialogs: Sequence[ExpectedDialog], *, is_refusal: Callable[[str], bool], only_waits: bool = False
    ) -> None:
        """The dialogs that the step which now starts declares, in order.

        A step that `only_waits` may still meet the optional dialogs of the step before it: a portal that asks its
        server first raises them late.
        `is_refusal` knows the portal's refusals by their text: a dialog declared without a text does not swallow them.
        """
        late = [one for one in self._expected if one.optional] if only_waits else []
        self._expected = deque([*late, *dialogs])
        self._is_refusal = is_refusal

    def take_unexpected(self) -> SaidDialog | None:
        """The oldest dialog that nobody declared, since the last time this was asked."""
        return self._unexpected.popleft() if self._unexpected else None

    @property
    def awaited(self) -> ExpectedDialog | None:
        """The dialog that must still come."""
        return next((one for one in self._expected if not one.optional), None)

    async def pause(self, seconds: float) -> None:
        """Wait until a dialog comes, or the time is over."""
        self._something_said.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._something_said.wait()
        except TimeoutError:
            return

    async def answer(self, native: NativeDialog) -> None:
        """Answer one dialog; the handler of the page's `dialog` event."""
        expected = self._match(native.message)
        if expected is None:
            self._unexpected.append(SaidDialog(native.type, native.message))
            _log.warning("nobody declared this %s, which is dismissed: %s", native.type, native.message)
        try:
            if expected is not None and expected.answer == "accept":
                await native.accept(expected.typed or "")
            else:
                await native.dismiss()
        except Error as error:
            _log.debug("the page went away before its dialog was answered: %s", error.message)
        finally:
            self._something_said.set()

    def _match(self, text: str) -> ExpectedDialog | None:
        for place, one in enumerate(self._expected):
            if one.matches(text) and (one.says or not self._is_refusal(text)):
                for _ in range(place + 1):
                    self._expected.popleft()
                return one
            if not one.optional:
                return None
        return None
