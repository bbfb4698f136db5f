"""A console on a portal of its own, for requests and for a browser."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, sync_playwright

from bot.browser.find import find_browser
from bot.cli.sample import sample_clock, write_sample_roster
from bot.console.app import application
from bot.console.console import Console
from bot.console.security import API_TOKEN, Door, Role, passwords
from bot.console.security.place import Place, on_this_computer
from bot.console.security.users import key_of
from bot.console.server import Offer, listening, server
from bot.service import Assistant
from mock_portal.settings import Captcha, Settings
from tests.portal.clerk import CLOCK
from tests.portal.conftest import running

PORT = 8642
HOST = f"http://127.0.0.1:{PORT}"
PASSWORD = "correct horse battery"


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of the browser that the assistant itself would take.

    Playwright's loop ends with each test: the plugin's own fixtures would keep it running under those that have theirs.
    """
    found = find_browser()
    as_root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.path, channel=found.channel, args=["--no-sandbox"] if as_root else []
        )
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, whose keys are in files."""
    monkeypatch.setenv("PORTAL_KEYS", "file")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are kept in a way that costs a test nothing."""
    monkeypatch.setattr(passwords, "COST", passwords.Cost(4, 8, 1))


@pytest.fixture
def assistant(home: Path) -> Assistant:
    """An assistant whose portal nobody answers for."""
    return Assistant(home=home, url="http://127.0.0.1:9/", clock=sample_clock())


@pytest.fixture
def console(assistant: Assistant) -> Console:
    """A console that nobody serves."""
    return Console(assistant, "ana")


class Visitor:
    """Asks for pages as a browser does."""

    def __init__(self, console: Console, place: Place | None = None) -> None:
        self.door = Door(console.assistant.home, place or on_this_computer(PORT), person=console.by)
        self.app = application(console, self.door)
        self.home = console.assistant.home
        self.cookie = ""

    def enter(self) -> Visitor:
        """Come in by the token."""
        value = self.door.enter(self.door.token or "")
        assert value is not None
        self.cookie = value
        return self

    def sign_in(self, *roles: Role, name: str = "eva", password: str = PASSWORD) -> Visitor:
        """Come in as a user with these roles, added if there is none of that name."""
        user = self.door.users.get(name) or self.door.users.add(name, roles, password)
        self.cookie = self.door.sessions.begin(key_of(user.name), user.stamp)
        return self

    def ask(self, method: str, path: str, *, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        """One request. A `form` is sent with the token that our pages carry."""
        sent = {"origin": HOST} if method == "POST" else {}
        sent |= {"cookie": f"{self.door.cookie}={self.cookie}; portal_language=en"} if self.cookie else {}
        if "form" in more:
            more["data"] = {**more.pop("form"), "csrf": self.door.csrf(self.cookie)}

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url=HOST) as client:
                return await client.request(method, path, headers={**sent, **(headers or {})}, **more)

        return asyncio.run(asked())

    def as_program(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request of a program that was given the token."""
        token = (self.home / API_TOKEN).read_text(encoding="utf-8")
        return self.ask(method, path, headers={"authorization": f"Bearer {token}"}, **more)


@pytest.fixture
def stranger(console: Console) -> Visitor:
    """Somebody without the token."""
    return Visitor(console)


@pytest.fixture
def visitor(console: Console) -> Visitor:
    """The clerk."""
    return Visitor(console).enter()


@dataclass(frozen=True)
class Opened:
    """A console that is served."""

    address: str
    """That lets one browser in."""
    base: str
    console: Console


@contextmanager
def served(console: Console, offer: Offer | None = None) -> Iterator[Opened]:
    """The console in a thread of this process."""
    bound = listening(offer.port if offer else 0)
    made, address = server(console, bound, offer)
    thread = threading.Thread(target=lambda: asyncio.run(made.serve(sockets=[bound])))
    thread.start()
    try:
        yield Opened(address, address.partition("/enter")[0], console)
    finally:
        made.should_exit = True
        thread.join()
        bound.close()


@pytest.fixture
def serve_at(home: Path) -> Iterator[Callable[..., Opened]]:
    """Serve a console on a portal with these settings."""
    with running_consoles(home) as start:
        yield start


@contextmanager
def running_consoles(home: Path) -> Iterator[Callable[..., Opened]]:
    """Starts consoles, each on a portal of its own, and stops them in the end."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def start(**settings: Any) -> Opened:
            at = datetime.fromisoformat(CLOCK)
            wanted = {"language": "en", "clock": at, "control": True, "captcha": Captcha.parse("off"), **settings}
            url = stack.enter_context(running(Settings(**wanted)))
            assistant = Assistant(home=home, url=url, clock=sample_clock())
            return stack.enter_context(served(Console(assistant, "ana")))

        yield start


def short_roster(assistant: Assistant, path: Path) -> Path:
    """The sample with one row for each operation."""
    write_sample_roster(assistant.library, path)
    book = load_workbook(path)
    for sheet in book.worksheets[: len(list(assistant.library.operations))]:
        sheet.delete_rows(3, sheet.max_row)
    book.save(path)
    return path


def with_wrong_id(path: Path) -> str:
    """Put a wrong last character into the first ID number; the right one."""
    book = load_workbook(path)
    cell = next(one for one in book.worksheets[0][2] if len(str(one.value or "")) == 18)
    right = str(cell.value)
    cell.value = right[:-1] + ("1" if right[-1] != "1" else "2")
    book.save(path)
    return right
