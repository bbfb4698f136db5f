"""Waiting: an action is tried again and again until the portal is ready for it, says no, or the time is up.

Nothing that changes the portal is ever left to happen later: an attempt is short, and a click is made once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from itertools import chain, repeat
from typing import TypeVar

from bot.actions import words
from bot.actions.signs import Said, Signs, error_of
from bot.browser import Session
from bot.browser.busy import seen, spots
from bot.browser.errors import playwright_errors
from bot.browser.locate import Candidate, Finder, Sought
from bot.browser.look import Seen, look, look_at_one
from bot.browser.nearest import page_words
from bot.errors import AssistantError, ExpectationFailed, Fault, StepTimedOut, TargetNotFound, UndeclaredDialog

Done = TypeVar("Done")

SLICE = 0.5
"""Seconds that Playwright may wait before we look around."""
_PAUSES = (0.02, 0.05, 0.1, 0.25)
_DISMISS = 3.0
_AT_LEAST = 1.0


class NotYet(Exception):
    """An attempt that may succeed later; `fault` is what to raise if it never does."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Deadline:
    """A moment until which to try."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left; never negative."""
        return max(0.0, self._end - time.monotonic())


class Patience:
    """The patience of one step."""

    def __init__(
        self, session: Session, finder: Finder, signs: Signs, *, seconds: float, look_once: bool = False
    ) -> None:
        self.fallbacks: list[str] = []
        """Later candidates that were used, in words."""
        self.deadline = Deadline(seconds)
        self._session = session
        self._finder = finder
        self.signs = signs
        self._look_once = look_once
        self._spots = spots(session.portal, session.portal.busy)

    async def until(
        self, attempt: Callable[[float], Awaitable[Done]], *, sought: Sought | None = None, calm: bool = True
    ) -> Done:
        """What `attempt` gives, once it succeeds. It is told how many milliseconds it may take.

        It may fail with NotYet or StepTimedOut and is then tried again; any other error goes through. Between
        attempts the portal is listened to, and raises its refusals. A step that looks once goes on without its
        target, whatever the portal says: the next step will hear it.
        """
        said: Said | None = None
        pauses = chain(_PAUSES, repeat(_PAUSES[-1]))
        while True:
            slice_ms = max(0.05, min(SLICE, self.deadline.left)) * 1000
            try:
                with playwright_errors():
                    if calm:
                        await self._calm(slice_ms)
                    return await attempt(slice_ms)
            except NotYet as not_yet:
                fault = not_yet.fault
            except StepTimedOut as timed_out:
                fault = timed_out
            except AssistantError as error:
                raise await self.explained(error, sought) from error.__cause__
            self.listen()
            if self._look_once and isinstance(fault, TargetNotFound):
                raise fault from fault.__cause__
            said = await self._listen_to_signs(said)
            if said is None and not self.deadline.left:
                raise await self.explained(fault, sought) from fault.__cause__
            await self._session.dialogs.pause(next(pauses))

    async def _calm(self, slice_ms: float) -> None:
        """Raise NotYet if the portal still says that it is working when the slice is over."""
        if not await self._session.loading.over(slice_ms / 1000):
            raise NotYet(StepTimedOut(words.STILL_LOADING.format(seconds=round(self.deadline.seconds))))
        if self._spots is not None and await seen(self._session.page, self._spots) is False:
            return
        busy = [self._finder.seek(targets) for targets in self._session.portal.busy]
        candidates = [candidate for sought in busy for candidate in sought.candidates]
        try:
            with playwright_errors():
                await asyncio.gather(
                    *(one.locator.first.wait_for(state="hidden", timeout=slice_ms) for one in candidates)
                )
        except StepTimedOut as error:
            shown = [sought.words for sought in busy if (await look(sought)).count]
            if shown:
                message = words.STILL_BUSY.format(busy=", ".join(shown), seconds=round(self.deadline.seconds))
                raise NotYet(StepTimedOut(message)) from error
            raise

    async def calm(self) -> None:
        """Wait until the portal is not working any more."""

        async def nothing_else(slice_ms: float) -> None:
            return

        await self.until(nothing_else)

    async def one(self, sought: Sought, *, reach: bool = False, enabled: bool = True) -> tuple[Candidate, Seen]:
        """The one thing that is sought, for an attempt: NotYet if it is not there, or cannot be used yet."""
        found = await look_at_one(sought, reach=reach)
        if found is None:
            raise NotYet(TargetNotFound(words.NOT_THERE.format(target=sought.words), cure=words.NOT_THERE_CURE))
        if enabled and not found[1].enabled:
            raise NotYet(StepTimedOut(words.DISABLED.format(target=sought.words)))
        candidate = found[0]
        if candidate is not sought.first:
            self.fallbacks.append(f"{sought.words}: {candidate.words}")
        return found

    def listen(self) -> None:
        """Raise what the portal said in a native dialog, and the way out of the portal that was barred."""
        self._session.guard.check()
        unexpected = self._session.dialogs.take_unexpected()
        if unexpected is None:
            return
        if said := self.signs.in_dialog(unexpected.text):
            raise error_of(said)
        error = UndeclaredDialog(words.UNDECLARED_DIALOG.format(said=unexpected.text), cure=words.DECLARE_DIALOG)
        error.circumstances.portal_says = unexpected.text
        raise error

    async def _listen_to_signs(self, before: Said | None) -> Said | None:
        """Raise what the portal shows, if it did `before` too: it may be what the step waits for."""
        with playwright_errors():
            said = await self.signs.shown()
        if said is not None and said == before:
            error = await self.explained(error_of(said), None)
            await self._dismiss(said, error)
            raise error
        return said

    async def _dismiss(self, said: Said, error: AssistantError) -> None:
        """Put a message of the portal away, so that the page can be used again."""
        if said.sign.dismiss is None:
            return
        sought = self._finder.seek(said.sign.dismiss)
        try:
            with playwright_errors():
                candidate = (await look(sought)).candidate
                await candidate.locator.click(timeout=_DISMISS * 1000)
        except AssistantError as failed:
            error.add_note(f"the message could not be put away: {failed}")

    async def dialogs_came(self) -> None:
        """Wait for the dialogs that the step declared. Raises ExpectationFailed if one does not come."""
        said: Said | None = None
        while awaited := self._session.dialogs.awaited:
            if not self.deadline.left:
                says = " / ".join(f"“{one}”" for one in awaited.says) or "any text"
                raise await self.explained(ExpectationFailed(words.NO_DIALOG.format(says=says)), None)
            await self._session.dialogs.pause(min(SLICE, self.deadline.left))
            self.listen()
            said = await self._listen_to_signs(said)
        self.listen()

    @property
    def rest_ms(self) -> float:
        """Milliseconds for something that is done once and must not be given up at once."""
        return max(_AT_LEAST, self.deadline.left) * 1000

    async def explained(self, error: AssistantError, sought: Sought | None) -> AssistantError:
        """The error with what the page shows, for whoever has to find out why."""
        at = error.circumstances
        page = self._session.page
        shown = await page_words(page, sought)
        at.url = at.url or shown.url or page.url
        at.shown = at.shown or str(shown)
        if sought is not None:
            at.looked_for = at.looked_for or sought.words
            at.frame = at.frame or sought.first.frame_words
            at.nearest = at.nearest or shown.nearest(sought.first.text)
        if not at.portal_says:
            at.portal_says = await self._message()
        return error

    async def _message(self) -> str:
        try:
            with playwright_errors():
                return await self.signs.message()
        except AssistantError as error:
            return f"({error})"

