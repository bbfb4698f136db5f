"""Purging: what need not be kept any longer is removed, and what there was is told in a signed note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evidence import export_words as words
from bot.evidence.purging import Removal, remove_dossier, write_note
from bot.filing.journal.purging import open_cases
from bot.filing.journal.store import SEALED
from bot.filing.traces import sweep, traces_of
from bot.text import Text

if TYPE_CHECKING:
    from bot.evidence.keys import SigningKey
    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal


@dataclass(frozen=True)
class Purged:
    """A batch whose evidence and personal data were removed, or would be."""

    batch: str
    files: int
    bytes: int
    results: Path
    """The clerk's own copy of the roster, which stays."""
    strange: tuple[str, ...] = ()
    """Files in its folder that are not ours, and stay."""
    note: Path | None = None


@dataclass(frozen=True)
class Kept:
    """A batch that stays as it is, and why."""

    batch: str
    why: Text


@dataclass(frozen=True)
class PurgeOutcome:
    """What a purge did, or would do."""

    purged: tuple[Purged, ...]
    kept: tuple[Kept, ...]
    done: bool


def purge(
    journal: Journal, home: Path, key: SigningKey, *, older_than: timedelta, now: datetime, by: str, dry_run: bool
) -> PurgeOutcome:
    """Purge every batch that is over, and in which nothing has happened for so long. Raises UsageError, JournalError.

    The note comes first, then the files, then the journal: what a crash cuts short is done again the next time.
    """
    before = now - older_than
    purged, kept = [], []
    for batch in journal.batches():
        if batch.purged_at is not None:
            continue
        if why := _why_kept(journal, batch, before):
            kept.append(Kept(batch.id, why))
            continue
        purged.append(_purge(journal, home, batch, key, before=before, now=now, by=by, dry_run=dry_run))
    if purged and not dry_run:
        sweep(home)
        journal.compact()
    return PurgeOutcome(tuple(purged), tuple(kept), done=not dry_run)


def _why_kept(journal: Journal, batch: BatchRow, before: datetime) -> Text | None:
    newest = max([batch.created_at, *(event.at for event in journal.events(batch.id))])
    if newest > before:
        return words.TOO_YOUNG.format(day=f"{newest:%Y-%m-%d}")
    left = open_cases(journal.cases(batch.id))
    return words.STILL_OPEN.format(count=len(left)) if left else None


def _purge(
    journal: Journal,
    home: Path,
    batch: BatchRow,
    key: SigningKey,
    *,
    before: datetime,
    now: datetime,
    by: str,
    dry_run: bool,
) -> Purged:
    folder, results = Path(batch.evidence), Path(batch.results)
    known = {file.path for file in journal.evidence(batch.id) if file.path}
    planned = remove_dossier(folder, known, dry_run=True)
    if dry_run:
        return Purged(batch.id, planned.files, planned.bytes, results, planned.strange)
    heads = [str(event.facts["digest"]) for event in journal.events(batch.id) if event.kind == SEALED]
    said = {
        "batch": batch.id,
        "cases": len(journal.cases(batch.id)),
        "seals": heads,
        "files": planned.files,
        "bytes": planned.bytes,
        "unchanged_since": before.isoformat(),
        "purged_at": now.isoformat(),
        "purged_by": by,
    }
    note = write_note(home / "purged" / f"{batch.id}.json", said, key)
    removed: Removal = remove_dossier(folder, known)
    for trace in traces_of(home, batch.id):
        trace.unlink(missing_ok=True)
    facts = {"files": removed.files, "bytes": removed.bytes, "seals": len(heads)}
    journal.purge(batch.id, before=before, at=now, by=by, facts=facts)
    return Purged(batch.id, removed.files, removed.bytes, results, removed.strange, note)
