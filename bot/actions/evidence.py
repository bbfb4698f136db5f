"""Pictures for the dossier."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from bot.actions.act import Act
from bot.browser.camera import Shot
from bot.browser.errors import playwright_errors
from bot.browser.locate import Candidate
from bot.errors import AssistantError
from bot.flow.actions import Evidence

_MARK = """element => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  element.dataset.outline = element.style.outline;
  element.style.outline = '3px solid #d00';
}"""
_UNMARK = "element => { element.style.outline = element.dataset.outline; delete element.dataset.outline; }"


async def keep_picture(act: Act, action: Evidence) -> None:
    """Take a picture of the whole page, with what the page says. It is kept while the next step gets ready.

    A picture that fails is recorded, and does not end the case.
    """
    await act.patience.calm()
    cases = cases_of(act.scope.evaluate(action.cases)) or act.memory.cases
    marked: Candidate | None = None
    if action.of is not None:
        sought = act.seek(action.of)
        marked, _ = await act.patience.until(lambda _: act.patience.one(sought, enabled=False), sought=sought)
    await act.memory.settled()
    try:
        with playwright_errors():
            shot = await _taken(act, cases, marked)
    except AssistantError as error:
        act.keep.failed(action.name, str(error), cases=cases)
        return
    facts = asyncio.ensure_future(act.session.camera.facts(shot))
    act.memory.keeping = asyncio.ensure_future(
        act.keep.picture(action.name, shot.png, lambda: facts, cases=cases)
    )
    await asyncio.wait([facts])  # the page must stay as it is until then


async def _taken(act: Act, cases: Sequence[str], marked: Candidate | None) -> Shot:
    sensitive = act.memory.sensitive(cases)
    if marked is None:
        return await act.session.camera.take(sensitive)
    await marked.locator.evaluate(_MARK)
    try:
        return await act.session.camera.take(sensitive)
    finally:
        await marked.locator.evaluate(_UNMARK)


def cases_of(value: Any) -> Sequence[str]:
    """The ids of a case, of several, or of none; a case may be told by its id or as a mapping that has one."""
    if value is None:
        return ()
    if isinstance(value, str | Mapping):
        value = [value]
    return [str(one["id"]) if isinstance(one, Mapping) else str(getattr(one, "id", one)) for one in value]
