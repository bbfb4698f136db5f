"""A batch as it stands in the journal, for who looks on and for the spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.filing.batch import awaits_approval
from bot.filing.ledger import records_of
from bot.filing.progress import CaseOutcome, Until
from bot.filing.records import CaseRecord
from bot.filing.states import UNFINISHED
from bot.flow.case import Case, Origin
from bot.flow.models import Flow, Library
from bot.redaction import redactor
from bot.service import words
from bot.text import Text

if TYPE_CHECKING:
    from bot.filing.journal.rows import BatchRow, CaseRow
    from bot.filing.journal.store import Journal


@dataclass(frozen=True, kw_only=True)
class BatchHead:
    """What the journal knows of a batch as a whole."""

    id: str
    account: str
    user: str
    period: str
    roster: str
    """The name of its file."""
    url: str
    until: Until
    four_eyes: bool
    started_by: str
    created_at: datetime
    stopped: str
    """Why the last run of it ended before its time, or ""."""
    evidence: Path
    purged_at: datetime | None = None
    """When its evidence and personal data were removed."""


@dataclass(frozen=True, kw_only=True)
class BatchView(BatchHead):
    """A batch with where each of its cases stands."""

    attempt: int
    results: Path
    outcomes: tuple[CaseOutcome, ...]
    waiting: tuple[CaseOutcome, ...]
    """What a person has to approve."""

    @property
    def unfinished(self) -> bool:
        """Whether there is anything that the assistant can go on with."""
        return self.purged_at is None and any(outcome.state in UNFINISHED for outcome in self.outcomes)


def view_of(journal: Journal, batch: BatchRow, library: Library) -> BatchView:
    """The batch with where each of its cases stands."""
    rows = journal.cases(batch.id)
    records = records_of(rows, {row.id: case_of(row, library) for row in rows})
    files: dict[str, list[Path]] = {}
    for file in journal.evidence(batch.id):
        if file.path and batch.purged_at is None:
            files.setdefault(file.case, []).append(Path(file.path))
    outcomes = {record.case.id: outcome_of(record, tuple(files.get(record.case.id, ()))) for record in records}
    return BatchView(
        **vars(head_of(batch)),
        attempt=batch.attempt,
        results=Path(batch.results),
        outcomes=tuple(outcomes.values()),
        waiting=tuple(outcomes[record.case.id] for record in records if awaits_approval(record)),
    )


def head_of(batch: BatchRow) -> BatchHead:
    """A batch as a whole, without its cases."""
    return BatchHead(
        id=batch.id,
        account=batch.account,
        user=batch.user,
        period=batch.period,
        roster=batch.roster_name,
        url=batch.url,
        until=until_of(batch),
        four_eyes=batch.four_eyes,
        started_by=batch.started_by,
        created_at=batch.created_at,
        stopped=batch.stopped,
        evidence=Path(batch.evidence),
        purged_at=batch.purged_at,
    )


def refuse_purged(batch: BatchRow) -> None:
    """Raises UsageError for a batch whose personal data were removed: it cannot be gone on with."""
    if batch.purged_at is not None:
        raise UsageError(words.PURGED.format(batch=batch.id, day=f"{batch.purged_at:%Y-%m-%d}"))


def until_of(batch: BatchRow) -> Until:
    """How far a batch is to go."""
    known: Mapping[str, Until] = {"drafts": "drafts", "review": "review", "declare": "declare"}
    return known[batch.until]


def case_of(row: CaseRow, library: Library) -> Case:
    """A case as far as the journal alone knows it: who and what, without the other values.

    From here on the person's number is masked wherever it is told.
    """
    if row.person != row.id:
        redactor.person(row.person)
    flow = library.flows.get(row.flow) or Flow.model_construct(flow=row.flow, title=Text.same(row.flow))
    values = {flow.person: row.person} if flow.person else {}
    return Case(row.id, flow, values, origin=Origin(row.sheet, row.row))


def outcome_of(record: CaseRecord, evidence: Sequence[Path]) -> CaseOutcome:
    """Where a case stands."""
    return CaseOutcome(
        record.case,
        record.state,
        number=record.number,
        reason=record.reason,
        rule=record.rule,
        error=record.error,
        drafted_at=record.drafted_at,
        filed_at=record.filed_at,
        decided_at=record.decided_at,
        approved_by=record.approved_by,
        approved_at=record.approved_at,
        evidence=tuple(evidence),
    )
