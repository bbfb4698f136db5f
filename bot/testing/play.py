"""Playing a scenario: the whole assistant, at a portal, with a person who answers as the scenario says."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.errors import AssistantError, RosterError
from bot.filing.desk import Account, Desk
from bot.filing.progress import BatchSummary, RunSummary, Until, Watching
from bot.filing.records import CaseRecord
from bot.filing.seat import BrowserSeat
from bot.filing.stop import Pauses
from bot.flow.case import Case
from bot.flow.models import Library
from bot.roster.problems import RowProblem
from bot.run import Draft
from bot.service.assistant import Assistant
from bot.service.options import RunOptions
from bot.testing.portal import MockPortal
from bot.testing.scenario import PortalAsItIs, Scenario
from bot.testing.steps import StepNotes
from bot.text import Text

Done = TypeVar("Done")

SOON = Pauses(first=0.1, longest=0.5, limit=3, apart=0.2)
"""A portal on this machine is not waited for as long as a real one."""


@dataclass(frozen=True)
class Manner:
    """How the browser is run."""

    headed: bool = False
    slow_mo: float = 0
    """Milliseconds to wait after each thing that the browser does."""
    trace: bool = False


@dataclass
class PlayedPerson:
    """Answers questions in turn, and says the same to every approval."""

    answers: Sequence[str] = ("2468",)
    yes: bool = True
    asked: int = 0

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        """The next answer; the last one again once there are no more."""
        answer = self.answers[min(self.asked, len(self.answers) - 1)] if self.answers else ""
        self.asked += 1
        return answer

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        """Whatever is asked."""
        return self.yes


@dataclass(frozen=True)
class Cast:
    """Who files, who is asked, and what time it is."""

    account: Account
    person: PlayedPerson
    now: datetime


class Unwatched:
    """Nobody looks on."""

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None:
        """Nothing to show."""

    def phase(self, name: Text, total: int) -> None:
        """Nothing to show."""

    def step(self, case: Case | None, words: Text) -> None:
        """Nothing to show."""

    def case_changed(self, record: CaseRecord) -> None:
        """Nothing to show."""

    def advanced(self, cases: int = 1) -> None:
        """Nothing to show."""


@dataclass
class Played:
    """What became of a scenario: what the assistant says, and the portal's books before and after."""

    problems: Sequence[RowProblem] = ()
    batches: list[BatchSummary] = field(default_factory=list)
    """Of every time that the roster was filed."""
    outputs: dict[str, Any] = field(default_factory=dict)
    stopped: AssistantError | None = None
    asked: int = 0
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    pictures: Path | None = None
    """Where the pictures of a single flow are."""

    def new(self, what: str) -> list[dict[str, Any]]:
        """The drafts or filings that came with it."""
        old = {item["no"] for item in (*self.before["drafts"], *self.before["filings"])}
        return [item for item in self.after[what] if item["no"] not in old]

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What happened of a kind, in order."""
        return [event for event in self.after["events"] if event["kind"] == kind]


def wait_for(work: Callable[[], Coroutine[Any, Any, Done]]) -> Done:
    """Do it to its end in a loop of its own: the caller may be inside of another one, as tests with a browser are."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work())).result()


