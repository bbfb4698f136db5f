"""Actions of the pointer and of single keys. Each is done once, when the portal is ready for it, and never repeated."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Locator

from bot.actions import words
from bot.actions.act import Act
from bot.actions.patience import NotYet
from bot.browser.errors import playwright_errors
from bot.browser.locate import Candidate, Sought
from bot.errors import Fault, StepTimedOut, TargetNotFound
from bot.flow.actions import Press
from bot.flow.targets import Targets


async def click(act: Act, targets: Targets) -> None:
    """Click on a target."""
    await click_on(act, act.seek(targets))


async def double_click(act: Act, targets: Targets) -> None:
    """Click on a target twice, quickly."""
    await _once(act, act.seek(targets), lambda locator: locator.dblclick(timeout=act.patience.rest_ms))


async def hover(act: Act, targets: Targets) -> None:
    """Put the pointer over a target."""
    await _once(act, act.seek(targets), lambda locator: locator.hover(timeout=act.patience.rest_ms))


async def press(act: Act, action: Press) -> None:
    """Press a key in a field, or where the cursor is."""
    key = str(act.scope.evaluate(action.key))
    cursor = act.memory.cursor
    if action.in_ is not None:
        sought = act.seek(action.in_)
        found = await act.patience.until(lambda _: act.patience.one(sought), sought=sought)
        cursor = found[0].locator
    else:
        await act.patience.calm()
    with playwright_errors():
        if cursor is not None:
            await cursor.press(key, timeout=act.patience.rest_ms)
        else:
            await act.session.page.keyboard.press(key)
    act.memory.cursor = None


async def click_on(act: Act, sought: Sought) -> None:
    """Click on what is sought."""
    await _once(act, sought, lambda locator: locator.click(timeout=act.patience.rest_ms))


async def click_at_once(act: Act, sought: Sought, *, missing: Callable[[], Awaitable[Fault]] | None = None) -> None:
    """Click on what is sought, where the portal is known not to be busy; `missing` is the fault if it is not there."""
    await _once(
        act, sought, lambda locator: locator.click(timeout=act.patience.rest_ms), calm=False, missing=missing
    )


async def _once(
    act: Act,
    sought: Sought,
    do: Callable[[Locator], Awaitable[None]],
    *,
    calm: bool = True,
    missing: Callable[[], Awaitable[Fault]] | None = None,
) -> None:
    """Wait until something can be clicked, then do it, once.

    A look is enough to know in most cases. Where something seems to lie over the target, Playwright's own
    rehearsal decides, for a slice at a time.
    """

    async def ready(slice_ms: float) -> Candidate:
        try:
            candidate, seen = await act.patience.one(sought, reach=True)
        except NotYet as not_yet:
            if missing is not None and isinstance(not_yet.fault, TargetNotFound):
                raise NotYet(await missing()) from not_yet
            raise
        if not seen.in_reach:
            try:
                with playwright_errors():
                    await candidate.locator.click(trial=True, timeout=slice_ms)
            except StepTimedOut as error:
                raise NotYet(StepTimedOut(words.COVERED.format(target=sought.words))) from error
        return candidate

    candidate = await act.patience.until(ready, sought=sought, calm=calm)
    await act.memory.settled()  # what was to be seen before a click is safe before it
    act.memory.cursor = None
    try:
        with playwright_errors():
            await do(candidate.locator)
    except StepTimedOut as error:
        unproven = StepTimedOut(words.CLICK_UNPROVEN.format(target=sought.words))
        raise await act.patience.explained(unproven, sought) from error
