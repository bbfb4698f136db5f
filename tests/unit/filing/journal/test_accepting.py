"""A roster becomes a batch once, and a person is live in one batch only."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import update

from bot.errors import UsageError
from bot.filing.journal.rows import Change
from bot.filing.journal.store import Journal
from bot.filing.journal.tables import BATCHES
from bot.filing.states import LIVE, CaseState
from bot.text import LANGUAGES, Text
from tests.unit.filing.journal.paper import NOON, ROSTER, accept, change, elsewhere, new_batch, new_case, states

S = CaseState


def test_a_batch_is_read_back_as_it_was_accepted(journal: Journal) -> None:
    new = new_batch(at=datetime(2026, 11, 10, 12, tzinfo=timezone(timedelta(hours=8))), four_eyes=True)
    accepted = journal.accept(new, [new_case("1", "k1"), new_case("0", None)], elsewhere=elsewhere)
    assert not accepted.known
    batch = journal.batch("202611-01")
    assert batch == accepted.batch
    assert (batch.account, batch.user, batch.four_eyes) == ("acme", "170000001", True)
    assert (batch.attempt, batch.stopped) == (1, "")
    assert (batch.roster_name, batch.roster_path, batch.roster_hash) == (ROSTER.name, ROSTER.path, ROSTER.hash)
    assert batch.created_at == NOON and batch.created_at.utcoffset() == timedelta(0)
    roster = journal.roster(batch.id)
    assert (roster.batch, roster.content) == (batch.id, ROSTER.content)


def test_cases_come_in_the_order_of_the_roster_and_pending(journal: Journal) -> None:
    batch = accept(journal, "2", "10", "1")
    cases = journal.cases(batch)
    assert [(case.id, case.seq) for case in cases] == [("2", 0), ("10", 1), ("1", 2)]
    first = cases[0]
    assert (first.state, first.attempt, first.since, first.baseline) == (S.PENDING, 1, NOON, None)
    assert (first.number, first.reason, first.shows, first.trouble, first.filed_at) == ("", "", "", None, None)
    assert (first.sheet, first.row, first.person, first.flow_hash) == ("Altas", 4, "李*", "f1")


def test_the_same_key_finds_the_batch_and_writes_nothing(journal: Journal) -> None:
    batch = accept(journal, "1")
    before = journal.events(batch)
    again = journal.accept(new_batch(until="review"), [new_case("7", "k7")], elsewhere=elsewhere)
    assert again.known
    assert again.batch.id == batch and again.batch.until == "declare"
    assert journal.events(batch) == before
    assert list(states(journal, batch)) == ["1"]


def test_batches_without_a_key_are_all_different(journal: Journal) -> None:
    assert accept(journal, key=None) != accept(journal, key=None)


def test_batches_are_numbered_within_their_period(journal: Journal) -> None:
    made = [accept(journal, key=None, period=period) for period in ("2026-11", "2026-11", "2026-12", "2026-11")]
    assert made == ["202611-01", "202611-02", "202612-01", "202611-03"]


def test_the_number_after_99_is_100(journal: Journal) -> None:
    accept(journal, key=None)
    with journal.engine.begin() as connection:
        connection.execute(update(BATCHES).values(running=99))
    made = [accept(journal, key=None) for _ in range(2)]
    assert made == ["202611-100", "202611-101"]
    assert [batch.id for batch in journal.batches()][:2] == made[::-1]


def test_a_person_who_is_live_in_another_batch_is_elsewhere(journal: Journal) -> None:
    first = accept(journal, "1", "2")
    journal.change(first, [change("2", S.PENDING, S.FAILED)], at=NOON, by="ana")
    second = accept(journal, "1", "2", "3", key="two")
    assert states(journal, second) == {"1": (S.ELSEWHERE, 1), "2": (S.PENDING, 1), "3": (S.PENDING, 1)}
    assert [case.reason for case in journal.cases(second)] == [f"in {first}", "", ""]
    moved = [event for event in journal.events(second) if event.case]
    assert [(event.case, event.was, event.to, event.facts) for event in moved] == [
        ("1", S.PENDING, S.ELSEWHERE, {"reason": f"in {first}"})
    ]


def test_a_case_holds_its_person_as_long_as_it_is_live(journal: Journal) -> None:
    all_states = dict(zip(map(str, range(len(S))), S, strict=True))
    first = accept(journal, *all_states)
    for case, state in all_states.items():
        walk(journal, first, case, state)
    second = accept(journal, *all_states, key="two")
    for case, (found, _) in states(journal, second).items():
        assert found is (S.ELSEWHERE if all_states[case] in LIVE else S.PENDING), all_states[case]


def walk(journal: Journal, batch: str, case: str, to: CaseState) -> None:
    """Bring a case to a state by a way that may be gone."""
    ways = {
        S.PENDING: [],
        S.DRAFTING: [S.DRAFTING],
        S.REVIEWED: [S.DRAFTED, S.REVIEWED],
        S.REJECTED: [S.DRAFTED, S.REJECTED],
    }
    was = S.PENDING
    for state in ways.get(to, [to]):
        journal.change(batch, [Change(case, was, 1, state)], at=NOON, by="test")
        was = state


def test_many_cases_at_once(journal: Journal) -> None:
    ids = [str(number) for number in range(1201)]
    first = accept(journal, *ids)
    second = accept(journal, *ids, key="two")
    assert len(journal.cases(first)) == 1201
    assert {state for state, _ in states(journal, second).values()} == {S.ELSEWHERE}


def test_two_cases_of_a_roster_with_one_natural_key_are_a_bug_and_nothing_is_written(journal: Journal) -> None:
    with pytest.raises(Exception, match=r"(?i)unique"):
        journal.accept(new_batch(), [new_case("1", "k"), new_case("2", "k")], elsewhere=elsewhere)
    assert journal.batches() == []


def test_no_such_batch_names_the_newest(journal: Journal) -> None:
    with pytest.raises(UsageError) as none:
        journal.batch("202611-01")
    assert "portal run" in str(none.value.cure)
    accept(journal)
    accept(journal, key="two")
    with pytest.raises(UsageError) as wrong:
        journal.batch("202610-07")
    for said in (wrong.value.message, wrong.value.cure):
        assert isinstance(said, Text) and set(said) == set(LANGUAGES)
    assert "202610-07" in str(wrong.value) and "202611-02, 202611-01" in str(wrong.value.cure)


def test_what_is_accepted_says_who_and_what(journal: Journal) -> None:
    batch = accept(journal, "1", "2")
    (event,) = journal.events(batch)
    assert (event.kind, event.by, event.at, event.case) == ("accepted", "ana", NOON, None)
    assert event.facts == {"roster": "people.xlsx", "hash": "sha256:1", "cases": 2, "until": "declare"}


def test_a_time_without_its_zone_is_a_bug(journal: Journal) -> None:
    with pytest.raises(Exception, match="without its zone"):
        journal.accept(replace(new_batch(), at=datetime(2026, 11, 10)), [], elsewhere=elsewhere)
