"""The evidence of batches for those who may not see everybody's numbers and wages: as a copy for others has it."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.evidence.container import Container
    from bot.evidence.masked_picture import PictureMasker
    from bot.evidence.masking import Masking
    from bot.evidence.packing import Packed
    from bot.evidence.page import Diagnosis, Page
    from bot.evidence.record import CaseFacts
    from bot.filing.journal.rows import BatchRow, EvidenceRow
    from bot.filing.journal.store import Journal
    from bot.flow.models import Library

PICTURES_KEPT = 64
"""So many masked pictures are kept in memory: who steps through a case comes back to them."""
BATCHES_KEPT = 3
"""Of so many batches it is kept what is sensitive."""


@dataclass(frozen=True)
class _Sensitive:
    """What is sensitive in a batch."""

    masking: Masking
    pictures: PictureMasker


class MaskedEvidence:
    """Masks what the evidence of batches shows. Any thread may use it."""

    def __init__(
        self, journal: Callable[[], AbstractContextManager[Journal]], library_of: Callable[[BatchRow], Library]
    ) -> None:
        self._journal = journal
        self._library_of = library_of
        self._lock = Lock()
        self._reading = Lock()
        self._batches: OrderedDict[str, _Sensitive | None] = OrderedDict()
        self._painted: OrderedDict[tuple[str, str, str], Packed] = OrderedDict()

    def masking(self, batch: str) -> Masking | None:
        """What hides a batch's numbers and sensitive values in any text; None where nobody can say what those are.

        Raises UsageError if there is no such batch, or it was purged.
        """
        sensitive = self._sensitive(batch)
        return sensitive.masking if sensitive else None

    def picture(self, batch: str, path: str) -> Packed | None:
        """A picture of a batch, black where it shows what is sensitive; None where that is not certain.

        `path` is relative to its evidence folder. Raises UsageError if there is no such batch, or it was purged.
        """
        from bot.evidence.container import open_container
        from bot.evidence.masked_picture import Uncertain

        with self._journal() as journal:
            row = journal.batch(batch)
            files = journal.looking.files_at(batch, path)
            beside = journal.looking.files_at(batch, str(PurePosixPath(path).with_suffix(".json")))
        if not (files and beside):
            return None
        key = batch, path, files[0].sha256
        with self._lock:
            if (painted := self._painted.get(key)) is not None:
                self._painted.move_to_end(key)
                return painted
        if (sensitive := self._sensitive(batch)) is None:
            return None
        about = tuple(dict.fromkeys(file.case for file in files if file.case))
        try:
            container = open_container(Path(row.evidence))
            picture, said = _recorded(container, files[0]), _said(beside[0], _recorded(container, beside[0]))
            made = sensitive.pictures.masked(picture, said, about)
        except (Uncertain, UsageError, ValueError):
            return None
        with self._lock:
            self._painted[key] = made
            while len(self._painted) > PICTURES_KEPT:
                self._painted.popitem(last=False)
        return made

    def _sensitive(self, batch: str) -> _Sensitive | None:
        from bot.service.views import refuse_purged

        with self._reading, self._journal() as journal:  # a page asks for many pictures at once: one reads for all
            row = journal.batch(batch)
            refuse_purged(row)
            if batch in self._batches:
                self._batches.move_to_end(batch)
                return self._batches[batch]
            cases = _cases(journal, row, self._library_of(row))
            found = _sensitive_of(row, cases) if all(case.entered for case in cases) else None
            self._batches[batch] = found
            while len(self._batches) > BATCHES_KEPT:
                self._batches.popitem(last=False)
            return found


def _cases(journal: Journal, batch: BatchRow, library: Library) -> tuple[CaseFacts, ...]:
    """The cases of a batch with what was entered: by its roster, else as they were sealed."""
    from bot.evidence.reading import read_dossier
    from bot.service.recording import case_facts
    from bot.service.sealing import cases_at_hand

    known = cases_at_hand(journal, batch, library)
    facts = tuple(case_facts(row, known.get(row.id), library.portal) for row in journal.cases(batch.id))
    if known:
        return facts
    try:
        sealed = {case.id: case for case in read_dossier(Path(batch.evidence)).cases}
    except UsageError:
        return facts
    return tuple(sealed.get(case.id, case) for case in facts)


def _sensitive_of(batch: BatchRow, cases: tuple[CaseFacts, ...]) -> _Sensitive:
    from bot.evidence.masked_picture import PictureMasker
    from bot.evidence.masking import Masking

    shown = {batch.id, batch.user, batch.account, *(case.id for case in cases), *(case.number for case in cases)} - {""}
    masking = Masking(cases, also=[batch.roster_hash], shown=shown, year=int(batch.period[:4]))
    return _Sensitive(masking, PictureMasker(cases, masking))


def _recorded(container: Container, file: EvidenceRow) -> bytes:
    """A file as it was recorded. Raises UsageError for one that cannot be read, ValueError if it is not so any more."""
    from bot.evidence.reading import MOST_FILE

    content = container.read(file.path, MOST_FILE)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ValueError(f"not as it was recorded: {file.path}")
    return content


def _said(beside: EvidenceRow, content: bytes) -> Page | Diagnosis:
    """What stands beside a picture. Raises ValueError for what cannot be understood."""
    from bot.evidence.page import Diagnosis, Page

    return (Page if beside.kind == "page" else Diagnosis).model_validate_json(content)
