"""Are the seals of a dossier a whole chain, each signed by the key that was to sign it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.evidence import seal_words as words
from bot.evidence.chain import Link
from bot.evidence.envelope import signed_by
from bot.evidence.findings import SHORT, Finding, FindingKind, finding, shown
from bot.evidence.keys import PublicKey
from bot.evidence.sealing import PUBLIC_KEYS, SEALS, seal_name

MOST_MISSING = 20
"""Seals in a row that are told one by one to be missing: a made-up number must not have us count to it."""
_NONE = "–"


def is_valid(link: Link, keys: Mapping[str, PublicKey]) -> bool:
    """Whether a seal fits its signature by one of these keys, by their ids."""
    key = keys.get(link.seal.keyid) if link.seal is not None else None
    return link.envelope is not None and key is not None and signed_by(link.envelope, key)


def likely_signer(links: Sequence[Link], brought: Collection[str]) -> str:
    """The id of the key that a chain seems to be of, where none was named: the one of most seals.

    Of several such, one that the dossier brings along, then that of the earliest seal. "" if nothing is signed.
    """
    signed = Counter(link.seal.keyid for link in links if link.seal is not None)
    return max(signed, key=lambda keyid: (signed[keyid], keyid in brought), default="")


class SealCheck:
    """`valid` are the seals signed by a key that may sign, `expected` the ids of those keys, `known` all at hand."""

    def __init__(
        self,
        links: Sequence[Link],
        valid: Collection[Link],
        *,
        expected: Collection[str],
        known: Mapping[str, PublicKey],
    ) -> None:
        self._links = links
        self._valid = valid
        self._expected = expected
        self._known = known
        self._batch = next((link.batch for link in links if link.seal is not None), "")

    def findings(self) -> Iterator[Finding]:
        """What is to be said of the seals, in their order."""
        if not self._links:
            yield finding(FindingKind.UNSEALED, SEALS, words.UNSEALED)
        before: Link | None = None
        for link in self._links:
            last = before.number if before else 0
            for number in range(last + 1, min(link.number, last + 1 + MOST_MISSING)):
                yield finding(FindingKind.REMOVED, seal_name(number), words.SEAL_REMOVED)
            yield from self._about_seal(link)
            yield from self._about_link(link, before if last + 1 == link.number else None)
            before = link

    def _about_seal(self, link: Link) -> Iterator[Finding]:
        if link.seal is None:
            yield finding(FindingKind.BROKEN, link.name, words.BAD_SEAL)
            return
        keyid = link.seal.keyid
        if keyid not in self._expected:
            said = words.RESIGNED if keyid not in self._known or is_valid(link, self._known) else words.RESIGNED_BADLY
            expected = ", ".join(sorted(one[:SHORT] for one in self._expected))
            yield finding(FindingKind.RESIGNED, link.name, said, keyid=shown(keyid[:SHORT]), expected=expected)
        elif link not in self._valid:
            said = words.BAD_SIGNATURE if keyid in self._known else words.UNKNOWN_KEY
            yield finding(FindingKind.BROKEN, link.name, said, keyid=shown(keyid[:SHORT]), keys=PUBLIC_KEYS)
        if link.seal.number != link.number:
            yield finding(FindingKind.REORDERED, link.name, words.REORDERED, number=link.seal.number)
        if link.batch != self._batch:
            yield finding(FindingKind.BROKEN, link.name, words.OTHER_BATCH, batch=shown(link.batch))

    def _about_link(self, link: Link, before: Link | None) -> Iterator[Finding]:
        """Whether a seal follows the one before it. Where that one is not as it was, its own finding says so."""
        if link not in self._valid or link.seal is None or link.seal.number != link.number:
            return
        if link.number > 1 and (before is None or before not in self._valid):
            return
        found = before.digest if before is not None else _NONE
        recorded = link.previous or _NONE
        if recorded != found:
            yield finding(
                FindingKind.BROKEN, link.name, words.BROKEN_LINK, recorded=recorded[:SHORT], found=found[:SHORT]
            )
