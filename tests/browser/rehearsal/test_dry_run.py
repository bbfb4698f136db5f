"""A dry run fills in the real forms, and leaves the portal's books as they were."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.bundled import bundled_flows
from bot.errors import UsageError
from bot.service.rehearsal import RehearsalOptions
from tests.browser.filing.people import LEAVER, NEW, NEW_TOO, add, interrupt
from tests.browser.rehearsal.conftest import EFFECTS, Rehearser

MISSING = "    steps:\n      - click: {button: Nowhere}\n        timeout: 1\n"

@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A copy of the bundled flows."""
    return Path(shutil.copytree(bundled_flows(), tmp_path / "flows"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


async def test_everything_is_done_but_the_saving(rehearser: Rehearser) -> None:
    before = rehearser.books()
    report = await rehearser(add(NEW), interrupt(*LEAVER), add(NEW_TOO, home="浙江省 杭州市 西湖区"))
    assert [(one.ending, one.step) for one in report.cases] == [("would_draft", "click save_to_drafts")] * 3
    assert rehearser.books() == before
    happened = rehearser.happened()
    assert happened.count("lookup") == 3, "the forms were filled in on the portal itself"
    assert not EFFECTS & set(happened)
    assert happened.count("login") == 1
    for one in report.cases:
        assert any("not-done" in path.name for path in one.pictures)
        assert all(path.exists() for path in one.pictures)
    assert report.exit_code == 0


async def test_what_the_portal_refuses_is_told_and_the_next_case_is_done(rehearser: Rehearser) -> None:
    report = await rehearser(interrupt(NEW), add(NEW_TOO))
    assert [one.ending for one in report.cases] == ["refused", "would_draft"]
    assert "not active" in str(report.cases[0].reason)
    assert report.exit_code == 1


async def test_a_stage_that_marks_no_step_is_not_begun(rehearser: Rehearser, flows: Path) -> None:
    """Nobody knows which of its clicks would save: none is done."""
    change(flows / "save_form.yaml", "    commits: true\n", "")
    report = await rehearser(add(NEW), flows=flows)
    assert [(one.ending, one.step) for one in report.cases] == [("not_entered", "save_draft")]
    assert "opened" not in rehearser.happened()
    assert report.exit_code == 1


async def test_a_fault_is_told_with_its_place_and_the_next_case_is_done(rehearser: Rehearser, flows: Path) -> None:
    change(flows / "interrupt.yaml", "    steps:\n", MISSING)
    report = await rehearser(interrupt(*LEAVER), add(NEW), flows=flows)
    assert [one.ending for one in report.cases] == ["failed", "would_draft"]
    assert "interrupt.yaml:" in report.cases[0].place
    assert not EFFECTS & set(rehearser.happened())


async def test_one_case_of_the_roster_can_be_chosen(rehearser: Rehearser) -> None:
    report = await rehearser(add(NEW), interrupt(*LEAVER), options=RehearsalOptions(case="interrupt-003"))
    assert [one.case.id for one in report.cases] == ["interrupt-003"]


async def test_a_case_that_is_not_in_the_roster_is_not_looked_for_on_the_portal(rehearser: Rehearser) -> None:
    with pytest.raises(UsageError, match="add-009"):
        await rehearser(add(NEW), options=RehearsalOptions(case="add-009"))
    assert "login" not in rehearser.happened()
