"""Where the portal, or the flow on its behalf, says no: the case ends, in the portal's words, and the others go on."""

from __future__ import annotations

import pytest

from tests.browser.filing.conftest import File
from tests.browser.filing.people import (
    DRAFT_EXISTS,
    ELSEWHERE,
    ELSEWHERE_NUMBER,
    ELSEWHERE_TOO,
    GAP_1,
    GAP_3,
    GAP_5,
    GAP_5_TOO,
    LEAVER,
    LEAVER_TOO,
    NEW,
    NEW_THREE,
    NEW_TOO,
    NO_GAP,
    REVIEW_REJECTS,
    TWO_RECORDS,
    add,
    interrupt,
    renew,
)
from tests.portal.clerk import Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")


NOES = [
    (add(*ELSEWHERE, household=12), "OP01", "is already insured"),
    (add(*GAP_5, household=52), "OP01", "has an insurance history"),
    (renew(NEW, "王示例", arrears="no"), "OP02", "No interrupted record of this person was found."),
    (renew(*LEAVER), "OP02", "No interrupted record of this person was found."),
    (interrupt(NEW_TOO), "OP03", "This person is not active in your company."),
    (interrupt(*ELSEWHERE_TOO), "OP03", "This person is not active in your company."),
    (add(ELSEWHERE_NUMBER, "罗春草"), "NA01", "梁晓燕"),
    (interrupt(LEAVER_TOO[0], "朱家强"), "NA01", "朱家豪"),
    (add(TWO_RECORDS[0], "沈志强"), "NA01", "沈志远"),
    (renew(*NO_GAP, arrears="yes"), "RE01", "cannot pay arrears"),
    (renew(*GAP_5_TOO, arrears="yes"), "RE01", "cannot pay arrears"),
    (renew(*GAP_1), "RE02", "offers to pay arrears"),
    (renew(*GAP_3), "RE02", "offers to pay arrears"),
]


async def test_each_no_ends_one_case_and_stops_nobody_else(file: File) -> None:
    filed = await file(*(line for line, _, _ in NOES), add(NEW_THREE))
    assert filed.stopped is None
    for case, (record, (_, rule, said)) in enumerate(zip(filed.records, NOES, strict=False)):
        assert (record.state, record.rule) == ("refused", rule), f"{record.case.id}: {record.reason}"
        assert said in record.reason
        assert "failure" in filed.files(case)
    assert filed.states[-1] == "approved"
    assert {event["id_number"] for event in filed.events("saved", "declared")} == {NEW_THREE}


async def test_a_draft_of_the_same_person_with_other_data_is_for_a_person_to_look_at(mock: Clerk, file: File) -> None:
    filed = await file(add(*DRAFT_EXISTS, household=12, migrant="yes"), add(NEW))
    assert filed.states == ["needs_attention", "approved"]
    assert mock.draft(DRAFT_EXISTS[0])["no"] in filed.records[0].reason
    assert {event["id_number"] for event in filed.events("saved", "declared")} == {NEW}


async def test_review_rejects(file: File) -> None:
    filed = await file(add(REVIEW_REJECTS), add(NEW))
    assert filed.states == ["rejected", "approved"]
    [filing] = filed.filings(REVIEW_REJECTS)
    assert filed.records[0].reason == filing["reason"] != ""
    assert filed.records[0].decided_at is not None
    assert filed.files() == ["filled", "saved", "declared", "final-row"]
