"""The traps of the mock portal: the naive way falls into each, our hands do not. The mock's own record decides."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Error, FrameLocator
from pydantic import SecretStr

from bot.actions import Hands
from bot.browser import PortalBrowser
from bot.errors import PortalMismatch, UndeclaredDialog
from bot.flow.loader import load_library
from bot.flow.models import Library
from bot.flow.scope import Scope
from bot.run import Runner
from mock_portal.settings import Settings
from tests.browser.conftest import Desk, Kept
from tests.portal.clerk import CLOCK
from tests.portal.conftest import running

pytestmark = pytest.mark.asyncio(loop_scope="session")

_FLOWS = Path(__file__).parents[2] / "flows" / "social_insurance"
_PERSON = "330299199001010017"
_NAME = "王示例"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(_FLOWS)


@pytest.fixture
def portal_url() -> Iterator[str]:
    with running(Settings(language="en", clock=datetime.fromisoformat(CLOCK), control=True)) as url:
        yield url


@dataclass
class Clerk(Desk):
    """A desk at the mock portal, logged in."""

    library: Library
    url: str

    async def call(self, flow: str, **inputs: Any) -> dict[str, Any]:
        """Do a whole flow."""
        runner = Runner(self.library.flows, self.hands, None)
        return await runner.run(self.library.flows[flow], self.scope.inner(inputs))

    @property
    def form(self) -> FrameLocator:
        """The frame of the operation in front, as a script would find it."""
        return self.session.page.locator("#area_operations iframe").filter(visible=True).content_frame

    @property
    def documents(self) -> FrameLocator:
        """The frame of My documents."""
        return self.session.page.frame_locator("#documents")

    def slow_down_lookups(self) -> None:
        """Keep the mask up for half a second."""
        httpx.post(f"{self.url}_mock/faults", json=[{"kind": "slow_mask", "seconds": 0.5}]).raise_for_status()

    def declared(self) -> list[str]:
        """What the portal took as declared since it started."""
        events = httpx.get(f"{self.url}_mock/state").json()["events"]
        return [str(event) for event in events if event["kind"] == "declared"]


@pytest_asyncio.fixture(loop_scope="session")
async def clerk(started: PortalBrowser, library: Library, portal_url: str) -> AsyncIterator[Clerk]:
    session = await started.session(library.portal, portal_url)
    kept = Kept()
    account = {"name": "demo", "user": "170000001", "password": SecretStr("demo-170000001")}
    settings = {**library.portal.settings, "words": library.portal.words, "address": portal_url}
    names = {"portal": settings, "account": account, "today": date(2026, 11, 10)}
    scope = Scope(library.portal, await session.language(), names)
    desk = Clerk(session, Hands(session, kept), kept, scope, library, portal_url)
    desk.hands.logging_in = True
    await desk.call("login")
    desk.hands.logging_in = False
    yield desk
    await session.close()


async def _open_add(clerk: Clerk) -> None:
    await clerk.call("open_operation", operation=clerk.library.portal.words["add"])


async def test_early_typing_under_the_mask(clerk: Clerk) -> None:
    clerk.slow_down_lookups()
    await _open_add(clerk)
    await clerk.form.locator("#aac002").fill(_PERSON)
    await clerk.form.locator("#aac003").fill(_NAME)
    await clerk.do(wait_for="name")
    assert await clerk.form.locator("#aac003").input_value() == ""

    await _open_add(clerk)
    await clerk.do(fill={"id_number": _PERSON, "name": _NAME})
    assert await clerk.form.locator("#aac003").input_value() == _NAME


async def test_text_in_a_combo(clerk: Clerk) -> None:
    await _open_add(clerk)
    box = clerk.form.locator("#aac009_combo")
    await box.fill("local")
    await box.blur()
    assert await box.input_value() == ""
    await clerk.do(choose={"household": "local urban", "migrant": True})
    assert await box.input_value() == "local urban"
    assert await clerk.form.locator("#sfwlwg_combo").input_value() == "Yes"


async def test_a_stale_tab(clerk: Clerk) -> None:
    await _open_add(clerk)
    await clerk.do(fill={"id_number": _PERSON, "name": _NAME})
    await clerk.do(click="operations")
    await clerk.do(click={"link": "Add employee"})
    assert await clerk.form.locator("#aac003").input_value() == _NAME

    await _open_add(clerk)
    assert await clerk.form.locator("#aac003").input_value() == ""


async def _tick(clerk: Clerk, rows: int) -> None:
    await clerk.do(click="my_documents")
    await clerk.do(click={"element": "list_tab", "has_text": "Drafts"})
    for row in range(rows):
        box = {"css": "input[type=checkbox]", "nth": row + 1}
        await clerk.do(tick={**box, "within": {"css": "tbody"}, "frame": "documents_frame"})


async def test_repeated_ids(clerk: Clerk) -> None:
    await _tick(clerk, 1)
    with pytest.raises(Error, match="strict mode violation"):
        await clerk.documents.locator("#btnDeclare").click(timeout=2000)
    await clerk.do(click="declare", dialog={"says": "Declare the 1 ticked", "answer": "accept"})
    await clerk.do(wait_for="list_message")
    assert len(clerk.declared()) == 1


async def test_a_confirm_that_nobody_declared(clerk: Clerk) -> None:
    await _tick(clerk, 1)
    with pytest.raises(UndeclaredDialog, match="Declare the 1 ticked"):
        await clerk.do(click="declare")
    assert clerk.declared() == []


async def test_a_full_page_of_ticks(clerk: Clerk) -> None:
    await _tick(clerk, 15)
    with pytest.raises(PortalMismatch, match="ALL"):
        await clerk.do(click="declare", dialog={"says": "Declare the 15 ticked", "answer": "accept"})
    assert clerk.declared() == []
