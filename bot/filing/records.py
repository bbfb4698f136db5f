"""What is known of each case of a batch, and how it changes: in the ledger first, then here, then on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from bot.errors import AssistantError
from bot.filing.states import AGAIN, FOLLOWS, CaseState
from bot.flow.case import Case


@dataclass(frozen=True)
class CaseRecord:
    """One case, its state, and the portal's words about it. Times are aware, in UTC."""

    case: Case
    state: CaseState = CaseState.PENDING
    attempt: int = 1
    """Counts how often the case was begun, from 1."""
    number: str = ""
    """The portal's number of the draft, then of the filing."""
    reason: str = ""
    """Why it is where it is: the portal's own words where it said any."""
    rule: str = ""
    shows: str = ""
    """The portal's summary of the draft, as read back."""
    baseline: tuple[str, ...] | None = None
    """What the portal held of this person and operation before anything was done: its numbers. None: not yet asked."""
    error: AssistantError | None = None
    drafted_at: datetime | None = None
    filed_at: datetime | None = None
    decided_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    approved_shows: str = ""
    """What the draft showed when a person approved it."""


@dataclass(frozen=True)
class Move:
    """A case that goes into a state (`again`: back into one where it can be done again), or, without one, facts."""

    case: str
    state: CaseState | None = None
    again: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""
    """What the ledger calls the event: intent, outcome, adopted, decision."""


class Ledger(Protocol):
    """Where changes are written down before they count."""

    def write(self, changes: Sequence[tuple[CaseRecord, Move]]) -> None:
        """Write all changes or none; each of its record as it is now. Raises JournalError, LeaseLost, Overtaken."""
        ...


class Records:
    """The records of a batch, in the order of the roster. Every change goes through the ledger."""

    def __init__(self, records: Iterable[CaseRecord], ledger: Ledger, changed: Callable[[CaseRecord], None]) -> None:
        self._records = {record.case.id: record for record in records}
        self._ledger = ledger
        self._changed = changed

    def __iter__(self) -> Iterator[CaseRecord]:
        return iter(tuple(self._records.values()))

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, case: str) -> CaseRecord:
        return self._records[case]

    def within(self, *states: CaseState) -> list[CaseRecord]:
        """The records in one of these states."""
        return [record for record in self if record.state in states]

    def note(self, case: str, **facts: Any) -> None:
        """Keep facts about a case without moving it."""
        self.change([Move(case, facts=facts)])

    def move(self, case: str, state: CaseState, *, again: bool = False, kind: str = "", **facts: Any) -> None:
        """Put a case into a state that may follow its own, or `again` into one where it can be done again."""
        self.change([Move(case, state, again, facts, kind)])

    def change(self, moves: Sequence[Move]) -> None:
        """Change many cases at once, all or none. Raises ValueError for a state that may not follow: a bug of ours."""
        for move in moves:
            _check(self._records[move.case], move)
        self._ledger.write([(self._records[move.case], move) for move in moves])
        for move in moves:
            self._records[move.case] = changed(self._records[move.case], move)
            if move.state is not None:
                self._changed(self._records[move.case])


def changed(record: CaseRecord, move: Move) -> CaseRecord:
    """The record as it is after a move."""
    attempt = record.attempt + 1 if move.again else record.attempt
    return replace(record, state=move.state or record.state, attempt=attempt, **move.facts)


def _check(record: CaseRecord, move: Move) -> None:
    may_follow = AGAIN.get(record.state, frozenset()) if move.again else FOLLOWS[record.state]
    if move.state is not None and move.state not in may_follow:
        raise ValueError(f"{move.case}: {move.state} cannot follow {record.state}")
