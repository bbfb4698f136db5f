"""A purged batch keeps its skeleton, and no byte about a person is left in the database's file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, inspect, select

from bot.errors import JournalError, UsageError
from bot.filing.engine import Engine
from bot.filing.journal import purging
from bot.filing.journal.rows import EvidenceRow, NewCase, NewRoster
from bot.filing.journal.store import Journal, open_journal
from bot.filing.states import CaseState
from bot.redaction import mask_id
from tests.unit.filing.journal.paper import NOON, accept, change, elsewhere, minutes, new_batch, new_case

S = CaseState
PERSON = "330299199001010017"
NAME = "王示例"
WAGE = "7431952"
MARKS = (PERSON, NAME, WAGE, "charles-stuart")
ROSTER = NewRoster("people.xlsx", "/home/clerk/people.xlsx", "sha256:1", f"{PERSON},{NAME},{WAGE}".encode() * 2000)
LATER = NOON + timedelta(days=100)
PAST = NOON + timedelta(days=10)
TROUBLE = {"message": f"{NAME}: {WAGE}", "circumstances": {"shown": PERSON}}


def filed(journal: Journal, *last: S, key: str = "one", **other: Any) -> str:
    """A batch about a person, whose cases have come to these states; everything there is is known of it."""
    cases = [NewCase(**{**vars(new_case(str(id), f"{key}-{id}")), "person": PERSON}) for id, _ in enumerate(last, 1)]
    batch = journal.accept(new_batch(key, **{"roster": ROSTER, **other}), cases, elsewhere=elsewhere).batch.id
    told: dict[str, Any] = dict.fromkeys(("shows", "approved_shows"), f"{NAME} {WAGE}")
    told |= {"approved_by": "luz", "approved_at": NOON}
    for case, state in zip(cases, last, strict=True):
        facts = {**told, "number": "2026110001", "baseline": ("2026100009",), "reason": f"{NAME}?", "trouble": TROUBLE}
        journal.change(batch, [change(case.id, S.PENDING, None, **facts, drafted_at=NOON)], at=NOON, by="worker")
        if state != S.PENDING:
            journal.change(batch, [change(case.id, S.PENDING, state, rule="OP04")], at=NOON + minutes(5), by="worker")
    journal.decide(batch, "1", "approve", at=NOON, by="luz", facts={"shows": WAGE, "to": "charles-stuart"})
    journal.note_batch(batch, at=NOON, by="ana", stopped=f"{NAME} went away", attempt=2)
    journal.note_seal(batch, at=NOON + minutes(6), by="ana", facts={"seal": 1, "digest": "ab" * 32, "key": "cd" * 32})
    seen: dict[str, Any] = {"sha256": "ef" * 32, "bytes": 7, "url": f"https://p/?{PERSON}"}
    file = EvidenceRow("1", "saved", "picture", "1/01-saved.webp", NOON, **seen)
    journal.keep(batch, [file, EvidenceRow("1", "list", "picture", "", NOON, failed=f"{NAME} is in the way")])
    return batch


def purge(journal: Journal, batch: str, *, before: datetime = PAST, at: datetime = LATER) -> bool:
    return journal.purge(batch, before=before, at=at, by="ana", facts={"files": 3, "bytes": 70, "heads": ["ab" * 32]})


def everything(journal: Journal) -> str:
    """All that any table of the database holds, the engine's too."""
    said = []
    with journal.engine.connect() as connection:
        inspector = inspect(connection)
        for schema in inspector.get_schema_names():
            if schema in ("information_schema", "pg_catalog"):
                continue
            tables = MetaData(schema=schema)
            tables.reflect(connection)
            for table in tables.tables.values():
                said += [repr(tuple(row)) for row in connection.execute(select(table))]
    return "\n".join(said)


def bytes_of(file: Path) -> bytes:
    """The file of the database, and what SQLite keeps beside it."""
    return b"\n".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


