"""What a person decides about the cases of a batch: recorded with who and when, before anything follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.errors import UsageError
from bot.filing.batch import approvals, awaits_approval
from bot.filing.journal.races import KeyTaken
from bot.filing.ledger import JournalLedger, in_other_batch, records_of
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.states import AGAIN, FOLLOWS, CaseState
from bot.filing.words import STATES
from bot.service import words
from bot.service.views import case_of

if TYPE_CHECKING:
    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal
    from bot.flow.models import Library


class Decisions:
    """Writes a person's decisions into the journal."""

    def __init__(
        self, journal: Journal, batch: BatchRow, library: Library, *, by: str, clock: Callable[[], datetime]
    ) -> None:
        rows = journal.cases(batch.id)
        records = records_of(rows, {row.id: case_of(row, library) for row in rows})
        self._batch = batch
        self._by = by
        self._clock = clock
        self._records = Records(records, JournalLedger(journal, batch.id, by, clock), lambda record: None)

    def approve(self, cases: Sequence[str]) -> None:
        """A yes to these cases, as they were read back. Raises UsageError."""
        self.may_approve()
        with self._alone():
            self._records.change(approvals(self._waiting(cases), by=self._by, at=self._clock()))

    def may_approve(self) -> None:
        """Raises UsageError if the batch needs another person's eyes."""
        if self._batch.four_eyes and self._by == self._batch.started_by:
            said = words.FOUR_EYES.format(batch=self._batch.id, by=self._by)
            raise UsageError(said, cure=words.FOUR_EYES_CURE.format(batch=self._batch.id))

    def withdraw(self, cases: Sequence[str]) -> None:
        """A no to these cases: they will not be declared."""
        said = str(words.PERSON_WITHDREW.format(by=self._by))
        moves = [
            Move(record.case.id, CaseState.WITHDRAWN, facts={"reason": said}, kind="decision")
            for record in self._waiting(cases)
        ]
        with self._alone():
            self._records.change(moves)

    def resolve(self, case: str, *, filed: str | None) -> CaseRecord:
        """What a person found out about a case: filed under this number, or (None) not filed: it may be done again."""
        record = self._record(case)
        if filed is not None:
            after = CaseState.UNDER_REVIEW if record.case.flow.results else CaseState.DONE
            possible = record.state is CaseState.NEEDS_ATTENTION and after in FOLLOWS[record.state]
            facts: dict[str, Any] = {"number": filed, "filed_at": record.filed_at or self._clock(), "error": None}
            facts["reason"] = str(words.RESOLVED_FILED.format(by=self._by))
            move = Move(case, after, facts=facts, kind="decision")
        else:
            decidable = (CaseState.NEEDS_ATTENTION, CaseState.REFUSED, CaseState.FAILED)
            possible = record.state in decidable and CaseState.PENDING in AGAIN[record.state]
            facts = {"reason": str(words.RESOLVED_NOT_FILED.format(by=self._by)), "rule": "", "error": None}
            facts |= {"baseline": None, "approved_by": "", "approved_at": None, "approved_shows": ""}
            move = Move(case, CaseState.PENDING, again=True, facts=facts, kind="decision")
        if not possible:
            raise self._nothing_to_resolve(record)
        with self._alone():
            self._records.change([move])
        return self._records[case]

    def _nothing_to_resolve(self, record: CaseRecord) -> UsageError:
        said = words.NOTHING_TO_RESOLVE.format(case=record.case.id, state=STATES[record.state])
        cut_short = record.state in (CaseState.DRAFTING, CaseState.DECLARING)
        return UsageError(said, cure=words.CUT_SHORT.format(batch=self._batch.id) if cut_short else "")

    def _waiting(self, cases: Sequence[str]) -> list[CaseRecord]:
        records = [self._record(case) for case in cases]
        for record in records:
            if not awaits_approval(record):
                raise UsageError(words.NOT_WAITING.format(case=record.case.id, state=STATES[record.state]))
        return records

    def _record(self, case: str) -> CaseRecord:
        known = [record.case.id for record in self._records]
        if case not in known:
            said = words.NO_CASE.format(batch=self._batch.id, case=case)
            raise UsageError(said, cure=words.CASES_ARE.format(known=", ".join(known)))
        return self._records[case]

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """A case that another batch of the period has taken on meanwhile is not for this one to begin again."""
        try:
            yield
        except KeyTaken as taken:
            raise UsageError(in_other_batch(taken.other)) from taken
