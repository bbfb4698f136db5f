"""The transition table by itself: what no sequence of moves can do, whatever the code that makes them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from graphlib import TopologicalSorter

from bot.filing.states import AGAIN, FOLLOWS, LIVE, UNFINISHED, CaseState

S = CaseState
PROOF = {(S.DECLARING, S.REVIEWED)}
"""The very draft was seen twice, some time apart."""
DECIDED = {
    (S.REFUSED, S.PENDING),
    (S.NEEDS_ATTENTION, S.PENDING),
    (S.NEEDS_ATTENTION, S.DRAFTED),
    (S.NEEDS_ATTENTION, S.DONE),
}
"""A person, or a look at the portal, says so."""
FINAL = {S.APPROVED, S.DONE, S.REJECTED, S.WITHDRAWN, S.ELSEWHERE}

Ways = Mapping[CaseState, Set[CaseState]]


def both() -> dict[CaseState, Set[CaseState]]:
    """All the moves there are, onwards and back."""
    return {state: FOLLOWS[state] | AGAIN.get(state, frozenset()) for state in S}


def reachable(begin: CaseState, ways: Ways) -> set[CaseState]:
    """The states that a case can come to from a state, itself not counted unless it leads back to itself."""
    found: set[CaseState] = set()
    left = list(ways[begin])
    while left:
        state = left.pop()
        if state not in found:
            found.add(state)
            left.extend(ways[state])
    return found


def test_nothing_is_declared_again_without_a_proof_or_a_decision() -> None:
    unproven = {
        state: {to for to in after if (state, to) not in PROOF | DECIDED} for state, after in both().items()
    }
    assert S.DECLARING not in reachable(S.DECLARING, unproven)


def test_nothing_is_declared_that_nobody_looked_at_or_approved() -> None:
    assert {state for state, after in both().items() if S.DECLARING in after} == {S.PENDING, S.REVIEWED}


def test_every_way_back_leads_to_where_the_case_was_before_and_onwards_there_are_no_circles() -> None:
    TopologicalSorter(FOLLOWS).prepare()
    for state, back in AGAIN.items():
        assert back.isdisjoint(FOLLOWS[state]), f"{state}: the same move is onwards and back"
        assert all(state in reachable(before, FOLLOWS) for before in back), f"{state} does not come after {back}"


def test_the_ends_are_ends() -> None:
    assert {state for state, after in both().items() if not after} == FINAL
    assert FINAL.isdisjoint(UNFINISHED)


def test_every_state_is_reached_and_every_life_can_end() -> None:
    assert reachable(S.PENDING, both()) == set(S)
    assert all(reachable(state, both()) & FINAL for state in set(S) - FINAL)


def test_what_the_portal_took_never_becomes_what_it_did_not() -> None:
    taken = {S.UNDER_REVIEW, S.APPROVED, S.REJECTED}
    assert reachable(S.UNDER_REVIEW, both()) <= taken


def test_what_may_be_on_the_portal_holds_its_person() -> None:
    assert {S.DRAFTING, S.DRAFTED, S.REVIEWED, S.DECLARING, S.UNDER_REVIEW, S.APPROVED, S.NEEDS_ATTENTION} <= LIVE
