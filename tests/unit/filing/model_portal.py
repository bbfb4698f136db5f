"""A portal in memory that can be as wrong as a real one: it commits late, loses answers, lags, filters, goes down.

What it did it knows exactly, and who made it do it: us, or somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from bot.errors import (
    AssistantError,
    PortalClosed,
    PortalUnreachable,
    Refusal,
    SessionLost,
    StepTimedOut,
    TargetAmbiguous,
)
from bot.flow.actions import PageAction
from bot.flow.models import Flow
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.flow.targets import Targets
from bot.run.describe import describe
from bot.text import Language
from tests.unit.run.fakes import flow

BEGAN = datetime(2026, 11, 10, 1, tzinfo=UTC)

Mishap = Literal[
    "crash_before", "crash_after", "crash_done", "drop_before", "drop_after", "late", "late_crash",
    "session", "down", "lid", "refuse", "mismatch", "closed", "filter", "other_adds", "other_deletes",
]  # fmt: skip
SAVING = ("click save_add", "click save_renew")
EFFECTS = (*SAVING, "click declare", "click file")
ONLY_AT: dict[Mishap, tuple[str, ...]] = {
    "crash_done": EFFECTS,
    "late": EFFECTS,
    "late_crash": EFFECTS,
    "drop_before": EFFECTS,
    "drop_after": EFFECTS,
    "mismatch": EFFECTS,
    "closed": EFFECTS,
    "refuse": (*SAVING, "click file"),
    "filter": ("click declare",),
}
"""What only goes wrong with a click that has an effect waits for the next one."""
ItemState = Literal["draft", "under_review", "approved", "rejected", "deleted"]

WHO = {"who": {"type": "text", "label": "Who"}, "pay": {"type": "text", "label": "Pay"}}
CASES = {"cases": {"type": "cases", "label": "Cases"}}
FOUND = "rows | rows_with(case.person, case.flow)"
MINE = "rows | rows_with(case.number, case.person)"
HELD = ("drafts", "under_review", "approved")
STATES = {"drafts": "drafted", "under_review": "under_review", "approved": "approved", "rejected": "rejected"}


def _reading(name: str, state: str, rows: str) -> list[dict[str, Any]]:
    """Steps that report every row of a list that belongs to a case."""
    report = {"case": "${case}", "state": state, "number": "${row.number}", "shows": "${row.text}"}
    inner = {"for_each": {"row": "${" + rows + "}"}, "do": [{"report": report}]}
    return [{"read": {"rows": name}}, {"for_each": {"case": "${cases}"}, "do": [inner]}]


def _drafting(name: str) -> Flow:
    probe = {"probe": "find", "with": {"who": "${who}", "what": name}}
    return flow(
        flow=name,
        person="who",
        inputs=WHO,
        shows={"who": "${who}", "pay": "${pay}"},
        stages=[{"stage": "save", "effect": "draft", "already_done": probe, "steps": [{"click": f"save_{name}"}]}],
        after={"read_back": "read_back", "declare": "declare", "at_most": 2},
        results="results",
        standing="standing",
    )


FOUND_OUTPUTS = {
    "found": "${rows | length > 0}",
    "several": "${rows | length > 1}",
    "state": "${state if rows else ''}",
    "number": "${rows[0].number if rows else ''}",
    "shows": "${rows[0].text if rows else ''}",
}
PROBE = {"who": {"type": "text", "label": "Who"}, "what": {"type": "text", "label": "What"}}


def _probe(name: str, *lists: str) -> Flow:
    steps: list[dict[str, Any]] = [{"set": {"state": "", "rows": []}}]
    for one in lists:
        look = [{"read": {"rows": one}}, {"set": {"state": STATES[one], "rows": "${rows | rows_with(who, what)}"}}]
        steps.append({"when": "${not rows}", "do": look})
    return flow(flow=name, inputs=PROBE, steps=steps, outputs=FOUND_OUTPUTS)


READ_BACK: list[dict[str, Any]] = [
    {"read": {"rows": "drafts"}},
    {
        "for_each": {"case": "${cases}"},
        "do": [
            {
                "report": {"case": "${case}", "state": "drafted", "number": "${(" + FOUND + ")[0].number}",
                           "shows": "${(" + FOUND + ")[0].text}"},
                "when": "${(" + FOUND + ") | length == 1}",
            },
            {"report": {"case": "${case}", "state": "several"}, "when": "${(" + FOUND + ") | length > 1}"},
            {"report": {"case": "${case}", "state": "missing"}, "when": "${not (" + FOUND + ")}"},
        ],
    },
]  # fmt: skip

TICK: list[dict[str, Any]] = [
    {"read": {"rows": "drafts"}},
    {
        "for_each": {"case": "${cases}"},
        "do": [
            {
                "when": "${" + MINE + "}",
                "do": [
                    {"set": {"number": "${case.number}"}},
                    {"click": "tick"},
                    {"report": {"case": "${case}", "state": "ticked", "shows": "${(" + MINE + ")[0].text}"}},
                ],
            }
        ],
    },
]

DIRECT = flow(
    flow="direct",
    person="who",
    inputs=WHO,
    shows={"who": "${who}", "pay": "${pay}"},
    stages=[
        {
            "stage": "file",
            "effect": "filing",
            "already_done": {"probe": "find_filed", "with": {"who": "${who}", "what": "direct"}},
            "steps": [
                {"click": "file"},
                {"read": {"number": "number"}},
                {"report": {"state": "under_review", "number": "${number}"}},
            ],
        }
    ],
    results="results",
)

FLOWS: dict[str, Flow] = {
    one.flow: one
    for one in (
        flow(flow="login", steps=[{"click": "log_in"}]),
        _drafting("add"),
        _drafting("renew"),
        DIRECT,
        _probe("find", "drafts", "under_review"),
        _probe("find_filed", "under_review", "approved"),
        flow(flow="read_back", inputs=CASES, steps=READ_BACK),
        flow(
            flow="declare",
            inputs=CASES,
            results="results",
            stages=[
                {"stage": "tick", "steps": TICK},
                {"stage": "declare", "effect": "filing", "steps": [{"click": "declare"}]},
            ],
        ),
        flow(
            flow="standing",
            inputs=CASES,
            steps=[step for one in HELD for step in _reading(one, STATES[one], FOUND)],
        ),
        flow(
            flow="results",
            inputs=CASES,
            steps=[step for one, state in STATES.items() for step in _reading(one, state, MINE)],
        ),
    )
}


class Crash(BaseException):
    """The process is gone. Nothing that runs after it can do anything any more."""


class Process:
    """A process that can be killed: whatever still runs in it then comes to nothing."""

    def __init__(self) -> None:
        self._gone = False

    def die(self) -> None:
        self._gone = True
        raise Crash

    def must_live(self) -> None:
        """Raises Crash in a process that was killed."""
        if self._gone:
            raise Crash


@dataclass
class Item:
    """A draft or filing, and what became of it when."""

    number: str
    who: str
    what: str
    pay: str
    ours: bool
    history: list[tuple[float, ItemState]] = field(default_factory=list)
    more: str = ""
    """What somebody else added."""
    filed_by_us: bool = False
    filed_as: str = ""
    """What it said when it was handed in."""

    @property
    def state(self) -> ItemState:
        return self.history[-1][1]

    @property
    def text(self) -> str:
        return f"{self.number}; who: {self.who}; what: {self.what}; pay {self.pay}{self.more}"

    def at(self, moment: float) -> ItemState | None:
        """What it was at a moment; None before it was there."""
        past = [state for time, state in self.history if time <= moment]
        return past[-1] if past else None


LISTS: dict[str, ItemState] = {
    "drafts": "draft", "under_review": "under_review", "approved": "approved", "rejected": "rejected"
}  # fmt: skip


@dataclass
class ModelPortal:
    """The books, the time, and the mishaps, by the number of the request that they wait for."""

    now: float = 0
    lag: float = 0
    """So many seconds later do the lists show what has changed."""
    lax: bool = False
    """Whether it takes a second draft of a person and operation."""
    items: list[Item] = field(default_factory=list)
    session: object | None = None
    requests: int = 0
    plan: dict[int, Mishap] = field(default_factory=dict)
    unreachable: int = 0
    late: list[tuple[float, Callable[[], None]]] = field(default_factory=list)
    delay: float = 5
    """So many seconds later does happen what is late."""
    lid: Callable[[], None] = lambda: None
    """What happens while the program's machine sleeps."""

    def clock(self) -> datetime:
        """The time, for our side."""
        return BEGAN + timedelta(seconds=self.now)

    def pass_time(self, seconds: float) -> None:
        """Time goes by, and what is late happens at its time."""
        until = self.now + seconds
        while due := sorted((one for one in self.late if one[0] <= until), key=lambda one: one[0]):
            self.late.remove(due[0])
            self.now = max(self.now, due[0][0])
            due[0][1]()
        self.now = until

    def next_mishap(self, words: str) -> Mishap | None:
        """The next thing to go wrong, if it is time for it and it can go wrong with this request."""
        for number in sorted(one for one in self.plan if one <= self.requests):
            if words in ONLY_AT.get(self.plan[number], (words,)):
                return self.plan.pop(number)
        return None

    def heal(self) -> None:
        """Nothing goes wrong any more, and what is late has happened."""
        self.plan, self.unreachable = {}, 0
        self.pass_time(max([self.lag + 60, *(due - self.now + 1 for due, _ in self.late)]))
        self.lag = 0

    def shown(self, name: str) -> list[dict[str, str]]:
        """A list as the portal shows it, newest first."""
        rows = [one for one in reversed(self.items) if one.at(self.now - self.lag) == LISTS[name]]
        return [{"text": one.text, "number": one.number} for one in rows]

    def open_items(self, who: str, what: str) -> list[Item]:
        """Drafts and items under review of a person and operation."""
        return [one for one in self.items if (one.who, one.what) == (who, what) and one.state in HELD_OPEN]

    def save(self, who: str, what: str, pay: str, *, ours: bool) -> Item | None:
        """Save a draft; None if there is one, or one under review (OP04)."""
        if self.open_items(who, what) and not self.lax:
            return None
        self.items.append(Item(f"n{len(self.items) + 1:04}", who, what, pay, ours))
        self.items[-1].history.append((self.now, "draft"))
        return self.items[-1]

    def declare(self, numbers: Sequence[str], *, ours: bool) -> None:
        """Hand in the drafts among these numbers; the rest are left out without a word."""
        for one in self.items:
            if one.number in numbers and one.state == "draft":
                one.history.append((self.now, "under_review"))
                one.filed_by_us, one.filed_as = ours, one.text

    def file(self, who: str, pay: str) -> Item:
        """File without a draft; nothing stands in the way of doing it twice."""
        item = Item(f"n{len(self.items) + 1:04}", who, "direct", pay, True, filed_by_us=True)
        item.history.append((self.now, "under_review"))
        item.filed_as = item.text
        self.items.append(item)
        return item

    def move(self, number: str, state: ItemState) -> None:
        """Somebody behind the counter, or another clerk, does something with an item."""
        next(one for one in self.items if one.number == number).history.append((self.now, state))


