"""Sealing a dossier: each seal is a signed list of the files that are new, and names the seal before by its digest."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from bot.errors import UsageError
from bot.evidence import seal_words as words
from bot.evidence.envelope import BadEnvelope, opened, sign
from bot.evidence.files import write_file
from bot.evidence.keys import PublicKey, SigningKey, public_key_of
from bot.evidence.statement import (
    PAYLOAD_TYPE,
    Annotations,
    Digest,
    FailedCapture,
    Predicate,
    Statement,
    Subject,
    Through,
)

SEALS = "seals"
RECORDS = "records"
PUBLIC_KEYS = "key.pem"
_NUMBERED = re.compile(r"([0-9]{4,9})\.json")
_PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----\n?", re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """A file of the dossier, as it was recorded when it was written."""

    path: str
    """In the dossier, with `/`."""
    sha256: str
    bytes: int
    kind: str
    step: str
    cases: tuple[str, ...]
    taken_at: datetime
    url: str = ""


@dataclass(frozen=True)
class Failed:
    """Something that could not be captured."""

    cases: tuple[str, ...]
    name: str
    kind: str
    taken_at: datetime
    reason: str


@dataclass(frozen=True)
class Contents:
    """What goes under a seal."""

    batch: str
    entries: tuple[Entry, ...]
    failed: tuple[Failed, ...]
    record: bytes
    through_event: int
    through_file: int
    by: str
    at: datetime
    assistant: str


@dataclass(frozen=True)
class Seal:
    """A seal as it stands in a dossier. `digest` is the SHA-256 of its file."""

    number: int
    digest: str
    keyid: str
    sealed_at: datetime
    through_event: int
    through_file: int


def seal_name(number: int) -> str:
    """The name of a seal in its dossier."""
    return f"{SEALS}/{number:04}.json"


def stamp_name(number: int) -> str:
    """The name of the time stamp of a seal."""
    return f"{SEALS}/{number:04}.tsr"


def record_name(number: int) -> str:
    """The name of the record that goes with a seal."""
    return f"{RECORDS}/{number:04}.json"


def newest_seal(folder: Path) -> Seal | None:
    """The last seal of a dossier, as it is written there; None if it has none. Raises UsageError if it is none."""
    numbered = (_NUMBERED.fullmatch(path.name) for path in (folder / SEALS).glob("*.json"))
    numbers = [int(one[1]) for one in numbered if one]
    if not numbers:
        return None
    path = folder / seal_name(max(numbers))
    try:
        return read_seal(path.read_bytes())[0]
    except (OSError, BadEnvelope) as error:
        raise UsageError(words.SEAL_UNREADABLE.format(path=path), cure=words.SEAL_UNREADABLE_CURE) from error


def read_seal(content: bytes) -> tuple[Seal, Statement]:
    """A seal and what it states, unverified. Raises BadEnvelope."""
    envelope, keyid = opened(content)
    if envelope.payload_type != PAYLOAD_TYPE:
        raise BadEnvelope("it seals something else")
    try:
        statement = Statement.model_validate_json(envelope.payload)
    except ValidationError as error:
        raise BadEnvelope(str(error)) from error
    said = statement.predicate
    digest = hashlib.sha256(content).hexdigest()
    return Seal(said.number, digest, keyid, said.sealed_at, said.through.event, said.through.file), statement


def add_seal(folder: Path, contents: Contents, key: SigningKey) -> Seal:
    """Write the record, then the seal over it and the new files; both whole or not at all.

    A record that a crash left without its seal is overwritten. Raises UsageError where the folder cannot be written,
    or another process has just sealed it.
    """
    last = newest_seal(folder)
    number = last.number + 1 if last else 1
    try:
        envelope = sign(_statement(folder, contents, last).written(), PAYLOAD_TYPE, key)
        write_file(folder / record_name(number), contents.record)
        _add_key(folder / PUBLIC_KEYS, key.public)
        write_file(folder / seal_name(number), envelope, anew=True)
    except FileExistsError as error:
        raise UsageError(words.SEALED_MEANWHILE.format(folder=folder), cure=words.SEAL_AGAIN) from error
    except OSError as error:
        raise UsageError(words.NOT_WRITTEN.format(folder=folder, why=error.strerror or error)) from error
    digest = hashlib.sha256(envelope).hexdigest()
    return Seal(number, digest, key.fingerprint, contents.at, contents.through_event, contents.through_file)


def _statement(folder: Path, contents: Contents, last: Seal | None) -> Statement:
    """What the seal after the last one says."""
    number = last.number + 1 if last else 1
    subjects = [_subject(entry) for entry in contents.entries]
    subjects += _stamp_before(folder, last)
    subjects.append(_recorded(contents, number))
    predicate = Predicate(
        batch=contents.batch,
        number=number,
        previous=last.digest if last else None,
        sealed_at=contents.at,
        sealed_by=contents.by,
        assistant=contents.assistant,
        through=Through(event=contents.through_event, file=contents.through_file),
        failed=tuple(FailedCapture(**vars(one)) for one in contents.failed),
    )
    return Statement(subject=tuple(subjects), predicate=predicate)


def _subject(entry: Entry) -> Subject:
    annotations = Annotations(
        bytes=entry.bytes,
        kind=entry.kind,
        step=entry.step,
        cases=entry.cases,
        taken_at=entry.taken_at,
        url=entry.url,
    )
    return Subject(name=entry.path, digest=Digest(sha256=entry.sha256), annotations=annotations)


def _recorded(contents: Contents, number: int) -> Subject:
    return _of(record_name(number), contents.record, kind="record", taken_at=contents.at)


def _stamp_before(folder: Path, last: Seal | None) -> list[Subject]:
    """The time stamp of the seal before, if it has one."""
    if last is None:
        return []
    path = folder / stamp_name(last.number)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    return [_of(stamp_name(last.number), content, kind="stamp", taken_at=last.sealed_at)]


def _of(name: str, content: bytes, *, kind: str, taken_at: datetime) -> Subject:
    digest = hashlib.sha256(content).hexdigest()
    return _subject(Entry(name, digest, len(content), kind=kind, step=kind, cases=(), taken_at=taken_at))


def _add_key(path: Path, key: PublicKey) -> None:
    """Have a public key in the dossier, beside those that are there."""
    known = path.read_bytes() if path.exists() else b""
    if key.fingerprint not in {one.fingerprint for one in keys_in(known)}:
        write_file(path, known + key.pem.encode())


def keys_in(pem: bytes) -> list[PublicKey]:
    """The public keys in a file; what is none is passed over."""
    found = []
    for one in _PEM.findall(pem):
        try:
            found.append(public_key_of(one))
        except ValueError:
            continue
    return found
