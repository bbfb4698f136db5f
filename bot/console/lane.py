"""How far one account's batch is, and what became of the last few people."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.models import Flow
from bot.flow.steps import Step
from bot.run import Listener
from bot.text import Text

SHOWN = 5
"""So many of the last people are shown."""
FEWEST = 3
"""Cases that have to be done before it can be said how long the others will take."""
PASSING = frozenset({CaseState.DRAFTING, CaseState.DECLARING})
"""States in which a case is only while something is being done for it."""


class Lane:
    """Implements `Progress`. `changed` is called at every change."""

    def __init__(self, account: str, changed: Callable[[], None]) -> None:
        self.account = account
        self.batch = ""
        self.phase_name: Text | None = None
        self.step_words: Text | None = None
        self.case: Case | None = None
        self.act: tuple[Flow, Step] | None = None
        """The step in the browser, and its flow."""
        self.total = 0
        self.done = 0
        self._recent: dict[str, CaseRecord] = {}
        self._spent = 0.0
        self._looked = time.monotonic()
        self._changed = changed

    @property
    def recent(self) -> list[CaseRecord]:
        """The last few cases that came somewhere, the latest first."""
        return list(self._recent.values())[::-1]

    @property
    def left(self) -> timedelta | None:
        """How long this phase will still take, if it goes on as it went; None as long as that can't be known."""
        if self.done < FEWEST or self.done >= self.total:
            return None
        return timedelta(seconds=self._spent / self.done * (self.total - self.done))

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None:
        """The batch is in the journal."""
        self.batch = batch
        self._changed()

    def phase(self, name: Text, total: int) -> None:
        """A phase begins."""
        self._looked, self._spent, self.total, self.done = time.monotonic(), 0.0, total, 0
        self.phase_name, self.step_words, self.case, self.act = name, None, None, None
        self._changed()

    def step(self, case: Case | None, words: Text) -> None:
        """What is being done now."""
        self.case, self.step_words, self.act = case, words, None
        self._changed()

    def acts(self, flow: Flow, step: Step) -> None:
        """What the browser is about to do."""
        self.act = flow, step
        self._changed()

    def case_changed(self, record: CaseRecord) -> None:
        """A case is in another state."""
        if record.state not in PASSING:
            self._recent.pop(record.case.id, None)
            self._recent[record.case.id] = record
            if len(self._recent) > SHOWN:
                del self._recent[next(iter(self._recent))]
        self._changed()

    def advanced(self, cases: int = 1) -> None:
        """So many more cases are done with."""
        now = time.monotonic()
        self._spent += now - self._looked
        self._looked = now
        self.done += cases
        self._changed()

    def went_on(self) -> None:
        """The batch was held until now: that time says nothing of how long a case takes."""
        self._looked = time.monotonic()


class LaneSteps(Listener):
    """Tells a lane of every step in its browser."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane

    def step_started(self, flow: Flow, step: Step) -> None:
        self._lane.acts(flow, step)
