"""Purging: what is over for long enough goes, and a signed note stays; all else stays, and why is said."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evidence import Pictures
from bot.evidence.envelope import opened
from bot.filing.journal.rows import EvidenceRow
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState
from bot.service import Assistant
from bot.service.dossiers import Checking
from tests.unit.service.conftest import ADD, ADD_TOO, NOW, Accept, Put

S = CaseState
TO_THE_END = (S.DRAFTING, S.DRAFTED, S.REVIEWED, S.DECLARING, S.UNDER_REVIEW, S.APPROVED)
DAYS = timedelta(days=90)


@pytest.fixture(autouse=True)
def keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")


@pytest.fixture
def later(assistant: Assistant) -> Assistant:
    """The same home, a hundred days on."""
    return Assistant(home=assistant.home, url=assistant.url, clock=lambda: NOW + timedelta(days=100))


@pytest.fixture
def batch(assistant: Assistant, journal: Journal, accepted: Accept, put: Put) -> str:
    """A batch that is over, with a file of evidence, sealed."""
    row = accepted(ADD)
    put(row.id, "add-002", *TO_THE_END, shows="330299198706120115 钱嘉树")

    def keep(files: object) -> None:
        for one in files:  # type: ignore[attr-defined]  # evidence files
            path = one.path.as_posix()
            journal.keep(row.id, [EvidenceRow(one.case, one.name, one.kind, path, NOW, None, one.sha256, one.bytes)])

    Pictures(Path(row.evidence), recorded=keep).keep("receipt", b"%PDF", cases=["add-002"], suffix=".pdf")
    assistant.dossiers.seal(row.id, by="Ana")
    assert assistant.dossiers.verify(row.id, Checking()).intact
    return row.id


def test_what_is_over_for_long_enough_goes_and_a_note_stays(
    later: Assistant, journal: Journal, batch: str
) -> None:
    folder = Path(journal.batch(batch).evidence)
    planned = later.dossiers.purge(older_than=DAYS, by="Luz", dry_run=True)
    assert [one.batch for one in planned.purged] == [batch] and not planned.done and folder.exists()
    [seal] = [event.facts["digest"] for event in journal.events(batch) if event.kind == "sealed"]

    [done] = later.dossiers.purge(older_than=DAYS, by="Luz").purged
    assert (done.files, done.strange) == (planned.purged[0].files, ())
    assert not folder.exists()
    assert done.note is not None
    note = json.loads(opened(done.note.read_bytes())[0].payload)
    assert (note["batch"], note["seals"], note["purged_by"], note["cases"]) == (batch, [seal], "Luz", 1)
    assert "330299198706120115" not in json.dumps(note)

    [row] = journal.cases(batch)
    assert (row.person, row.shows, row.state) == ("330*************15", "", S.APPROVED)
    assert later.dossiers.purge(older_than=DAYS, by="Luz").purged == ()
    assert later.view(batch).outcomes[0].state is S.APPROVED, "its skeleton can still be looked at"
    with pytest.raises(UsageError, match="was purged on"):
        later.dossiers.verify(batch, Checking())


def test_what_is_young_or_open_stays_and_why_is_said(
    assistant: Assistant, later: Assistant, journal: Journal, batch: str, accepted: Accept
) -> None:
    young = assistant.dossiers.purge(older_than=DAYS, by="Luz")
    assert (young.purged, [one.batch for one in young.kept]) == ((), [batch])
    assert "last changed on 2026-11-10" in str(young.kept[0].why)
    pending = accepted(ADD_TOO).id
    later.dossiers.seal(pending, by="Ana")
    found = assistant_long_after(later).dossiers.purge(older_than=DAYS, by="Luz")
    assert [one.batch for one in found.purged] == [batch]
    assert [(one.batch, str(one.why)) for one in found.kept] == [(pending, "cases that are not over: 1")]
    assert journal.cases(pending)[0].person == "330299198310050376"


def assistant_long_after(later: Assistant) -> Assistant:
    return Assistant(home=later.home, url=later.url, clock=lambda: NOW + timedelta(days=300))
