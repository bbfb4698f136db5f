"""Nobody but the owner can read what the program keeps: its home, its journal, its logs, copies of rosters."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.checkup import home_folder
from bot.cli.setting import Setting, terminal
from bot.cli.trouble import report_bug
from bot.filing.journal.address import file_url
from bot.filing.journal.store import open_journal
from bot.filing.slots import worker_slot
from bot.private import private_file, private_folder
from bot.redaction import redactor
from bot.service import Assistant
from tests.unit.service.conftest import ADD, HEADER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes the user's profile, by no modes")


@pytest.fixture(autouse=True)
def open_handed() -> Iterator[None]:
    """A user who lets everybody read what is made without a thought."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    """The permissions of a folder and all that is in it."""
    return {
        str(path.relative_to(folder.parent)): oct(stat.S_IMODE(path.stat().st_mode))
        for path in (folder, *folder.rglob("*"))
    }


def assert_private(folder: Path, *holds: str) -> None:
    found = modes(folder)
    assert found == {name: "0o700" if (folder.parent / name).is_dir() else "0o600" for name in found}
    assert set(holds) <= {name.partition("/")[2] for name in found}


def test_a_folder_with_those_above_it_that_are_missing(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    private_file(private_folder(shared / "home" / "logs") / "log")
    private_folder(shared / "home" / "logs")
    assert_private(shared / "home", "logs/log")
    assert modes(shared)["shared"] == "0o755"


def test_a_home_and_its_journal(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_journal(file_url(home / "journal.sqlite")) as journal, worker_slot(home, journal.url):
        assert_private(home, "journal.sqlite", "journal.sqlite-wal", "journal.sqlite.slot", "journal.sqlite.lock")


def test_a_home_that_the_checkup_makes(tmp_path: Path) -> None:
    assert home_folder(tmp_path / "data" / "home").ok
    assert_private(tmp_path / "data")


def test_the_log_of_a_bug_is_private_and_clean(tmp_path: Path) -> None:
    redactor.secret("open sesame")
    setting = Setting(tmp_path / "home", terminal(sys.stdout), terminal(sys.stderr))
    assert report_bug(setting, ValueError("open sesame\x1b[2J")) == 3
    assert_private(setting.home)
    [log] = (setting.home / "logs").iterdir()
    assert "ValueError: •••••[2J" in log.read_text(encoding="utf-8")


def test_a_copy_of_a_roster(tmp_path: Path) -> None:
    assistant = Assistant(home=tmp_path / "home")
    roster = tmp_path / "roster.csv"
    roster.write_text(HEADER + ADD, encoding="utf-8")
    marked = assistant.write_marked(assistant.check(roster), tmp_path / "marked.xlsx")
    blank = assistant.template([], tmp_path / "blank.xlsx", "en")
    assert stat.S_IMODE(marked.stat().st_mode) == 0o600
    assert stat.S_IMODE(blank.stat().st_mode) == 0o666
