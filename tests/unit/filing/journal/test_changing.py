"""Cases move by compare-and-set: each change hits one row, a set is all or nothing, and events tell of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.errors import LeaseLost, UsageError
from bot.filing.journal.races import KeyTaken, OutOfStep
from bot.filing.journal.rows import Change, EvidenceRow
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState
from tests.unit.filing.journal.paper import NOON, accept, change, elsewhere, minutes, new_batch, new_case, states

S = CaseState
LATER = NOON + minutes(5)


def test_a_change_moves_one_case_with_its_facts(journal: Journal) -> None:
    batch = accept(journal, "1", "2")
    other = accept(journal, "1", key="two", prefix="others")
    in_china = datetime(2026, 11, 10, 12, 1, tzinfo=timezone(timedelta(hours=8)))
    facts: dict[str, Any] = {"number": "D-7", "shows": "李 4.100", "drafted_at": in_china, "baseline": ("A", "B")}
    journal.change(batch, [change("1", S.PENDING, S.DRAFTED, **facts)], at=LATER, by="worker")
    moved, still = journal.cases(batch)
    assert (moved.state, moved.attempt, moved.since) == (S.DRAFTED, 1, LATER)
    assert (moved.number, moved.shows, moved.baseline) == ("D-7", "李 4.100", ("A", "B"))
    assert moved.drafted_at == NOON + minutes(1) and moved.drafted_at.utcoffset() == timedelta(0)
    assert still.state is S.PENDING and still.since == NOON
    assert states(journal, other) == {"1": (S.PENDING, 1)}


def test_each_change_leaves_an_event(journal: Journal) -> None:
    batch = accept(journal, "1", "2")
    changes = [
        Change("1", S.PENDING, 1, S.DRAFTING, {"baseline": ("A",)}, kind="intent"),
        Change("2", S.PENDING, 1, S.DRAFTED, {"drafted_at": NOON}),
    ]
    journal.change(batch, changes, at=LATER, by="worker")
    journal.change(batch, [Change("1", S.DRAFTING, 1, S.PENDING, again=True)], at=LATER, by="worker")
    journal.change(batch, [Change("1", S.PENDING, 2, None, {"reason": "seen"})], at=LATER, by="ana")
    told = [(event.case, event.kind, event.was, event.to, event.attempt, event.by) for event in journal.events(batch)]
    assert told[1:] == [
        ("1", "intent", S.PENDING, S.DRAFTING, 1, "worker"),
        ("2", "moved", S.PENDING, S.DRAFTED, 1, "worker"),
        ("1", "moved", S.DRAFTING, S.PENDING, 2, "worker"),
        ("1", "note", S.PENDING, None, 2, "ana"),
    ]
    facts = [event.facts for event in journal.events(batch)][1:]
    assert facts == [{"baseline": ["A"]}, {"drafted_at": NOON.isoformat()}, {}, {"reason": "seen"}]


def test_facts_alone_leave_the_state_and_its_time(journal: Journal) -> None:
    batch = accept(journal, "1")
    trouble = {"picture": "1.png", "at": NOON, "state": S.PENDING, "tries": (1, 2), "none": None}
    journal.change(batch, [change("1", S.PENDING, None, trouble=trouble)], at=LATER, by="worker")
    (case,) = journal.cases(batch)
    assert (case.state, case.since) == (S.PENDING, NOON)
    kept = {"picture": "1.png", "at": NOON.isoformat(), "state": "pending", "tries": [1, 2], "none": None}
    assert case.trouble == kept
    journal.change(batch, [change("1", S.PENDING, None, trouble=None)], at=LATER, by="worker")
    assert journal.cases(batch)[0].trouble is None


@pytest.mark.parametrize(
    "wrong",
    [
        change("2", S.DRAFTED, S.REVIEWED),  # another state
        change("2", S.PENDING, S.DRAFTING, attempt=2),  # another attempt
        change("9", S.PENDING, S.DRAFTING),  # no such case
        change("2", S.DRAFTED, None, reason="x"),  # facts of another state
        change("2", S.DRAFTED, None),  # nothing, of another state
    ],
)
def test_a_set_with_one_case_out_of_step_writes_nothing(journal: Journal, wrong: Change) -> None:
    batch = accept(journal, "1", "2", "3")
    accept(journal, "9", key="two")
    before = journal.cases(batch), journal.events(batch)
    good = [change("1", S.PENDING, S.DRAFTING), change("3", S.PENDING, S.DRAFTING)]
    with pytest.raises(OutOfStep) as out:
        journal.change(batch, [good[0], wrong, good[1]], at=LATER, by="worker")
    assert out.value.change == wrong
    assert (out.value.now and out.value.now.id) == (None if wrong.case == "9" else "2")
    assert (journal.cases(batch), journal.events(batch)) == before


def test_the_second_of_two_equal_intents_is_out_of_step(journal: Journal) -> None:
    batch = accept(journal, "1")
    intent = [change("1", S.PENDING, S.DRAFTING)]
    journal.change(batch, intent, at=LATER, by="one")
    with pytest.raises(OutOfStep):
        journal.change(batch, intent, at=LATER, by="other")
    assert [event.by for event in journal.events(batch)][1:] == ["one"]


@pytest.mark.parametrize(
    "bug",
    [
        Change("1", S.PENDING, 1, S.REVIEWED),
        Change("1", S.PENDING, 1, S.PENDING),
        Change("1", S.APPROVED, 1, S.PENDING, again=True),
        Change("1", S.DRAFTING, 1, S.PENDING),  # a way back, without another attempt
        Change("1", S.PENDING, 1, S.DRAFTING, again=True),
        Change("1", S.PENDING, 1, None, again=True),
        Change("1", S.PENDING, 1, S.DRAFTING, {"colour": "red"}),
        Change("1", S.PENDING, 1, S.DRAFTING, {"state": "approved"}),
    ],
)
def test_what_no_case_may_do_is_a_bug_and_writes_nothing(journal: Journal, bug: Change) -> None:
    batch = accept(journal, "1", "2")
    with pytest.raises(ValueError, match="1:"):
        journal.change(batch, [change("2", S.PENDING, S.DRAFTING), bug], at=LATER, by="worker")
    assert set(states(journal, batch).values()) == {(S.PENDING, 1)}


def test_a_case_cannot_become_live_beside_another(journal: Journal) -> None:
    first = accept(journal, "1")
    journal.change(first, [change("1", S.PENDING, S.FAILED)], at=NOON, by="worker")
    second = accept(journal, "2", "1", key="two")
    before = journal.events(first)
    back = Change("1", S.FAILED, 1, S.PENDING, again=True)
    with pytest.raises(KeyTaken) as taken:
        journal.change(first, [back], at=LATER, by="ana")
    assert (taken.value.other.batch, taken.value.other.id) == (second, "1")
    assert states(journal, first) == {"1": (S.FAILED, 1)} and journal.events(first) == before

    journal.change(second, [change("1", S.PENDING, S.WITHDRAWN)], at=LATER, by="ana")
    journal.change(first, [back], at=LATER, by="ana")
    assert states(journal, first) == {"1": (S.PENDING, 2)}


def test_cases_without_a_natural_key_stand_in_nobodys_way(journal: Journal) -> None:
    for key in ("one", "two"):
        accepted = journal.accept(new_batch(key), [new_case("1"), new_case("2")], elsewhere=elsewhere)
        assert set(states(journal, accepted.batch.id).values()) == {(S.PENDING, 1)}
        journal.change(accepted.batch.id, [change("1", S.PENDING, S.FAILED)], at=NOON, by="worker")
        back = Change("1", S.FAILED, 1, S.PENDING, again=True)
        journal.change(accepted.batch.id, [back], at=NOON, by="worker")


def test_who_lost_the_lease_writes_nothing(journal: Journal) -> None:
    batch = accept(journal, "1")
    fence = journal.take("acme", "one", at=NOON, ttl=minutes(2))
    intent = [change("1", S.PENDING, S.DRAFTING)]
    before = journal.events(batch)
    with pytest.raises(LeaseLost):  # it ran out, though nobody took it
        journal.change(batch, intent, at=NOON + minutes(2), by="one", fence=fence)
    journal.take("acme", "two", at=NOON + minutes(3), ttl=minutes(2))
    with pytest.raises(LeaseLost):  # somebody took it; our clock is behind
        journal.change(batch, intent, at=NOON + minutes(1), by="one", fence=fence)
    assert states(journal, batch) == {"1": (S.PENDING, 1)} and journal.events(batch) == before


def test_who_holds_the_lease_writes(journal: Journal) -> None:
    batch = accept(journal, "1")
    fence = journal.take("acme", "one", at=NOON, ttl=minutes(2))
    journal.change(batch, [change("1", S.PENDING, S.DRAFTING)], at=NOON + minutes(1), by="one", fence=fence)
    assert states(journal, batch) == {"1": (S.DRAFTING, 1)}


def test_notes_of_a_batch(journal: Journal) -> None:
    batch = accept(journal)
    journal.note_batch(batch, at=LATER, by="ana", until="review", attempt=2, stopped="Ctrl-C")
    found = journal.batch(batch)
    assert (found.until, found.attempt, found.stopped) == ("review", 2, "Ctrl-C")
    event = journal.events(batch)[-1]
    assert (event.kind, event.at, event.by) == ("batch", LATER, "ana")
    assert event.facts == {"until": "review", "attempt": 2, "stopped": "Ctrl-C"}


def test_nothing_else_is_noted_of_a_batch(journal: Journal) -> None:
    batch = accept(journal)
    with pytest.raises(ValueError, match="account"):
        journal.note_batch(batch, at=LATER, by="ana", account="other")
    with pytest.raises(UsageError):
        journal.note_batch("202601-09", at=LATER, by="ana", until="review")


def test_what_a_person_decides_is_kept_with_who_and_when(journal: Journal) -> None:
    batch = accept(journal, "1")
    journal.decide(batch, "1", "approve", at=LATER, by="ana", facts={"shows": "李", "at": NOON.astimezone()})
    journal.decide(batch, None, "none", at=LATER, by="luz")
    told = [(event.kind, event.case, event.by, event.at, event.facts) for event in journal.events(batch)][1:]
    assert told == [
        ("decision", "1", "ana", LATER, {"what": "approve", "shows": "李", "at": "2026-11-10T04:00:00+00:00"}),
        ("decision", None, "luz", LATER, {"what": "none"}),
    ]
    with pytest.raises(UsageError):
        journal.decide("202601-09", None, "none", at=LATER, by="luz")


def test_files_are_kept_in_order_and_the_same_file_once(journal: Journal) -> None:
    batch = accept(journal, "1")
    form = EvidenceRow("1", "form", "picture", "1/form.png", NOON)
    saved = EvidenceRow("1", "saved", "picture", "1/saved.png", NOON)
    failed = EvidenceRow("", "list", "picture", "", NOON, failed="no room", sha256="ab" * 32, bytes=7, url="https://p/a")
    journal.keep(batch, [form, saved, failed])
    journal.keep(batch, [])
    again = EvidenceRow("1", "form", "picture", "1/form.png", datetime(2026, 11, 11, tzinfo=UTC))
    journal.keep(batch, [again, failed])
    assert journal.evidence(batch) == [saved, failed, again, failed]
    assert [file.seq for file in journal.evidence(batch)] == [2, 3, 4, 5]
    assert journal.evidence(accept(journal, key="two")) == []


def test_a_seal_is_an_event_of_its_own(journal: Journal) -> None:
    batch = accept(journal, "1")
    journal.note_seal(batch, at=LATER, by="ana", facts={"seal": 1, "digest": "ab"})
    event = journal.events(batch)[-1]
    assert (event.kind, event.facts, event.by, event.at) == ("sealed", {"seal": 1, "digest": "ab"}, "ana", LATER)


def test_facts_that_are_no_plain_data_are_a_bug(journal: Journal) -> None:
    batch = accept(journal, "1")
    with pytest.raises(TypeError, match="no plain data"):
        journal.decide(batch, None, "x", at=NOON, by="ana", facts={"thing": object()})
    assert len(journal.events(batch)) == 1
