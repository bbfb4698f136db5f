"""What the portal takes, and how: arrears, limits, divisions, several records of one number, foreign numbers."""

from __future__ import annotations

import pytest

from tests.browser.filing.conftest import File
from tests.browser.filing.people import (
    GAP_1,
    GAP_1_HONG_KONG,
    GAP_3,
    GAP_3_TOO,
    GAP_5,
    NEW,
    NEW_TOO,
    NO_GAP,
    TAIWANESE,
    TWO_INTERRUPTED,
    TWO_RECORDS,
    add,
    interrupt,
    renew,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_arrears_are_answered_as_the_roster_says(file: File) -> None:
    asked = [(GAP_1, "yes"), (GAP_1_HONG_KONG, "no"), (GAP_3, "yes"), (GAP_3_TOO, "no")]
    filed = await file(*(renew(*person, arrears=answer) for person, answer in asked))
    assert filed.states == ["approved"] * 4, filed.reasons
    for person, answer in asked:
        assert filed.filings(person[0])[0]["shown"]["arrears"] == answer.title()


async def test_arrears_that_nobody_asks_about(file: File) -> None:
    filed = await file(renew(*NO_GAP), renew(*GAP_5, arrears="no"))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert [one["entries"].get("arrears", "") for one in filed.filings()] == ["", ""]


async def test_a_wage_beyond_the_limits_is_moved_to_them(file: File) -> None:
    filed = await file(add(NEW, wage=3000), add(NEW_TOO, wage=30000))
    assert filed.states == ["approved"] * 2, filed.reasons
    assert [event["question"] for event in filed.events("asked")] == ["wage_limit"] * 2
    for record, person, taken in zip(filed.records, (NEW, NEW_TOO), ("4500", "22500"), strict=True):
        assert filed.filings(person)[0]["entries"]["wage"] == taken
        assert taken in record.shows


async def test_homes_of_every_shape(file: File) -> None:
    filed = await file(
        add(NEW, home="广东省 东莞市", household=12), add(NEW_TOO, home="北京市 市辖区 东城区", household=12)
    )
    assert filed.states == ["approved"] * 2, filed.reasons
    homes = [
        [filed.filings(person)[0]["entries"].get(name, "") for name in ("province", "city", "county")]
        for person in (NEW, NEW_TOO)
    ]
    assert homes == [["440000", "441900", ""], ["110000", "110100", "110101"]]


async def test_one_of_several_records_is_chosen_by_its_name(file: File) -> None:
    filed = await file(add(*TWO_RECORDS), renew(*TWO_INTERRUPTED, arrears="yes"), interrupt(*TAIWANESE))
    assert filed.states == ["approved"] * 3, filed.reasons
    assert {one["entries"]["name"] for one in filed.filings()} == {TWO_RECORDS[1], TWO_INTERRUPTED[1], TAIWANESE[1]}
