"""Batches as somebody looks them over: counted, and listed a page at a time, however many cases they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.errors import AssistantError
from bot.filing.batch import files_at_once
from bot.filing.journal.looking import Told, Wanted
from bot.filing.ledger import records_of
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.models import Library
from bot.service.spreadsheets import CARRIED_OVER
from bot.service.views import BatchHead, case_of, head_of, outcome_of

if TYPE_CHECKING:
    from bot.filing.journal.looking import Tally
    from bot.filing.journal.rows import BatchRow, CaseRow, EventRow
    from bot.filing.journal.store import Journal
    from bot.flow.case import Origin
    from bot.roster.model import Roster

PICTURES = ("picture", "failure")
"""The kinds of evidence that can be looked at."""
ROSTERS_KEPT = 3
"""So many rosters are kept as they were read: who looks at a batch looks at it for a while."""
UNDER_WAY = frozenset({CaseState.PENDING, CaseState.DRAFTING, CaseState.DRAFTED, CaseState.DECLARING})


@dataclass(frozen=True, kw_only=True)
class BatchOverview(BatchHead):
    """What there is to say of a batch without looking at each of its cases."""

    counts: Mapping[CaseState, int]
    """How many cases are in each state that any is in, in the order of the states."""
    operations: Mapping[str, int]
    """How many cases each flow has, by its name."""
    waiting: int
    """How many a person has to approve."""
    approved: int
    """How many were approved, and are not declared yet."""
    left: int
    """How many the assistant can go on with by itself; those that failed are not among them."""

    @property
    def cases(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def to_carry_over(self) -> int:
        """How many were not filed, and can be asked for again."""
        return sum(self.counts.get(state, 0) for state in CARRIED_OVER)


@dataclass(frozen=True)
class _Read:
    """A batch's roster, with what it calls the people and the cases in its rows."""

    roster: Roster
    names: Mapping[Origin, str]
    references: Mapping[Origin, str]


