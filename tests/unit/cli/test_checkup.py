"""What `portal doctor` finds, and how a browser gets onto a machine."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.cli import checkup, install
from bot.cli.checkup import Finding
from bot.cli.main import run
from bot.cli.setting import Setting
from bot.cli.words import BROWSER, FONT
from tests.unit.cli.conftest import output


class Closed(BaseHTTPRequestHandler):
    """Answers, but with a refusal: the portal is reachable all the same."""

    def do_GET(self) -> None:
        self.send_error(503)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Closed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_any_answer_means_that_the_portal_can_be_reached(address: str) -> None:
    assert checkup.portal(address).ok
    assert "HTTP 503" in checkup.portal(address).found


@pytest.mark.parametrize("wrong", ["http://127.0.0.1:9/", "no address"])
def test_no_answer_comes_with_a_cure(wrong: str) -> None:
    finding = checkup.portal(wrong)
    assert not finding.ok
    assert "VPN" in finding.cure


def test_a_home_that_cannot_be_written_to(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.touch()
    assert not checkup.home_folder(taken / "home").ok
    assert checkup.home_folder(tmp_path / "home").ok


def test_what_a_crash_left_in_the_home_is_removed(tmp_path: Path) -> None:
    left = tmp_path / "traces" / ".raw-0a1b"
    left.mkdir(parents=True)
    (left / "trace.trace").write_text("in clear", encoding="utf-8")
    assert checkup.home_folder(tmp_path).ok
    assert not left.exists()


def test_flows_with_mistakes(tmp_path: Path) -> None:
    finding = checkup.flow_files(tmp_path, tmp_path)
    assert not finding.ok
    assert "portal.yaml" in finding.found


def arrange(monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> None:
    monkeypatch.setattr("bot.cli.checkup.checkup", lambda **_: list(findings))


def test_all_well_is_0_and_something_missing_is_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arrange(monkeypatch, Finding(BROWSER, True, "Chromium"))
    assert run(["doctor"]) == 0
    assert "Everything is ready" in capsys.readouterr().out
    arrange(monkeypatch, Finding(BROWSER, False, "none", "install one"))
    assert run(["doctor"]) == 1
    assert "→ install one" in capsys.readouterr().out
    arrange(monkeypatch, Finding(BROWSER, True, "Chromium"), Finding(FONT, False, "none", "get one", vital=False))
    assert run(["doctor"]) == 0
    assert "→ get one" in capsys.readouterr().out


def test_the_findings_for_a_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    arrange(monkeypatch, Finding(FONT, False, "none", "install one"))
    assert run(["doctor", "--json", "--lang", "zh"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "ok": False,
        "findings": [{"about": "Chinese font", "ok": False, "found": "none", "cure": "install one"}],
    }


class Machine:
    """A machine on which certain commands work, and that notes which were tried."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, browser: bool, works: str) -> None:
        self.tried: list[str] = []
        self.browser = browser
        self._works = works
        monkeypatch.setattr(install, "browser", lambda: Finding(BROWSER, self.browser, ""))
        monkeypatch.setattr(install, "font", lambda: Finding(FONT, True, ""))
        monkeypatch.setattr(install.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(install.os, "geteuid", lambda: 0, raising=False)
        monkeypatch.setattr(install.subprocess, "run", self._run)

    def _run(self, command: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.tried.append(" ".join(command[1:4]))
        done = self._works in command
        self.browser = self.browser or (done and "install" in command)
        return subprocess.CompletedProcess(command, 0 if done else 1, "", "" if done else "E: Error: no network\n}\n")


@pytest.mark.parametrize(
    ("browser", "works", "tried"),
    [
        (True, "nothing", []),
        (False, "playwright", ["-m playwright install"]),
        (False, "-q", ["-m playwright install", "update -q", "install -y -q"]),
        (False, "nothing", ["-m playwright install", "update -q"]),
    ],
)
def test_ways_to_a_browser_in_their_order(
    setting: Setting, monkeypatch: pytest.MonkeyPatch, browser: bool, works: str, tried: list[str]
) -> None:
    machine = Machine(monkeypatch, browser=browser, works=works)
    install.install_browser(setting.err)
    assert machine.tried == tried
    assert ("no network" in output(setting.err)) is (len(tried) > 1)
