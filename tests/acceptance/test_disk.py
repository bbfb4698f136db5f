"""No room, or no right to write: a clear stop before any effect, the journal whole, and on as soon as there is room."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.conftest import LEAVER, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import PATIENCE, USER, MockPortal, Program

FULL = "There is no space left for the journal"
READ_ONLY = "The journal cannot be written"


def cramped(portal: Program, room: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program with a journal that has no room; it has to stop with exit code 2 and no traceback."""
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "tests.acceptance.cramped", *map(str, arguments)],
        cwd=portal.folder,
        env=os.environ | portal.environment | {"CRAMPED": room, "PYTHONPATH": root},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def asked(environment: Mapping[str, str], question: str) -> int | str:
    """What SQLite says of the journal."""
    journal = Path(environment["PORTAL_HOME"], "journal.sqlite")
    with closing(sqlite3.connect(journal)) as connection:
        [[answer]] = connection.execute(f"PRAGMA {question}").fetchall()
    return answer


def effects(mock: MockPortal) -> list[str]:
    """What was done at the portal, in order."""
    return [event["kind"] for event in mock.state()["events"] if event["kind"] in ("login", "saved", "declared")]


@pytest.mark.parametrize(("room", "said"), [("1", FULL), ("read-only", READ_ONLY)])
def test_a_journal_that_cannot_be_made(
    portal: Program, start_mock: StartMock, roster: WriteRoster, room: str, said: str
) -> None:
    mock = start_mock()
    run = ("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, "--yes")
    done = cramped(portal, room, *run)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stdout + done.stderr
    assert "journal.sqlite" in done.stdout + done.stderr
    assert not effects(mock)
    assert asked(portal.environment, "integrity_check") == "ok"

    assert portal(*run).returncode == 0
    assert effects(mock) == ["login", "saved", "declared"]


def test_a_disk_that_fills_up_while_filing(
    portal: Program, start_mock: StartMock, roster: WriteRoster, tmp_path: Path
) -> None:
    mock = start_mock()
    run = ("run", roster(NEWCOMER, LEAVER), "--account", USER, "--url", mock.url, "--yes")
    elsewhere = {"PORTAL_HOME": str(tmp_path / "elsewhere")}
    assert portal(*run, environment=elsewhere).returncode == 0
    pages = int(asked(elsewhere, "page_count"))
    mock.tell("reset", None)

    done = cramped(portal, str(pages - 6), *run)
    assert done.returncode == 2, done.stdout + done.stderr
    assert FULL in done.stdout + done.stderr
    assert asked(portal.environment, "integrity_check") == "ok"

    done = portal(*run)
    assert done.returncode == 0, done.stdout + done.stderr
    assert effects(mock).count("saved") == effects(mock).count("declared") == 2


def test_a_home_where_nothing_can_be_written(
    portal: Program, start_mock: StartMock, roster: WriteRoster, tmp_path: Path
) -> None:
    mock = start_mock()
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    home = {"PORTAL_HOME": str(tmp_path / "file" / "home")}
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, "--yes", environment=home)
    assert done.returncode == 2, done.stdout + done.stderr
    assert home["PORTAL_HOME"] in done.stdout + done.stderr
    assert not effects(mock)
