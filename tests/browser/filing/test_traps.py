"""The real portal's traps, met on the way from a roster to the portal's books."""

from __future__ import annotations

from collections import Counter

import pytest

from mock_portal.seed import read_state
from tests.browser.filing.books import Filed
from tests.browser.filing.conftest import File, Office
from tests.browser.filing.people import LEAVER, LEAVER_TOO, NEW, NEW_TOO, add, interrupt, resident
from tests.portal.clerk import Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIXTEEN = [add(resident(sequence), wage=5000 + sequence) for sequence in range(101, 117)]


async def test_typing_waits_for_the_mask(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "slow_mask", "seconds": 2}])
    filed = await file(add(NEW, "李示例", household=51, wage=6100))
    assert filed.states == ["approved"], filed.reasons
    [filing] = filed.filings(NEW)
    entries = filing["entries"]
    assert (entries["name"], entries["household"], entries["wage"]) == ("李示例", "household_51", "6100")


async def test_the_second_person_does_not_get_the_first_one_s_data(file: File) -> None:
    home = "安徽省 阜阳市 临泉县"
    first = add(NEW, "李示例", household=22, wage=6100, home=home)
    filed = await file(
        first, add(NEW_TOO, "赵示例", household=11, wage=8200), interrupt(*LEAVER), interrupt(*LEAVER_TOO)
    )
    assert filed.states == ["approved"] * 4, filed.reasons
    assert {name: value for name, value in filed.filings(NEW_TOO)[0]["entries"].items() if value} == {
        "id_number": NEW_TOO,
        "name": "赵示例",
        "household": "household_11",
        "wage": "8200",
        "migrant": "no",
        "migrant_insurance": "no",
    }
    assert [filed.filings(person)[0]["entries"]["name"] for person, _ in (LEAVER, LEAVER_TOO)] == [
        LEAVER[1],
        LEAVER_TOO[1],
    ]


def sets_of(filed: Filed) -> list[int]:
    """How many cases each declaration was about."""
    return list(Counter(one.path for one in filed.pictures.records if one.name == "declared").values())


async def test_a_page_full_of_our_drafts_is_declared_in_two_sets(mock: Clerk, file: File) -> None:
    """The first page of 36 drafts holds ours alone: one tick more, and the other 20 would be declared too."""
    filed = await file(*SIXTEEN, drafted=True)
    assert filed.states == ["approved"] * 16, filed.reasons
    assert sum(sets_of(filed)) == 16
    assert max(sets_of(filed)) < 15
    assert len(filed.events("declared")) == 16


async def test_nothing_but_our_drafts(mock: Clerk, file: File) -> None:
    mock.control("reset", {**read_state(None), "drafts": []})
    filed = await file(*SIXTEEN, drafted=True)
    assert filed.states == ["approved"] * 16, filed.reasons
    assert sum(sets_of(filed)) == 16
    assert max(sets_of(filed)) < 15
    assert filed.drafts() == []


async def test_the_question_for_all_drafts_is_answered_no(office: Office, mock: Clerk) -> None:
    """A profile that is wrong about the length of a page ticks the whole of it."""
    library = office.library
    settings = {**library.portal.settings, "rows_per_page": 40}
    add_flow = library.flows["add"]
    assert add_flow.after is not None
    wrong = add_flow.model_copy(update={"after": add_flow.after.model_copy(update={"at_most": 40})})
    office.library = library.model_copy(
        update={
            "portal": library.portal.model_copy(update={"settings": settings}),
            "flows": {**library.flows, "add": wrong},
        }
    )
    filed = await office.file(mock, *SIXTEEN[:15], drafted=True)
    filed.check()
    assert filed.events("declared") == []
    assert filed.states == ["needs_attention"] * 15
    assert "ALL drafts" in str(filed.records[0].error)


async def test_a_session_that_was_left_open_is_ended_on_purpose(mock: Clerk, file: File) -> None:
    mock.control("faults", [{"kind": "stale_session"}])
    filed = await file(interrupt(*LEAVER))
    assert filed.states == ["approved"], filed.reasons
