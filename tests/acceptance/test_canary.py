"""Marked values go through everything that can happen; then every byte written anywhere is searched for them.

The password and the captcha may stand nowhere. The ID number may stand where it must: in the clerk's own spreadsheets,
in the journal (its owner's eyes only) and in the sealed evidence with what is made of it for those who may see it all.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.acceptance.canary import Arguments, places, spellings
from tests.acceptance.conftest import ANOTHER, INSURED, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import USER, MockPortal, Program

ROOT = Path(__file__).parents[2]
PASSWORD = 'kan"4ri<e>&%ñ7+/=x'
CAPTCHA = "80402957316"
PERSON = "330299198706120115"
"""The newcomer's."""

MAY_HOLD_PEOPLE = (
    "desk/roster",  # the clerk's spreadsheet, and its copy with the results
    "desk/sealed.zip",
    "desk/report",
    "home/journal.sqlite",
    "home/evidence/",
)


@pytest.fixture
def marked(portal: Program, tmp_path: Path) -> Program:
    """The program with a marked password, and a temporary folder that can be searched."""
    (tmp_path / "tmp").mkdir()
    environment = {"PORTAL_PASSWORD": PASSWORD, "TMPDIR": str(tmp_path / "tmp"), "PORTAL_KEYS": "file"}
    environment["DEBUG"] = "pw:*"  # with which the browser's driver tells all that is typed
    return Program(portal.folder, {**portal.environment, **environment})


@pytest.fixture
def mock(start_mock: StartMock, tmp_path_factory: pytest.TempPathFactory) -> MockPortal:
    """A portal that knows the marked password and asks for the marked digits."""
    state = json.loads((ROOT / "fixtures" / "portal.json").read_text(encoding="utf-8"))
    for employer in state["employers"]:
        employer["password"] = PASSWORD
    path = tmp_path_factory.mktemp("mock") / "state.json"
    path.write_text(json.dumps(state), encoding="utf-8")
    return start_mock(captcha=f"fixed:{CAPTCHA}", state=str(path))


def typed(times: int = 3) -> str:
    return f"{CAPTCHA}\n" * times


@pytest.mark.timeout(300)
def test_nothing_leaks(marked: Program, mock: MockPortal, roster: WriteRoster, tmp_path: Path) -> None:
    options = ["--account", USER, "--url", mock.url, "--yes", "--debug", "--trace"]
    said: list[str] = []
    with Arguments() as arguments:
        said += _refused_and_failed(marked, mock, ["run", roster(NEWCOMER, INSURED), *options])
        _crash(marked, mock, ["run", roster(ANOTHER), *options])
        resumed = marked("resume", "--yes", "--debug", "--trace", typed=typed())
        assert resumed.returncode == 0, _all(resumed)
        said += [_all(resumed), *_looked_at(marked)]
    folders = [tmp_path / name for name in ("desk", "home", "tmp")]
    found = places((PASSWORD, CAPTCHA, PERSON), *folders)
    assert [place for place in found[PERSON] if "home/evidence/" in place], "the search finds nothing at all"
    for secret in (PASSWORD, CAPTCHA):
        assert found[secret] == set()
        assert not [one for one in said if secret in one]
    stray = {place for place in found[PERSON] if not place.startswith(MAY_HOLD_PEOPLE)}
    assert stray == set()
    assert not [one for one in said if PERSON in one]
    if sys.platform == "linux":
        ours = [line for line in arguments.seen if b"mock_portal" not in line]
        assert [line for line in ours if b"bot.cli.main" in line]
        for mark in (PASSWORD, CAPTCHA, PERSON):
            assert not [line for line in ours if any(one in line for one in spellings(mark))]


def _refused_and_failed(marked: Program, mock: MockPortal, filed: Sequence[str | Path]) -> list[str]:
    """A login that is refused; then a save that fails, a person whom the portal refuses, and one who is filed."""
    wrong = marked(*filed, typed="11111111111\n")
    assert wrong.returncode == 2, _all(wrong)
    mock.tell("faults", [{"kind": "http_500", "at": "save"}])
    failed = marked(*filed, typed=typed())
    assert failed.returncode == 1, _all(failed)
    assert list((marked.folder.parent / "home/evidence").glob("*/add-002/*failure.json")), "nothing has failed"
    assert f"add {PERSON}" in mock.filings()
    return [_all(wrong), _all(failed)]


def _crash(marked: Program, mock: MockPortal, filed: Sequence[str | Path]) -> None:
    """Killed in the middle of a save, with a trace being recorded."""
    mock.tell("faults", [{"kind": "latency", "at": "save", "seconds": 20}])
    before = len(mock.events("lookup"))
    command = [sys.executable, "-m", "bot.cli.main", *map(str, filed)]
    with subprocess.Popen(
        command, cwd=marked.folder, env=os.environ | dict(marked.environment), stdin=subprocess.PIPE, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(typed())
        process.stdin.flush()
        while len(mock.events("lookup")) <= before and process.poll() is None:
            time.sleep(0.05)
        assert process.poll() is None, process.stdout.read()
        os.killpg(process.pid, signal.SIGKILL)
    mock.tell("faults", [])


def _looked_at(marked: Program) -> list[str]:
    """Everything that shows or hands out what was filed."""
    name = "202611-01"
    commands: list[list[str]] = [
        ["status", name, "--events"],
        ["status", name, "--json", "--events"],
        ["show", name, "add-002"],
        ["show", name, "add-002", "--json", "--full"],
        ["evidence", "verify", name],
        ["evidence", "report", name, "-o", "report.html"],
        ["evidence", "report", name, "-o", "report.pdf"],
        ["evidence", "export", name, "--sealed", "-o", "sealed.zip"],
        ["evidence", "export", name, "--shareable", "-o", "shareable.zip"],
        ["evidence", "verify", "shareable.zip"],
        ["doctor"],
    ]
    said = []
    for command in commands:
        done = marked(*command)
        assert done.returncode == 0 or command == ["doctor"], f"{command}: {done.stdout}{done.stderr}"
        said.append(_all(done))
    return said


def _all(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr
