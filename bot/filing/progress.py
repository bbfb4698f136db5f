"""What a batch tells those who watch it, and what it says at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, Protocol

from bot.errors import AssistantError
from bot.filing.records import CaseRecord
from bot.filing.states import TROUBLE, CaseState
from bot.filing.stop import StopSwitch
from bot.flow.case import Case
from bot.run import Listener, Person
from bot.text import Text

Until = Literal["drafts", "review", "declare"]
"""How far a batch goes: leave drafts, leave drafts that were read back, or declare them."""


class Progress(Protocol):
    """Watches a batch: a progress bar, plain lines, the console."""

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None:
        """The batch is in the journal since `at`; `known`: it was begun before, and is gone on with."""
        ...

    def phase(self, name: Text, total: int) -> None:
        """A phase begins (logging in, drafting, reading back …); `total` is how many cases it goes through."""
        ...

    def step(self, case: Case | None, words: Text) -> None:
        """What is being done now, and for which case."""
        ...

    def case_changed(self, record: CaseRecord) -> None:
        """A case is in another state."""
        ...

    def advanced(self, cases: int = 1) -> None:
        """The phase is done with so many more cases."""
        ...


@dataclass(frozen=True)
class Watching:
    """Who looks on while batches are filed, and who is asked. The callables get the account's name."""

    person: Callable[[str], Person]
    progress: Callable[[str], Progress]
    listeners: Callable[[str], Sequence[Listener]] = lambda account: ()
    """Who is told of every step in the browser."""
    stop: StopSwitch = field(default_factory=StopSwitch)


@dataclass(frozen=True)
class CaseOutcome:
    """Where a case stands. Times are aware, in UTC."""

    case: Case
    state: CaseState
    number: str = ""
    reason: str = ""
    rule: str = ""
    error: AssistantError | None = None
    drafted_at: datetime | None = None
    filed_at: datetime | None = None
    decided_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    evidence: tuple[Path, ...] = ()
    """Relative to the evidence folder of the batch."""


@dataclass(frozen=True)
class BatchSummary:
    """What became of a batch."""

    batch: str
    account: str
    outcomes: tuple[CaseOutcome, ...]
    elapsed: timedelta
    until: Until
    known: bool = False
    """Whether the batch was begun before, and gone on with."""
    results: Path | None = None
    """The copy of the roster with the results written in."""
    evidence: Path | None = None
    """The folder of the pictures."""
    traces: tuple[Path, ...] = ()
    """What was recorded of the browser, if it was to be."""
    untraced: tuple[AssistantError, ...] = ()
    """Why some of that could not be kept."""
    stopped: AssistantError | None = None
    """Why the batch ended before its time, if it did."""
    unsealed: AssistantError | None = None
    """Why its evidence could not be sealed, if it could not."""

    @property
    def exit_code(self) -> int:
        """0 if nothing needs a person, else 1; 2 if the portal did not let the account in at all; 130 for a stop."""
        if self.stopped is not None:
            return self.stopped.exit_code
        return int(any(outcome.state in TROUBLE | self._too_early for outcome in self.outcomes))

    @property
    def _too_early(self) -> frozenset[CaseState]:
        """States that a batch does not end in, as far as it was to go."""
        under_way = {CaseState.PENDING, CaseState.DRAFTING, CaseState.DECLARING}
        return frozenset(under_way | ({CaseState.DRAFTED, CaseState.REVIEWED} if self.until == "declare" else set()))


@dataclass(frozen=True)
class RunSummary:
    """What became of a roster: a batch for each of its accounts."""

    batches: tuple[BatchSummary, ...]

    @property
    def exit_code(self) -> int:
        """The gravest of the batches'."""
        return max((batch.exit_code for batch in self.batches), default=0)
