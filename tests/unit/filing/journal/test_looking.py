"""Who looks on gets counts and parts, never all; the same from every kind of database."""

from __future__ import annotations

from bot.filing.journal.looking import Tally, Wanted
from bot.filing.journal.rows import EvidenceRow
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState
from tests.unit.filing.journal.paper import NOON, accept, change, minutes

S = CaseState


def ids(journal: Journal, batch: str, wanted: Wanted, start: int = 0, count: int = 10) -> list[str]:
    return [row.id for row in journal.looking.page(batch, wanted, start, count)]


def test_cases_are_counted_by_where_they_stand(journal: Journal) -> None:
    first = accept(journal, "1", "2", "3")
    other = accept(journal, "4", key="two")
    journal.change(first, [change("2", S.PENDING, None, approved_at=NOON, approved_by="bo")], at=NOON, by="bo")
    journal.change(first, [change("3", S.PENDING, S.REFUSED, reason="no")], at=NOON, by="ana")
    assert set(journal.looking.tallies([first, other])) == {
        Tally(first, S.PENDING, "add", False, 1),
        Tally(first, S.PENDING, "add", True, 1),
        Tally(first, S.REFUSED, "add", False, 1),
        Tally(other, S.PENDING, "add", False, 1),
    }
    assert journal.looking.tallies([]) == []


def test_what_changed_since_is_known_by_the_last_event(journal: Journal) -> None:
    assert journal.looking.version() == 0
    first, other = accept(journal, "1"), accept(journal, "2", key="two")
    seen, mine = journal.looking.version(), journal.looking.version_of(first)
    assert journal.looking.changed_since(seen) == set()
    journal.note_batch(other, at=NOON, by="ana", stopped="why")
    assert journal.looking.changed_since(seen) == {other}
    assert journal.looking.changed_since(0) == {first, other}
    assert journal.looking.version() > seen
    assert journal.looking.version_of(first) == mine


def test_a_page_is_filtered_and_in_order(journal: Journal) -> None:
    batch = accept(journal, "1", "2", "3", "4")
    journal.change(batch, [change("3", S.PENDING, S.REFUSED, reason="no")], at=NOON + minutes(1), by="ana")
    assert ids(journal, batch, Wanted()) == ["1", "2", "3", "4"]
    assert ids(journal, batch, Wanted(), 1, 2) == ["2", "3"]
    assert ids(journal, batch, Wanted(state="pending"), 1, 2) == ["2", "4"]
    assert ids(journal, batch, Wanted(order="newest"))[0] == "3"
    assert ids(journal, batch, Wanted(order="state"))[-1] == "3"
    assert ids(journal, batch, Wanted(ids=["4", "1"])) == ["1", "4"]
    assert ids(journal, batch, Wanted(flow="renew")) == []
    assert [one.reason for one in journal.looking.told(batch, Wanted(state="refused"))] == ["no"]


def test_what_waits_for_a_person(journal: Journal) -> None:
    batch = accept(journal, "1", "2", "3")
    for one in ("1", "2"):
        for was, to in ((S.PENDING, S.DRAFTING), (S.DRAFTING, S.DRAFTED), (S.DRAFTED, S.REVIEWED)):
            journal.change(batch, [change(one, was, to)], at=NOON, by="ana")
    journal.change(batch, [change("2", S.REVIEWED, None, approved_at=NOON, approved_by="bo")], at=NOON, by="bo")
    assert [row.id for row in journal.looking.waiting(batch, [])] == ["1"]
    assert [row.id for row in journal.looking.waiting(batch, ["add"])] == ["1", "3"]


def test_one_case_with_its_events_and_files(journal: Journal) -> None:
    batch = accept(journal, "1", "2")
    journal.change(batch, [change("2", S.PENDING, S.REFUSED, reason="no")], at=NOON, by="ana")
    kinds = ("picture", "page", "failure")
    journal.keep(batch, [EvidenceRow("2", "saved", kind, f"2/{kind}.webp", NOON) for kind in kinds])
    journal.keep(batch, [EvidenceRow("1", "saved", "picture", "", NOON, failed="no room")])
    looking = journal.looking
    assert looking.case(batch, "9") is None
    assert (row := looking.case(batch, "2")) is not None and row.state is S.REFUSED
    assert [event.to for event in looking.events_of(batch, "2")] == [S.REFUSED]
    assert [file.kind for file in looking.evidence_of(batch, "2")] == list(kinds)
    assert (last := looking.last_file(batch, ("picture", "failure"))) is not None and last.kind == "failure"
    assert looking.last_file(batch, ("picture",), "1") is None
    assert looking.has_file(batch, "2/page.webp")
    assert not looking.has_file(batch, "../journal.sqlite")
    assert looking.known(batch, 1) == ["1"]


def test_the_last_events_come_first_a_part_at_a_time(journal: Journal) -> None:
    batch = accept(journal, "1")
    journal.note_batch(batch, at=NOON + minutes(1), by="ana", stopped="why")
    last, first = journal.looking.last_events(batch, 5)
    assert (first.kind, last.facts) == ("accepted", {"stopped": "why"})
    assert journal.looking.last_events(batch, 1, before=last.seq) == [first]
    assert journal.looking.last_event_at(batch) == NOON + minutes(1)
