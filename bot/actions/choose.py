"""Choosing in lists: `<select>`, radio buttons, and the portal's own lists."""

from __future__ import annotations

import re
from dataclasses import replace

from playwright.async_api import Locator

from bot.actions import words
from bot.actions.act import Act
from bot.actions.fill import typed
from bot.actions.patience import NotYet
from bot.actions.point import click_at_once
from bot.browser.dialogs import folded
from bot.browser.locate import Candidate, Finder, Sought
from bot.browser.look import Look, Seen, ambiguous, look
from bot.browser.nearest import most_like
from bot.errors import AssistantError, ExpectationFailed, FlowError, StepTimedOut, TargetNotFound
from bot.flow.actions import Choose
from bot.flow.models import Lists
from bot.flow.targets import Targets

_CONTROLS = "select, input:not([type=hidden]), textarea, [role=combobox]"
_SHOWN = "box => { box.blur(); return box.value ?? box.innerText; }"
_OPTIONS = "select => [...select.options].filter((one) => !one.disabled).map((one) => one.label)"


async def choose(act: Act, action: Choose) -> None:
    """Choose each value in its list."""
    for name, template in action.values.items():
        wanted = folded(typed(act.scope, template).text)
        await _choose_one(act, act.seek(act.element(name)), wanted)
    act.memory.cursor = None


async def _choose_one(act: Act, sought: Sought, wanted: str) -> None:
    found = await act.patience.until(lambda _: _controls(sought), sought=sought)
    first = found.seen[0]
    if first.type == "radio" or first.role == "radio":
        await _choose_radio(act, found, sought, wanted)
    elif found.count > 1:
        raise await act.patience.explained(ambiguous(sought, found.seen), sought)
    elif first.tag == "select":
        await _choose_option(act, found.candidate.locator, sought, wanted)
    elif first.text != wanted:
        await _choose_in_list(act, found.candidate, sought, wanted)


async def _controls(sought: Sought) -> Look:
    """The list to choose in, once it can be used; several radio buttons are one list.

    Where the target is no control itself, such as a cell or a group, it is the control inside it.
    """
    found = await look(sought)
    if found.count == 1 and not _is_control(found.seen[0]):
        inner = found.candidate.locator.locator(_CONTROLS).filter(visible=True)
        inside = await look(_narrowed(sought, found.candidate, inner))
        found = inside if inside.count else found
    if not found.count:
        raise NotYet(TargetNotFound(words.NOT_THERE.format(target=sought.words), cure=words.NOT_THERE_CURE))
    if not found.seen[0].enabled:
        raise NotYet(StepTimedOut(words.DISABLED.format(target=sought.words)))
    return found


def _is_control(seen: Seen) -> bool:
    return seen.tag in ("select", "input", "textarea") or seen.role in ("combobox", "listbox", "radio")


def _narrowed(sought: Sought, candidate: Candidate, locator: Locator) -> Sought:
    inner = Candidate(locator, candidate.words, candidate.text, candidate.frame, candidate.frame_words)
    return Sought((inner,), sought.words)


async def _choose_radio(act: Act, found: Look, sought: Sought, wanted: str) -> None:
    labels = [folded(one.label) for one in found.seen]
    if labels.count(wanted) != 1:
        raise await _not_offered(act, sought, wanted, labels)
    radio = found.candidate.locator.nth(labels.index(wanted))

    async def set_it(slice_ms: float) -> None:
        await radio.set_checked(True, timeout=slice_ms)

    await act.patience.until(set_it, sought=sought)


async def _choose_option(act: Act, select: Locator, sought: Sought, wanted: str) -> None:
    """Choose in a <select>. Its options may come late, so the wanted one is waited for."""

    async def set_it(slice_ms: float) -> None:
        offered = await select.evaluate(_OPTIONS, timeout=slice_ms)
        label = next((one for one in offered if folded(one) == wanted), None)
        if label is None:
            raise NotYet(_no_such_choice(sought, wanted, [folded(one) for one in offered]))
        await select.select_option(label=label, timeout=slice_ms)

    await act.patience.until(set_it, sought=sought)


async def _choose_in_list(act: Act, box: Candidate, sought: Sought, wanted: str) -> None:
    """Choose in one of the portal's own lists, and see that the box shows it."""
    lists = act.session.portal.lists
    if lists is None:
        raise FlowError(words.NO_LISTS.format(target=sought.words))
    this = Sought((box,), sought.words)
    if lists.take == "text" and await _type_choice(act, this, wanted):
        return
    await _click_choice(act, lists, this, sought, wanted)


async def _type_choice(act: Act, box: Sought, wanted: str) -> bool:
    """Type the choice and leave the box; whether the box kept it."""
    locator = box.first.locator
    await act.patience.until(lambda slice_ms: locator.fill(wanted, timeout=slice_ms), sought=box, calm=False)
    held = await act.patience.until(lambda slice_ms: locator.evaluate(_SHOWN, timeout=slice_ms), sought=box, calm=False)
    return folded(held) == wanted


async def _click_choice(act: Act, lists: Lists, this: Sought, sought: Sought, wanted: str) -> None:
    """Open the list and click on the entry."""
    box = this.first
    if lists.open == "type":
        await act.patience.until(lambda slice_ms: box.locator.fill(wanted, timeout=slice_ms), sought=this, calm=False)
    else:
        await click_at_once(act, this)
    await _click_entry(act, _entries(act, lists, box), sought, wanted)
    await act.patience.until(
        lambda slice_ms: _see_taken(box.locator, sought, wanted, slice_ms), sought=this, calm=False
    )


def _entries(act: Act, lists: Lists, box: Candidate) -> Sought:
    """All entries of open lists: in the frame that the profile names, or in that of the box."""
    entries = Finder(act.session.page, act.scope).seek(Targets(candidates=(lists.option,)))
    if lists.option.frame is not None or box.frame is None:
        return entries
    inside = box.frame.content_frame.locator(entries.first.locator)
    first = replace(entries.first, locator=inside, frame=box.frame, frame_words=box.frame_words)
    return Sought((first,), entries.words)


async def _click_entry(act: Act, entries: Sought, sought: Sought, wanted: str) -> None:
    exactly = re.compile(rf"^\s*{re.escape(wanted)}\s*$".replace(r"\ ", r"\s+"))
    entry = _narrowed(sought, entries.first, entries.first.locator.filter(has_text=exactly))

    async def not_offered() -> ExpectationFailed:
        return _no_such_choice(sought, wanted, [one.text for one in (await look(entries)).seen])

    await click_at_once(act, entry, missing=not_offered)


async def _see_taken(box: Locator, sought: Sought, wanted: str, slice_ms: float) -> None:
    held = await box.evaluate(_SHOWN, timeout=slice_ms)
    if folded(held) != wanted:
        message = words.CHOICE_NOT_TAKEN.format(target=sought.words, held=f"“{held}”", choice=wanted)
        raise NotYet(ExpectationFailed(message))


def _no_such_choice(sought: Sought, wanted: str, offered: list[str]) -> ExpectationFailed:
    error = ExpectationFailed(words.NO_SUCH_CHOICE.format(target=sought.words, choice=wanted))
    error.circumstances.shown = ", ".join(f"“{one}”" for one in offered[:12])
    error.circumstances.nearest = most_like(wanted, offered)
    return error


async def _not_offered(act: Act, sought: Sought, wanted: str, offered: list[str]) -> AssistantError:
    return await act.patience.explained(_no_such_choice(sought, wanted, offered), sought)
