"""Waiting for something, and expecting it to be so."""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions import words
from bot.actions.act import Act
from bot.actions.patience import NotYet
from bot.browser.dialogs import folded
from bot.browser.errors import playwright_errors
from bot.browser.locate import Sought
from bot.browser.look import Look, Seen, ambiguous, look
from bot.errors import ExpectationFailed, StepTimedOut, TargetNotFound
from bot.flow.actions import Expect, WaitFor


async def wait_for(act: Act, action: WaitFor) -> None:
    """Wait until something is to be seen, is not, or can be used."""
    sought = act.seek(action.element)

    async def attempt(_: float) -> None:
        if action.state != "hidden":
            await act.patience.one(sought, enabled=action.state == "enabled")
        elif (await look(sought)).count:
            raise NotYet(StepTimedOut(words.STILL_VISIBLE.format(target=sought.words)))

    await act.patience.until(attempt, sought=sought)


async def expect(act: Act, action: Expect) -> None:
    """Look until all that the action says is true. Raises ExpectationFailed with what was seen instead."""
    sought = act.seek(action.element) if action.element is not None else None

    async def attempt(_: float) -> None:
        mismatches = [*await _of_page(act, action)]
        if sought is not None:
            mismatches += _of_element(act, action, sought, await look(sought))
        for expected, shown in mismatches:
            raise NotYet(ExpectationFailed(words.NOT_AS_EXPECTED.format(expected=expected, shown=shown)))

    await act.patience.until(attempt, sought=sought)


async def _of_page(act: Act, action: Expect) -> Iterator[tuple[str, str]]:
    """What the page does not show as expected: pairs of what was expected and what is there."""
    mismatches = []
    if action.url is not None:
        wanted, url = str(act.scope.evaluate(action.url)), act.session.page.url
        if wanted not in url:
            mismatches.append((f"an address with “{wanted}”", f"the address is {url}"))
    if action.title is not None:
        wanted = folded(act.scope.words(action.title))
        with playwright_errors():
            title = folded(await act.session.page.title())
        if title != wanted:
            mismatches.append((f"the title “{wanted}”", f"the title is “{title}”"))
    return iter(mismatches)


def _of_element(act: Act, action: Expect, sought: Sought, found: Look) -> Iterator[tuple[str, str]]:
    """What an element does not show as expected."""
    if action.count is not None:
        wanted = int(act.scope.evaluate(action.count))
        if found.count != wanted:
            yield f"{wanted} of {sought.words}", f"there are {found.count}"
        return
    if action.state == "hidden":
        if found.count:
            yield f"no {sought.words}", f"it shows {found.seen[0]}"
        return
    if not found.count:
        raise NotYet(TargetNotFound(words.NOT_THERE.format(target=sought.words), cure=words.NOT_THERE_CURE))
    if found.count > 1:
        raise ambiguous(sought, found.seen)
    seen = found.seen[0]
    yield from _of_state(action, sought, seen)
    for expected, is_so in (
        (action.text, lambda wanted: seen.text == wanted),
        (action.value, lambda wanted: seen.text == wanted),
        (action.contains, lambda wanted: wanted in seen.text),
    ):
        if expected is not None:
            wanted_text = folded(act.scope.words(expected))
            if not is_so(wanted_text):
                yield f"{sought.words} to say “{wanted_text}”", f"it says “{seen.text}”"


def _of_state(action: Expect, sought: Sought, seen: Seen) -> Iterator[tuple[str, str]]:
    holds = {
        "enabled": seen.enabled,
        "disabled": not seen.enabled,
        "ticked": seen.ticked is True,
        "unticked": seen.ticked is False,
    }
    if action.state in holds and not holds[action.state]:
        yield f"{sought.words} to be {action.state}", "it is not"
