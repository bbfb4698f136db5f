"""The traps of the mock portal: the naive way falls into each, our hands do not. The mock's own record decides."""

from __future__ import annotations

import pytest
from playwright.async_api import Error

from bot.errors import PortalMismatch, UndeclaredDialog
from tests.browser.conftest import MockDesk

pytestmark = pytest.mark.asyncio(loop_scope="session")

_PERSON = "330299199001010017"
_NAME = "王示例"


async def _open_add(clerk: MockDesk) -> None:
    await clerk.call("open_operation", operation=clerk.library.portal.words["add"])


async def test_early_typing_under_the_mask(clerk: MockDesk) -> None:
    clerk.slow_down_lookups()
    await _open_add(clerk)
    await clerk.form.locator("#aac002").fill(_PERSON)
    await clerk.form.locator("#aac003").fill(_NAME)
    await clerk.do(wait_for="name")
    assert await clerk.form.locator("#aac003").input_value() == ""

    await _open_add(clerk)
    await clerk.do(fill={"id_number": _PERSON, "name": _NAME})
    assert await clerk.form.locator("#aac003").input_value() == _NAME


async def test_text_in_a_combo(clerk: MockDesk) -> None:
    await _open_add(clerk)
    box = clerk.form.locator("#aac009_combo")
    await box.fill("local")
    await box.blur()
    assert await box.input_value() == ""
    await clerk.do(choose={"household": "local urban", "migrant": True})
    assert await box.input_value() == "local urban"
    assert await clerk.form.locator("#sfwlwg_combo").input_value() == "Yes"


async def test_a_stale_tab(clerk: MockDesk) -> None:
    await _open_add(clerk)
    await clerk.do(fill={"id_number": _PERSON, "name": _NAME})
    await clerk.do(click="operations")
    await clerk.do(click={"link": "Add employee"})
    assert await clerk.form.locator("#aac003").input_value() == _NAME

    await _open_add(clerk)
    assert await clerk.form.locator("#aac003").input_value() == ""


async def _tick(clerk: MockDesk, rows: int) -> None:
    await clerk.do(click="my_documents")
    await clerk.do(click={"element": "list_tab", "has_text": "Drafts"})
    for row in range(rows):
        box = {"css": "input[type=checkbox]", "nth": row + 1}
        await clerk.do(tick={**box, "within": {"css": "tbody"}, "frame": "documents_frame"})


async def test_repeated_ids(clerk: MockDesk) -> None:
    await _tick(clerk, 1)
    with pytest.raises(Error, match="strict mode violation"):
        await clerk.documents.locator("#btnDeclare").click(timeout=2000)
    await clerk.do(click="declare", dialog={"says": "Declare the 1 ticked", "answer": "accept"})
    await clerk.do(wait_for="list_message")
    assert len(clerk.declared()) == 1


async def test_a_confirm_that_nobody_declared(clerk: MockDesk) -> None:
    await _tick(clerk, 1)
    with pytest.raises(UndeclaredDialog, match="Declare the 1 ticked"):
        await clerk.do(click="declare")
    assert clerk.declared() == []


async def test_a_full_page_of_ticks(clerk: MockDesk) -> None:
    await _tick(clerk, 15)
    with pytest.raises(PortalMismatch, match="ALL"):
        await clerk.do(click="declare", dialog={"says": "Declare the 15 ticked", "answer": "accept"})
    assert clerk.declared() == []
