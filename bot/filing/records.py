"""What is known of each case of a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.errors import AssistantError
from bot.filing.states import AGAIN, FOLLOWS, CaseState
from bot.flow.case import Case


@dataclass(frozen=True)
class CaseRecord:
    """One case, its state, and the portal's words about it. Times are aware, in UTC."""

    case: Case
    state: CaseState = CaseState.PENDING
    number: str = ""
    """The portal's number of the draft, then of the filing."""
    reason: str = ""
    """Why it is where it is: the portal's own words where it said any."""
    rule: str = ""
    shows: str = ""
    """The portal's summary of the draft, as read back."""
    error: AssistantError | None = None
    drafted_at: datetime | None = None
    filed_at: datetime | None = None
    decided_at: datetime | None = None


class Records:
    """The records of a batch, in the order of the roster. Every change of state goes through `move`."""

    def __init__(self, cases: Iterable[Case], changed: Callable[[CaseRecord], None]) -> None:
        self._records = {case.id: CaseRecord(case) for case in cases}
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
        self._records[case] = replace(self._records[case], **facts)

    def move(self, case: str, state: CaseState, *, again: bool = False, **facts: Any) -> None:
        """Put a case into a state that may follow its own, or `again` into one where it can be done again.

        Raises ValueError for a state that may not follow: a bug of ours.
        """
        record = self._records[case]
        if state not in (AGAIN.get(record.state, frozenset()) if again else FOLLOWS[record.state]):
            raise ValueError(f"{case}: {state} cannot follow {record.state}")
        self._records[case] = replace(record, state=state, **facts)
        self._changed(self._records[case])
