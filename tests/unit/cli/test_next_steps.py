"""What is left to do with a batch, and the command for it."""

from __future__ import annotations

import pytest

from bot.cli.next_steps import next_steps, show_next_steps
from bot.text import LANGUAGES, Language, read_in
from tests.unit.cli.conftest import Standing, output, readable
from tests.unit.cli.service import view_of


@pytest.mark.parametrize(
    ("states", "waiting", "until", "commands"),
    [
        (["approved", "done"], False, "declare", []),
        (["pending", "drafting", "approved"], False, "declare", ["resume 202611-01"]),
        (["declaring"], False, "declare", ["resume 202611-01"]),
        (["reviewed"], False, "declare", ["resume 202611-01"]),
        (["reviewed", "approved"], True, "declare", ["approve 202611-01"]),
        (["drafted", "reviewed"], True, "review", ["resume 202611-01", "approve 202611-01"]),
        (["drafted"], False, "drafts", ["resume 202611-01 --until review"]),
        (["drafted"], False, "review", ["resume 202611-01"]),
        (["under_review", "approved"], False, "declare", ["status 202611-01 --refresh"]),
        (["needs_attention", "approved"], False, "declare", ["status 202611-01"]),
        (["rejected", "approved"], False, "declare", ["results 202611-01 --carry-over next.xlsx"]),
        (["refused", "reviewed"], True, "declare", ["approve 202611-01"]),
        (["failed"], False, "declare", ["resume 202611-01", "results 202611-01 --carry-over next.xlsx"]),
        (["elsewhere"], False, "declare", []),
    ],
)
def test_the_steps_that_fit(
    standing: Standing, states: list[str], waiting: bool, until: str, commands: list[str]
) -> None:
    outcomes = [standing(state, row) for row, state in enumerate(states, start=2)]
    waits = [one.case.id for one in outcomes if waiting and one.state == "reviewed"]
    view = view_of(*outcomes, waiting=waits, until=until)
    assert [step.command for step in next_steps(view)] == [f"portal {command}" for command in commands]


def test_a_command_says_again_where_the_batches_are(standing: Standing) -> None:
    [step] = next_steps(view_of(standing("pending")), options=("--home", "here"))
    assert step.command == "portal resume 202611-01 --home here"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_stands_on_a_line_of_its_own(standing: Standing, language: Language) -> None:
    read_in(language)
    console = readable(40)
    show_next_steps(console, next_steps(view_of(standing("rejected"))))
    assert "  portal results 202611-01 --carry-over next.xlsx" in output(console).splitlines()
