"""A dossier read back without any journal: its batch, cases and events, its files, what could not be captured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from bot.evidence import reading_words as words
from bot.evidence.container import SEAL, Container, open_container
from bot.evidence.envelope import BadEnvelope
from bot.evidence.page import Diagnosis, Page
from bot.evidence.record import BatchFacts, CaseFacts, EventFacts, Record
from bot.evidence.sealing import read_seal, record_name, seal_name
from bot.evidence.statement import FailedCapture, Statement, Subject
from bot.redaction import harmless

MOST_MANIFEST = 64 * 1024**2
"""Bytes of a seal or a record: some 100,000 files."""
MOST_BESIDE = 8 * 1024**2
"""Bytes of what stands beside a picture."""
MOST_FILE = 64 * 1024**2
"""Bytes of a picture or a download."""

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Dossier:
    """The evidence of a batch as it was sealed. Whether it still is so, `bot.evidence.verify` says."""

    batch: BatchFacts
    cases: tuple[CaseFacts, ...]
    """As they stood last, in the order of the roster."""
    events: tuple[EventFacts, ...]
    files: tuple[Subject, ...]
    """In the order in which they were taken; of one that was sealed again, its newer self."""
    failed: tuple[FailedCapture, ...]
    head: str
    """The SHA-256 of the last seal."""
    seals: int
    sealed_at: datetime
    container: Container

    @property
    def zone(self) -> ZoneInfo:
        """The portal's time zone; UTC where the dossier names none that there is."""
        try:
            return ZoneInfo(self.batch.zone)
        except (KeyError, ValueError, OSError):  # a name that is none may be anything, a path too
            return ZoneInfo("UTC")

    def of(self, case: str) -> tuple[Subject, ...]:
        """The files of a case, those that it shares with others too; with "", those of no case in particular."""
        return tuple(self._files_by_case.get(case, ()))

    def events_of(self, case: str | None) -> tuple[EventFacts, ...]:
        """What happened to a case; with None, to the batch as a whole."""
        return tuple(self._events_by_case.get(case, ()))

    @cached_property
    def _files_by_case(self) -> dict[str, list[Subject]]:
        by_case: dict[str, list[Subject]] = {}
        for file in self.files:
            for case in dict.fromkeys(file.annotations.cases or ("",)):
                by_case.setdefault(case, []).append(file)
        return by_case

    @cached_property
    def _events_by_case(self) -> dict[str | None, list[EventFacts]]:
        by_case: dict[str | None, list[EventFacts]] = {}
        for event in self.events:
            by_case.setdefault(event.case, []).append(event)
        return by_case

    def read(self, name: str) -> bytes:
        """The content of a file, as it is now. Raises UsageError."""
        return self.container.read(name, MOST_FILE)

    def page(self, name: str) -> Page:
        """What a page said: `name` is its file's. Raises UsageError."""
        return _parsed(self.container, name, Page, self.container.read(name, MOST_BESIDE))

    def diagnosis(self, name: str) -> Diagnosis:
        """What there was to see at a failure: `name` is its file's. Raises UsageError."""
        return _parsed(self.container, name, Diagnosis, self.container.read(name, MOST_BESIDE))


def read_dossier(path: Path) -> Dossier:
    """The dossier in a folder or a zip. Does not verify it. Raises UsageError for what is none, or lacks a record."""
    container = open_container(path)
    numbers = _seal_numbers(container)
    if not numbers:
        raise container.wrong(words.NO_SEALS)
    statements: list[Statement] = []
    records: list[Record] = []
    head = ""
    for number in numbers:
        head, statement = _sealed(container, seal_name(number))
        statements.append(statement)
        written = container.read(record_name(number), MOST_MANIFEST)
        records.append(_parsed(container, record_name(number), Record, written))
    predicates = [statement.predicate for statement in statements]
    return Dossier(
        batch=records[-1].batch,
        cases=_newest_cases(records),
        events=tuple(sorted({one.seq: one for record in records for one in record.events}.values(), key=_seq)),
        files=_newest_files(subject for statement in statements for subject in statement.subject),
        failed=tuple(failed for predicate in predicates for failed in predicate.failed),
        head=head,
        seals=len(numbers),
        sealed_at=predicates[-1].sealed_at,
        container=container,
    )


def _seal_numbers(container: Container) -> list[int]:
    found = (SEAL.fullmatch(name) for name in container.within("seals"))
    numbers = {one[0]: int(one["number"]) for one in found if one}
    return sorted(number for name, number in numbers.items() if name == seal_name(number))


def _sealed(container: Container, name: str) -> tuple[str, Statement]:
    """The digest of a seal and what it states, whoever signed it."""
    try:
        seal, statement = read_seal(container.read(name, MOST_MANIFEST))
    except BadEnvelope as error:
        raise container.wrong(words.NOT_UNDERSTOOD.format(name=name, why=_briefly(error))) from error
    return seal.digest, statement


def _parsed(container: Container, name: str, model: type[_Model], content: bytes) -> _Model:
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        why = f"{'.'.join(map(str, first['loc']))} {first['msg']}".strip()
        raise container.wrong(words.NOT_UNDERSTOOD.format(name=name, why=_briefly(why))) from error


def _briefly(why: object) -> str:
    """The beginning of a complaint, which may quote what it complains of."""
    return harmless(str(why))[:200]


def _newest_cases(records: Iterable[Record]) -> tuple[CaseFacts, ...]:
    """Each case as the last record that tells of it has it, in the order of the roster."""
    newest: dict[str, CaseFacts] = {}
    for case in (case for record in records for case in record.cases):
        known = newest.get(case.id)
        if known is not None and known.entered and not case.entered:
            # Sealed when its flow was no longer at hand: what was entered has not changed.
            case = case.model_copy(update={name: getattr(known, name) for name in ("title", "name", "entered")})
        newest[case.id] = case
    return tuple(sorted(newest.values(), key=_seq))


def _newest_files(subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    newest: dict[str, Subject] = {}
    for subject in subjects:
        newest.pop(subject.name, None)
        newest[subject.name] = subject
    return tuple(newest.values())


def _seq(one: CaseFacts | EventFacts) -> int:
    return one.seq
