"""Purging: what is over for long enough goes, and a signed note stays; all else stays, and why is said."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import JournalError, UsageError
from bot.evidence import Pictures
from bot.evidence.envelope import opened, signed_by
from bot.evidence.keys import signing_key
from bot.evidence.pictures import EvidenceFile
from bot.filing.journal.rows import EvidenceRow
from bot.filing.journal.store import Journal, open_journal
from bot.filing.states import CaseState
from bot.filing.traces import free_name
from bot.service import Assistant
from bot.service.access_log import Access, AccessLog
from bot.service.dossiers import Checking
from bot.service.purge import Purged, PurgeOutcome, purge
from bot.service.uploads import OldUpload, Uploads
from bot.text import LANGUAGES
from tests.unit.service.conftest import ADD, ADD_TOO, NOW, Accept, Put

S = CaseState
TO_THE_END = (S.DRAFTING, S.DRAFTED, S.REVIEWED, S.DECLARING, S.UNDER_REVIEW, S.APPROVED)
DAYS = timedelta(days=90)
PERSON = "330299198706120115"
NAME = "钱嘉树"


@pytest.fixture(autouse=True)
def keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")


def after(assistant: Assistant, days: int) -> Assistant:
    """The same home, so many days on."""
    return Assistant(home=assistant.home, url=assistant.url, clock=lambda: NOW + timedelta(days=days))


@pytest.fixture
def later(assistant: Assistant) -> Assistant:
    return after(assistant, 100)


@pytest.fixture
def batch(assistant: Assistant, journal: Journal, accepted: Accept, put: Put) -> str:
    """A batch that is over, with a file of evidence, sealed."""
    row = accepted(ADD)
    put(row.id, "add-002", *TO_THE_END, shows=f"{PERSON} {NAME}")

    def keep(files: Sequence[EvidenceFile]) -> None:
        for one in files:
            assert one.path is not None
            path = one.path.as_posix()
            journal.keep(row.id, [EvidenceRow(one.case, one.name, one.kind, path, NOW, None, one.sha256, one.bytes)])

    Pictures(Path(row.evidence), recorded=keep).keep("receipt", b"%PDF", cases=["add-002"], suffix=".pdf")
    assistant.dossiers.seal(row.id, by="Ana")
    assert assistant.dossiers.verify(row.id, Checking()).intact
    return row.id


def purged_by(assistant: Assistant, **options: Any) -> PurgeOutcome:
    return assistant.dossiers.purge(older_than=DAYS, by="Luz", **options)


def note_of(purged: Purged) -> dict[str, Any]:
    assert purged.note is not None
    said: dict[str, Any] = json.loads(opened(purged.note.read_bytes())[0].payload)
    return said


def test_what_is_over_for_long_enough_goes_and_a_note_stays(later: Assistant, journal: Journal, batch: str) -> None:
    folder = Path(journal.batch(batch).evidence)
    trace = free_name(later.home, batch)
    trace.write_bytes(b"PK trace")
    planned = purged_by(later, dry_run=True)
    assert [one.batch for one in planned.purged] == [batch] and not planned.done
    assert folder.exists() and trace.exists() and planned.purged[0].note is None
    assert journal.batch(batch).purged_at is None
    [seal] = [event.facts["digest"] for event in journal.events(batch) if event.kind == "sealed"]

    outcome = purged_by(later)
    [done] = outcome.purged
    assert outcome.done and outcome.remains is None
    assert (done.files, done.bytes, done.missing, done.strange) == (5, planned.purged[0].bytes, 0, ())
    assert done.results == Path(journal.batch(batch).results)
    assert not folder.exists() and not trace.exists()
    note = note_of(done)
    assert (note["batch"], note["seals"], note["purged_by"], note["cases"]) == (batch, [seal], "Luz", 1)
    assert (note["files"], note["bytes"], note["left"]) == (5, done.bytes, 0)
    assert note["purged_at"] == (NOW + timedelta(days=100)).isoformat()
    assert note["unchanged_since"] == (NOW + timedelta(days=10)).isoformat()
    assert done.note is not None
    assert signed_by(opened(done.note.read_bytes())[0], signing_key(later.home).public)
    [noted] = AccessLog(later.home).latest(9)
    assert (noted.what, noted.by, noted.about) == (Access.PURGED, "Luz", batch)

    [row] = journal.cases(batch)
    assert (row.person, row.shows, row.state) == ("330*************15", "", S.APPROVED)
    assert purged_by(later) == PurgeOutcome((), (), done=True)


def test_nothing_about_the_person_is_left_in_the_home(later: Assistant, journal: Journal, batch: str) -> None:
    def holding() -> list[Path]:
        files = [path for path in later.home.rglob("*") if path.is_file()]
        return [path for path in files if any(mark.encode() in path.read_bytes() for mark in (PERSON, NAME))]

    assert len(holding()) >= 2, "the search finds nothing at all"
    purged_by(later)
    assert holding() == []


def test_a_purged_batch_can_be_looked_at_and_not_gone_on_with(
    later: Assistant, batch: str, accepted: Accept, tmp_path: Path
) -> None:
    assert later.view(batch).purged_at is None
    purged_by(later)
    view = later.view(batch)
    assert view.purged_at == NOW + timedelta(days=100)
    assert (view.outcomes[0].state, view.outcomes[0].evidence, view.unfinished) == (S.APPROVED, (), False)
    assert later.case(batch, "add-002").files == ()
    said = "was purged on 2027-02-18"
    for work in (
        lambda: later.dossiers.verify(batch, Checking()),
        lambda: later.write_results(batch, tmp_path / "out.xlsx"),
        lambda: later.carry_over(batch, tmp_path / "next.xlsx"),
    ):
        with pytest.raises(UsageError, match=said):
            work()
    assert later.dossiers.seal(batch, by="Ana") is None
    accepted(ADD)  # its month is over for the journal: this is another batch


def test_while_its_month_lasts_a_purged_roster_is_recognised_and_not_filed_again(
    assistant: Assistant, journal: Journal, batch: str, accepted: Accept
) -> None:
    [done] = after(assistant, 5).dossiers.purge(older_than=timedelta(days=1), by="Luz").purged
    assert done.batch == batch
    with pytest.raises(UsageError, match="was purged on"):
        accepted(ADD)
    again = accepted(ADD, ADD_TOO)
    assert [case.state for case in journal.cases(again.id)] == [S.ELSEWHERE, S.PENDING]


def test_what_is_young_or_open_stays_and_why_is_said(
    assistant: Assistant, later: Assistant, journal: Journal, batch: str, accepted: Accept
) -> None:
    young = purged_by(assistant)
    assert (young.purged, [one.batch for one in young.kept]) == ((), [batch])
    assert "last changed on 2026-11-10" in str(young.kept[0].why)
    pending = accepted(ADD_TOO).id
    later.dossiers.seal(pending, by="Ana")
    found = purged_by(after(assistant, 300))
    assert [one.batch for one in found.purged] == [batch]
    assert [(one.batch, str(one.why)) for one in found.kept] == [(pending, "cases that are not over: 1")]
    assert journal.cases(pending)[0].person == "330299198310050376"


def test_strangers_files_stay_and_are_told(later: Assistant, journal: Journal, batch: str) -> None:
    mine = Path(journal.batch(batch).evidence) / "add-002/notes.txt"
    mine.write_text("mine")
    [done] = purged_by(later).purged
    assert done.strange == ("add-002/notes.txt",) and mine.read_text() == "mine"
    assert note_of(done)["left"] == 1


def test_what_is_cut_short_is_done_by_the_next_purge(
    later: Assistant, journal: Journal, batch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal is emptied first: nobody goes on with what may be half gone."""
    planned = purged_by(later, dry_run=True).purged[0]
    folder, unlink = Path(journal.batch(batch).evidence), Path.unlink

    def once(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok)
        raise OSError(5, "the disk is gone")

    with monkeypatch.context() as broken, pytest.raises(UsageError, match="the disk is gone"):
        broken.setattr(Path, "unlink", once)
        purged_by(later)
    assert folder.exists() and journal.batch(batch).purged_at is not None
    assert not (later.home / "purged").exists()

    assert [one.batch for one in purged_by(after(later, 200), dry_run=True).purged] == [batch]
    [done] = purged_by(after(later, 200)).purged
    assert not folder.exists() and done.missing == 0
    note = note_of(done)
    assert (note["files"], note["bytes"]) == (planned.files, planned.bytes), "what the event says, not what was left"
    assert note["purged_at"] == (NOW + timedelta(days=100)).isoformat()


