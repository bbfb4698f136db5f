"""Technical trouble until a draft is saved: repeated if the portal shows that nothing was done, adopted if it was."""

from __future__ import annotations

import pytest

from tests.browser.filing.books import Filed
from tests.browser.filing.conftest import File
from tests.browser.filing.people import GAP_1, LEAVER, LEAVER_TOO, NEW, add, interrupt, renew
from tests.portal.clerk import Clerk

LISTS_STANDING = 7
"""How often the portal is asked for lists before anything is done."""

pytestmark = pytest.mark.asyncio(loop_scope="session")


def saved(filed: Filed) -> list[str]:
    """Who was saved, in order."""
    return [event["id_number"] for event in filed.events("saved")]


@pytest.mark.parametrize("kind", ["commit_then_drop", "drop_before_commit"])
async def test_a_save_that_is_not_answered_in_time(mock: Clerk, file: File, kind: str) -> None:
    mock.control("faults", [{"kind": kind, "at": "save", "seconds": 4}])
    filed = await file(interrupt(*LEAVER), patience=2.5, until="drafts")
    assert filed.states == ["drafted"], filed.reasons
    assert saved(filed) == [LEAVER[0]]


async def test_what_was_not_saved_is_done_again(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "drop_before_commit", "at": "save"}])
    filed = await file(renew(*GAP_1, arrears="yes"), add(NEW), until="drafts")
    assert filed.states == ["drafted"] * 2, filed.reasons
    assert saved(filed) == [GAP_1[0], NEW]


@pytest.mark.parametrize(
    ("place", "kind"),
    [("open", "http_500"), ("open", "session_expiry"), ("lookup", "drop_before_commit")],
)
async def test_trouble_before_the_form_is_filled(mock: Clerk, file: File, kind: str, place: str) -> None:
    mock.control("faults", [{"kind": kind, "at": place}])
    filed = await file(interrupt(*LEAVER), patience=4, until="drafts")
    assert filed.states == ["drafted"], filed.reasons
    assert saved(filed) == [LEAVER[0]]


async def test_a_portal_that_never_saves_is_given_up(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "http_500", "at": "save", "times": None}])
    filed = await file(interrupt(*LEAVER), interrupt(*LEAVER_TOO))
    assert filed.states == ["failed"] * 2
    assert not filed.events("saved")
    assert all("busy" in record.reason for record in filed.records)


async def test_an_answer_to_a_save_that_comes_too_late(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "latency", "at": "save", "seconds": 4, "times": 1}])
    filed = await file(interrupt(*LEAVER), patience=2.5)
    assert filed.states == ["approved"], filed.reasons
    assert saved(filed) == [LEAVER[0]]


async def test_a_look_up_that_fails_once_is_asked_again(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "commit_then_drop", "at": "save"}, {"kind": "http_500", "at": "list", "after": 1}])
    filed = await file(interrupt(*LEAVER), until="drafts")
    assert filed.states == ["drafted"], filed.reasons
    assert saved(filed) == [LEAVER[0]]


async def test_a_save_that_nobody_can_look_up_stays_open_and_stops_nobody_else(mock: Clerk, file: File) -> None:
    lists = {"kind": "http_500", "at": "list", "times": None, "after": LISTS_STANDING}
    mock.control("faults", [{"kind": "commit_then_drop", "at": "save"}, lists])
    filed = await file(interrupt(*LEAVER), interrupt(*LEAVER_TOO), until="drafts")
    assert filed.states == ["drafting", "drafted"], filed.reasons
    assert saved(filed) == [LEAVER[0], LEAVER_TOO[0]]


async def test_a_draft_that_the_lists_do_not_show_yet_is_not_taken_for_refused(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "commit_then_drop", "at": "save"}, {"kind": "lists_lag", "seconds": 60}])
    filed = await file(interrupt(*LEAVER), until="drafts")
    assert filed.states == ["needs_attention"]
    assert "already exists" in filed.reasons
    assert saved(filed) == [LEAVER[0]]


async def test_a_session_lost_again_and_again(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "session_expiry", "at": "lookup", "times": None}])
    filed = await file(interrupt(*LEAVER), patience=3)
    assert filed.states == ["failed"]
    assert not filed.events("saved")
