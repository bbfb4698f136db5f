"""Playing a scenario: the whole assistant, at a portal, with a person who answers as the scenario says."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import SecretStr

from bot.errors import AssistantError, RosterError
from bot.filing.desk import Account
from bot.filing.progress import BatchSummary, RunSummary, Until, Watching
from bot.filing.records import CaseRecord
from bot.flow.base import Marked
from bot.flow.case import Case
from bot.flow.loader import load_library_with
from bot.flow.marks import Source
from bot.flow.models import Library
from bot.roster.problems import RowProblem
from bot.service.assistant import Assistant
from bot.service.options import RunOptions
from bot.testing.backstage import Backstage, alone
from bot.testing.cast import SOON, Cast, Manner, PlayedPerson, sample_cast
from bot.testing.errand import Errand, run_errand
from bot.testing.portal import MockPortal
from bot.testing.scenario import ReadScenario
from bot.testing.steps import StepNotes
from bot.text import Text

STEPS = "steps_of_the_scenario"
"""The flow that a scenario's steps make."""


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
    traces: tuple[Path, ...] = ()
    """Of a single flow, if any were wanted."""

    def new(self, what: str) -> list[dict[str, Any]]:
        """The drafts or filings that came with it; a draft that was there before makes a new filing."""
        old = {item["no"] for item in self.before[what]}
        return [item for item in self.after[what] if item["no"] not in old]

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What happened of a kind, in order."""
        return [event for event in self.after["events"] if event["kind"] == kind]


class Stage:
    """Plays scenarios with one folder of flows, at one portal, in one home folder. `notes` has every step.

    Each is done in a browser of its own, unless there is one `backstage`.
    """

    def __init__(
        self,
        portal: MockPortal,
        home: Path,
        *,
        flows: Path | None = None,
        manner: Manner | None = None,
        backstage: Backstage | None = None,
    ) -> None:
        self.notes = StepNotes()
        self.played = Played()
        """What has become of it so far."""
        self._portal = portal
        self._home = home
        self._flows = flows
        self._manner = manner or Manner()
        self._do = backstage.do if backstage else alone

    def play(self, read: ReadScenario) -> Played:
        """Play it. Raises UsageError where it cannot be played at all."""
        scenario = read.scenario
        self._portal.begin(scenario.portal, account=scenario.account)
        person, played = PlayedPerson(scenario.answers, scenario.approve), self.played
        played.before = self._portal.state()
        account = Account("scenario", scenario.account, SecretStr(scenario.secret))
        cast = Cast(account, person, scenario.portal.now)
        if scenario.flow:
            self.do_flow(scenario.flow, scenario.inputs, cast)
        elif scenario.steps:
            library = load_library_with(self._assistant(self._home, cast.now).flows, _flow_of(read))
            self._run(Errand(library, STEPS, self._portal.url, cast, self._home, log_in=scenario.log_in))
        else:
            here = Path(read.source.file).parent
            roster = here / scenario.roster_file if scenario.roster_file else self._written(scenario.roster)
            for time in range(scenario.times):
                self._file(roster, cast, home=self._home / str(time + 1), until=scenario.until)
        played.asked, played.after = person.asked, self._portal.state()
        return played

    def do_flow(self, name: str, inputs: Mapping[str, Any], cast: Cast) -> None:
        """Log in, do one flow, and log out."""
        self._run(Errand(self._library, name, self._portal.url, cast, self._home, inputs))

    def _run(self, errand: Errand) -> None:
        done = self._do(lambda lent: run_errand(errand, self._manner, [self.notes], lent))
        played = self.played
        played.outputs, played.stopped = done.outputs, done.stopped
        played.pictures, played.traces = done.pictures, done.traces

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

    def _file(self, roster: Path, cast: Cast, *, home: Path, until: Until | Literal["check"] = "declare") -> None:
        """Check a roster and, if nothing is wrong with it, file it."""
        played, assistant = self.played, self._assistant(home, cast.now)
        played.problems, played.stopped = assistant.check(roster).problems, None
        if until == "check" or any(problem.is_error for problem in played.problems):
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
            summary = self._do(
                lambda lent: assistant.run(roster, [cast.account], replace(options, browser=lent), watching)
            )
        except AssistantError as error:
            played.stopped = error
            return
        played.batches += summary.batches
        played.stopped = next((one.stopped for one in summary.batches if one.stopped), None)

    @property
    def _library(self) -> Library:
        return self._assistant(self._home, datetime.now().astimezone()).library

    def _assistant(self, home: Path, now: datetime) -> Assistant:
        return Assistant(home=home, flows=self._flows, url=self._portal.url, clock=lambda: now, listeners=[self.notes])


def _flow_of(read: ReadScenario) -> Source:
    """A scenario's steps as a flow whose steps stand where the scenario has them."""
    source, title = read.source, read.scenario.scenario
    flow = Marked(flow=STEPS, title=title, steps=source.value["steps"])
    return Source(source.file, source.lines, flow, source.root)
