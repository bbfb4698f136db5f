"""The real portal's traps, met on the way from a roster to the portal's books."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.flow.models import Library
from mock_portal.seed import read_state
from tests.browser.filing.books import Filed
from tests.browser.filing.conftest import File, Office
from tests.browser.filing.people import NEW, NEW_TOO, TWO_RECORDS, add, resident
from tests.portal.clerk import Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIXTEEN = [add(resident(sequence), wage=5000 + sequence) for sequence in range(101, 117)]


async def test_the_next_person_does_not_get_what_is_left_in_an_open_tab(file: File) -> None:
    """The first form keeps its data after it was saved, the second its pop-up after the portal's no."""
    home = "安徽省 阜阳市 临泉县"
    first = add(NEW, "李示例", household=22, wage=6100, home=home)
    filed = await file(first, add(TWO_RECORDS[0], "沈志强"), add(NEW_TOO, "赵示例", wage=8200))
    assert filed.states == ["approved", "refused", "approved"], filed.reasons
    assert {name: value for name, value in filed.filings(NEW_TOO)[0]["entries"].items() if value} == {
        "id_number": NEW_TOO,
        "name": "赵示例",
        "household": "household_11",
        "wage": "8200",
        "migrant": "no",
        "migrant_insurance": "no",
    }


def sets_of(filed: Filed) -> list[int]:
    """How many cases each declaration was about."""
    pictures = (one for one in filed.pictures.records if (one.name, one.kind) == ("declared", "picture"))
    return list(Counter(one.path for one in pictures).values())


def with_limits(library: Library, *, at_most: int, rows_per_page: int = 15) -> Library:
    """The flows with other limits: how many cases a set has, and how long the portal's pages are thought to be."""
    settings, add_flow = {**library.portal.settings, "rows_per_page": rows_per_page}, library.flows["add"]
    assert add_flow.after is not None
    other = add_flow.model_copy(update={"after": add_flow.after.model_copy(update={"at_most": at_most})})
    portal = library.portal.model_copy(update={"settings": settings})
    return library.model_copy(update={"portal": portal, "flows": {**library.flows, "add": other}})


async def test_a_page_full_of_our_drafts_is_declared_in_two_sets(mock: Clerk, file: File) -> None:
    """The first page of 36 drafts holds ours alone: one tick more, and the other 20 would be declared too."""
    filed = await file(*SIXTEEN, drafted=True)
    assert filed.states == ["approved"] * 16, filed.reasons
    assert sum(sets_of(filed)) == 16
    assert max(sets_of(filed)) < 15
    assert len(filed.events("declared")) == 16


async def test_nothing_but_our_drafts(office: Office, mock: Clerk) -> None:
    """Even if all were asked for at once, one row of the page is left out."""
    mock.control("reset", {**read_state(None), "drafts": []})
    office.library = with_limits(office.library, at_most=40)
    filed = await office.file(mock, *SIXTEEN, drafted=True)
    filed.check()
    assert filed.states == ["approved"] * 16, filed.reasons
    assert sets_of(filed) == [14, 2]
    assert filed.drafts() == []


async def test_the_question_for_all_drafts_is_answered_no(office: Office, mock: Clerk) -> None:
    """A profile that is wrong about the length of a page ticks the whole of it."""
    office.library = with_limits(office.library, at_most=40, rows_per_page=40)
    filed = await office.file(mock, *SIXTEEN[:15], drafted=True)
    filed.check()
    assert filed.events("declared") == []
    assert filed.states == ["needs_attention"] * 15
    assert "ALL drafts" in str(filed.records[0].error)
