"""Whoever the program has read of is masked wherever it tells of them; a password shows nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.filing.desk import Account
from bot.filing.journal.looking import Wanted
from bot.redaction import HIDDEN, mask_id, redactor
from bot.service import Assistant
from tests.unit.service.conftest import ADD, HEADER, Accept

ID = "330299198706120115"
WITH_MISTAKES = "add,330299198310050376,石明远,52,,yes,no,,\n"


def forget() -> None:
    """Begin as a new process does."""
    redactor.__init__()  # type: ignore[misc]  # as a new process has it


def is_masked(number: str) -> bool:
    said = f"x{number}x"  # within a word only who is known is recognised
    return redactor.text(said) == f"x{mask_id(number)}x"


def test_a_roster_that_was_checked(assistant: Assistant, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(HEADER + ADD + WITH_MISTAKES, encoding="utf-8")
    assert not is_masked(ID)
    assert not assistant.check(roster).ok
    assert is_masked(ID)
    assert is_masked("330299198310050376"), "a row with mistakes has a person all the same"


@pytest.mark.parametrize("look", ["view", "page", "batches"])
def test_a_batch_of_the_journal(assistant: Assistant, accepted: Accept, look: str) -> None:
    batch = accepted(ADD).id
    forget()
    assert not is_masked(ID)
    if look == "batches":
        assistant.batches()
    elif look == "page":
        assistant.overviews.page(batch, Wanted(), 0, 10)
    else:
        assistant.view(batch)
    assert is_masked(ID)
    assert not is_masked("add-002"), "the id of a case is nobody's number"


def test_the_password_of_an_account() -> None:
    account = Account("acme", "170000001", SecretStr("only-this-once"))
    assert redactor.text("he typed only-this-once") == f"he typed {HIDDEN}"
    assert "only-this-once" not in repr(account)