class Overviews:
    """Reads the journal for who looks on. What has not changed is not read again."""

    def __init__(
        self, journal: Callable[[], AbstractContextManager[Journal]], library_of: Callable[[BatchRow], Library]
    ) -> None:
        self._journal = journal
        self._library_of = library_of
        self._counting = Lock()
        self._seen = 0
        self._known: dict[str, BatchOverview] = {}
        self._reading = Lock()
        self._rosters: dict[str, _Read | None] = {}

    def version(self) -> int:
        """Another number after every change."""
        with self._journal() as journal:
            return journal.looking.version()

    def version_of(self, batch: str) -> int:
        """Another number after every change of this batch."""
        with self._journal() as journal:
            return journal.looking.version_of(batch)

    def all(self) -> tuple[BatchOverview, ...]:
        """Every batch, the newest first. Only those are counted that something happened to since the last time."""
        with self._counting, self._journal() as journal:
            newest = journal.looking.version()
            if newest != self._seen:
                rows = {row.id: row for row in journal.batches()}
                changed = journal.looking.changed_since(self._seen) & set(rows)
                read = self._read(journal, [rows[id] for id in changed])
                self._known = {id: read.get(id) or self._known[id] for id in rows}
                self._seen = newest
            return tuple(self._known.values())

    def one(self, batch: str) -> BatchOverview:
        """A batch. Raises UsageError if there is none of that name."""
        known = next((one for one in self.all() if one.id == batch), None)
        if known is None:
            with self._journal() as journal:
                journal.batch(batch)  # says which there are
            raise AssertionError(batch)
        return known

    def _read(self, journal: Journal, rows: Sequence[BatchRow]) -> dict[str, BatchOverview]:
        for row in rows:
            if row.purged_at is not None:
                self._rosters.pop(row.id, None)
        by_batch: dict[str, list[Tally]] = {row.id: [] for row in rows}
        for tally in journal.looking.tallies(by_batch):
            by_batch[tally.batch].append(tally)
        return {row.id: overview_of(row, by_batch[row.id], self._library_of(row)) for row in rows}

    def page(self, batch: str, wanted: Wanted, start: int, count: int) -> list[CaseOutcome]:
        """So many of these cases, from the one at `start`."""
        with self._journal() as journal:
            rows = journal.looking.page(batch, wanted, start, count)
            return self._outcomes(journal, batch, rows)

    def count(self, batch: str, wanted: Wanted) -> int:
        """How many cases these are."""
        with self._journal() as journal:
            tallies = journal.looking.tallies([batch])
        mine = (one for one in tallies if wanted.flow in ("", one.flow))
        return sum(one.count for one in mine if wanted.state in ("", one.state))

    def told(self, batch: str, wanted: Wanted) -> list[Told]:
        """What can be looked for in these cases."""
        with self._journal() as journal:
            return journal.looking.told(batch, wanted)

    def _outcomes(self, journal: Journal, batch: str, rows: Sequence[CaseRow]) -> list[CaseOutcome]:
        library = self._library_of(journal.batch(batch))
        records = records_of(rows, {row.id: case_of(row, library) for row in rows})
        return [outcome_of(record, ()) for record in records]

    def log(self, batch: str, count: int, *, before: int | None = None) -> list[EventRow]:
        """The last things that happened to a batch, newest first."""
        with self._journal() as journal:
            journal.batch(batch)
            return journal.looking.last_events(batch, count, before=before)

    def last_change(self, batch: str) -> datetime | None:
        """When anything happened to a batch last."""
        with self._journal() as journal:
            return journal.looking.last_event_at(batch)

    def last_picture(self, batch: str, case: str = "") -> tuple[str, str] | None:
        """The case and the path of the newest picture of a batch, or of one of its cases."""
        with self._journal() as journal:
            found = journal.looking.last_file(batch, PICTURES, case)
            return (found.case, found.path) if found else None

    def pictures(self, batch: str, cases: Sequence[str]) -> dict[str, list[Path]]:
        """The pictures of some cases, in order, by case; relative to the evidence folder."""
        with self._journal() as journal:
            files = {case: journal.looking.evidence_of(batch, case) for case in cases}
        return {
            case: [Path(one.path) for one in rows if one.path and one.kind in PICTURES] for case, rows in files.items()
        }

    def has_file(self, batch: str, path: str) -> bool:
        """Whether a file is one that the journal knows of this batch."""
        with self._journal() as journal:
            return journal.looking.has_file(batch, path)

    def names(self, batch: str) -> Mapping[Origin, str]:
        """What the roster calls the people, by its rows; nothing for one that can't be read any more."""
        known = self._roster(batch)
        return known.names if known else {}

    def references(self, batch: str) -> Mapping[Origin, str]:
        """What a program that handed the cases over calls them, by the roster's rows."""
        known = self._roster(batch)
        return known.references if known else {}

    def values(self, batch: str, case: str) -> Case | None:
        """A case with the roster's values; None if its roster, or the flows of now, no longer give the same."""
        from bot.service.acceptance import case_again

        known = self._roster(batch)
        if known is None:
            return None
        with self._journal() as journal:
            row, batch_row = journal.looking.case(batch, case), journal.batch(batch)
            return case_again(known.roster, row, self._library_of(batch_row), batch_row.created_at) if row else None

    def _roster(self, batch: str) -> _Read | None:
        with self._reading:
            if batch not in self._rosters:
                while len(self._rosters) >= ROSTERS_KEPT:
                    del self._rosters[next(iter(self._rosters))]
                self._rosters[batch] = self._read_roster(batch)
            return self._rosters[batch]

    def _read_roster(self, batch: str) -> _Read | None:
        from bot.roster.people import names_of, references_of
        from bot.roster.read import read_roster
        from bot.service.acceptance import stored_roster

        try:
            with self._journal() as journal:
                row = journal.batch(batch)
                with stored_roster(journal, row) as path:
                    roster = read_roster(path, self._library_of(row))
                    return _Read(roster, names_of(roster), references_of(roster))
        except AssistantError:  # purged, or the operations are others now
            return None


def overview_of(row: BatchRow, tallies: Sequence[Tally], library: Library) -> BatchOverview:
    """A batch with what was counted of it."""
    direct = direct_flows(library)
    counts: Counter[CaseState] = Counter()
    operations: Counter[str] = Counter()
    waiting = approved = left = 0
    for one in tallies:
        counts[one.state] += one.count
        operations[one.flow] += one.count
        is_draft = one.state is CaseState.REVIEWED
        if not one.approved and (is_draft or (one.state is CaseState.PENDING and one.flow in direct)):
            waiting += one.count
        elif is_draft:
            approved += one.count
        elif one.state in UNDER_WAY:
            left += one.count
    return BatchOverview(
        **vars(head_of(row)),
        counts={state: counts[state] for state in CaseState if counts[state]},
        operations={flow: operations[flow] for flow in sorted(operations)},
        waiting=waiting,
        approved=approved,
        left=left,
    )


def direct_flows(library: Library) -> set[str]:
    """The flows that file without a draft that a person could look over."""
    return {name for name, flow in library.flows.items() if files_at_once(Case("", flow, {}))}
