"""Are the files of a dossier those that were sealed?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.evidence import seal_words as words
from bot.evidence.chain import Link
from bot.evidence.container import Container
from bot.evidence.findings import SHORT, Finding, FindingKind, finding, shown
from bot.evidence.keys import PublicKey
from bot.evidence.sealing import PUBLIC_KEYS, stamp_name


class FileCheck:
    """The files of a dossier against its seals: those that are `valid`, and for want of better those that are not."""

    def __init__(self, container: Container, links: Sequence[Link], valid: Collection[Link]) -> None:
        self._container = container
        self._links = links
        self._valid = valid
        self._there = frozenset(container.every())
        readable = [link for link in links if link.seal is not None]
        self._lister: dict[str, Link] = {}
        for link in sorted(readable, key=lambda one: one in valid):  # what a valid one lists stands
            self._lister.update((subject.name, link) for subject in link.statement.subject)

    @property
    def sealed(self) -> int:
        """How many files are in valid seals."""
        return sum(link in self._valid for link in self._lister.values())

    def findings(self, brought: Sequence[PublicKey], pem: bytes) -> Iterator[Finding]:
        """What is to be said of the files; `brought` are the keys in the dossier's file of keys, which holds `pem`."""
        if not self._links:
            return
        yield from self._about_listed()
        yield from self._about_keys(brought, pem)
        ours = {link.name for link in self._links} | {PUBLIC_KEYS, stamp_name(self._links[-1].number)}
        whole = [link.number for link in self._links if link.seal is not None] == [*range(1, len(self._links) + 1)]
        for name in sorted(self._there - ours - self._lister.keys()):
            yield finding(FindingKind.ADDED, name, words.ADDED if whole else words.ADDED_OR_LOST)

    def _about_listed(self) -> Iterator[Finding]:
        expected = {name: link.digest_of(name) for name, link in self._lister.items()}
        found: dict[str, str] = {}
        for name, link in self._lister.items():
            if name not in self._there:
                yield finding(FindingKind.REMOVED, name, words.REMOVED, seal=link.number)
                continue
            try:
                digest = self._container.digest(name)
            except OSError as error:
                why = shown(error.strerror or str(error)) or words.NO_PLAIN_FILE
                yield finding(FindingKind.ALTERED, name, words.UNREADABLE, why=why)
                continue
            if digest != expected[name]:
                found[name] = digest
        yield from self._about_altered(expected, found)

    def _about_altered(self, expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Finding]:
        """What is to be said of files that are not what they were; two that changed places are told together."""
        owner: dict[str, str] = {}
        for name, digest in expected.items():
            owner.setdefault(digest, name)
        told: set[str] = set()
        for name, digest in found.items():
            if name in told:
                continue
            other = owner.get(digest)
            if other is not None and found.get(other) == expected[name]:
                told.add(other)
                yield finding(FindingKind.EXCHANGED, name, words.EXCHANGED, other=shown(other))
            elif other is not None:
                yield finding(FindingKind.ALTERED, name, words.HOLDS_OTHER, other=shown(other))
            else:
                link = self._lister[name]
                said = words.ALTERED if link in self._valid else words.ALTERED_OR_SEAL
                yield finding(
                    FindingKind.ALTERED,
                    name,
                    said,
                    recorded=expected[name][:SHORT],
                    found=digest[:SHORT],
                    seal=link.name,
                )

    def _about_keys(self, brought: Sequence[PublicKey], pem: bytes) -> Iterator[Finding]:
        """Of the file of keys. Where a seal is not as it was, that a key is missing is not held against this file."""
        if PUBLIC_KEYS not in self._there:
            yield finding(FindingKind.REMOVED, PUBLIC_KEYS, words.KEY_REMOVED)
            return
        signers = {link.seal.keyid for link in self._links if link.seal is not None}
        held = {key.fingerprint for key in brought}
        lacks = len(self._valid) == len(self._links) and not signers <= held
        if lacks or not held <= signers or "".join(key.pem for key in brought).encode() != pem:
            yield finding(FindingKind.ALTERED, PUBLIC_KEYS, words.OTHER_KEYS)
