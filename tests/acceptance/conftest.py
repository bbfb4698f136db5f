"""A program in an empty folder, portals to run it against, and rosters small enough to read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.acceptance.program import CLOCK, PASSWORD, MockPortal, Program

StartMock = Callable[..., MockPortal]
WriteRoster = Callable[..., Path]

HEADER = "operation,id_number,name,household,wage,migrant,migrant_insurance,arrears,reason\n"
NEWCOMER = "add,330299198706120115,钱嘉树,11,6800,no,no,,\n"
ANOTHER = "add,330299198310050376,石明远,52,9300,yes,no,,\n"
LEAVER = "interrupt,330299199112221079,马玉兰,,,,,,2\n"
INSURED = "add,330299199710081096,胡秀英,22,5900,no,no,,\n"


@pytest.fixture
def portal(tmp_path: Path) -> Program:
    """The program, with an English reader, a password in the environment and a date inside the filing window."""
    folder = tmp_path / "desk"
    folder.mkdir()
    environment = {
        "PORTAL_HOME": str(tmp_path / "home"),
        "PORTAL_CLOCK": CLOCK,
        "PORTAL_PASSWORD": PASSWORD,
        "LC_ALL": "",
        "LANG": "en_GB.UTF-8",
        "PYTHONUTF8": "1",
    }
    return Program(folder, environment)


@pytest.fixture
def start_mock() -> Iterator[StartMock]:
    """Start a portal with these options, instead of Spanish and the test's date where they say otherwise."""
    with ExitStack() as portals:

        def start(**options: str) -> MockPortal:
            return MockPortal(portals.enter_context(_running({"lang": "es", "clock": CLOCK, **options})))

        yield start


@contextmanager
def _running(options: dict[str, str]) -> Iterator[str]:
    spelled = [word for name, value in options.items() for word in (f"--{name}", value)]
    command = [sys.executable, "-m", "mock_portal", "--port", "0", "--control", *spelled]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@pytest.fixture
def roster(portal: Program) -> WriteRoster:
    """Write a roster of these lines."""

    def write(*lines: str) -> Path:
        path = portal.folder / "roster.csv"
        path.write_text(HEADER + "".join(lines), encoding="utf-8")
        return path

    return write
