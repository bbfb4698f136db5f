"""The tutorial, as a reader would follow it: its files, its commands in their order, and what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
PORT = "8801"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?P<name>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)
VARIES = "…"
"""Stands for what is different each time."""


@pytest.fixture
def port() -> Iterator[str]:
    """Of the office, started as the page says, but for the number of its port."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    [start] = [line for line in lines if line.startswith("python -m mock_portal")]
    command = [sys.executable, *shlex.split(start.replace(f"--port {PORT}", "--port 0"))[1:]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as office:
        assert office.stdout is not None
        try:
            yield office.stdout.readline().strip().rstrip("/").rpartition(":")[2]
        finally:
            office.terminate()


@pytest.mark.timeout(400)  # a dozen commands, one after the other
def test_the_tutorial(port: str, tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "PYTEST"))},
        "PORTAL_PASSWORD": "demo-2040", "PORTAL_HOME": str(tmp_path / "home"), "PORTAL_KEYS": "file",
        "LC_ALL": "en_GB.UTF-8", "PYTHONUTF8": "1",
    }
    for folder in ("training", "scenarios"):
        (tmp_path / folder).mkdir()
    said = 0
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8").replace(f":{PORT}", f":{port}")):
        body = block["body"]
        if block["kind"] == "yaml":
            name = body.partition("\n")[0].removeprefix("# ")
            (tmp_path / name).write_text(body, encoding="utf-8")
        elif block["kind"] == "csv":
            (tmp_path / block["name"].strip()).write_text(body, encoding="utf-8")
        elif block["kind"] == "console":
            command, *expected = body.splitlines()
            told = run(shlex.split(command.removeprefix("$ ")), tmp_path, environment)
            assert as_shown(expected, told), f"{command}\n{told}"
            said += len(expected)
    assert said > 20


def run(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    """What a command prints, for good or ill."""
    program, *rest = command
    named = {"portal": [str(Path(sys.executable).with_name("portal"))], "pytest": [sys.executable, "-m", "pytest"]}
    done = subprocess.run(
        [*named[program], *rest], cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )
    return (done.stdout + done.stderr).decode("utf-8")


def as_shown(expected: list[str], told: str) -> bool:
    """Whether the lines come in this order, among others; VARIES stands for anything."""
    lines = iter(" ".join(line.split()) for line in told.splitlines())
    for line in expected:
        parts = [re.escape(part) for part in " ".join(line.split()).split(VARIES)]
        if not any(re.fullmatch(".*".join(parts), shown) for shown in lines):
            return False
    return True
