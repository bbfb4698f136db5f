"""Opening the browser: its address is in no list of processes, and a page that comes from a file is let in."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.cli import opening
from bot.cli.commands.console import serve_console
from bot.cli.setting import setting
from bot.console import server, words
from bot.console.console import Console
from bot.console.security import Door
from bot.console.security.opening import OpeningPage
from bot.console.security.place import on_this_computer
from bot.console.server import Offer
from tests.console.conftest import Visitor, served


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")


def opened_by(console: Console, monkeypatch: pytest.MonkeyPatch, *, opening_it: bool = True) -> list[tuple[str, str]]:
    """What a browser is told to open, and what is then in that file; the console ends at once."""
    told: list[tuple[str, str]] = []

    def note(uri: str) -> None:
        path = Path(uri.removeprefix("file://"))
        told.append((uri, path.read_text(encoding="utf-8") if path.is_file() else ""))
        if sys.platform != "win32" and path.is_file():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600

    async def serve(console: Console, bound: Any, ready: Callable[[str], None], offer: Offer) -> None:
        ready(server.server(console, bound, offer)[1])

    monkeypatch.setattr(opening, "open_in_browser", note)
    monkeypatch.setattr(server, "serve", serve)
    assert serve_console(setting(console.assistant.home), console, Offer(), opening=opening_it) == 0
    return told


def test_a_browser_is_told_of_a_file_and_of_no_token(
    console: Console, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], windows: None
) -> None:
    [(uri, html)] = opened_by(console, monkeypatch)
    shown = next(word for word in capsys.readouterr().out.split() if "?token=" in word)
    token = shown.partition("?token=")[2]
    assert uri.startswith("file:///") and token not in uri
    assert shown in html
    assert not list(console.assistant.home.glob("console.open-*")), "it is still there after the end"


def test_nothing_is_written_where_nothing_is_opened(
    console: Console, monkeypatch: pytest.MonkeyPatch, windows: None
) -> None:
    written = []
    monkeypatch.setattr(OpeningPage, "write", lambda self, address: written.append(address))
    assert opened_by(console, monkeypatch, opening_it=False) == []
    assert written == []


def test_where_people_sign_in_the_address_is_no_secret(
    console: Console, monkeypatch: pytest.MonkeyPatch, stranger: Visitor, windows: None
) -> None:
    from bot.console.security import Role

    stranger.sign_in(Role.CLERK)
    [(uri, html)] = opened_by(console, monkeypatch)
    assert uri.startswith("http://127.0.0.1:") and "token" not in uri and not html


def test_the_file_is_removed_by_whoever_comes_in_and_by_the_next_console(home: Path) -> None:
    door = Door(home, on_this_computer(8642))
    door.opening.write("http://127.0.0.1:8642/enter?token=x")
    assert door.enter("wrong") is None
    assert door.opening.path.exists()
    assert door.enter(door.token or "")
    assert not door.opening.path.exists()
    door.opening.write("http://127.0.0.1:8642/enter?token=x")
    Door(home, on_this_computer(8642))
    assert not door.opening.path.exists()


def test_the_process_that_opens_gets_the_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(opening.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: started.append(command))
    opening.open_in_browser("file:///home/console.open-8642.html")
    assert started == [["/bin/xdg-open", "file:///home/console.open-8642.html"]]


def test_a_browser_that_comes_from_a_file_is_let_in_and_can_work(page: Page, console: Console, home: Path) -> None:
    with served(console) as opened:
        port = int(opened.base.rpartition(":")[2])
        file = OpeningPage(home, port)
        page.goto(file.write(opened.address))
        page.wait_for_url(f"{opened.base}/")
        expect(page.get_by_text(words.NO_BATCHES.to("en"))).to_be_visible()
        assert not file.path.exists()
        page.locator("nav button[value=es]").click()  # a form: its cookie, its origin and its token are right
        expect(page.get_by_text(words.NO_BATCHES.to("es"))).to_be_visible()
        page.reload()
        expect(page.get_by_text(words.NO_BATCHES.to("es"))).to_be_visible()


def test_another_site_gets_nobody_in(page: Page, console: Console, home: Path, tmp_path: Path) -> None:
    with served(console) as opened:
        page.goto(opened.address)
        page.wait_for_url(f"{opened.base}/")
        link = tmp_path / "link.html"
        link.write_text(f'<a href="{opened.base}/portal">x</a>', encoding="utf-8")
        page.goto(link.as_uri())
        with page.expect_navigation():
            page.get_by_text("x").click()
        expect(page.get_by_text(words.NOT_LET_IN.to("en"))).to_be_visible()  # its cookie stays at home


def test_a_console_that_ends_takes_the_file_along(console: Console, home: Path) -> None:
    with served(console) as opened:
        file = OpeningPage(home, int(opened.base.rpartition(":")[2]))
        file.write(opened.address)
    assert not file.path.exists()
