"""Purging: what need not be kept any longer is removed, and what there was is told in a signed note.

The journal comes first, in one commit: from then on nobody goes on with the batch. Then its files, then what the
database's own file keeps of it, and last the note. What has no note yet was cut short, and is done by the next purge.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.evidence import export_words as words
from bot.evidence.purging import Removal, remove_dossier, write_note
from bot.filing.journal.purging import PURGED, open_cases
from bot.filing.journal.store import SEALED
from bot.filing.traces import traces_of
from bot.service.old_rehearsals import OldRehearsal, remove_old_rehearsals
from bot.service.uploads import OldUpload, is_upload, remove_old, remove_results
from bot.text import Text

if TYPE_CHECKING:
    from bot.evidence.keys import SigningKey
    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal

NOTES = "purged"
"""The folder of the notes, in the home."""


@dataclass(frozen=True)
class Purged:
    """A batch whose evidence and personal data were removed, or would be."""

    batch: str
    files: int
    bytes: int
    results: Path | None
    """The clerk's own copy of the roster, which stays; None if it was the console's, which goes."""
    missing: int = 0
    """Files that were recorded and are not there: on another computer, perhaps."""
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
    remains: Text | None = None
    """What is not ours to remove, where there is such a thing."""
    rehearsals: tuple[OldRehearsal, ...] = ()
    """Rehearsals that were begun so long ago."""
    uploads: tuple[OldUpload, ...] = ()
    """Spreadsheets that were handed in and that nobody has touched for so long."""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to remove."""
        return not (self.purged or self.rehearsals or self.uploads)


def purge(
    journal: Journal, home: Path, key: SigningKey, *, older_than: timedelta, now: datetime, by: str, dry_run: bool
) -> PurgeOutcome:
    """Purge every batch that is over, and in which nothing has happened for so long; end what was cut short.

    Of rehearsals that were begun so long ago the pictures go, too, and so do spreadsheets that were handed in and have
    lain untouched for so long.

    Raises UsageError, JournalError.
    """
    purging = _Purging(journal, home, now - older_than, now, by)
    removed: list[tuple[BatchRow, Removal, bool]] = []
    kept: list[Kept] = []
    for batch in journal.batches():
        if batch.purged_at is not None and purging.note_of(batch).exists():
            continue
        if why := purging.why_kept(batch):
            kept.append(Kept(batch.id, why))
        elif dry_run:
            removed.append((batch, purging.remove(batch, dry_run=True), purging.has_results(batch)))
        elif why := purging.empty(batch):
            kept.append(Kept(batch.id, why))
        else:
            has_results = purging.has_results(batch)
            removed.append((batch, purging.remove(batch), has_results))
    compact = dry_run or not removed or journal.compact()
    sign = None if dry_run else key
    purged = tuple(_purged(batch, purging, removal, results, sign) for batch, removal, results in removed)
    theirs = [Path(batch.results) for batch, *_ in removed]
    uploads = remove_old(home, before=now - older_than, dry_run=dry_run, but=theirs)
    rehearsals = remove_old_rehearsals(home, now - older_than, dry_run=dry_run)
    remains = None if compact else words.SERVER_KEEPS
    return PurgeOutcome(purged, tuple(kept), not dry_run, remains, rehearsals, uploads)


def _purged(
    batch: BatchRow, purging: _Purging, removal: Removal, has_results: bool, key: SigningKey | None
) -> Purged:
    return Purged(
        batch.id,
        removal.files,
        removal.bytes,
        Path(batch.results) if has_results else None,
        missing=removal.missing,
        strange=removal.strange,
        note=purging.write_note(batch, removal, key) if key else None,
    )


@dataclass(frozen=True)
class _Purging:
    """One run over the batches of a home."""

    journal: Journal
    home: Path
    before: datetime
    now: datetime
    by: str

    def note_of(self, batch: BatchRow) -> Path:
        return self.home / NOTES / f"{batch.id}.json"

    def has_results(self, batch: BatchRow) -> bool:
        """Whether the copy with the results is a clerk's own, which stays."""
        return not is_upload(self.home, Path(batch.results))

    def why_kept(self, batch: BatchRow) -> Text | None:
        if batch.purged_at is not None:
            return None
        newest = max([batch.created_at, *(event.at for event in self.journal.events(batch.id))])
        if newest > self.before:
            return words.TOO_YOUNG.format(day=f"{newest:%Y-%m-%d}")
        left = open_cases(self.journal.cases(batch.id))
        return words.STILL_OPEN.format(count=len(left)) if left else None

    def empty(self, batch: BatchRow) -> Text | None:
        """Take the personal data out of the journal, unless that is done; why not, where somebody was quicker."""
        if batch.purged_at is not None:
            return None
        planned = self.remove(batch, dry_run=True)
        facts = {"files": planned.files, "bytes": planned.bytes, "before": self.before}
        if self.journal.purge(batch.id, before=self.before, at=self.now, by=self.by, facts=facts):
            return None
        return self.why_kept(self.journal.batch(batch.id)) or words.TOO_YOUNG.format(day=f"{self.now:%Y-%m-%d}")

    def remove(self, batch: BatchRow, *, dry_run: bool = False) -> Removal:
        """Remove the evidence, and the traces that were recorded."""
        folder = Path(batch.evidence)
        removal = remove_dossier(folder, self._known(batch), cases=self._cases(batch), dry_run=dry_run)
        traces = traces_of(self.home, batch.id)
        size = sum(trace.stat().st_size for trace in traces)
        if not dry_run:
            for trace in traces:
                trace.unlink(missing_ok=True)
            remove_results(self.home, Path(batch.results))
            _remove_if_empty(folder.parent, within=self.home.resolve() / "evidence")
        missing = removal.missing if batch.purged_at is None else 0
        return Removal(removal.files + len(traces), removal.bytes + size, missing, removal.strange)

    def _known(self, batch: BatchRow) -> Collection[str]:
        return {file.path for file in self.journal.evidence(batch.id) if file.path}

    def _cases(self, batch: BatchRow) -> Collection[str]:
        return {case.id for case in self.journal.cases(batch.id)}

    def write_note(self, batch: BatchRow, removal: Removal, key: SigningKey) -> Path:
        """What was purged, by the event that says so: of what was cut short, it knows more."""
        events = self.journal.events(batch.id)
        event = next(event for event in events if event.kind == PURGED)
        said: dict[str, Any] = {
            "batch": batch.id,
            "period": batch.period,
            "roster": batch.roster_hash,
            "cases": len(self._cases(batch)),
            "seals": [str(one.facts["digest"]) for one in events if one.kind == SEALED],
            "files": max(removal.files, int(event.facts["files"])),
            "bytes": max(removal.bytes, int(event.facts["bytes"])),
            "left": len(removal.strange),
            "unchanged_since": event.facts["before"],
            "purged_at": event.at.isoformat(),
            "purged_by": event.by,
        }
        return write_note(self.note_of(batch), said, key)


def _remove_if_empty(folder: Path, *, within: Path) -> None:
    """Remove the folder of the accounts of a roster when the last one's is gone."""
    if folder.parent == within and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
