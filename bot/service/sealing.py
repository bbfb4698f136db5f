"""Sealing the evidence of a batch: whatever is new since the last seal goes under the next one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.filing.journal.store import SEALED
from bot.service.recording import batch_facts, record_of

if TYPE_CHECKING:
    from bot.evidence.keys import SigningKey
    from bot.evidence.sealing import Entry, Failed, Seal
    from bot.filing.journal.rows import BatchRow, EvidenceRow
    from bot.filing.journal.store import Journal
    from bot.flow.case import Case
    from bot.flow.models import Library


def seal_batch(
    journal: Journal,
    batch: BatchRow,
    library: Library,
    cases: Mapping[str, Case],
    key: SigningKey,
    *,
    at: datetime,
    by: str,
    browser: str = "",
) -> Seal | None:
    """Add a seal over what happened since the last one; that one, if nothing did; None for a batch without evidence.

    `cases` with their values, as far as they are at hand. Raises UsageError where the folder cannot be written.
    """
    from bot.evidence.sealing import Contents, add_seal, newest_seal

    folder = Path(batch.evidence)
    last = newest_seal(folder)
    after_event, after_file = (last.through_event, last.through_file) if last else (0, 0)
    happened = [event for event in journal.events(batch.id) if event.seq > after_event]
    events = [event for event in happened if event.kind != SEALED]
    files = [file for file in journal.evidence(batch.id) if file.seq > after_file]
    if batch.purged_at is not None or not (events or files):
        return last
    touched = {event.case for event in events}
    rows = journal.cases(batch.id)
    new = rows if last is None else [row for row in rows if row.id in touched]
    facts = batch_facts(journal.batch(batch.id), rows, library, browser=browser)
    record = record_of(last.number + 1 if last else 1, facts, new, events, cases, library.portal)
    entries, failed = _entries(folder, files)
    contents = Contents(
        batch=batch.id,
        entries=entries,
        failed=failed,
        record=record.written(),
        through_event=max([after_event, *(event.seq for event in happened)]),
        through_file=max([after_file, *(file.seq for file in files)]),
        by=by,
        at=at,
        assistant=version("portal-assistant"),
    )
    seal = add_seal(folder, contents, key)
    said = {"seal": seal.number, "digest": seal.digest, "key": seal.keyid}
    journal.note_seal(batch.id, at=at, by=by, facts=said)
    return seal


def _entries(folder: Path, files: Sequence[EvidenceRow]) -> tuple[tuple[Entry, ...], tuple[Failed, ...]]:
    """What was captured, and what could not be. What belongs to several cases is one file."""
    from bot.evidence.sealing import Failed

    taken: list[Entry] = []
    failed: list[Failed] = []
    for cases, file in _together(files):
        reason = file.failed if not file.path else None
        entry = _entry(folder, file, cases) if reason is None else None
        if entry is not None:
            taken.append(entry)
        else:
            why = reason or "not there any more when it was to be sealed"
            failed.append(Failed(cases=cases, name=file.name, kind=file.kind, taken_at=file.taken_at, reason=why))
    return tuple(taken), tuple(failed)


def _together(files: Sequence[EvidenceRow]) -> Iterator[tuple[tuple[str, ...], EvidenceRow]]:
    """Each file once, with its cases: those of one file were kept one after the other."""
    for _, group in groupby(files, key=lambda file: (file.path or file.seq)):
        same = list(group)
        yield tuple(file.case for file in same if file.case), same[0]


def _entry(folder: Path, file: EvidenceRow, cases: tuple[str, ...]) -> Entry | None:
    """A file as it was recorded when it was written; one of before digests were kept, as it is now."""
    from bot.evidence.sealing import Entry

    sha256, size = file.sha256, file.bytes
    if not sha256:
        try:
            content = (folder / file.path).read_bytes()
        except FileNotFoundError:
            return None
        sha256, size = hashlib.sha256(content).hexdigest(), len(content)
    return Entry(
        path=file.path,
        sha256=sha256,
        bytes=size,
        kind=file.kind,
        step=file.name,
        cases=cases,
        taken_at=file.taken_at,
        url=file.url,
    )


def cases_at_hand(journal: Journal, batch: BatchRow, library: Library) -> dict[str, Case]:
    """The cases of a batch with their values; none where the flows of now make something else of its roster."""
    from bot.service.acceptance import cases_of

    try:
        return cases_of(journal, batch, library)
    except UsageError:
        return {}
