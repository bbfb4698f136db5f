"""Filing small rosters in this process, in a real browser, on a portal in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page
from pydantic import SecretStr

from bot.actions import Hands
from bot.browser import PortalBrowser, Session
from bot.errors import AssistantError
from bot.evidence import Pictures
from bot.filing.batch import PHASES, Batch
from bot.filing.desk import Account, Desk
from bot.filing.progress import Until
from bot.filing.records import CaseRecord, Records
from bot.filing.seat import BrowserSeat
from bot.filing.states import CaseState
from bot.filing.stop import Pauses
from bot.flow.case import Case
from bot.flow.models import Library
from bot.roster.check import check
from bot.roster.read import read_roster
from bot.run import Draft
from bot.text import Text
from tests.browser.filing.books import Filed
from tests.browser.filing.people import HEADER
from tests.portal.clerk import ACCOUNT, CLOCK, Clerk
from tests.unit.filing.paper import Notebook

SOON = Pauses(first=0.1, longest=0.5, limit=3, apart=0.2)
"""A portal on this machine is not waited for as long as a real one."""


@contextmanager
def running(*options: str) -> Iterator[str]:
    """A portal in a process of its own; its URL."""
    command = [sys.executable, "-m", "mock_portal", "--port", "0", "--control", "--clock", CLOCK, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


class Portals:
    """The portals of a test run: each kind is started once, and taken in its initial state."""

    def __init__(self, closing: ExitStack) -> None:
        self._closing = closing
        self._clerks: dict[tuple[str, ...], Clerk] = {}

    def fresh(self, *options: str) -> Clerk:
        """A hand behind the back of a portal that was started with these options, and is as new."""
        if options not in self._clerks:
            clerk = Clerk(self._closing.enter_context(running(*options)))
            self._closing.callback(clerk.http.close)
            self._clerks[options] = clerk
        clerk = self._clerks[options]
        clerk.control("clock", {"now": CLOCK}).raise_for_status()
        clerk.control("reset").raise_for_status()
        return clerk


@pytest.fixture(scope="session")
def portals() -> Iterator[Portals]:
    with ExitStack() as closing:
        yield Portals(closing)


@pytest.fixture
def mock(portals: Portals) -> Clerk:
    """The English portal, in its initial state."""
    return portals.fresh("--lang", "en")


@dataclass
class Watcher:
    """The person at the desk and the progress bar, played by a test."""

    yes: bool = True
    code: str = "2468"
    meanwhile: Callable[[Page], Awaitable[None]] | None = None
    """What happens at the portal while the person looks the drafts over."""
    approved: Sequence[Draft] = ()
    shown: list[bytes | None] = field(default_factory=list)
    moves: list[tuple[str, str]] = field(default_factory=list)
    page: Page | None = None

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        self.shown.append(picture)
        return self.code

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        self.approved = tuple(drafts)
        if self.meanwhile is not None and self.page is not None:
            await self.meanwhile(self.page)
        return self.yes

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None:
        """Nobody looks."""

    def phase(self, name: Text, total: int) -> None:
        """Nobody looks."""

    def step(self, case: Case | None, words: Text) -> None:
        """Nobody looks."""

    def case_changed(self, record: CaseRecord) -> None:
        self.moves.append((record.case.id, record.state.value))

    def advanced(self, cases: int = 1) -> None:
        """Nobody looks."""


@dataclass
class Office:
    """Files rosters at a portal."""

    library: Library
    browser: PortalBrowser
    folder: Path
    sessions: list[Session] = field(default_factory=list)

    async def file(
        self,
        mock: Clerk,
        *lines: str,
        until: Until = "declare",
        watcher: Watcher | None = None,
        password: str = f"demo-{ACCOUNT}",
        url: str = "",
        patience: float = 15,
        drafted: bool = False,
    ) -> Filed:
        """File these lines of a roster; a step gives up after `patience` seconds.

        With `drafted`, their drafts are there already: as if the batch went on after a stop.
        """
        watcher, portal = watcher or Watcher(), self.library.portal.model_copy(update={"timeout": patience})
        pictures, before = Pictures(self.folder / "pictures"), mock.state()
        records = Records(map(CaseRecord, self._cases(lines)), Notebook(), watcher.case_changed)
        if drafted:
            self._draft_by_hand(mock, records)

        async def take_seat() -> BrowserSeat:
            session = await self.browser.session(portal, url or mock.url)
            self.sessions.append(session)
            watcher.page = session.page
            return BrowserSeat(session, Hands(session, pictures), await session.language())

        account = Account("demo", ACCOUNT, SecretStr(password))
        today = datetime.fromisoformat(CLOCK).date()
        desk = Desk(self.library, account, take_seat, watcher, today=today, pauses=SOON)
        batch = Batch(records, desk, watcher, watcher, by="Clerk")
        stopped = None
        try:
            for phase in PHASES[until]:
                await batch.do(phase)
        except AssistantError as error:
            stopped = error
        finally:
            with suppress(AssistantError):
                await desk.log_out()
        return Filed(tuple(records), stopped, before, mock.state(), pictures)

    def _draft_by_hand(self, mock: Clerk, records: Records) -> None:
        mock.log_in()
        for record in records:
            values = record.case.values
            answer = mock.save("add", record.case.person, name=str(values["name"]), wage=str(values["wage"]))
            assert answer["kind"] == "saved"
            records.move(record.case.id, CaseState.DRAFTING)
            records.move(record.case.id, CaseState.DRAFTED)

    def _cases(self, lines: Sequence[str]) -> Sequence[Case]:
        path = self.folder / "roster.csv"
        path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
        checked = check(read_roster(path, self.library), self.library, today=datetime.fromisoformat(CLOCK))
        assert checked.ok, checked.errors
        return checked.cases


@pytest_asyncio.fixture(loop_scope="session")
async def office(started: PortalBrowser, library: Library, tmp_path: Path) -> AsyncIterator[Office]:
    opened = Office(library, started, tmp_path)
    yield opened
    for session in opened.sessions:
        await session.close()


File = Callable[..., Awaitable[Filed]]


@pytest.fixture
def file(office: Office, mock: Clerk) -> File:
    """`await file(line, …)`: file a roster at the English portal; every time, the books are held against ours."""

    async def file_and_check(*lines: str, deleted: Sequence[str] = (), **options: Any) -> Filed:
        filed = await office.file(mock, *lines, **options)
        filed.check(deleted=deleted)
        return filed

    return file_and_check
