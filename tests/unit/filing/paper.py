"""A portal on paper: drafts, a list to tick, filings. It does what its flows tell it and can be made to fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import SecretStr

from bot.errors import AssistantError
from bot.filing.batch import PHASES, Batch
from bot.filing.desk import Account, Desk
from bot.filing.progress import Until
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.stop import Pauses, StopSwitch
from bot.flow.actions import PageAction
from bot.flow.case import Case
from bot.flow.models import Flow, Library
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.flow.targets import Targets
from bot.run.describe import describe
from bot.text import Language, Text
from tests.unit.run.fakes import PORTAL, PaperPerson, flow

WHO = {"who": {"type": "text", "label": "Who"}}
CASES = {"cases": {"type": "cases", "label": "Cases"}}
FOUND = "rows | rows_with(case.person)"
ROW = "${" + FOUND + "}"
FIRST = "${(" + FOUND + " | first)."

FLOWS = [
    flow(flow="login", steps=[{"click": "log_in"}]),
    flow(
        flow="add",
        person="who",
        inputs=WHO,
        shows={"who": "${who}"},
        stages=[
            {
                "stage": "save",
                "effect": "draft",
                "already_done": {"probe": "find", "with": {"who": "${who}"}},
                "steps": [{"click": "save"}],
            }
        ],
        after={"read_back": "read_back", "declare": "declare", "at_most": 2},
        results="results",
    ),
    flow(
        flow="find",
        inputs=WHO,
        steps=[{"read": {"rows": "drafts"}}],
        outputs={"found": "${(rows | rows_with(who)) | length > 0}", "number": ""},
    ),
    flow(
        flow="read_back",
        inputs=CASES,
        steps=[
            {"read": {"rows": "drafts"}},
            {
                "for_each": {"case": "${cases}"},
                "do": [
                    {
                        "report": {"case": "${case}", "state": "drafted", "shows": FIRST + "text}"},
                        "when": ROW,
                    },
                    {"report": {"case": "${case}", "state": "missing"}, "when": f"not ({FOUND})"},
                ],
            },
        ],
    ),
    flow(
        flow="declare",
        inputs=CASES,
        results="results",
        stages=[
            {
                "stage": "tick",
                "steps": [
                    {"read": {"rows": "drafts"}},
                    {
                        "for_each": {"case": "${cases}"},
                        "do": [{"do": [{"set": {"who": "${case.person}"}}, {"click": "tick"},
                                       {"report": {"case": "${case}", "state": "ticked", "shows": FIRST + "text}"}}],
                                "when": ROW}],
                    },
                ],
            },
            {"stage": "declare", "effect": "filing", "steps": [{"click": "declare"}]},
        ],
    ),
    flow(
        flow="results",
        inputs=CASES,
        steps=[
            {"read": {"rows": "filings"}},
            {
                "for_each": {"case": "${cases}"},
                "do": [
                    {"report": {"case": "${case}", "state": FIRST + "state}", "number": "N1"}, "when": ROW},
                ],
            },
            {"read": {"rows": "drafts"}},
            {
                "for_each": {"case": "${cases}"},
                "do": [{"report": {"case": "${case}", "state": "drafted"}, "when": ROW}],
            },
        ],
    ),
    flow(
        flow="find_filed",
        inputs=WHO,
        steps=[{"read": {"rows": "filings"}}],
        outputs={"found": "${(rows | rows_with(who)) | length > 0}", "number": "N7"},
    ),
    flow(
        flow="asked_first",
        person="who",
        inputs=WHO,
        stages=[
            {
                "stage": "file",
                "effect": "filing",
                "already_done": {"probe": "find_filed", "with": {"who": "${who}"}},
                "steps": [{"click": "file"}, {"report": "done"}],
            }
        ],
    ),
    flow(
        flow="direct",
        person="who",
        inputs=WHO,
        stages=[{"stage": "file", "effect": "filing", "steps": [{"click": "file"}, {"report": "done"}]}],
    ),
]  # fmt: skip


@dataclass
class PaperPortal:
    """The hands and the portal in one. `fails` holds, by step, errors raised before it is done; `cuts`, after."""

    drafts: list[str] = field(default_factory=list)
    filed: list[str] = field(default_factory=list)
    ticked: list[str] = field(default_factory=list)
    outcome: str = "approved"
    logins: int = 0
    filters: list[str] = field(default_factory=list)
    fails: dict[str, list[AssistantError]] = field(default_factory=lambda: defaultdict(list))
    cuts: dict[str, list[AssistantError]] = field(default_factory=lambda: defaultdict(list))
    hands: Any = None
    language: Language = "en"

    def __post_init__(self) -> None:
        self.hands = self

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> Mapping[str, object]:
        words = describe(step)
        if self.fails[words]:
            raise self.fails[words].pop(0)
        read = self._do(words, step, scope)
        if self.cuts[words]:
            raise self.cuts[words].pop(0)
        return read

    def _do(self, words: str, step: Step, scope: Scope) -> Mapping[str, object]:
        who = scope.names.get("who", "")
        match words:
            case "click log_in":
                self.logins += 1
                self.ticked = []
            case "click save":
                self.drafts.append(who)
            case "click tick":
                self.ticked.append(who)
            case "click declare":
                for one in [one for one in self.ticked if one not in self.filters]:
                    self.drafts.remove(one)
                    self.filed.append(one)
                self.ticked = []
            case "click file":
                self.filed.append(who)
            case "read rows":
                return {"rows": self._rows(step)}
        return {}

    def _rows(self, step: Step) -> list[dict[str, str]]:
        values: Any = step.action
        names = self.drafts if values.values["rows"].element.element == "drafts" else self.filed
        return [{"text": f"who: {name}", "state": self.outcome} for name in names]

    async def picture(self, targets: Targets, scope: Scope) -> bytes:
        return b""

    def about(self, cases: Sequence[str]) -> None:
        pass

    async def logging_in(self, under_way: bool) -> None:
        pass

    async def settled(self) -> None:
        pass

    async def failed(self, error: AssistantError) -> None:
        pass

    async def close(self) -> None:
        pass


@dataclass
class Quiet:
    """A progress that nobody watches, but that counts."""

    phases: list[str] = field(default_factory=list)

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None:
        pass

    def phase(self, name: Text, total: int) -> None:
        self.phases.append(f"{name} {total}")

    def step(self, case: Case | None, words: Text) -> None:
        pass

    def case_changed(self, record: CaseRecord) -> None:
        pass

    def advanced(self, cases: int = 1) -> None:
        pass


@dataclass
class Notebook:
    """A ledger that only keeps what was written, in order: the state and the kind of each move."""

    written: list[list[tuple[str, str | None, str]]] = field(default_factory=list)

    def write(self, changes: Sequence[tuple[CaseRecord, Move]]) -> None:
        self.written.append([(move.case, move.state, move.kind) for _, move in changes])


AT_ONCE = Pauses(first=0.001, longest=0.001, limit=0.01, apart=0.001)
"""No test waits for a portal on paper."""


@dataclass
class Filing:
    """A batch on the paper portal, and what came of it."""

    portal: PaperPortal
    people: Sequence[str]
    flow: str = "add"
    until: Until = "declare"
    person: PaperPerson = field(default_factory=PaperPerson)
    notebook: Notebook = field(default_factory=Notebook)
    stop: StopSwitch = field(default_factory=StopSwitch)
    records: Records = field(init=False)

    async def file(self) -> dict[str, str]:
        """File everyone, or go on with it; the state of each by name. Raises what stops the batch."""
        flows: dict[str, Flow] = {one.flow: one for one in FLOWS}
        library = Library(portal=PORTAL, flows=flows)
        cases = [Case(f"{self.flow}-{name}", flows[self.flow], {"who": name}) for name in self.people]
        if not hasattr(self, "records"):
            self.records = Records(map(CaseRecord, cases), self.notebook, lambda record: None)

        async def seat() -> PaperPortal:
            return self.portal

        account = Account("demo", "170000001", SecretStr("secret"))
        today = date(2026, 11, 10)
        desk = Desk(library, account, seat, self.person, today=today, pauses=AT_ONCE, stop=self.stop)
        batch = Batch(self.records, desk, self.person, Quiet(), by="Clerk")
        for phase in PHASES[self.until]:
            await batch.do(phase)
        return self.states()

    def states(self) -> dict[str, str]:
        """The state of each person's case."""
        return {record.case.values["who"]: record.state.value for record in self.records}


async def sit_down(portal: PaperPortal, flows: Sequence[Flow], person: PaperPerson) -> Desk:
    """A desk at which flows are done one by one, with the account let in."""

    async def seat() -> PaperPortal:
        return portal

    library = Library(portal=PORTAL, flows={one.flow: one for one in flows})
    account = Account("demo", "170000001", SecretStr("password"))
    desk = Desk(library, account, seat, person, today=date(2026, 11, 10), pauses=AT_ONCE)
    await desk.log_in()
    return desk


async def send(desk: Desk, whole: bool) -> None:
    """Do the flow `send`, as a whole or its first stage alone."""
    flow = desk.flows["send"]
    if whole:
        await desk.do(flow)
    else:
        await desk.do_stage(flow, flow.all_stages[0], desk.scope())
