"""A seat at the portal: a browser context, the hands that act in it, and the pictures that it leaves."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.errors import AssistantError
from bot.text import Language

if TYPE_CHECKING:
    from bot.actions import Hands
    from bot.browser import Session
    from bot.browser.trace import Trace

_log = logging.getLogger(__name__)


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
        """Keep a picture of what the portal shows at a failure, and a diagnosis; the error then says where they are.

        Whatever goes wrong meanwhile does not hide the error.
        """
        at = error.circumstances
        if at.picture or at.diagnosis:
            return
        try:
            picture, diagnosis = await self.hands.failure(error)
        except Exception as failed:
            _log.warning("the failure could not be looked into", exc_info=True)
            error.add_note(f"it could not be looked into: {failed}")
        else:
            at.picture, at.diagnosis = (path.as_posix() if path else "" for path in (picture, diagnosis))

    async def settled(self) -> None:
        """Wait until every picture that was taken is on the disk and recorded."""
        await self.hands.settled()

    async def close(self) -> None:
        """End the browser context; the session at the portal is over for us."""
        try:
            await self.settled()
        finally:
            if self._trace is not None:
                await self._trace.end()
            await self._session.close()
