from __future__ import annotations

import pytest

from bot.errors import UsageError
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState as S
from bot.service import Assistant
from tests.unit.service.conftest import ADD, ADD_TOO, LEAVE, Accept, Put

REVIEWED = (S.DRAFTING, S.DRAFTED, S.REVIEWED)
UNKNOWN = (*REVIEWED, S.DECLARING, S.NEEDS_ATTENTION)


def states(assistant: Assistant, batch: str) -> dict[str, S]:
    return {outcome.case.id: outcome.state for outcome in assistant.view(batch).outcomes}


def test_an_approval_says_who_and_when_and_what_was_seen(
    assistant: Assistant, journal: Journal, accepted: Accept, put: Put
) -> None:
    batch = accepted(ADD, LEAVE).id
    put(batch, "add-002", *REVIEWED, number="7", shows="Wage: 6800")
    put(batch, "interrupt-003", *REVIEWED)
    assert [draft.case for draft in assistant.drafts(batch)] == ["add-002", "interrupt-003"]
    assistant.approve(batch, ["add-002"], by="Eva")
    [row, other] = journal.cases(batch)
    assert (row.state, row.approved_by, row.approved_shows) == (S.REVIEWED, "Eva", "Wage: 6800")
    assert row.approved_at is not None
    assert other.approved_at is None
    assert [outcome.case.id for outcome in assistant.view(batch).waiting] == ["interrupt-003"]
    [event] = [event for event in journal.events(batch) if event.kind == "decision"]
    assert (event.case, event.by) == ("add-002", "Eva")


def test_with_four_eyes_nobody_approves_their_own_batch(assistant: Assistant, accepted: Accept, put: Put) -> None:
    batch = accepted(ADD, four_eyes=True).id
    put(batch, "add-002", *REVIEWED)
    with pytest.raises(UsageError, match="begun by Ana"):
        assistant.approve(batch, ["add-002"], by="Ana")
    assert assistant.view(batch).waiting
    assistant.approve(batch, ["add-002"], by="Eva")
    assert not assistant.view(batch).waiting


def test_only_what_waits_can_be_approved_and_all_or_nothing(assistant: Assistant, accepted: Accept, put: Put) -> None:
    batch = accepted(ADD, LEAVE).id
    put(batch, "add-002", *REVIEWED)
    with pytest.raises(UsageError, match="interrupt-003 does not wait for approval"):
        assistant.approve(batch, ["add-002", "interrupt-003"], by="Eva")
    assert len(assistant.view(batch).waiting) == 1


def test_a_case_that_is_withdrawn_can_be_asked_for_again(assistant: Assistant, accepted: Accept, put: Put) -> None:
    batch = accepted(ADD).id
    put(batch, "add-002", *REVIEWED)
    assistant.withdraw(batch, ["add-002"], by="Eva")
    assert states(assistant, batch) == {"add-002": S.WITHDRAWN}
    assert accepted(ADD, ADD_TOO).id != batch


def test_a_person_says_that_it_was_filed(assistant: Assistant, journal: Journal, accepted: Accept, put: Put) -> None:
    batch = accepted(ADD).id
    put(batch, "add-002", *UNKNOWN)
    outcome = assistant.resolve(batch, "add-002", filed="20261100000028", by="Eva")
    assert (outcome.state, outcome.number, outcome.reason) == (
        S.UNDER_REVIEW,
        "20261100000028",
        "Eva confirmed that it was filed.",
    )
    assert journal.cases(batch)[0].filed_at is not None


@pytest.mark.parametrize("way", [UNKNOWN, (S.DRAFTING, S.REFUSED), (S.FAILED,)])
def test_a_person_says_that_it_was_not_filed(
    assistant: Assistant, journal: Journal, accepted: Accept, put: Put, way: tuple[S, ...]
) -> None:
    batch = accepted(ADD).id
    put(batch, "add-002", *way, baseline=["7"])
    assert assistant.resolve(batch, "add-002", filed=None, by="Eva").state is S.PENDING
    [row] = journal.cases(batch)
    assert (row.attempt, row.baseline) == (2, None), "the portal is asked afresh"


@pytest.mark.parametrize("way", [(), REVIEWED, (*REVIEWED, S.DECLARING, S.UNDER_REVIEW, S.APPROVED)])
@pytest.mark.parametrize("filed", ["7", None])
def test_there_is_nothing_to_resolve_about_what_is_known(
    assistant: Assistant, accepted: Accept, put: Put, way: tuple[S, ...], filed: str | None
) -> None:
    batch = accepted(ADD).id
    put(batch, "add-002", *way)
    with pytest.raises(UsageError, match="nothing to resolve"):
        assistant.resolve(batch, "add-002", filed=filed, by="Eva")


def test_what_was_cut_short_is_for_the_portal_to_say_first(assistant: Assistant, accepted: Accept, put: Put) -> None:
    batch = accepted(ADD).id
    put(batch, "add-002", *REVIEWED, S.DECLARING)
    with pytest.raises(UsageError) as raised:
        assistant.resolve(batch, "add-002", filed=None, by="Eva")
    assert f"portal resume {batch}" in str(raised.value.cure)


def test_a_case_that_is_not_there(assistant: Assistant, accepted: Accept) -> None:
    batch = accepted(ADD).id
    with pytest.raises(UsageError, match="has no case “add-9”") as raised:
        assistant.resolve(batch, "add-9", filed=None, by="Eva")
    assert "add-002" in str(raised.value.cure)
