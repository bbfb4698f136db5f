"""The chain of seals of a dossier, as it lies there: each read as far as it can be, none believed yet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from securesystemslib.dsse import Envelope

from bot.errors import UsageError
from bot.evidence.container import Container
from bot.evidence.envelope import BadEnvelope, opened
from bot.evidence.sealing import Seal, read_seal, seal_name
from bot.evidence.statement import Statement

MOST = 256 * 1024**2
"""Bytes of a seal: some 400,000 files."""
_SEAL = re.compile(r"seals/([0-9]{4,9})\.json")


@dataclass(frozen=True, eq=False)
class Link:
    """A seal's file. `seal` and what it states are None where it cannot be read as one."""

    number: int
    """By its name."""
    name: str
    content: bytes = field(repr=False)
    seal: Seal | None = None
    envelope: Envelope | None = None
    stated: Statement | None = None

    @property
    def digest(self) -> str:
        """Of the file as it is."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def statement(self) -> Statement:
        """What it states; only of one that can be read."""
        if self.stated is None:
            raise AssertionError(f"{self.name} states nothing")
        return self.stated

    @property
    def batch(self) -> str:
        """The batch that it is of."""
        return self.statement.predicate.batch

    @property
    def previous(self) -> str | None:
        """The digest of the seal that it follows."""
        return self.statement.predicate.previous

    def digest_of(self, name: str) -> str:
        """The digest that it states of a file; the last one, if there are several."""
        return self._digests[name]

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {subject.name: subject.digest.sha256 for subject in self.statement.subject}


def read_chain(container: Container, names: Sequence[str]) -> list[Link]:
    """The seals, in the order of their names' numbers."""
    found = ((int(found[1]), name) for name in names if (found := _SEAL.fullmatch(name)))
    numbered = sorted((number, name) for number, name in found if name == seal_name(number))
    return [_link(container, number, name) for number, name in numbered]


def _link(container: Container, number: int, name: str) -> Link:
    content = b""
    try:
        content = container.read(name, MOST)
        seal, statement = read_seal(content)
        envelope, _ = opened(content)
    except (UsageError, BadEnvelope):
        return Link(number, name, content)
    return Link(number, name, content, seal, envelope, statement)
