from __future__ import annotations

import pytest

from bot.filing.records import CaseRecord, Records
from bot.filing.states import AGAIN, FOLLOWS, TROUBLE, CaseState
from bot.flow.case import Case
from tests.unit.filing.paper import Notebook
from tests.unit.run.fakes import flow


def records(changed: list[CaseRecord] | None = None, ledger: Notebook | None = None) -> Records:
    case = Case("add-2", flow(steps=[{"click": "a"}]), {})
    return Records([CaseRecord(case)], ledger or Notebook(), (changed if changed is not None else []).append)


def test_a_move_keeps_its_facts_and_is_told() -> None:
    changed: list[CaseRecord] = []
    kept = records(changed)
    kept.move("add-2", CaseState.DRAFTING)
    kept.move("add-2", CaseState.DRAFTED, number="12")
    assert (kept["add-2"].state, kept["add-2"].number) == (CaseState.DRAFTED, "12")
    assert [record.state for record in changed] == [CaseState.DRAFTING, CaseState.DRAFTED]


def test_a_state_never_goes_back() -> None:
    kept = records()
    for state in (CaseState.DRAFTING, CaseState.DRAFTED, CaseState.REVIEWED, CaseState.DECLARING):
        kept.move("add-2", state)
    with pytest.raises(ValueError, match="reviewed cannot follow declaring"):
        kept.move("add-2", CaseState.REVIEWED)
    assert kept["add-2"].state is CaseState.DECLARING


def reachable(start: CaseState) -> set[CaseState]:
    seen, left = set(), [start]
    while left:
        for state in FOLLOWS[left.pop()] - seen:
            seen.add(state)
            left.append(state)
    return seen


def test_nothing_that_was_declared_can_be_declared_again() -> None:
    assert CaseState.DECLARING not in reachable(CaseState.DECLARING)


def test_every_state_is_reached_and_every_trouble_is_told() -> None:
    assert reachable(CaseState.PENDING) | {CaseState.PENDING} == set(CaseState)
    assert {state for state in CaseState if not FOLLOWS[state]} - TROUBLE == {
        CaseState.APPROVED,
        CaseState.DONE,
        CaseState.ELSEWHERE,
    }


def test_a_way_back_is_another_attempt() -> None:
    kept = records()
    kept.move("add-2", CaseState.DRAFTING)
    kept.move("add-2", CaseState.PENDING, again=True)
    with pytest.raises(ValueError, match="declaring cannot follow pending"):
        kept.move("add-2", CaseState.DECLARING, again=True)


def test_a_filing_that_went_out_has_no_way_back() -> None:
    filed = {CaseState.UNDER_REVIEW, CaseState.APPROVED, CaseState.REJECTED, CaseState.DONE}
    assert not filed & set(AGAIN)
