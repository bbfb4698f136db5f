"""One case with all that tells why it is as it is: from the journal, and from the folder of its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.errors import UsageError
from bot.evidence.page import Diagnosis
from bot.filing.ledger import records_of
from bot.filing.progress import CaseOutcome
from bot.filing.traces import traces_of
from bot.service import words
from bot.service.views import case_of, outcome_of

if TYPE_CHECKING:
    from bot.filing.journal.rows import BatchRow, CaseRow, EventRow, EvidenceRow
    from bot.filing.journal.store import Journal
    from bot.flow.models import Library

SUGGESTED = 20
_BESIDE = ("page", "diagnosis")
"""Kinds of files that stand beside a picture: read here, not looked at."""


@dataclass(frozen=True)
class Taken:
    """A picture or a file of a case, or the record that it could not be taken."""

    name: str
    kind: str
    path: Path | None
    taken_at: datetime
    failed: str
    """Why there is none, or ""."""


@dataclass(frozen=True)
class CaseView:
    """What there is to know of a case."""

    batch: str
    account: str
    url: str
    outcome: CaseOutcome
    attempt: int
    since: datetime
    """When it came into its state."""
    events: tuple[EventRow, ...]
    """What happened to it, in order."""
    files: tuple[Taken, ...]
    folder: Path
    """That the paths of files and of the error's picture start from."""
    diagnosis: Diagnosis | None
    """What there was to see when something failed last, if that is on the disk."""
    traces: tuple[Path, ...]
    """Of its batch."""

    @property
    def outcomes(self) -> tuple[CaseOutcome, ...]:
        """Where its one case stands."""
        return (self.outcome,)


def case_view(journal: Journal, batch: BatchRow, library: Library, case: str, home: Path) -> CaseView:
    """The case of that id. Raises UsageError if the batch has none."""
    looking = journal.looking
    row = looking.case(batch.id, case)
    if row is None:
        said = words.NO_CASE.format(batch=batch.id, case=case)
        raise UsageError(said, cure=words.CASES_ARE.format(known=", ".join(looking.known(batch.id, SUGGESTED))))
    files = looking.evidence_of(batch.id, case) if batch.purged_at is None else []
    folder = Path(batch.evidence)
    return CaseView(
        batch=batch.id,
        account=batch.account,
        url=batch.url,
        outcome=_outcome(row, library),
        attempt=row.attempt,
        since=row.since,
        events=tuple(looking.events_of(batch.id, case)),
        files=tuple(_taken(row) for row in files if row.kind not in _BESIDE),
        folder=folder,
        diagnosis=_last_diagnosis(folder, files),
        traces=traces_of(home, batch.id),
    )


def _outcome(row: CaseRow, library: Library) -> CaseOutcome:
    [record] = records_of([row], {row.id: case_of(row, library)})
    return outcome_of(record, ())


def _taken(row: EvidenceRow) -> Taken:
    return Taken(row.name, row.kind, Path(row.path) if row.path else None, row.taken_at, row.failed or "")


def _last_diagnosis(folder: Path, files: list[EvidenceRow]) -> Diagnosis | None:
    """The newest that can still be read: a dossier may have been moved."""
    for row in reversed(files):
        if row.kind == "diagnosis" and row.path and (diagnosis := _read(folder / row.path)):
            return diagnosis
    return None


def _read(path: Path) -> Diagnosis | None:
    try:
        return Diagnosis.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


