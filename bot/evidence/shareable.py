"""A copy of a dossier for others: what is sensitive is hidden in every text and picture; sealed anew as what it is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from bot.errors import UsageError
from bot.evidence import export_words as words
from bot.evidence.container import open_container
from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.masked_picture import PictureMasker, Uncertain
from bot.evidence.masked_record import (
    masked_batch,
    masked_case,
    masked_diagnosis,
    masked_event,
    masked_failure,
    masked_page,
    masking_for,
)
from bot.evidence.page import Diagnosis, Page
from bot.evidence.reading import Dossier
from bot.evidence.record import Record
from bot.evidence.sealing import Contents, Entry, Failed, add_seal
from bot.evidence.statement import Subject
from bot.text import Text

SHAREABLE = "shareable.json"
SCHEMA = "urn:portal-assistant:shareable:1"
PICTURES = {"picture": "page", "failure": "diagnosis"}
"""Kinds of pictures, and what stands beside them."""
_REWRITTEN = frozenset({"record", "stamp"})


@dataclass(frozen=True)
class Withheld:
    """A file that is not in the copy, and why."""

    name: str
    why: Text


class ShareableCopy:
    """The copy as it comes to be, in a folder of its own.

    Raises UsageError for a dossier that does not say what is sensitive.
    """

    def __init__(self, dossier: Dossier, folder: Path, at: datetime, by: str) -> None:
        for case in dossier.cases:
            if not case.entered:
                raise UsageError(words.NOT_KNOWN.format(case=case.id), cure=words.NOT_KNOWN_CURE)
        self.dossier = dossier
        self.folder = folder
        self.withheld: list[Withheld] = []
        self._at = at
        self._by = by
        self._masking = masking_for(dossier)
        self._masker = PictureMasker(dossier.cases, self._masking)
        self._files = {file.name: file for file in dossier.files}
        self._entries: list[Entry] = []
        self._copied: dict[str, str] = {}

    def picture(self, subject: Subject) -> bytes | None:
        """A picture of the dossier as it is in the copy; None if it was withheld."""
        copied = self._copied.get(subject.name)
        return None if copied is None else (self.folder / copied).read_bytes()

    def write(self, key: SigningKey) -> None:
        """Write every file that can be shared, what was withheld, and the seal over all of it."""
        for subject in self.dossier.files:
            if subject.annotations.kind not in _REWRITTEN:
                self._copy(subject)
        self._write(SHAREABLE, _json(self._told()), kind="shareable", at=self._at)
        shown = self._masked
        record = Record(number=1, batch=shown.batch, cases=shown.cases, events=shown.events)
        contents = Contents(
            batch=shown.batch.id,
            entries=tuple(self._entries),
            failed=tuple(Failed(**dict(one)) for one in shown.failed),
            record=record.written(),
            through_event=max((event.seq for event in shown.events), default=0),
            through_file=len(self._entries),
            by=self._by,
            at=self._at,
            assistant=version("portal-assistant"),
        )
        add_seal(self.folder, contents, key)

    @property
    def shown(self) -> Dossier:
        """The dossier as others may see it, once the copy is written: its files are named, and those there are read."""
        return replace(self._masked, container=open_container(self.folder))

    @cached_property
    def _masked(self) -> Dossier:
        dossier, hide = self.dossier, self._masking
        return replace(
            dossier,
            batch=masked_batch(dossier.batch, hide),
            cases=tuple(masked_case(case, hide) for case in dossier.cases),
            events=tuple(masked_event(event, hide) for event in dossier.events),
            files=tuple(self._addressed(file) for file in dossier.files),
            failed=tuple(masked_failure(failed, hide) for failed in dossier.failed),
        )

    def _addressed(self, file: Subject) -> Subject:
        about = file.annotations.model_copy(update={"url": self._masking.address(file.annotations.url)})
        return file.model_copy(update={"annotations": about})

    def _told(self) -> dict[str, object]:
        """What the copy says of itself."""
        dossier = self.dossier
        of = {"batch": dossier.batch.id, "head": dossier.head, "seals": dossier.seals, "sealed_at": dossier.sealed_at}
        withheld = [{"name": one.name, "why": dict(one.why.items())} for one in self.withheld]
        return {"schema": SCHEMA, "of": of, "made_at": self._at, "made_by": self._by, "withheld": withheld}

    # Files

    def _copy(self, subject: Subject) -> None:
        kind = subject.annotations.kind
        try:
            if kind in PICTURES:
                name, content = self._picture(subject)
            elif kind in PICTURES.values():
                name, content = subject.name, _written(self._hidden(self._beside(subject)))
            else:
                raise Uncertain(words.DOWNLOADED)
        except Uncertain as uncertain:
            self.withheld.append(Withheld(subject.name, uncertain.why))
            return
        about = subject.annotations
        url = self._masking.address(about.url)
        self._write(name, content, kind=kind, at=about.taken_at, step=about.step, cases=about.cases, url=url)
        self._copied[subject.name] = name

    def _picture(self, subject: Subject) -> tuple[str, bytes]:
        """A picture, black where it shows what is sensitive. Raises Uncertain where that is not known."""
        content = self._sealed(subject)
        told = self._files.get(str(PurePosixPath(subject.name).with_suffix(".json")))
        said = None if told is None else self._beside(told)
        made = self._masker.masked(content, said, subject.annotations.cases)
        return PurePosixPath(subject.name).with_suffix(made.suffix).as_posix(), made.data

    def _beside(self, subject: Subject) -> Page | Diagnosis:
        self._sealed(subject)
        read = self.dossier.page if subject.annotations.kind == "page" else self.dossier.diagnosis
        try:
            return read(subject.name)
        except UsageError as error:
            raise Uncertain(words.MASKS_UNCERTAIN) from error

    def _hidden(self, said: Page | Diagnosis) -> Page | Diagnosis:
        return masked_page(said, self._masking) if isinstance(said, Page) else masked_diagnosis(said, self._masking)

    def _sealed(self, subject: Subject) -> bytes:
        """A file as it was sealed. Raises Uncertain for one that is not so any more."""
        try:
            content = self.dossier.read(subject.name)
        except UsageError as error:
            raise Uncertain(words.CHANGED) from error
        if hashlib.sha256(content).hexdigest() != subject.digest.sha256:
            raise Uncertain(words.CHANGED)
        return content

    def _write(
        self,
        name: str,
        content: bytes,
        *,
        kind: str,
        at: datetime,
        step: str = "",
        cases: tuple[str, ...] = (),
        url: str = "",
    ) -> None:
        write_file(self.folder / name, content)
        sha256, size = hashlib.sha256(content).hexdigest(), len(content)
        self._entries.append(Entry(name, sha256, size, kind, step or kind, cases, taken_at=at, url=url))


def _written(said: BaseModel) -> bytes:
    return said.model_dump_json(by_alias=True, indent=1).encode() + b"\n"


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1, default=datetime.isoformat).encode() + b"\n"
