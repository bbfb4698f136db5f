"""A dry run, a step at a time: each is shown before it is done, and a person says what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.actions.stepping import Answer, Paused
from bot.redaction import HIDDEN
from bot.run.describe import describe
from bot.service.rehearsal import RehearsalOptions
from tests.browser.filing.people import NEW, NEW_TOO, add
from tests.browser.rehearsal.conftest import EFFECTS, Rehearser

FLOWS = Path(__file__).parents[3] / "flows/social_insurance"


class Script:
    """A person who knows beforehand what to answer."""

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        self._answer = answer
        self.seen: dict[str, Paused] = {}

    async def __call__(self, paused: Paused) -> Answer:
        self.seen.setdefault(describe(paused.step), paused)
        return self._answer(describe(paused.step))


async def test_each_step_is_shown_with_its_place_its_value_and_its_candidates(rehearser: Rehearser) -> None:
    script = Script(lambda words: "go")
    report = await rehearser(add(NEW), options=RehearsalOptions(pause=script))
    assert [one.ending for one in report.cases] == ["would_draft"]
    assert not EFFECTS & set(rehearser.happened())
    assert script.seen["fill user_name, password"].values["password"] == HIDDEN
    filled = script.seen["fill name, wage"]
    lines = (FLOWS / "fill_coverage.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, one in enumerate(lines, 1) if 'fill: {name: "${name}"' in one)
    assert str(filled.step.place).endswith(f"fill_coverage.yaml:{line}:5")
    assert filled.values == {"name": "王示例", "wage": "6000"}
    assert {one.target: [count for _, count in one.found] for one in filled.targets} == {"name": [1], "wage": [1]}
    assert all(one.used for one in filled.targets)
    assert NEW not in str(script.seen["fill id_number"].values)
    assert "click save_to_drafts" not in script.seen, "the effect is nothing to be asked about: it is not done"


async def test_a_step_that_is_skipped_is_not_done(rehearser: Rehearser) -> None:
    skipped = ("fill id_number", "press Enter in id_number")
    script = Script(lambda words: "skip" if words in skipped else "go")
    report = await rehearser(add(NEW), options=RehearsalOptions(pause=script))
    assert "opened" in rehearser.happened()
    assert "lookup" not in rehearser.happened()
    assert not EFFECTS & set(rehearser.happened())
    assert len(report.cases) == 1


async def test_a_person_can_stop_at_a_step(rehearser: Rehearser) -> None:
    script = Script(lambda words: "stop" if words == "fill name, wage" else "go")
    report = await rehearser(add(NEW), add(NEW_TOO), options=RehearsalOptions(pause=script))
    assert ([one.ending for one in report.cases], report.left) == (["stopped"], 1)
    assert report.exit_code != 0
    assert rehearser.happened().count("lookup") == 1