class Stage:
    """Plays scenarios with one folder of flows, at one portal, in one home folder. `notes` has every step."""

    def __init__(
        self, portal: MockPortal, home: Path, *, flows: Path | None = None, manner: Manner | None = None
    ) -> None:
        self.notes = StepNotes()
        self.played = Played()
        """What has become of it so far."""
        self._portal = portal
        self._home = home
        self._flows = flows
        self._manner = manner or Manner()

    def play(self, scenario: Scenario, folder: Path) -> Played:
        """Play it; `folder` is where the scenario's files are. Raises UsageError where it cannot be played at all."""
        self._portal.begin(scenario.portal, account=scenario.account)
        person, played = PlayedPerson(scenario.answers, scenario.approve), self.played
        played.before = self._portal.state()
        account = Account("scenario", scenario.account, SecretStr(scenario.secret))
        cast = Cast(account, person, scenario.portal.now)
        if scenario.flow:
            self.do_flow(scenario.flow, scenario.inputs, cast)
        else:
            roster = folder / scenario.roster_file if scenario.roster_file else self._written(scenario.roster)
            for time in range(scenario.times):
                self._file(roster, cast, home=self._home / str(time + 1), until=scenario.until)
        played.asked, played.after = person.asked, self._portal.state()
        return played

    def do_flow(self, name: str, inputs: Mapping[str, Any], cast: Cast) -> None:
        """Log in, do one flow, and log out."""
        wait_for(lambda: self._do_flow(name, inputs, cast))

    def file_rows(self, rows: Sequence[Mapping[str, str]]) -> RunSummary:
        """File rows with the sample account. Raises RosterError with all that the check has against them."""
        played, before = self.played, len(self.played.batches)
        self._file(self._written(rows), sample_cast(), home=self._home)
        if played.stopped is not None and len(played.batches) == before:
            raise played.stopped
        if len(played.batches) == before:
            wrong = [f"row {one.row}: {one.rule} {one.message}" for one in played.problems if one.is_error]
            raise RosterError("\n".join(wrong))
        return RunSummary(tuple(played.batches[before:]))

    def _written(self, rows: Sequence[Mapping[str, str]]) -> Path:
        """Rows as a spreadsheet that a clerk could have typed."""
        path = self._home / "roster.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        columns = ["operation", *dict.fromkeys(key for row in rows for key in row if key != "flow")]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            for row in rows:
                writer.writerow({"operation" if key == "flow" else key: value for key, value in row.items()})
        return path

    def _file(self, roster: Path, cast: Cast, *, home: Path, until: Until = "declare") -> None:
        """Check a roster and, if nothing is wrong with it, file it."""
        played, assistant = self.played, self._assistant(home, cast.now)
        played.problems, played.stopped = assistant.check(roster).problems, None
        if any(problem.is_error for problem in played.problems):
            return
        options = RunOptions(
            until=until,
            headed=self._manner.headed,
            slow_mo=self._manner.slow_mo,
            trace=self._manner.trace,
            pauses=SOON,
            results=home / "results.csv",
            by="scenario",
        )
        watching = Watching(person=lambda name: cast.person, progress=lambda name: Unwatched())
        try:
            summary = wait_for(lambda: assistant.run(roster, [cast.account], options, watching))
        except AssistantError as error:
            played.stopped = error
            return
        played.batches += summary.batches
        played.stopped = next((one.stopped for one in summary.batches if one.stopped), None)

    async def _do_flow(self, name: str, inputs: Mapping[str, Any], cast: Cast) -> None:
        from bot.actions import Hands
        from bot.browser import open_browser
        from bot.evidence import Pictures

        library, played = self._library, self.played
        played.stopped, played.pictures = None, self._home / "pictures"
        pictures = Pictures(played.pictures)
        async with open_browser(headed=self._manner.headed, slow_mo=self._manner.slow_mo) as browser:

            async def take_seat() -> BrowserSeat:
                session = await browser.session(library.portal, self._portal.url)
                return BrowserSeat(session, Hands(session, pictures), await session.language())

            window = library.portal.window
            desk = Desk(
                library,
                cast.account,
                take_seat,
                cast.person,
                today=cast.now.astimezone(ZoneInfo(window.zone if window else "UTC")).date(),
                clock=lambda: cast.now,
                listeners=[self.notes],
                pauses=SOON,
            )
            try:
                await desk.log_in()
                if name != library.portal.login:
                    played.outputs, _ = await desk.do(library.flows[name], inputs)
            except AssistantError as error:
                played.stopped = error
            finally:
                try:
                    await desk.log_out()
                except AssistantError as error:
                    played.stopped = played.stopped or error

    @property
    def _library(self) -> Library:
        return self._assistant(self._home, datetime.now().astimezone()).library

    def _assistant(self, home: Path, now: datetime) -> Assistant:
        return Assistant(
            home=home, flows=self._flows, url=self._portal.url, clock=lambda: now, listeners=[self.notes]
        )


def sample_cast() -> Cast:
    """Who files where a test names nobody: the account of the sample, and a person who agrees."""
    user = "170000001"
    return Cast(Account("scenario", user, SecretStr(f"demo-{user}")), PlayedPerson(), PortalAsItIs().now)
