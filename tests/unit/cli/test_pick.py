"""Picking cases by what a person types."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from bot.cli.asking import Asking
from bot.cli.pick import ask_which, pick
from bot.errors import UsageError
from bot.flow.case import Case, Origin
from bot.text import Text

WHICH = Text.same("Which?")


@pytest.fixture
def cases(case: Case) -> list[Case]:
    """Two on one sheet, and one with the same row on another."""
    at = [("add", 4), ("add", 5), ("renew", 5)]
    return [replace(case, id=f"{sheet}-{row:03}", origin=Origin(sheet, row)) for sheet, row in at]


@pytest.mark.parametrize(
    ("said", "picked"),
    [
        (["add-004"], ["add-004"]),
        (["4"], ["add-004"]),
        (["renew 5", "ADD  5", "add-005"], ["add-005", "renew-005"]),
    ],
)
def test_by_id_place_or_row_in_the_order_of_the_roster(cases: list[Case], said: list[str], picked: list[str]) -> None:
    assert pick(said, cases, batch="202611-01") == picked


@pytest.mark.parametrize(
    ("said", "why", "cure"),
    [
        ("6", "has no case “6”", "add-004, add-005, renew-005"),
        ("5", "“5” may be more than one case", "add-005, renew-005"),
    ],
)
def test_a_name_that_is_none_or_several(cases: list[Case], said: str, why: str, cure: str) -> None:
    with pytest.raises(UsageError, match=why) as caught:
        pick([said], cases, batch="202611-01")
    assert str(caught.value.cure).endswith(cure)


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("all\n", ["add-004", "add-005", "renew-005"]),
        ("Todos\n", ["add-004", "add-005", "renew-005"]),
        ("全部\n", ["add-004", "add-005", "renew-005"]),
        ("none\n", []),
        ("无\n", []),
        ("4, renew 5\n", ["add-004", "renew-005"]),
        ("add-004，add-005\n", ["add-004", "add-005"]),
        ("\nperhaps\n4\n", ["add-004"]),
    ],
)
async def test_all_some_or_none(
    cases: list[Case], asking: Asking, monkeypatch: pytest.MonkeyPatch, typed: str, picked: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert await ask_which(WHICH, cases, asking, batch="202611-01") == picked
