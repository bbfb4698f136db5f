"""Technical trouble once something may have been filed: a declaration is looked up, and never repeated."""

from __future__ import annotations

import pytest
from playwright.async_api import Page

from bot.errors import Fault
from tests.browser.filing.conftest import File, Watcher
from tests.browser.filing.people import LEAVER, LEAVER_THREE, LEAVER_TOO, NEW, NEW_TOO, add, interrupt
from tests.portal.clerk import COVERAGE, Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

THREE = [interrupt(*LEAVER), interrupt(*LEAVER_TOO), interrupt(*LEAVER_THREE)]
TWO = THREE[1:]
LISTS_TO_TICK = 3
"""How often the portal is asked for lists until everything is ticked: on opening them, for the drafts, for page one."""


async def test_what_was_provably_not_declared_is_declared_once(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "http_500", "at": "declare"}])
    filed = await file(*THREE)
    assert filed.states == ["approved"] * 3, filed.reasons
    assert [record.attempt for record in filed.records] == [2] * 3
    assert len(filed.events("declared")) == 3


async def test_an_answer_to_a_declaration_that_comes_too_late(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "latency", "at": "declare", "seconds": 4, "times": 1}])
    filed = await file(interrupt(*LEAVER), patience=2.5)
    assert filed.states == ["approved"], filed.reasons
    assert len(filed.events("declared")) == 1


async def test_a_declaration_that_is_taken_and_never_answered_in_time(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "commit_then_drop", "at": "declare", "seconds": 4}])
    filed = await file(interrupt(*LEAVER), patience=2.5)
    assert filed.states == ["approved"], filed.reasons
    assert filed.records[0].attempt == 1
    assert len(filed.events("declared")) == 1


async def test_a_declaration_that_nobody_can_look_up(mock: Clerk, file: File) -> None:
    async def break_lists(page: Page) -> None:
        mock.control(
            "faults",
            [
                {"kind": "commit_then_drop", "at": "declare"},
                {"kind": "http_500", "at": "list", "times": None, "after": 3},
            ],
        )

    filed = await file(interrupt(*LEAVER), watcher=Watcher(meanwhile=break_lists), patience=4)
    assert filed.states == ["declaring"]
    assert isinstance(filed.stopped, Fault)
    assert len(filed.events("declared")) == 1


@pytest.mark.parametrize(("kind", "after"), [("session_expiry", 0), ("drop_before_commit", 2)])
async def test_trouble_before_declaring_is_no_trouble(mock: Clerk, file: File, kind: str, after: int) -> None:
    async def make_trouble(page: Page) -> None:
        mock.control("faults", [{"kind": kind, "at": "list", "after": after}])

    filed = await file(*TWO, watcher=Watcher(meanwhile=make_trouble))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert len(filed.events("login")) == 2


async def test_a_declaration_after_which_the_lists_do_not_come_back(mock: Clerk, file: File) -> None:
    async def make_trouble(page: Page) -> None:
        mock.control("faults", [{"kind": "session_expiry", "at": "list", "after": LISTS_TO_TICK}])

    filed = await file(*TWO, watcher=Watcher(meanwhile=make_trouble))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert [event["kind"] for event in filed.events("login", "declared")] == ["login", *["declared"] * 2, "login"]


async def test_someone_logs_in_elsewhere_with_our_account(mock: Clerk, file: File) -> None:
    async def take_over(page: Page) -> None:
        assert mock.log_in(end_other="1")["kind"] == "ok"

    filed = await file(*TWO, watcher=Watcher(meanwhile=take_over))
    assert filed.states == ["approved"] * 2, filed.reasons


async def test_review_takes_its_time(mock: Clerk, file: File) -> None:
    mock.control("review", {"mode": "manual"})
    filed = await file(*THREE)
    assert filed.states == ["under_review"] * 3, filed.reasons
    assert {one["status"] for one in filed.filings()} == {"under_review"}


async def test_lists_that_lag(mock: Clerk, file: File) -> None:
    async def lag(page: Page) -> None:
        mock.control("faults", [{"kind": "lists_lag", "seconds": 60}])

    filed = await file(*TWO, watcher=Watcher(meanwhile=lag), patience=4)
    assert filed.states == ["needs_attention"] * 2
    assert filed.events("declared") == []


async def save_by_another(mock: Clerk, page: Page, id_number: str, **entries: str) -> None:
    """A colleague saves a form in our session."""
    form = {"aac002": id_number, "aac003": "别人的", "aac009": COVERAGE["household"], "aac040": "6000"}
    form |= {"sfwlwg": "no", "cjwlbx": "no", "wage_limit": "", **entries}
    answer = await page.request.post(f"{mock.url}operation/add/save", form=form)
    assert (await answer.json())["kind"] == "saved"


async def test_a_draft_that_someone_adds_meanwhile_is_not_declared(mock: Clerk, file: File) -> None:
    async def add_another(page: Page) -> None:
        await save_by_another(mock, page, NEW_TOO)

    filed = await file(*TWO, watcher=Watcher(meanwhile=add_another))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert [one["id_number"] for one in filed.drafts()] == [NEW_TOO]


async def test_a_draft_that_someone_changes_meanwhile_is_not_declared(mock: Clerk, file: File) -> None:
    async def change_one(page: Page) -> None:
        await save_by_another(mock, page, NEW, no=mock.draft(NEW)["no"], aac003="王示例", aac040="9999")

    filed = await file(add(NEW), interrupt(*LEAVER), watcher=Watcher(meanwhile=change_one))
    assert filed.states == ["needs_attention", "approved"], filed.reasons
    assert "6000" in filed.records[0].reason
    assert [one["id_number"] for one in filed.drafts()] == [NEW]


async def test_a_draft_that_someone_deletes_meanwhile_is_missed(mock: Clerk, file: File) -> None:
    async def delete_one(page: Page) -> None:
        answer = await page.request.post(f"{mock.url}documents/delete", form={"no": mock.draft(LEAVER_TOO[0])["no"]})
        assert (await answer.json())["count"] == 1

    filed = await file(*TWO, watcher=Watcher(meanwhile=delete_one), deleted=[LEAVER_TOO[0]])
    assert filed.states == ["needs_attention", "approved"], filed.reasons
    assert "not found when declaring" in filed.records[0].reason
