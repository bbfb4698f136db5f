"""Every kind of mistake in a flow file, and the exact report that its author reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.flow.lint import lint
from bot.flow.problems import report

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_reported_word_for_word(broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "flows"
    shutil.copytree(HERE / "portal", folder)
    is_portal = broken.name.startswith("portal_")
    shutil.copy(broken, folder / ("portal.yaml" if is_portal else broken.name))
    if is_portal:
        (folder / "fill_in.yaml").unlink()  # it is about elements of the portal that is replaced
    monkeypatch.chdir(tmp_path)

    said = report(lint(Path("flows"))) + "\n"

    assert said == broken.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_report_has_a_file_and_a_problem() -> None:
    reports = sorted((HERE / "broken").glob("*.txt"))
    assert [path.stem for path in reports] == [path.stem for path in BROKEN]
    for path in reports:
        assert "[FL" in path.read_text(encoding="utf-8")
