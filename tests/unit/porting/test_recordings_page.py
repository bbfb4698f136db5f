"""The page on recordings: its commands work in their order, and say what it says."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import run
from bot.cli.record_help import NO_WINDOW
from bot.flow.loader import load_library
from tests.unit.porting.drafts import RECORDINGS

PAGE = (Path(__file__).parents[3] / "docs" / "recordings.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for shown, block in re.findall(r"(<!-- said by the command above -->\n)?```text\n(.*?)```", PAGE, re.DOTALL)
    if not shown
    for line in block.splitlines()
]
[SAID] = re.findall(r"<!-- said by the command above -->\n```text\n(.*?)```", PAGE, re.DOTALL)


def test_the_commands_work_and_say_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("PORTAL_HOME", str(tmp_path / "home"))
    shutil.copy(RECORDINGS / "devtools" / "alta.json", tmp_path)
    *recorded, imported, exported, helped = COMMANDS
    assert run(imported.split()[1:]) == 0
    assert SAID in capsys.readouterr().out.replace("\\", "/")
    load_library(Path("my_portal"))
    assert run(exported.split()[1:]) == 0
    capsys.readouterr()
    monkeypatch.setattr("bot.cli.person.has_windows", lambda: False)
    for command in recorded:  # understood, up to where a person has to click
        assert run(shlex.split(command)[1:]) == 2
        assert str(NO_WINDOW) in capsys.readouterr().err
    shown = subprocess.run([sys.executable, *helped.split()[1:]], capture_output=True, timeout=60, check=True)
    assert b"--n-o-de-identidad VALUE" in shown.stdout


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]*)\)", PAGE))
def test_links_lead_somewhere(link: str) -> None:
    path, _, heading = link.partition("#")
    page = PAGE if not path else (Path(__file__).parents[3] / "docs" / path).read_text(encoding="utf-8")
    headings = {re.sub(r"[^a-z ]", "", one.lower()).replace(" ", "-") for one in re.findall(r"^#+ (.*)$", page, re.M)}
    assert not heading or heading in headings
