"""What the portal takes, and how: arrears, limits, divisions, several records of one number, foreign numbers."""

from __future__ import annotations

import pytest

from tests.browser.filing.conftest import File
from tests.browser.filing.people import (
    GAP_1,
    GAP_1_HONG_KONG,
    GAP_3,
    GAP_5,
    NEW,
    NO_GAP,
    TAIWANESE,
    TWO_INTERRUPTED,
    TWO_RECORDS,
    TWO_RECORDS_OLD,
    add,
    interrupt,
    renew,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("arrears", ["yes", "no"])
async def test_arrears_are_answered_as_the_roster_says(file: File, arrears: str) -> None:
    filed = await file(renew(*GAP_1, arrears=arrears), renew(*GAP_3, arrears=arrears))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert [one["entries"]["arrears"] for one in filed.filings()] == [arrears] * 2


async def test_arrears_that_nobody_asks_about(file: File) -> None:
    filed = await file(renew(*NO_GAP), renew(*GAP_5, arrears="no"))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert [one["entries"].get("arrears", "") for one in filed.filings()] == ["", ""]


@pytest.mark.parametrize(("wage", "taken"), [(3000, "4500"), (30000, "22500")])
async def test_a_wage_beyond_the_limits_is_moved_to_them(file: File, wage: int, taken: str) -> None:
    filed = await file(add(NEW, wage=wage))
    assert filed.states == ["approved"], filed.reasons
    assert [event["question"] for event in filed.events("asked")] == ["wage_limit"]
    assert filed.filings(NEW)[0]["entries"]["wage"] == taken
    assert taken in filed.records[0].shows


@pytest.mark.parametrize(
    ("home", "codes"),
    [
        ("广东省 东莞市", ("440000", "441900", "")),
        ("北京市 市辖区 东城区", ("110000", "110100", "110101")),
    ],
)
async def test_homes_of_every_shape(file: File, home: str, codes: tuple[str, ...]) -> None:
    filed = await file(add(NEW, household=12, home=home))
    assert filed.states == ["approved"], filed.reasons
    entries = filed.filings(NEW)[0]["entries"]
    assert tuple(entries.get(name, "") for name in ("province", "city", "county")) == codes


@pytest.mark.parametrize("person", [TWO_RECORDS, TWO_RECORDS_OLD])
async def test_one_of_several_records_is_chosen_by_its_name(file: File, person: tuple[str, str]) -> None:
    filed = await file(add(*person))
    assert filed.states == ["approved"], filed.reasons
    assert filed.filings()[0]["entries"]["name"] == person[1]


async def test_several_records_to_renew(file: File) -> None:
    filed = await file(renew(*TWO_INTERRUPTED, arrears="yes"))
    assert filed.states == ["approved"], filed.reasons
    assert filed.filings()[0]["entries"]["name"] == TWO_INTERRUPTED[1]


async def test_numbers_from_beyond(file: File) -> None:
    filed = await file(renew(*GAP_1_HONG_KONG, household=52, wage=12000, arrears="no"), interrupt(*TAIWANESE))
    assert filed.states == ["approved"] * 2, filed.reasons