HELD_OPEN = ("draft", "under_review")


class ModelSeat:
    """A browser at the portal: the session's cookie, what is ticked on its page, and hands."""

    language: Language = "en"

    def __init__(self, portal: ModelPortal, process: Process) -> None:
        self.hands = self
        self._portal = portal
        self._process = process
        self._cookie = object()
        self._ticked: list[str] = []
        self._last = ""

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> Mapping[str, object]:
        self._process.must_live()
        words, portal = describe(step), self._portal
        if words == "click tick":
            self._ticked.append(str(scope.names["number"]))
            return {}
        if words == "read number":
            return {"number": self._last}
        portal.requests += 1
        portal.pass_time(0.1)
        mishap = portal.next_mishap(words)
        self._before(mishap, words, scope)
        answer = self._answer(words, step, scope)
        self._after(mishap)
        return answer

    def _before(self, mishap: Mishap | None, words: str, scope: Scope) -> None:
        portal = self._portal
        if mishap == "lid":
            portal.lid()
        if mishap == "down":
            portal.unreachable = 3
        if portal.unreachable:
            portal.unreachable -= 1
            raise PortalUnreachable("no answer")
        if words == "click log_in":
            portal.session = self._cookie
        if mishap == "session":
            portal.session = None
        if portal.session is not self._cookie:
            raise SessionLost("gone")
        match mishap:
            case "crash_before":
                self._process.die()
            case "drop_before":
                raise StepTimedOut("no answer")
            case "refuse":
                raise Refusal("no", words="already insured", rule="OP01")
            case "mismatch":
                raise TargetAmbiguous("two buttons")
            case "closed":
                raise PortalClosed("month end")
            case "late" | "late_crash":
                portal.late.append((portal.now + portal.delay, self._effect(words, scope)))
                if mishap == "late_crash":
                    self._process.die()
                raise StepTimedOut("no answer")
            case "filter":
                self._ticked = self._ticked[1:]
            case "other_adds":
                portal.save(OTHERS[len(portal.items) % len(OTHERS)], "add", "9", ours=False)
            case "other_deletes":
                for one in [one for one in portal.items if one.state == "draft"][:1]:
                    portal.move(one.number, "deleted")

    def _after(self, mishap: Mishap | None) -> None:
        if mishap in ("crash_after", "crash_done"):
            self._process.die()
        if mishap == "drop_after":
            raise StepTimedOut("no answer")

    def _answer(self, words: str, step: Step, scope: Scope) -> Mapping[str, object]:
        if words == "read rows":
            values: Any = step.action
            return {"rows": self._portal.shown(values.values["rows"].element.element)}
        if words in EFFECTS:
            self._effect(words, scope)()
        return {}

    def _effect(self, words: str, scope: Scope) -> Callable[[], None]:
        """What a click does at the portal, whenever it does it. Raises Refusal at once if it will not."""
        portal, who, pay = self._portal, str(scope.names.get("who")), str(scope.names.get("pay"))
        if words == "click declare":
            ticked, self._ticked = tuple(self._ticked), []
            return lambda: portal.declare(ticked, ours=True)
        if words == "click file":

            def file() -> None:
                self._last = portal.file(who, pay).number

            return file
        what = words.removeprefix("click save_")
        if portal.open_items(who, what) and not portal.lax:
            raise Refusal("no", words="there is one already", rule="OP04")
        return lambda: void(portal.save(who, what, pay, ours=True))

    async def picture(self, targets: Targets, scope: Scope) -> bytes:
        return b""

    def about(self, cases: Sequence[str]) -> None:
        """Nothing is kept."""

    async def logging_in(self, under_way: bool) -> None:
        """It knows."""

    async def settled(self) -> None:
        """Nothing is kept."""

    async def failed(self, error: AssistantError) -> None:
        """Nothing is kept."""

    async def close(self) -> None:
        """The cookie goes; the portal is not told."""


OTHERS = ("Xu", "Ana", "Yan", "Bo")
"""Whom other clerks save drafts for: strangers, and people of ours."""


def void(what: object) -> None:
    """Forget what a call gave."""