def test_a_journal_that_is_being_read_is_compacted_by_the_next_purge(
    later: Assistant, journal: Journal, batch: str
) -> None:
    def purge_with(impatient: Journal) -> PurgeOutcome:
        key = signing_key(later.home)
        now = NOW + timedelta(days=100)
        return purge(impatient, later.home, key, older_than=DAYS, now=now, by="Luz", dry_run=False)

    with open_journal(later.store) as impatient, closing(sqlite3.connect(later.home / "journal.sqlite")) as reader:
        with impatient.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM cases").fetchone()
        with pytest.raises(JournalError, match="locked"):
            purge_with(impatient)
        assert not (later.home / "purged").exists()
        reader.rollback()
        assert [one.batch for one in purge_with(impatient).purged] == [batch]
    assert not [path for path in later.home.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]


def test_evidence_on_another_computer_is_told_and_goes_there_with_the_same_command(
    later: Assistant, journal: Journal, batch: str, tmp_path: Path
) -> None:
    folder = Path(journal.batch(batch).evidence)
    key, now = signing_key(later.home), NOW + timedelta(days=100)
    folder.rename(tmp_path / "out of reach")

    def there(home: Path) -> PurgeOutcome:
        return purge(journal, home, key, older_than=DAYS, now=now, by="Luz", dry_run=False)

    [done] = there(tmp_path / "other home").purged
    assert (done.files, done.missing) == (0, 1)
    (tmp_path / "out of reach").rename(folder)
    [done] = there(later.home).purged
    assert not folder.exists() and note_of(done)["files"] == done.files == 4