def test_what_is_about_a_person_goes_and_the_rest_stays(journal: Journal) -> None:
    batch = filed(journal, S.APPROVED, S.REFUSED)
    before, events = journal.cases(batch), journal.events(batch)
    assert all(mark in everything(journal) for mark in MARKS[1:])
    assert purge(journal, batch)
    assert not [mark for mark in MARKS if mark in everything(journal)]

    row = journal.batch(batch)
    assert (row.purged_at, row.stopped, row.key, row.roster_name, row.roster_hash) == (
        *(LATER, "", None),
        *("people.xlsx", "sha256:1"),
    )
    assert (row.started_by, row.attempt, row.created_at) == ("ana", 2, NOON)
    assert journal.roster(batch).content == b""
    for case, was in zip(journal.cases(batch), before, strict=True):
        assert (case.person, case.key, case.input_hash) == (mask_id(PERSON), None, "")
        assert (case.reason, case.shows, case.approved_shows, case.trouble) == ("", "", "", None)
        same = ["id", "seq", "flow", "flow_hash", "row", "state", "attempt", "number", "rule", "baseline", "since"]
        same += ["drafted_at", "approved_by", "approved_at"]
        assert [getattr(case, name) for name in same] == [getattr(was, name) for name in same]
    assert [(file.path, file.sha256, file.failed, file.url) for file in journal.evidence(batch)] == [
        ("1/01-saved.webp", "ef" * 32, None, ""),
        ("", "", "", ""),
    ]
    *old, new = journal.events(batch)
    assert [(one.seq, one.at, one.kind, one.was, one.to, one.by) for one in old] == [
        (one.seq, one.at, one.kind, one.was, one.to, one.by) for one in events
    ]
    assert (new.kind, new.by, new.at) == (purging.PURGED, "ana", LATER)
    assert new.facts == {"files": 3, "bytes": 70, "heads": ["ab" * 32]}


def test_what_an_event_keeps(journal: Journal) -> None:
    batch = filed(journal, S.APPROVED)
    assert purge(journal, batch)
    facts = {event.kind: event.facts for event in journal.events(batch)}
    assert facts["accepted"] == {"roster": "people.xlsx", "hash": "sha256:1", "cases": 1, "until": "declare"}
    assert facts["note"]["number"] == "2026110001" and facts["note"]["approved_by"] == "luz"
    assert not {"shows", "approved_shows", "reason", "trouble"} & set(facts["note"])
    assert facts["decision"] == {"what": "approve"} and facts["batch"] == {"attempt": 2}
    assert facts["sealed"] == {"seal": 1, "digest": "ab" * 32, "key": "cd" * 32}


def test_a_persons_number_in_what_stays_is_masked(journal: Journal) -> None:
    batch = filed(journal, S.APPROVED, roster=NewRoster(f"{PERSON}.xlsx", "/x.xlsx", "sha256:1", b""))
    journal.change(batch, [change("1", S.APPROVED, None, number=PERSON)], at=NOON, by="worker")
    assert purge(journal, batch)
    assert [event.facts["number"] for event in journal.events(batch) if event.kind == "note"][-1] == mask_id(PERSON)
    assert journal.events(batch)[0].facts["roster"] == f"{mask_id(PERSON)}.xlsx"
    assert PERSON not in everything(journal)


def test_other_batches_keep_everything(journal: Journal) -> None:
    batch, other = filed(journal, S.APPROVED), filed(journal, S.APPROVED, key="two")
    before = journal.batch(other), journal.cases(other), journal.events(other), journal.evidence(other)
    assert purge(journal, batch)
    assert (journal.batch(other), journal.cases(other), journal.events(other), journal.evidence(other)) == before
    assert journal.roster(other).content == ROSTER.content


def test_it_is_done_once(journal: Journal) -> None:
    batch = filed(journal, S.APPROVED)
    assert purge(journal, batch)
    after = journal.events(batch)
    assert not purge(journal, batch, before=LATER + timedelta(days=1), at=LATER + timedelta(days=2))
    assert journal.events(batch) == after
    with pytest.raises(UsageError):
        purge(journal, "202601-09")


