"""What a batch tells those who watch it, and what it says at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.errors import AssistantError
from bot.filing.records import CaseRecord
from bot.filing.states import TROUBLE, CaseState
from bot.flow.case import Case
from bot.text import Text


class Progress(Protocol):
    """Watches a batch: a progress bar, plain lines, the console."""

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
class CaseOutcome:
    """How a case ended in this run. Times are aware, in UTC."""

    case: Case
    state: CaseState
    number: str = ""
    reason: str = ""
    rule: str = ""
    error: AssistantError | None = None
    filed_at: datetime | None = None
    decided_at: datetime | None = None
    evidence: tuple[Path, ...] = ()


@dataclass(frozen=True)
class BatchSummary:
    """What became of a batch."""

    outcomes: tuple[CaseOutcome, ...]
    elapsed: timedelta
    results: Path | None = None
    """The copy of the roster with the results written in."""
    evidence: Path | None = None
    """The folder of the pictures."""
    stopped: AssistantError | None = None
    """Why the batch ended before its time, if it did."""

    @property
    def exit_code(self) -> int:
        """0 if nothing needs a person, else 1; 2 if the portal did not let the account in at all."""
        if self.stopped is not None:
            return self.stopped.exit_code
        return int(any(outcome.state in TROUBLE for outcome in self.outcomes))
