"""What a person at the terminal is shown before a step, and what the answers mean."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.actions.stepping import Candidates, Paused
from bot.cli.rehearsing import Rehearsal
from bot.cli.stepping import Stepper
from bot.errors import UsageError
from bot.flow.base import Marked, Place
from bot.flow.steps import Step
from bot.run import Draft
from bot.text import Text


class Typist:
    """Types one line after the other."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.asked: list[str] = []

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        self.asked.append(str(question))
        return self.lines.pop(0)

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        raise AssertionError("nothing is approved here")


def paused() -> Paused:
    raw = Marked({"fill": {"wage": "${wage}"}})
    raw.place = Place(file="sample.yaml", line=7, column=5)
    found = Candidates("wage", (("field “Salary”", 0), ("field “Wage”", 1)))
    return Paused(Step.model_validate(raw), {"wage": "6000"}, (found,))


async def test_a_step_is_told_with_all_that_matters() -> None:
    typist = Typist("g")
    assert await Stepper(typist)(paused()) == "go"
    assert typist.asked[0].strip().splitlines() == [
        "sample.yaml:7:5",
        "  fill wage",
        "    wage ← 6000",
        "    wage: field “Salary” (found: 0)",
        "    wage: field “Wage” (found: 1)  ← this one is used",
        "[g] go · [s] skip · [q] stop · [r] run on to the end:",
    ]


@pytest.mark.parametrize(("typed", "meant"), [("g", "go"), ("", "go"), ("S", "skip"), ("q", "stop")])
async def test_each_answer_means_something(typed: str, meant: str) -> None:
    assert await Stepper(Typist(typed))(paused()) == meant


async def test_what_means_nothing_is_asked_again() -> None:
    typist = Typist("what?", "s")
    assert await Stepper(typist)(paused()) == "skip"
    assert len(typist.asked) == 2


async def test_running_on_asks_no_more() -> None:
    typist = Typist("r")
    stepper = Stepper(typist)
    assert [await stepper(paused()) for _ in range(3)] == ["go"] * 3
    assert len(typist.asked) == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Rehearsal(explain=True, dry_run=True), "do not go together: --explain, --dry-run"),
        (Rehearsal(explain=True, step=True), "do not go together: --explain, --step"),
        (Rehearsal(case="add-002"), "--case goes only with"),
        (Rehearsal(stage="save_draft"), "--from goes only with"),
        (Rehearsal(step=True), "there is no terminal here"),
    ],
)
def test_what_does_not_go_is_said_before_anything_is_done(asked: Rehearsal, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked.heed(json=False)


@pytest.mark.parametrize("asked", [Rehearsal(), Rehearsal(explain=True, case="a"), Rehearsal(dry_run=True, stage="b")])
def test_what_goes_together_is_not_objected_to(asked: Rehearsal) -> None:
    asked.heed(json=True)
