"""`portal run --dry-run` and `--step` as a person types them, against the portal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.rehearsal.conftest import EFFECTS, Rehearser
from tests.portal.clerk import ACCOUNT, CLOCK
from tests.unit.cli.test_debugging_guide import ROOT, shown

PATIENCE = 60


def command(rehearser: Rehearser, folder: Path, *options: str) -> tuple[list[str], dict[str, str]]:
    """The command line, and its environment."""
    (folder / "november.csv").write_text(shown("roster"), encoding="utf-8")
    line = [sys.executable, "-m", "bot.cli.main", "--lang", "en", "--home", str(folder / "home")]
    line += ["run", "november.csv", "--account", ACCOUNT, "--url", rehearser.mock.url, *options]
    password = {"PORTAL_PASSWORD": f"demo-{ACCOUNT}", "PORTAL_CLOCK": CLOCK, "PORTAL_KEYS": "file"}
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return line, {**kept, **password, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def test_the_dry_run_in_the_guide_is_the_program_s(rehearser: Rehearser, tmp_path: Path) -> None:
    before = rehearser.books()
    line, environment = command(rehearser, tmp_path, "--dry-run")
    done = subprocess.run(
        line, env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    said = done.stdout.replace(rehearser.mock.url, "https://portal.example/")
    said = said.replace(f"{ROOT.as_posix()}/", "").replace(str(tmp_path / "home"), "HOME")
    second = r"(?<=1110-0100)\d\d(?=-november)"  # the clock runs on while the program starts
    assert re.sub(second, "00", said) == shown("dry run"), done.stderr
    assert done.returncode == 1, "the portal refused one"
    assert rehearser.books() == before
    assert not EFFECTS & set(rehearser.happened())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal for a test to type into")
def test_a_person_at_a_terminal_goes_step_by_step(rehearser: Rehearser, tmp_path: Path) -> None:
    import pty

    line, environment = command(rehearser, tmp_path, "--step", "--case", "add-003")
    ours, theirs = pty.openpty()
    environment["TERM"] = "dumb"
    with subprocess.Popen(
        line, env=environment, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        try:
            said = typed(ours, "g", "g", "r")
            assert process.wait(PATIENCE) == 0, said
        finally:
            process.kill()
            os.close(ours)
    assert said.count("run on to the end:") >= 3
    assert "login.yaml:5:5" in said
    assert f"demo-{ACCOUNT}" not in said
    assert "would have been saved to drafts; not done: dry run" in said
    assert not EFFECTS & set(rehearser.happened())


def typed(terminal: int, *answers: str) -> str:
    """Type an answer at each question; all that the terminal showed until its end."""
    said, asked = "", 0
    waiting = list(answers)
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # Linux says so when nobody writes any more
            piece = b""
        if not piece:
            return said
        said += piece.decode("utf-8", errors="replace")
        steps = len(set(re.findall(r"login\.yaml:\d+:\d+", said)))  # what was asked may be drawn more than once
        if waiting and steps > asked and "to the end:" in said.rpartition("login.yaml")[2]:
            asked = steps
            os.write(terminal, f"{waiting.pop(0)}\r".encode())
