"""Is a dossier as it was sealed, and if not, what was done to it? Needs the dossier alone, no home and no journal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from cryptography.x509 import Certificate

from bot.errors import UsageError
from bot.evidence import seal_words as words
from bot.evidence.chain import Link, read_chain
from bot.evidence.container import Container, open_container
from bot.evidence.envelope import signed_by
from bot.evidence.keys import PublicKey
from bot.evidence.sealing import PUBLIC_KEYS, SEALS, Seal, keys_in, seal_name, stamp_name
from bot.evidence.stamp import BadStamp, read_roots, stamped_at
from bot.text import Text

SHORT = 12
"""Characters of a digest in a message."""
MOST_MISSING = 20
"""Seals in a row that are told one by one to be missing: a made-up number must not have us count to it."""
_STAMP = re.compile(r"seals/([0-9]{4,9})\.tsr")


class FindingKind(StrEnum):
    """What was done to a dossier."""

    ALTERED = "altered"
    ADDED = "added"
    REMOVED = "removed"
    EXCHANGED = "exchanged"
    REORDERED = "reordered"
    RESIGNED = "resigned"
    BROKEN = "broken"
    """A seal that cannot be read, does not fit its signature, or does not follow the one before."""
    CUT = "cut"
    UNSEALED = "unsealed"
    STAMP = "stamp"


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was sealed."""

    kind: FindingKind
    path: str
    message: Text


@dataclass(frozen=True)
class Stamped:
    """A time stamp that fits its seal; `believed` if it was followed up to a root certificate."""

    seal: int
    at: datetime
    believed: bool


