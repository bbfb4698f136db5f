"""What the journal tells in words holds no secret and masks people; what it recognises cases by is whole."""

from __future__ import annotations

from typing import Any

import pytest

from bot.filing.journal.rows import Change, EvidenceRow
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState
from bot.redaction import HIDDEN, mask_id, redactor
from tests.unit.filing.journal.paper import NOON, accept, change

ID = "330299198706120115"
PASSWORD = "pa/ss \"word'"
SAID = f"{ID} used {PASSWORD}"
MASKED = f"{mask_id(ID)} used {HIDDEN}"


@pytest.fixture(autouse=True)
def known() -> None:
    """A program that knows a password and a person."""
    redactor.secret(PASSWORD)
    redactor.person(ID)


def test_the_words_about_a_case(journal: Journal) -> None:
    batch = accept(journal, "1")
    trouble: dict[str, Any] = {"message": SAID, "circumstances": {"nearest": [SAID], "url": f"http://p/?id={ID}"}}
    facts: dict[str, Any] = {"reason": SAID, "shows": SAID, "approved_shows": SAID, "number": ID, "trouble": trouble}
    journal.change(batch, [change("1", CaseState.PENDING, CaseState.DRAFTED, **facts)], at=NOON, by="ana")
    [case] = journal.cases(batch)
    assert case.reason == MASKED
    assert case.trouble == {
        "message": MASKED,
        "circumstances": {"nearest": [MASKED], "url": f"http://p/?id={mask_id(ID)}"},
    }
    assert (case.shows, case.approved_shows, case.number) == (SAID, SAID, ID), "what is compared is whole"
    assert SAID not in str(journal.events(batch))
    assert journal.events(batch)[-1].facts["reason"] == MASKED


def test_a_trouble_that_is_over_is_gone(journal: Journal) -> None:
    batch = accept(journal, "1")
    note = Change("1", CaseState.PENDING, 1, None, {"trouble": {"message": SAID}})
    journal.change(batch, [note], at=NOON, by="ana")
    journal.change(batch, [Change("1", CaseState.PENDING, 1, None, {"trouble": None})], at=NOON, by="ana")
    assert journal.cases(batch)[0].trouble is None


def test_the_words_about_a_batch_and_its_files(journal: Journal) -> None:
    batch = accept(journal, "1")
    journal.note_batch(batch, at=NOON, by="ana", stopped=SAID)
    journal.decide(batch, "1", "call", at=NOON, by="ana", facts={"digest": f"{ID}{PASSWORD}", "said": SAID})
    journal.keep(batch, [EvidenceRow("1", "saved", "picture", "", NOON, failed=SAID)])
    assert journal.batch(batch).stopped == MASKED
    noted, decided = journal.events(batch)[-2:]
    assert noted.facts == {"stopped": MASKED}
    assert decided.facts == {"what": "call", "digest": f"{ID}{PASSWORD}", "said": MASKED}
    assert journal.evidence(batch)[0].failed == MASKED
