"""A portal of its own for each test that asks for one, and one browser for the tests that need eyes."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.types import ASGIApp

from mock_portal.portal import Portal
from mock_portal.server import bind, configuration, url_of
from mock_portal.settings import Settings
from tests.portal.clerk import ACCOUNT, CLOCK, Clerk

StartPortal = Callable[..., str]


@contextmanager
def running(settings: Settings, *, around: Callable[[ASGIApp], ASGIApp] | None = None) -> Iterator[str]:
    """A portal in a thread of this process, with an application `around` it; its URL."""
    portal = Portal(settings)
    with bind("127.0.0.1", 0) as listener:
        server = uvicorn.Server(configuration(portal, around=around))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield url_of(listener)
        finally:
            server.should_exit = True
            thread.join()
    portal.store.close()


@pytest.fixture
def start() -> Iterator[StartPortal]:
    """Start a portal with these settings; English and with /_mock/ unless said otherwise. Returns its URL."""
    open_portals: list[Any] = []

    def start_portal(**options: Any) -> str:
        clock = datetime.fromisoformat(CLOCK)
        portal = running(Settings(**{"language": "en", "clock": clock, "control": True, **options}))
        open_portals.append(portal)
        return portal.__enter__()

    yield start_portal
    for portal in reversed(open_portals):
        portal.__exit__(None, None, None)


@pytest.fixture
def connect() -> Iterator[Callable[[str], Clerk]]:
    """Another clerk, with cookies of his own, at the portal of that URL."""
    clerks: list[Clerk] = []

    def connect_clerk(url: str) -> Clerk:
        clerks.append(Clerk(url))
        return clerks[-1]

    yield connect_clerk
    for one in clerks:
        one.http.close()


@pytest.fixture(scope="session")
def english_portal() -> Iterator[str]:
    """One portal that tests take in turn, each from the initial state."""
    with running(Settings(language="en", clock=datetime.fromisoformat(CLOCK), control=True)) as url:
        yield url


@pytest.fixture
def fresh(english_portal: str, connect: Callable[[str], Clerk]) -> str:
    """The URL of an English portal in its initial state, at the clock that all tests know."""
    hand = connect(english_portal)
    for action, body in (("clock", {"now": CLOCK}), ("reset", None)):
        hand.control(action, body).raise_for_status()
    return english_portal


@pytest.fixture
def clerk(fresh: str, connect: Callable[[str], Clerk]) -> Clerk:
    """A clerk logged in as the first employer, at a fresh English portal."""
    one = connect(fresh)
    assert one.log_in()["kind"] == "ok"
    return one


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium if there is one, else Playwright's own."""
    found = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, fresh: str) -> Iterator[Page]:
    """A page logged in as the first employer, at a fresh English portal."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    shown = context.new_page()
    shown.set_default_timeout(5000)
    shown.goto(fresh)
    shown.get_by_label("User name").fill(ACCOUNT)
    shown.get_by_label("Password").fill(f"demo-{ACCOUNT}")
    shown.get_by_role("button", name="Log in").click()
    shown.wait_for_url("**/main")
    yield shown
    context.close()
