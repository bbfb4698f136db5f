"""The page for when the portal changed: its commands work in their order, and say what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.bundled import bundled_flows
from bot.flow.loader import load_library
from bot.flow.marks import read_yaml
from bot.flow.models import Flow
from tests.acceptance.conftest import HEADER, NEWCOMER
from tests.acceptance.program import CLOCK, PASSWORD, Program
from tests.browser.filing.conftest import Portals

PAGE = (Path(__file__).parents[3] / "docs" / "when-the-portal-changed.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(<!-- said by the command above -->\n)?```text\n(.*?)```", PAGE, re.DOTALL)
RENAMED = [
    {"kind": "rename_label", "label": "save_to_drafts", "text": "Save draft"},
    {"kind": "rename_label", "label": "wage", "text": "Monthly base"},
]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    folder = tmp_path / "desk"
    shutil.copytree(bundled_flows(), folder / "my_portal")
    (folder / "roster.csv").write_text(HEADER + NEWCOMER, encoding="utf-8")
    environment = {
        "PORTAL_HOME": str(tmp_path / "home"),
        "PORTAL_CLOCK": CLOCK,
        "PORTAL_PASSWORD": PASSWORD,
        "PORTAL_KEYS": "file",
        "LC_ALL": "",
        "LANG": "en_GB.UTF-8",
        "PYTHONUTF8": "1",
    }
    return Program(folder, environment)


def test_the_page_is_a_story_that_can_be_followed(program: Program, portals: Portals) -> None:
    mock = portals.fresh("--lang", "en")
    mock.control("faults", RENAMED).raise_for_status()
    codes: list[int] = []
    said = ""
    for is_said, text in BLOCKS:
        if is_said:
            assert [line for line in text.splitlines() if line not in said.splitlines()] == []
            continue
        for command in text.splitlines():
            first, *arguments = command.replace("http://127.0.0.1:8000/", mock.url).split()
            if first == "mv":
                (program.folder / arguments[0]).replace(program.folder / arguments[1])
                continue
            done = program(*arguments)
            said = done.stdout
            codes.append(done.returncode)
    assert codes == [1, 1, 0, 0, 0, 0]  # drift, with --propose, lint, check, run, drift --accept
    assert [draft["shown"] for draft in mock.state()["drafts"] if draft["id_number"] == NEWCOMER.split(",")[1]]
    assert program("drift", "--account", "170000001", "--flows", "my_portal", "--url", mock.url).returncode == 0


def test_what_is_shown_of_files_is_as_they_are() -> None:
    baseline, walk = (read_yaml(text, "page") for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
    assert not baseline.problems and not walk.problems
    bundled = (bundled_flows() / "screens" / "en" / "interrupt-form.yaml").read_text(encoding="utf-8")
    shown = read_yaml(bundled, "bundled").value
    assert all(thing in shown["shows"] for thing in baseline.value["shows"])
    assert Flow.model_validate(walk.value).flow == load_library(bundled_flows()).portal.walk
