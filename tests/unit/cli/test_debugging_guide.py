"""docs/debugging.md shows what `portal run --explain` really says, and what a step looks like at the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.cli.main import run

ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs" / "debugging.md"


def shown(name: str) -> str:
    """The block of the guide that stands under this remark."""
    found = re.search(rf"<!-- {name} -->\n```\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "november.csv"
    path.write_text(shown("roster"), encoding="utf-8")
    return path


def test_the_explanation_in_the_guide_is_the_program_s(
    roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORTAL_CLOCK", "2026-11-10T09:00+08:00")
    asked = f"--lang en --home {tmp_path / 'home'} run {roster} --account 170000001 --case interrupt-002 --explain"
    assert run(asked.split()) == 0
    said = capsys.readouterr().out
    assert said == shown("explain")
    assert "330299199112221079" not in said
    assert not (tmp_path / "home").exists(), "nothing is written, and no journal is made"


def test_a_program_gets_the_same(
    roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORTAL_CLOCK", "2026-11-10T09:00+08:00")
    assert run(f"--lang en --home {tmp_path / 'home'} run {roster} --account 170000001 --explain --json".split()) == 0
    said = capsys.readouterr().out
    assert "330299199112221079" not in said
    cases = json.loads(said)
    assert [one["case"] for one in cases] == ["interrupt-002", "add-003", "interrupt-004"]
    commits = [step["step"] for one in cases for stage in one["stages"] for step in stage["steps"] if step["commits"]]
    assert commits == ["click save_to_drafts"] * 3


@pytest.mark.parametrize(("stage", "code"), [("save_draft", 0), ("nowhere", 2)])
def test_a_flow_is_explained_from_a_stage_that_it_has(
    roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, code: int
) -> None:
    monkeypatch.setenv("PORTAL_CLOCK", "2026-11-10T09:00+08:00")
    asked = f"--lang en --home {tmp_path / 'home'} run {roster} --case add-003 --explain --from {stage}"
    assert run(asked.split()) == code


def test_without_a_terminal_step_is_refused(
    roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORTAL_CLOCK", "2026-11-10T09:00+08:00")
    asked = f"--lang en --home {tmp_path / 'home'} run {roster} --account 170000001 --step"
    assert run(asked.split()) == 2
    assert "there is no terminal here" in capsys.readouterr().err
    assert not (tmp_path / "home").exists()
