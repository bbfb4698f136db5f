"""A real browser for these tests, and small pages to use it on."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import FrameLocator
from pydantic import SecretStr

from bot.actions import Hands
from bot.browser import PortalBrowser, Session, open_browser
from bot.bundled import bundled_flows
from bot.errors import AssistantError
from bot.flow.loader import load_library
from bot.flow.models import Library, Portal
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.run import Runner
from mock_portal.settings import Settings
from tests.portal.clerk import CLOCK
from tests.portal.conftest import running


class Pages:
    """A tiny site: what each path answers."""

    def __init__(self) -> None:
        self.bodies: dict[str, tuple[str, bytes]] = {}
        self.statuses: dict[str, int] = {}
        self.asked: list[str] = []
        self.held: dict[str, Event] = {}
        """Paths that are answered only when their event is set."""

    def put(self, path: str, body: str, *, kind: str = "text/html; charset=utf-8", status: int = 200) -> None:
        """Answer a path with a body; HTML without <html> gets a page around it."""
        if kind.startswith("text/html") and "<html" not in body:
            body = f"<!doctype html><html lang=en><title>Test</title><body>{body}</body></html>"
        self.bodies[path] = (kind, body.encode())
        self.statuses[path] = status


class _Handler(BaseHTTPRequestHandler):
    pages: Pages

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.pages.asked.append(self.path)
        if path in self.pages.held:
            self.pages.held[path].wait(timeout=20)
        kind, body = self.pages.bodies.get(path, ("text/plain", b""))
        self.send_response(self.pages.statuses.get(path, 404))
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if kind == "application/octet-stream":
            self.send_header("Content-Disposition", 'attachment; filename="list.csv"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@dataclass
class Site:
    """The running site."""

    url: str
    pages: Pages


def _serve() -> tuple[ThreadingHTTPServer, Site]:
    pages = Pages()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"pages": pages}))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server, Site(f"http://127.0.0.1:{server.server_port}/", pages)


@pytest.fixture
def site() -> Iterator[Site]:
    server, site = _serve()
    yield site
    server.shutdown()
    server.server_close()


@pytest.fixture
def other_site() -> Iterator[Site]:
    """A site on another origin."""
    server, site = _serve()
    yield site
    server.shutdown()
    server.server_close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def started() -> AsyncIterator[PortalBrowser]:
    async with open_browser() as opened:
        yield opened


@dataclass(frozen=True)
class KeptPicture:
    """A picture that was kept, and what stands beside it; or why nothing does."""

    name: str
    png: bytes | None
    beside: Mapping[str, Any] | str
    cases: tuple[str, ...]
    kind: str


@dataclass
class Kept:
    """A Keep that remembers."""

    pictures: list[KeptPicture] = field(default_factory=list)
    files: list[tuple[str, bytes, tuple[str, ...], str, str]] = field(default_factory=list)
    failures: list[tuple[str, str, str]] = field(default_factory=list)

    async def picture(
        self,
        name: str,
        png: bytes | None,
        beside: Callable[[], Awaitable[Mapping[str, Any]]],
        *,
        cases: Sequence[str],
        kind: str = "picture",
    ) -> tuple[Path | None, Path | None]:
        said: Mapping[str, Any] | str
        try:
            said = await beside()
        except AssistantError as error:
            said = str(error)
        self.pictures.append(KeptPicture(name, png, said, tuple(cases), kind))
        return Path(f"{name}.webp") if png else None, None if isinstance(said, str) else Path(f"{name}.json")

    def keep(self, name: str, data: bytes, *, cases: Sequence[str], kind: str = "download", suffix: str) -> Path:
        self.files.append((name, data, tuple(cases), kind, suffix))
        return Path(f"{name}{suffix}")

    def failed(self, name: str, reason: str, *, cases: Sequence[str], kind: str = "picture") -> None:
        self.failures.append((name, kind, reason))


@dataclass
class Desk:
    """A page of the site, and hands on it."""

    session: Session
    hands: Hands
    kept: Kept
    scope: Scope

    async def do(self, **raw: Any) -> dict[str, object]:
        """Do one step, told as in YAML: `do(click={"button": "Save"}, timeout=1)`."""
        step = Step.model_validate(raw)
        read = await self.hands.perform(step, step.action, self.scope)
        await self.hands.settled()
        return read

    async def js(self, script: str) -> Any:
        """What a script on the page gives."""
        return await self.session.page.evaluate(script)


Sit = Callable[..., Awaitable[Desk]]


@pytest_asyncio.fixture(loop_scope="session")
async def sit(started: PortalBrowser, site: Site) -> AsyncIterator[Sit]:
    """`await sit(html, elements={…}, busy=[…], …)`: a desk with the page open and a portal made of the rest."""
    sessions: list[Session] = []

    async def take(html: str = "", **portal: Any) -> Desk:
        profile = {"portal": "test", "title": "Test", "address": site.url, "timeout": 2, "language": "en", **portal}
        model = Portal.model_validate(profile)
        site.pages.put("/", html)
        session = await started.session(model, site.url)
        sessions.append(session)
        await session.page.goto(site.url)
        kept = Kept()
        words = {"portal": model.settings, "today": None}
        language = "en" if model.language == "auto" else model.language
        return Desk(session, Hands(session, kept), kept, Scope(model, language, words))

    yield take
    for session in sessions:
        await session.close()


@dataclass
class MockDesk(Desk):
    """A desk at the mock portal, logged in."""

    library: Library
    url: str

    async def call(self, flow: str, **inputs: Any) -> dict[str, Any]:
        """Do a whole flow."""
        runner = Runner(self.library.flows, self.hands, None)
        return await runner.run(self.library.flows[flow], self.scope.inner(inputs))

    @property
    def form(self) -> FrameLocator:
        """The frame of the operation in front, as a script would find it."""
        return self.session.page.locator("#area_operations iframe").filter(visible=True).content_frame

    @property
    def documents(self) -> FrameLocator:
        """The frame of My documents."""
        return self.session.page.frame_locator("#documents")

    def slow_down_lookups(self) -> None:
        """Keep the mask up for half a second."""
        httpx.post(f"{self.url}_mock/faults", json=[{"kind": "slow_mask", "seconds": 0.5}]).raise_for_status()

    def declared(self) -> list[str]:
        """What the portal took as declared since it started."""
        events = httpx.get(f"{self.url}_mock/state").json()["events"]
        return [str(event) for event in events if event["kind"] == "declared"]


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(bundled_flows())


@pytest_asyncio.fixture(loop_scope="session")
async def clerk(started: PortalBrowser, library: Library) -> AsyncIterator[MockDesk]:
    """A desk at an English portal of its own."""
    with running(Settings(language="en", clock=datetime.fromisoformat(CLOCK), control=True)) as url:
        session = await started.session(library.portal, url)
        account = {"name": "demo", "user": "170000001", "password": SecretStr("demo-170000001")}
        settings = {**library.portal.settings, "words": library.portal.words, "address": url}
        names = {"portal": settings, "account": account, "today": date(2026, 11, 10)}
        scope = Scope(library.portal, await session.language(), names)
        kept = Kept()
        desk = MockDesk(session, Hands(session, kept), kept, scope, library, url)
        desk.hands.logging_in = True
        await desk.call("login")
        desk.hands.logging_in = False
        yield desk
        await session.close()


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser; the empty folder that is its PATH."""
    for name in ("PORTAL_BROWSER", "PLAYWRIGHT_BROWSERS_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert shutil.which("chromium") is None
    assert os.environ["PATH"] == str(tmp_path)
    return tmp_path
