"""A copy of a dossier for others: numbers and wages masked in every text and picture, sealed anew as what it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from bot.errors import UsageError
from bot.evidence import export_words as words
from bot.evidence.blacken import blackened
from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.masking import Masking
from bot.evidence.page import Diagnosis, Page
from bot.evidence.reading import Dossier
from bot.evidence.record import BatchFacts, CaseFacts, EventFacts, Record
from bot.evidence.sealing import Contents, Entry, add_seal
from bot.evidence.statement import Subject
from bot.redaction import mask_id
from bot.text import Text

SHAREABLE = "shareable.json"
SCHEMA = "urn:portal-assistant:shareable:1"
PICTURES = {"picture": "page", "failure": "diagnosis"}
"""Kinds of pictures, and what stands beside them."""
_OURS = frozenset({"record", "stamp"})


@dataclass(frozen=True)
class Withheld:
    """A file that is not in the copy, and why."""

    name: str
    why: Text


@dataclass
class ShareableCopy:
    """The copy as it comes to be, in a folder of its own."""

    dossier: Dossier
    folder: Path
    at: datetime
    by: str
    withheld: list[Withheld] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = [number for case in self.dossier.cases for number in (case.number,) if number]
        self.masking = Masking(self.dossier.cases, shown=numbers)
        self._entries: list[Entry] = []

    def picture(self, subject: Subject) -> bytes | None:
        """A picture as it is in the copy; None if it was withheld."""
        path = self.folder / subject.name
        return path.read_bytes() if path.is_file() else None

    def write(self, key: SigningKey) -> None:
        """Write every file that can be shared, what was withheld, and the seal over all of it."""
        for subject in self.dossier.files:
            if subject.annotations.kind not in _OURS:
                self._copy(subject)
        told = {
            "schema": SCHEMA,
            "of": {"batch": self.dossier.batch.id, "head": self.dossier.head, "seals": self.dossier.seals},
            "made_at": self.at.isoformat(),
            "made_by": self.by,
            "withheld": [{"name": one.name, "why": str(one.why)} for one in self.withheld],
        }
        self._keep(SHAREABLE, _json(told), kind="shareable", step="shareable")
        record = Record(number=1, batch=self._batch(), cases=self._cases(), events=self._events())
        contents = Contents(
            batch=self.dossier.batch.id,
            entries=tuple(self._entries),
            failed=(),
            record=record.written(),
            through_event=0,
            through_file=0,
            by=self.by,
            at=self.at,
            assistant=self.dossier.batch.versions.get("assistant", ""),
        )
        add_seal(self.folder, contents, key)

    # Files

    def _copy(self, subject: Subject) -> None:
        kind = subject.annotations.kind
        if kind in PICTURES:
            self._try(subject, lambda: self._masked_picture(subject))
        elif kind in PICTURES.values():
            self._try(subject, lambda: _json(self._masked_beside(subject)))
        else:
            self.withheld.append(Withheld(subject.name, words.DOWNLOADED))

    def _try(self, subject: Subject, made: Callable[[], bytes | None]) -> None:
        try:
            content = made()
        except (UsageError, ValueError):
            self.withheld.append(Withheld(subject.name, words.CHANGED))
            return
        if content is None:
            self.withheld.append(Withheld(subject.name, words.MASKS_UNCERTAIN))
            return
        at = subject.annotations
        self._keep(subject.name, content, kind=at.kind, step=at.step, cases=at.cases, url=self.masking.text(at.url))

    def _masked_picture(self, subject: Subject) -> bytes | None:
        """A picture with its masks painted over it; None where they are not known for certain."""
        beside = str(PurePosixPath(subject.name).with_suffix(".json"))
        names = {file.name: file for file in self.dossier.files}
        if beside not in names:
            return None
        said = self._beside(names[beside])
        if said.masks is None:
            return None
        extent = said.picture if isinstance(said, Page) else None
        scale = (extent.width, extent.height) if extent else None
        return blackened(self._sealed(subject), said.masks, scale=scale)

    def _masked_beside(self, subject: Subject) -> dict[str, Any]:
        said = self._beside(subject).model_dump(mode="json", by_alias=True)
        masks = said.pop("masks")
        return {**self.masking.data(said), "masks": masks}

    def _beside(self, subject: Subject) -> Page | Diagnosis:
        self._sealed(subject)
        read = self.dossier.page if subject.annotations.kind == "page" else self.dossier.diagnosis
        return read(subject.name)

    def _sealed(self, subject: Subject) -> bytes:
        """A file as it was sealed. Raises ValueError for one that is not so any more."""
        content = self.dossier.read(subject.name)
        if hashlib.sha256(content).hexdigest() != subject.digest.sha256:
            raise ValueError(subject.name)
        return content

    def _keep(
        self, name: str, content: bytes, *, kind: str, step: str, cases: tuple[str, ...] = (), url: str = ""
    ) -> None:
        write_file(self.folder / name, content)
        digest = hashlib.sha256(content).hexdigest()
        self._entries.append(
            Entry(name, digest, len(content), kind=kind, step=step, cases=cases, taken_at=self.at, url=url)
        )

    # The record

    def _batch(self) -> BatchFacts:
        batch, text = self.dossier.batch, self.masking.text
        roster = batch.roster.model_copy(update={"name": text(batch.roster.name)})
        return batch.model_copy(update={"roster": roster, "stopped": text(batch.stopped)})

    def _cases(self) -> tuple[CaseFacts, ...]:
        return tuple(self._case(case) for case in self.dossier.cases)

    def _case(self, case: CaseFacts) -> CaseFacts:
        entered = tuple(self.masking.entered(value) for value in case.entered)
        said = {name: self.masking.text(getattr(case, name)) for name in ("reason", "shows", "approved_shows")}
        trouble = self.masking.data(case.trouble)
        return case.model_copy(update={"person": mask_id(case.person), "entered": entered, "trouble": trouble, **said})

    def _events(self) -> tuple[EventFacts, ...]:
        return tuple(
            event.model_copy(update={"facts": self.masking.data(event.facts)}) for event in self.dossier.events
        )


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
