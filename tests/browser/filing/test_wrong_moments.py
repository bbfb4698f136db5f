"""The portal does not let us in, or stops taking filings: said plainly, and nothing half-done that is not named."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page

from bot.errors import LoginRefused, PortalClosed, PortalFault, PortalUnreachable
from tests.browser.filing.conftest import File, Office, Portals, Watcher
from tests.browser.filing.people import LEAVER, LEAVER_TOO, NEW, add, interrupt
from tests.portal.clerk import Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

THREE = [interrupt(*LEAVER), interrupt(*LEAVER_TOO), add(NEW)]


async def test_a_wrong_password(file: File) -> None:
    filed = await file(*THREE, password="wrong")
    assert isinstance(filed.stopped, LoginRefused)
    assert filed.stopped.words == "Wrong user name or password."
    assert filed.states == ["pending"] * 3
    assert [event["kind"] for event in filed.after["events"]] == ["login_refused"]


@pytest.mark.parametrize(("code", "states"), [("2468", ["approved"]), ("1111", ["pending"])])
async def test_the_captcha_is_asked_of_the_person(
    office: Office, portals: Portals, code: str, states: list[str]
) -> None:
    mock = portals.fresh("--lang", "zh", "--captcha", "fixed")
    watcher = Watcher(code=code)
    filed = await office.file(mock, interrupt(*LEAVER), watcher=watcher)
    filed.check()
    assert filed.states == states
    assert isinstance(filed.stopped, LoginRefused if code == "1111" else type(None))
    [picture] = watcher.shown
    assert picture is not None and picture.startswith(b"\x89PNG")


async def test_a_portal_that_is_not_there(file: File) -> None:
    filed = await file(*THREE, url="http://127.0.0.1:9/")
    assert isinstance(filed.stopped, PortalUnreachable)
    assert "127.0.0.1:9" in str(filed.stopped)
    assert filed.states == ["pending"] * 3


async def test_a_portal_in_trouble_at_the_door(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "http_500", "at": "login", "times": None}])
    filed = await file(*THREE, patience=4)
    assert isinstance(filed.stopped, PortalFault)
    assert filed.states == ["pending"] * 3


@pytest.mark.parametrize(
    ("kind", "said"), [("month_end", "Month-end settlement"), ("employer_incomplete", "employer's data is incomplete")]
)
async def test_nothing_is_taken_now(mock: Clerk, file: File, kind: str, said: str) -> None:
    mock.control("faults", [{"kind": kind}])
    filed = await file(*THREE)
    assert isinstance(filed.stopped, PortalClosed)
    assert said in filed.stopped.words
    assert filed.states == ["pending"] * 3
    assert not filed.events("saved", "declared")


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


async def test_month_end_comes_before_anything_is_declared(mock: Clerk, file: File) -> None:
    async def settle_the_month(page: Page) -> None:
        mock.control("faults", [{"kind": "month_end"}])

    filed = await file(*THREE, watcher=Watcher(meanwhile=settle_the_month))
    assert isinstance(filed.stopped, PortalClosed)
    assert filed.states == ["reviewed"] * 3
    assert "was not declared" in filed.reasons
    assert not filed.events("declared")


@pytest.mark.parametrize(("options", "states"), [({"until": "drafts"}, "drafted"), ({"until": "review"}, "reviewed")])
async def test_stopping_early_on_purpose(file: File, options: dict[str, Any], states: str) -> None:
    filed = await file(*THREE, **options)
    assert filed.states == [states] * 3
    assert not filed.events("declared")


async def test_a_person_says_no(file: File) -> None:
    watcher = Watcher(yes=False)
    filed = await file(*THREE, watcher=watcher)
    assert filed.states == ["reviewed"] * 3
    assert [draft.case for draft in watcher.approved] == [record.case.id for record in filed.records]
    assert not [number for number in (LEAVER[0], NEW) for draft in watcher.approved if number in str(draft)]
    assert not filed.events("declared")
