"""Typing into fields.

A field is left as soon as it is filled, as a person would leave it with Tab: only then does the page take notice
(`change`), and what it then does (a look-up behind a mask) is over before the next field is touched. `press` without
`in` goes back to the field that was filled last.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import Locator
from pydantic import SecretStr

from bot.actions import words
from bot.actions.act import Act
from bot.actions.patience import NotYet
from bot.browser.errors import playwright_errors
from bot.browser.locate import Candidate, Sought
from bot.browser.look import look_at_one
from bot.errors import ExpectationFailed, PortalMismatch, StepTimedOut, TargetNotFound
from bot.flow.actions import Fill, Template
from bot.flow.scope import Scope

_LEAVE = """(element, typed) => {
  const held = element.value ?? element.innerText;
  element.blur();
  return held === typed ? null : element.type === 'password' ? '' : held;
}"""
"""Leave the field; what it held if that is not what was typed."""


@dataclass(frozen=True)
class Typed:
    """What is to be typed. A secret never shows up in a message."""

    text: str
    secret: bool


async def fill(act: Act, action: Fill) -> None:
    """Type each value into its field."""
    for name, template in action.values.items():
        sought = act.seek(act.element(name))
        await _fill_one(act, sought, typed(act.scope, template))


def typed(scope: Scope, template: Template) -> Typed:
    """A value as it is typed."""
    value = scope.evaluate(template)
    if isinstance(value, SecretStr):
        return Typed(value.get_secret_value(), secret=True)
    return Typed(scope.spell(value), secret=False)


async def _fill_one(act: Act, sought: Sought, value: Typed) -> None:
    candidate = await act.patience.until(lambda slice_ms: _type(act, sought, value, slice_ms), sought=sought)
    held = await act.patience.until(lambda slice_ms: _leave(candidate.locator, value, slice_ms), calm=False)
    act.memory.cursor = candidate.locator
    if held is None:
        return
    text = words.HOLDS_OTHER_SECRET if value.secret else words.HOLDS_OTHER.format(target=sought.words, held=f"“{held}”")
    raise await act.patience.explained(ExpectationFailed(text.format(target=sought.words)), sought)


async def _type(act: Act, sought: Sought, value: Typed, slice_ms: float) -> Candidate:
    candidate = sought.first
    if len(sought.candidates) > 1 or value.secret or act.step.optional:
        candidate, _ = await act.patience.one(sought)
    if value.secret and not await _on_portal(act, candidate.locator, slice_ms):
        raise PortalMismatch(words.SECRET_ELSEWHERE.format(target=sought.words))
    if value.secret:
        act.session.typed_secrets.add(value.text)
    try:
        with playwright_errors():
            await candidate.locator.fill(value.text, timeout=slice_ms)
    except StepTimedOut as error:
        raise await _why_not(sought, error) from error
    return candidate


async def _leave(locator: Locator, value: Typed, slice_ms: float) -> str | None:
    held: str | None = await locator.evaluate(_LEAVE, value.text, timeout=slice_ms)
    return held


async def _on_portal(act: Act, locator: Locator, slice_ms: float) -> bool:
    handle = await locator.element_handle(timeout=slice_ms)
    frame = await handle.owner_frame()
    return frame is not None and act.session.guard.owns(frame.url)


async def _why_not(sought: Sought, error: StepTimedOut) -> NotYet:
    """Why a field could not be filled within a slice."""
    found = await look_at_one(sought)
    if found is None:
        return NotYet(TargetNotFound(words.NOT_THERE.format(target=sought.words), cure=words.NOT_THERE_CURE))
    if not found[1].enabled:
        return NotYet(StepTimedOut(words.DISABLED.format(target=sought.words)))
    if found[1].read_only:
        return NotYet(StepTimedOut(words.READ_ONLY.format(target=sought.words)))
    return NotYet(error)
