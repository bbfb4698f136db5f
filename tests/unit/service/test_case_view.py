"""One case, as the journal and the folder of its evidence tell of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import TargetNotFound, UsageError
from bot.filing.journal.rows import BatchRow, EvidenceRow
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState
from bot.filing.troubles import kept
from bot.service import Assistant
from tests.unit.service.conftest import ADD, NOW, Accept, Put

DIAGNOSIS = '{"schema": "urn:portal-assistant:diagnosis:1", "url": "http://portal/%s", "frames": [{"name": "main"}]}'
CASE = "add-002"


class Failing:
    """A case that failed twice."""

    def __init__(self, assistant: Assistant, journal: Journal, batch: BatchRow, put: Put) -> None:
        self.batch, self.folder = batch.id, Path(batch.evidence)
        self.assistant = assistant
        error = TargetNotFound("There is no “Save” here.", cure="Look at the picture.")
        error.circumstances.place, error.circumstances.nearest = "flows/add.yaml:31:9", ["Safe"]
        put(self.batch, CASE, CaseState.DRAFTING)
        put(self.batch, CASE, CaseState.FAILED, trouble=kept(error))
        files = [
            EvidenceRow(CASE, "filled", "picture", "add-002/01-filled.webp", NOW),
            EvidenceRow(CASE, "filled", "page", "add-002/01-filled.json", NOW),
            EvidenceRow(CASE, "saved", "picture", "", NOW, failed="no page any more"),
            EvidenceRow(CASE, "failure", "diagnosis", "add-002/02-failure.json", NOW),
            EvidenceRow(CASE, "failure", "failure", "add-002/03-failure.webp", NOW),
            EvidenceRow(CASE, "failure", "diagnosis", "add-002/03-failure.json", NOW),
            EvidenceRow("", "login", "failure", "batch/01-failure.webp", NOW),
        ]
        journal.keep(self.batch, files)
        (self.folder / "add-002").mkdir(parents=True)
        for number in ("02", "03"):
            self.path(number).write_text(DIAGNOSIS % number, encoding="utf-8")

    def path(self, number: str) -> Path:
        """A diagnosis."""
        return self.folder / "add-002" / f"{number}-failure.json"


@pytest.fixture
def failing(assistant: Assistant, journal: Journal, accepted: Accept, put: Put) -> Failing:
    return Failing(assistant, journal, accepted(ADD), put)


def test_it_tells_what_is_known_of_the_case(failing: Failing) -> None:
    trace = failing.assistant.home / "traces" / f"{failing.batch}-1.zip"
    trace.parent.mkdir(parents=True)
    trace.touch()
    view = failing.assistant.case(failing.batch, CASE)
    assert (view.batch, view.outcome.state, view.attempt, view.since) == (failing.batch, CaseState.FAILED, 1, NOW)
    assert isinstance(view.outcome.error, TargetNotFound)
    assert view.outcome.error.circumstances.nearest == ["Safe"]
    assert [event.to for event in view.events][-2:] == [CaseState.DRAFTING, CaseState.FAILED]
    assert {event.case for event in view.events} == {CASE}
    assert [(file.name, file.kind, file.failed) for file in view.files] == [
        ("filled", "picture", ""),
        ("saved", "picture", "no page any more"),
        ("failure", "failure", ""),
    ]
    assert view.diagnosis is not None
    assert view.diagnosis.url == "http://portal/03"
    assert view.traces == (trace,)


def test_a_diagnosis_that_cannot_be_read_is_passed_over(failing: Failing) -> None:
    failing.path("03").write_text("{", encoding="utf-8")
    view = failing.assistant.case(failing.batch, CASE)
    assert view.diagnosis is not None
    assert view.diagnosis.url == "http://portal/02"
    failing.path("02").unlink()
    assert failing.assistant.case(failing.batch, CASE).diagnosis is None


def test_a_case_that_there_is_not(failing: Failing) -> None:
    with pytest.raises(UsageError, match="has no case “add-009”") as raised:
        failing.assistant.case(failing.batch, "add-009")
    assert CASE in str(raised.value.cure)
