"""Is a dossier as it was sealed, and if not, what was done to it? Needs the dossier alone, no home and no journal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.x509 import Certificate

from bot.errors import UsageError
from bot.evidence import seal_words as words
from bot.evidence.chain import Link, read_chain
from bot.evidence.check_files import FileCheck
from bot.evidence.check_seals import SealCheck, is_valid, likely_signer
from bot.evidence.container import Container, open_container
from bot.evidence.findings import SHORT, Finding, FindingKind, finding
from bot.evidence.keys import PublicKey
from bot.evidence.sealing import PUBLIC_KEYS, SEALS, Seal, keys_in, seal_name
from bot.evidence.stamp import BadStamp, read_roots, stamped_at

__all__ = ["Finding", "FindingKind", "Stamped", "Verdict", "verify"]

_STAMP = re.compile(r"seals/([0-9]{4,9})\.tsr")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST = 1024**2
"""Bytes of a stamp, or of the file of keys."""


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
    root certificates. Raises UsageError for a path that holds no dossier, a head that is no digest, or a certificate
    that is none.
    """
    wanted = "".join(head.split()).lower()
    if wanted and not _DIGEST.fullmatch(wanted):
        raise UsageError(words.NO_DIGEST.format(said=head), cure=words.NO_DIGEST_CURE)
    roots = read_roots(authorities)
    return _Verification(open_container(path), trusted, roots).verdict(wanted)


class _Verification:
    """One run over one dossier."""

    def __init__(self, container: Container, trusted: Sequence[PublicKey], roots: Sequence[Certificate]) -> None:
        self._container = container
        self._trusted = {key.fingerprint: key for key in trusted}
        self._roots = roots
        self._names = container.every()
        self._links = read_chain(container, self._names)
        self._pem = self._read(PUBLIC_KEYS)
        self._brought = keys_in(self._pem)
        self._keys = {key.fingerprint: key for key in self._brought} | self._trusted
        self._expected = set(self._trusted) or {likely_signer(self._links, {key.fingerprint for key in self._brought})}
        keys = {keyid: key for keyid, key in self._keys.items() if keyid in self._expected}
        self._valid = frozenset(link for link in self._links if is_valid(link, keys))

    def verdict(self, head: str) -> Verdict:
        seals = SealCheck(self._links, self._valid, expected=self._expected, known=self._keys)
        files = FileCheck(self._container, self._links, self._valid)
        stamped, bad_stamps = self._stamps()
        findings = [
            *seals.findings(),
            *files.findings(self._brought, self._pem),
            *self._about_head(head),
            *bad_stamps,
        ]
        read = tuple(link.seal for link in self._links if link.seal is not None)
        named = len(self._valid) == len(self._links) and all(seal.keyid in self._trusted for seal in read)
        return Verdict(tuple(findings), read, files.sealed, tuple(stamped), trusted=named and bool(read))

    def _read(self, name: str) -> bytes:
        try:
            return self._container.read(name, _MOST)
        except UsageError:
            return b""

    def _about_head(self, head: str) -> Iterator[Finding]:
        if head and head not in {link.digest for link in self._links}:
            yield finding(FindingKind.CUT, SEALS, words.CUT, digest=head[:SHORT])

    def _stamps(self) -> tuple[list[Stamped], list[Finding]]:
        by_number: dict[int, Link] = {link.number: link for link in self._links}
        stamped, findings = [], []
        for name in self._names:
            if (numbered := _STAMP.fullmatch(name)) is None:
                continue
            number = int(numbered[1])
            try:
                if number not in by_number:
                    raise BadStamp(words.NO_SUCH_SEAL)
                at = stamped_at(by_number[number].content, self._read(name), self._roots)
                stamped.append(Stamped(number, at, believed=bool(self._roots)))
            except BadStamp as bad:
                said = {"seal": seal_name(number), "why": bad.why}
                findings.append(finding(FindingKind.STAMP, name, words.BAD_STAMP, **said))
        return stamped, findings
