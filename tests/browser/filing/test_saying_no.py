"""Where the portal, or the flow on its behalf, says no: the case ends, in the portal's words, and the others go on."""

from __future__ import annotations

import pytest

from tests.browser.filing.conftest import File
from tests.browser.filing.people import (
    DRAFT_EXISTS,
    GAP_1,
    GAP_3,
    GAP_5,
    INSURED_ELSEWHERE,
    LEAVER,
    NEW,
    NO_GAP,
    REVIEW_REJECTS,
    add,
    interrupt,
    renew,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("line", "rule", "said"),
    [
        (add(*INSURED_ELSEWHERE, household=12), "OP01", "is already insured"),
        (add(*GAP_5, household=52), "OP01", "has an insurance history"),
        (renew(NEW, "王示例", arrears="no"), "OP02", "No interrupted record of this person was found."),
        (renew(*LEAVER), "OP02", "No interrupted record of this person was found."),
        (interrupt(NEW), "OP03", "This person is not active in your company."),
        (interrupt(*INSURED_ELSEWHERE), "OP03", "This person is not active in your company."),
        (add(*DRAFT_EXISTS, household=12, migrant="yes"), "OP04", "A draft or an item under review"),
        (add(INSURED_ELSEWHERE[0], "罗春草"), "NA01", "罗春花"),
        (interrupt(LEAVER[0], "马玉蓝"), "NA01", "马玉兰"),
        (renew(*GAP_5, arrears="yes"), "RE01", "cannot pay arrears"),
        (renew(*NO_GAP, arrears="yes"), "RE01", "cannot pay arrears"),
        (renew(*GAP_1), "RE02", "offers to pay arrears"),
        (renew(*GAP_3), "RE02", "offers to pay arrears"),
    ],
)
async def test_the_case_ends_in_the_portal_s_words(file: File, line: str, rule: str, said: str) -> None:
    filed = await file(line)
    [record] = filed.records
    assert (record.state, record.rule) == ("refused", rule), record.reason
    assert said in record.reason
    assert filed.stopped is None
    assert not filed.events("saved", "declared")
    assert "failure" in filed.files()


async def test_a_no_to_one_stops_nobody_else(file: File) -> None:
    filed = await file(add(*INSURED_ELSEWHERE), interrupt(NEW), add(NEW), interrupt(*LEAVER))
    assert filed.states == ["refused", "refused", "approved", "approved"], filed.reasons


async def test_review_rejects(file: File) -> None:
    filed = await file(add(REVIEW_REJECTS), add(NEW))
    assert filed.states == ["rejected", "approved"]
    [filing] = filed.filings(REVIEW_REJECTS)
    assert filed.records[0].reason == filing["reason"] != ""
    assert filed.records[0].decided_at is not None
    assert filed.files() == ["filled", "saved", "declared", "final-row"]
