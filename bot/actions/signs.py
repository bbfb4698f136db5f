"""How the portal says something on its own: no, closed, session over (`signs` in portal.yaml)."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from bot.actions import words
from bot.browser.dialogs import folded
from bot.browser.locate import Finder
from bot.browser.look import look
from bot.errors import (
    AssistantError,
    LoginRefused,
    PortalClosed,
    PortalFault,
    PortalMismatch,
    Refusal,
    SessionLost,
)
from bot.flow.models import Portal, Sign

_log = logging.getLogger(__name__)
_LONGEST = 500


@dataclass(frozen=True)
class Said:
    """A sign that shows, and the portal's words in it."""

    sign: Sign
    words: str


class Signs:
    """Knows the portal's signs on a page and in native dialogs. During a login no session can be lost."""

    def __init__(self, portal: Portal, finder: Finder, *, logging_in: bool = False) -> None:
        self._signs = [sign for sign in portal.signs if not logging_in or sign.means != "session_lost"]
        self._finder = finder

    async def shown(self) -> Said | None:
        """The first sign that shows on the page now. A sign whose frame is not there does not show."""
        for sign in self._signs:
            for text in await self._texts(sign):
                if _says(sign, text):
                    return Said(sign, text[:_LONGEST])
        return None

    async def message(self) -> str:
        """Whatever text stands now in a box in which the portal gives its messages; "" if none does."""
        for sign in self._signs:
            for text in await self._texts(sign):
                if text:
                    return text[:_LONGEST]
        return ""

    async def _texts(self, sign: Sign) -> list[str]:
        if sign.element is None:
            return []
        try:
            found = await look(self._finder.seek(sign.element))
        except PortalMismatch as error:
            _log.warning("a sign of the portal cannot be told apart: %s", error)
            return []
        return [seen.text for seen in found.seen]

    def in_dialog(self, text: str) -> Said | None:
        """The sign that a native dialog with this text is."""
        matching = (sign for sign in self._signs if sign.dialog and _says(sign, text))
        sign = next(matching, None)
        return Said(sign, folded(text)[:_LONGEST]) if sign is not None else None

    def is_refusal(self, text: str) -> bool:
        """Whether a sign is made for this very text of a native dialog."""
        said = self.in_dialog(text)
        return said is not None and bool(said.sign.says)


def _says(sign: Sign, text: str) -> bool:
    """Whether a text is what the sign says, in whichever language it says it."""
    return not sign.says or any(folded(words) in folded(text) for one in sign.says for words in one.values())


def error_of(said: Said) -> AssistantError:
    """What a sign means, as an error with the portal's own words."""
    sign, cure = said.sign, said.sign.cure or ""
    error: AssistantError
    match sign.means:
        case "refusal":
            error = Refusal(said.words, cure=cure, words=said.words, rule=sign.rule, held=sign.held)
        case "login_refused":
            message = words.LOGIN_REFUSED.format(words=said.words)
            error = LoginRefused(message, cure=cure, words=said.words, rule=sign.rule)
        case "closed":
            error = PortalClosed(words.CLOSED.format(words=said.words), cure=cure, words=said.words, rule=sign.rule)
        case "session_lost":
            error = SessionLost(words.SESSION_LOST.format(words=said.words), cure=cure)
        case "fault":
            error = PortalFault(words.PORTAL_FAULT.format(words=said.words), cure=cure)
    error.circumstances.portal_says = said.words
    return error
