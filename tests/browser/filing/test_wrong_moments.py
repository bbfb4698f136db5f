"""The portal does not let us in, or stops taking filings: said plainly, and nothing half-done that is not named."""

from __future__ import annotations

import pytest

from bot.errors import PortalClosed, PortalFault
from tests.browser.filing.conftest import File, Watcher
from tests.browser.filing.people import LEAVER, LEAVER_TOO, NEW, add, interrupt
from tests.portal.clerk import Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

THREE = [interrupt(*LEAVER), interrupt(*LEAVER_TOO), add(NEW)]


async def test_a_portal_in_trouble_at_the_door(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "http_500", "at": "login", "times": None}])
    filed = await file(*THREE, patience=4)
    assert isinstance(filed.stopped, PortalFault)
    assert filed.states == ["pending"] * 3


async def test_month_end_comes_between_two_people(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "month_end", "after": 2}])
    filed = await file(*THREE)
    assert isinstance(filed.stopped, PortalClosed)
    assert filed.states == ["drafted", "pending", "pending"]


async def test_month_end_comes_between_filling_and_saving(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "month_end", "after": 3}])
    filed = await file(*THREE)
    assert isinstance(filed.stopped, PortalClosed)
    assert filed.states == ["drafted", "pending", "pending"]


async def test_a_person_says_no(file: File) -> None:
    watcher = Watcher(yes=False)
    filed = await file(*THREE, watcher=watcher)
    assert filed.states == ["reviewed"] * 3
    assert [draft.case for draft in watcher.approved] == [record.case.id for record in filed.records]
    assert not [number for number in (LEAVER[0], NEW) for draft in watcher.approved if number in str(draft)]
    assert not filed.events("declared")