@pytest.mark.parametrize("open", sorted(purging.OPEN - {S.DRAFTING, S.REVIEWED}))
def test_a_batch_with_an_open_case_stays_as_it_is(journal: Journal, open: S) -> None:
    batch = filed(journal, S.APPROVED, open)
    before = journal.batch(batch), journal.cases(batch), journal.events(batch)
    assert not purge(journal, batch)
    assert (journal.batch(batch), journal.cases(batch), journal.events(batch)) == before
    assert [case.id for case in purging.open_cases(journal.cases(batch))] == ["2"]


def test_where_a_case_is_over() -> None:
    over = {S.APPROVED, S.DONE, S.REJECTED, S.REFUSED, S.WITHDRAWN, S.FAILED, S.ELSEWHERE}
    assert set(S) - purging.OPEN == over


def test_the_last_event_says_how_old_a_batch_is(journal: Journal) -> None:
    batch = filed(journal, S.APPROVED)
    assert not purge(journal, batch, before=NOON + minutes(6) - timedelta(seconds=1))
    assert not purge(journal, batch, before=NOON)
    assert purge(journal, batch, before=NOON + minutes(6))


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        (datetime(2026, 11, 30, tzinfo=UTC), True),
        (datetime(2026, 12, 1, 12, tzinfo=UTC), True),  # not everywhere
        (datetime(2026, 12, 2, tzinfo=UTC), False),
    ],
)
def test_what_keeps_a_case_from_being_filed_twice_stays_until_its_month_is_over(
    journal: Journal, at: datetime, kept: bool
) -> None:
    batch = filed(journal, S.APPROVED)
    assert purge(journal, batch, at=at)
    assert [bool(case.key and case.input_hash) for case in journal.cases(batch)] == [kept]
    assert bool(journal.batch(batch).key) == kept
    again = journal.accept(new_batch("two"), [new_case("1", "one-1")], elsewhere=elsewhere).batch.id
    assert [case.state for case in journal.cases(again)] == [S.ELSEWHERE if kept else S.PENDING]


def test_no_byte_is_left_in_the_file(on_file: Journal, file: Path) -> None:
    batch = filed(on_file, S.APPROVED, S.REFUSED)
    with on_file.engine.connect() as connection:  # some systems' SQLite overwrites by default
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")
    for long in (f"{NAME} {WAGE} " * 9000, ""):  # the earlier selves of a row are somewhere in the file
        on_file.change(batch, [change("1", S.APPROVED, None, shows=long)], at=NOON, by="worker")
    marks = [mark.encode() for mark in MARKS]
    assert all(mark in bytes_of(file) for mark in marks)
    assert purge(on_file, batch)
    assert on_file.compact()
    left = bytes_of(file)
    assert not [mark for mark in marks if mark in left]
    assert mask_id(PERSON).encode() in left
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@contextmanager
def read_by_another(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM cases").fetchone()
        yield


def test_while_another_reads_the_file_is_not_compacted_and_says_so(on_file: Journal, file: Path) -> None:
    batch = filed(on_file, S.APPROVED)
    with on_file.engine.connect() as connection:  # the pool's one connection: it stays this impatient
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with read_by_another(file):
        assert purge(on_file, batch)
        with pytest.raises(JournalError, match="locked"):
            on_file.compact()
    assert on_file.compact()
    assert not [mark for mark in MARKS if mark.encode() in bytes_of(file)]


def test_a_server_says_that_it_is_for_others_to_say(postgres_url: str) -> None:
    with open_journal(postgres_url) as journal:
        assert purge(journal, filed(journal, S.APPROVED))
        assert not journal.compact()


async def test_the_engine_keeps_nothing_about_a_person(journal: Journal) -> None:
    async def do(phase: str) -> None:
        raise ValueError(*MARKS)

    batch = accept(journal, "1")
    async with Engine.open(journal.engine, "host-1") as engine:
        with pytest.raises(ValueError, match=PERSON):
            await engine.run(f"{batch}:1", ["draft"], do)
    said = everything(journal)
    assert f"{batch}:1" in said
    assert not [mark for mark in MARKS if mark in said]