@dataclass(frozen=True)
class Verdict:
    """What a verification found."""

    findings: tuple[Finding, ...]
    seals: tuple[Seal, ...]
    """Those that can be read, in their order."""
    files: int
    """How many are sealed."""
    stamped: tuple[Stamped, ...] = ()
    trusted: bool = False
    """Whether every seal is signed by a key that the caller named."""

    @property
    def intact(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def head(self) -> str:
        """The digest of the last seal; "" if there is none."""
        return self.seals[-1].digest if self.seals else ""


def verify(
    path: Path, *, trusted: Sequence[PublicKey] = (), head: str = "", authorities: Sequence[Path] = ()
) -> Verdict:
    """Verify a dossier in a folder or a zip. Every finding, in the order: seals, files, head, stamps.

    `trusted` are the keys that may have signed it; without any, the key it brings along is used, which shows changes
    only as long as nobody signed anew. `head` is the digest of a seal that must be in it. `authorities` are files of
    root certificates. Raises UsageError for a path that holds no dossier, or a key or certificate that is none.
    """
    roots = read_roots(authorities)
    container = open_container(path)
    return _Verification(container, trusted, roots).verdict(head.lower())


class _Verification:
    """One run over one dossier."""

    def __init__(self, container: Container, trusted: Sequence[PublicKey], roots: Sequence[Certificate]) -> None:
        self._container = container
        self._trusted = {key.fingerprint: key for key in trusted}
        self._roots = roots
        self._names = container.every()
        self._links = read_chain(container, self._names)
        self._brought = keys_in(self._read(PUBLIC_KEYS))
        keys = {key.fingerprint: key for key in self._brought} | self._trusted
        self._valid = [link for link in self._links if _is_valid(link, keys)]

    def verdict(self, head: str) -> Verdict:
        recorded = {subject.name: link for link in self._valid for subject in link.statement.subject}
        stamped, bad_stamps = self._stamps()
        findings = [
            *self._about_seals(),
            *self._about_files(recorded),
            *self._about_head(head),
            *bad_stamps,
        ]
        seals = tuple(link.seal for link in self._links if link.seal is not None)
        named = bool(self._trusted) and all(seal.keyid in self._trusted for seal in seals)
        return Verdict(tuple(findings), seals, len(recorded), tuple(stamped), trusted=named and bool(seals))

    def _read(self, name: str) -> bytes:
        try:
            return self._container.read(name, 1024**2)
        except UsageError:
            return b""

    # Seals

    def _about_seals(self) -> Iterator[Finding]:
        if not self._links:
            yield Finding(FindingKind.UNSEALED, SEALS, words.UNSEALED)
            return
        before: Link | None = None
        for link in self._links:
            last = before.number if before else 0
            for number in range(last + 1, min(link.number, last + 1 + MOST_MISSING)):
                yield Finding(FindingKind.REMOVED, seal_name(number), words.SEAL_REMOVED.format(name=seal_name(number)))
            yield from self._about_seal(link)
            yield from self._about_link(link, before if last + 1 == link.number else None)
            before = link

    def _about_seal(self, link: Link) -> Iterator[Finding]:
        if link.seal is None:
            yield Finding(FindingKind.BROKEN, link.name, words.BAD_SEAL.format(name=link.name))
            return
        keyid = link.seal.keyid
        expected = set(self._trusted) or {self._first_keyid()}
        if keyid not in expected:
            said = words.RESIGNED.format(name=link.name, keyid=keyid[:SHORT])
            yield Finding(FindingKind.RESIGNED, link.name, said)
        elif link not in self._valid:
            known = keyid in self._trusted or keyid in {key.fingerprint for key in self._brought}
            said = words.BAD_SIGNATURE if known else words.UNKNOWN_KEY
            said = said.format(name=link.name, keyid=keyid[:SHORT], keys=PUBLIC_KEYS)
            yield Finding(FindingKind.BROKEN, link.name, said)
        if link.seal.number != link.number:
            said = words.REORDERED.format(name=link.name, number=link.seal.number)
            yield Finding(FindingKind.REORDERED, link.name, said)
        if link.batch != self._batch():
            yield Finding(FindingKind.BROKEN, link.name, words.OTHER_BATCH.format(name=link.name, batch=link.batch))

    def _about_link(self, link: Link, before: Link | None) -> Iterator[Finding]:
        """Whether a seal follows the one before it. Where that one is not as it was, its own finding says so."""
        if link not in self._valid or link.seal is None or link.seal.number != link.number:
            return
        found = "–"
        if link.number > 1:
            if before is None or before not in self._valid:
                return
            found = before.digest
        if (link.previous or "–") != found:
            recorded = (link.previous or "–")[:SHORT]
            said = words.BROKEN_LINK.format(name=link.name, recorded=recorded, found=found[:SHORT])
            yield Finding(FindingKind.BROKEN, link.name, said)

    def _first_keyid(self) -> str:
        return next((link.seal.keyid for link in self._links if link.seal is not None), "")

    def _batch(self) -> str:
        return next((link.batch for link in self._links if link.seal is not None), "")

    # Files

    def _about_files(self, recorded: Mapping[str, Link]) -> Iterator[Finding]:
        if not self._links:
            return
        yield from self._about_recorded(recorded)
        named_by_any = {subject.name for link in self._links if link.seal for subject in link.statement.subject}
        yield from self._about_keys()
        ours = {link.name for link in self._links} | {PUBLIC_KEYS, stamp_name(self._links[-1].number)}
        for name in self._names:
            if name not in ours and name not in named_by_any:
                yield Finding(FindingKind.ADDED, name, words.ADDED.format(name=name))

    def _about_recorded(self, recorded: Mapping[str, Link]) -> Iterator[Finding]:
        there = set(self._names)
        expected = {name: link.digest_of(name) for name, link in recorded.items()}
        found: dict[str, str] = {}
        for name, link in recorded.items():
            if name not in there:
                yield Finding(FindingKind.REMOVED, name, words.REMOVED.format(name=name, seal=link.number))
                continue
            try:
                digest = self._container.digest(name)
            except OSError as error:
                why = error.strerror or error
                yield Finding(FindingKind.ALTERED, name, words.UNREADABLE.format(name=name, why=why))
                continue
            if digest != expected[name]:
                found[name] = digest
        yield from _about_altered(expected, found)

    def _about_keys(self) -> Iterator[Finding]:
        if PUBLIC_KEYS not in self._names:
            yield Finding(FindingKind.REMOVED, PUBLIC_KEYS, words.KEY_REMOVED.format(name=PUBLIC_KEYS))
            return
        signed = {link.seal.keyid for link in self._links if link.seal is not None}
        pem = "".join(key.pem for key in self._brought).encode()
        if {key.fingerprint for key in self._brought} != signed or pem != self._read(PUBLIC_KEYS):
            yield Finding(FindingKind.ALTERED, PUBLIC_KEYS, words.OTHER_KEYS.format(name=PUBLIC_KEYS))

    # What is known from outside

    def _about_head(self, head: str) -> Iterator[Finding]:
        if head and head not in {link.digest for link in self._valid}:
            yield Finding(FindingKind.CUT, SEALS, words.CUT.format(digest=head[:SHORT]))

    def _stamps(self) -> tuple[list[Stamped], list[Finding]]:
        stamped, findings = [], []
        for name in self._names:
            if (numbered := _STAMP.fullmatch(name)) is None:
                continue
            link = next((one for one in self._links if one.number == int(numbered[1])), None)
            try:
                if link is None:
                    raise BadStamp(words.NO_SUCH_SEAL)
                at = stamped_at(link.content, self._read(name), self._roots)
                stamped.append(Stamped(link.number, at, believed=bool(self._roots)))
            except BadStamp as bad:
                said = words.BAD_STAMP.format(name=name, seal=seal_name(int(numbered[1])), why=bad.why)
                findings.append(Finding(FindingKind.STAMP, name, said))
        return stamped, findings


def _about_altered(expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Finding]:
    """What is to be said of files that are not what they were; two that changed places are told together."""
    owner: dict[str, str] = {}
    for name, digest in expected.items():
        owner.setdefault(digest, name)
    told: set[str] = set()
    for name, digest in found.items():
        other = owner.get(digest)
        if name in told:
            continue
        if other is None:
            said = words.ALTERED.format(name=name, recorded=expected[name][:SHORT], found=digest[:SHORT])
            yield Finding(FindingKind.ALTERED, name, said)
        elif found.get(other) == expected[name]:
            told.add(other)
            yield Finding(FindingKind.EXCHANGED, name, words.EXCHANGED.format(name=name, other=other))
        else:
            yield Finding(FindingKind.ALTERED, name, words.HOLDS_OTHER.format(name=name, other=other))


def _is_valid(link: Link, keys: Mapping[str, PublicKey]) -> bool:
    key = keys.get(link.seal.keyid) if link.seal is not None else None
    return link.envelope is not None and key is not None and signed_by(link.envelope, key)

