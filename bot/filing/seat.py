"""A seat at the portal: a browser context, the hands that act in it, and the pictures that it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.errors import AssistantError
from bot.text import Language

if TYPE_CHECKING:
    from bot.actions import Hands
    from bot.browser import Session
    from bot.browser.trace import Trace


class BrowserSeat:
    """What a desk needs of a browser. Built anew after every fault."""

    def __init__(self, session: Session, hands: Hands, language: Language, trace: Trace | None = None) -> None:
        self.hands = hands
        self.language = language
        self._session = session
        self._trace = trace

    def about(self, cases: Sequence[str]) -> None:
        """The pictures from now on belong to these cases."""
        self.hands.about(cases)

    async def logging_in(self, under_way: bool) -> None:
        """While the account is being let in, a login page is no sign of a lost session, and nothing is recorded."""
        self.hands.logging_in = under_way
        if self._trace is not None:
            await (self._trace.end() if under_way else self._trace.begin())

    async def failed(self, error: AssistantError) -> None:
        """Keep a picture of what the portal shows at a failure; the error then says where it is."""
        if not error.circumstances.picture:
            error.circumstances.picture = str(await self.hands.failure_picture() or "")

    async def close(self) -> None:
        """End the browser context; the session at the portal is over for us."""
        if self._trace is not None:
            await self._trace.end()
        await self._session.close()
