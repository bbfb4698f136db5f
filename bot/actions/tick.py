"""Ticking and unticking boxes."""

from __future__ import annotations

from bot.actions import words
from bot.actions.act import Act
from bot.actions.patience import NotYet
from bot.browser.errors import NoSuchChange, playwright_errors
from bot.errors import ExpectationFailed, StepTimedOut
from bot.flow.targets import Targets


async def tick(act: Act, targets: Targets, *, ticked: bool) -> None:
    """Tick a box, or take its tick out. Fails if the box does not stay so."""
    sought = act.seek(targets)

    async def set_it(slice_ms: float) -> None:
        candidate, seen = await act.patience.one(sought)
        if seen.ticked is ticked:
            return
        try:
            with playwright_errors():
                await candidate.locator.set_checked(ticked, timeout=slice_ms)
        except NoSuchChange as error:
            raise ExpectationFailed(words.NOT_TICKED.format(target=sought.words)) from error
        candidate, seen = await act.patience.one(sought, enabled=False)
        if seen.ticked is not ticked:
            raise NotYet(StepTimedOut(words.NOT_TICKED.format(target=sought.words)))

    await act.patience.until(set_it, sought=sought)
    act.memory.cursor = None