def test_a_server_keeps_what_is_its_own_to_remove(
    later: Assistant, batch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "compact", lambda journal: False)
    remains = purged_by(later).remains
    assert remains is not None and "VACUUM" in str(remains) and set(remains) == set(LANGUAGES)


def test_spreadsheets_that_were_handed_in_are_told_of_before_they_go(
    assistant: Assistant, later: Assistant, journal: Journal, accepted: Accept, put: Put
) -> None:
    uploads = Uploads(assistant)
    lying, filed = uploads.take("lying.xlsx", b"x"), uploads.take("filed.xlsx", b"xy")
    folder = assistant.home / "uploads"
    results = folder / filed / "filed-results.xlsx"
    results.write_bytes(b"xyz")
    row = accepted(ADD, results=results)
    put(row.id, "add-002", *TO_THE_END)
    for path in [*folder.rglob("*")]:
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))

    planned = purged_by(later, dry_run=True)
    assert planned.uploads == (OldUpload("lying.xlsx", 1, 1),), "what goes with its batch is told of once"
    [batch] = planned.purged
    assert batch.results is None, "it does not stay"
    assert uploads.is_there(lying) and results.exists()
    assert not purged_by(assistant, dry_run=True).uploads, "it is young"
    done = purged_by(later)
    assert done.uploads == planned.uploads
    assert not uploads.is_there(lying) and not results.parent.exists()
    assert AccessLog(later.home).latest(1)[0].more == "uploads: 1"
    assert purged_by(later).nothing
