"""Pictures for the dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playwright.async_api import Page

from bot.actions.act import Act
from bot.browser.errors import playwright_errors
from bot.browser.locate import Candidate
from bot.errors import AssistantError
from bot.flow.actions import Evidence

_MARK = "element => { element.dataset.outline = element.style.outline; element.style.outline = '3px solid #d00'; }"
_UNMARK = "element => { element.style.outline = element.dataset.outline; delete element.dataset.outline; }"


async def keep_picture(act: Act, action: Evidence) -> None:
    """Take a picture of the whole page and keep it. A picture that fails is recorded, and does not end the case."""
    await act.patience.calm()
    cases = cases_of(act.scope.evaluate(action.cases)) or act.memory.cases
    marked: Candidate | None = None
    if action.of is not None:
        sought = act.seek(action.of)
        marked, _ = await act.patience.until(lambda _: act.patience.one(sought, enabled=False), sought=sought)
    try:
        with playwright_errors():
            data = await _marked_picture(act.session.page, marked)
    except AssistantError as error:
        act.keep.failed(action.name, str(error), cases=cases)
    else:
        act.keep.keep(action.name, data, cases=cases, kind="picture")


async def _marked_picture(page: Page, marked: Candidate | None) -> bytes:
    if marked is None:
        return await whole_page(page)
    await marked.locator.evaluate(_MARK)
    try:
        return await whole_page(page)
    finally:
        await marked.locator.evaluate(_UNMARK)


async def whole_page(page: Page) -> bytes:
    """A picture of the whole page, one pixel for each CSS pixel. As PNG: WebP takes the browser twice as long."""
    return await page.screenshot(full_page=True, type="png", scale="css", caret="initial")


def cases_of(value: Any) -> Sequence[str]:
    """The ids of a case, of several, or of none; a case may be told by its id or as a mapping that has one."""
    if value is None:
        return ()
    if isinstance(value, str | Mapping):
        value = [value]
    return [str(one["id"]) if isinstance(one, Mapping) else str(getattr(one, "id", one)) for one in value]
