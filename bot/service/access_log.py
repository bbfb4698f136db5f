"""The record of access: who came in, who changed what somebody may, what left the home. Appended to, never changed.

One line of JSON for each, in a file of the home for its owner alone. What people who are not let in try is kept apart,
so that however often they try, it pushes nothing out of the record of what was done. Never holds a password, nor what
was typed as a name that nobody has: it may have been one.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from bot.private import OWNERS_FILE, private_folder

DONE, REFUSED = "access.jsonl", "access-refused.jsonl"
LARGEST = 1_000_000
"""Bytes of a file; then it is put aside and another begun."""
ASIDE = 4
"""So many files are kept aside, each numbered: some 40,000 lines of what was done in all."""
LONGEST = 300
"""Characters of whatever somebody has a say in."""

asked_from: ContextVar[str] = ContextVar("asked_from", default="")
"""The address that a request came from, where others can ask; "" on this computer, and behind a proxy."""

_log = logging.getLogger(__name__)


class Access(StrEnum):
    """What happened."""

    ENTERED = "entered"
    """Somebody came in by the address that the program shows."""
    ENTRY_REFUSED = "entry refused"
    SIGNED_IN = "signed in"
    SIGN_IN_REFUSED = "sign-in refused"
    SIGNED_OUT = "signed out"
    USER_ADDED = "user added"
    USER_REMOVED = "user removed"
    ROLES_GIVEN = "roles given"
    PASSWORD_SET = "password set"
    PORTAL_PASSWORD_KEPT = "portal password kept"
    PORTAL_PASSWORD_FORGOTTEN = "portal password forgotten"
    EXPORTED = "exported"
    EXPORTED_MASKED = "exported masked"
    PURGED = "purged"

    @property
    def is_refusal(self) -> bool:
        """Whether somebody was not let in."""
        return self in (Access.ENTRY_REFUSED, Access.SIGN_IN_REFUSED)


@dataclass(frozen=True)
class Noted:
    """One line of the record."""

    at: datetime
    """Aware, in UTC."""
    what: Access
    by: str
    """Who did it; "" where that is not known."""
    about: str = ""
    """Whom or what it was done to: a user, a batch, an account."""
    more: str = ""
    """What else there is to say: roles, how much."""
    address: str = ""
    """Where it came from, if from another computer."""

    def data(self) -> dict[str, str]:
        """The same for a program, as it stands in the file."""
        said = {"at": self.at.isoformat(timespec="microseconds"), "what": self.what.value, "by": self.by}
        optional = {"about": self.about, "more": self.more, "from": self.address}
        return said | {name: value for name, value in optional.items() if value}


class AccessLog:
    """The record of one home. Any thread and any process may append to it."""

    def __init__(self, home: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._home = home
        self._clock = clock

    def note(self, what: Access, *, by: str, about: str = "", more: str = "") -> None:
        """Append a line. What was done stays done if it cannot be written; that is told in the program's own log."""
        noted = Noted(
            self._clock().astimezone(UTC), what, by[:LONGEST], about[:LONGEST], more[:LONGEST], asked_from.get()
        )
        path = self._home / (REFUSED if what.is_refusal else DONE)
        try:
            private_folder(path.parent)
            _make_room(path)
            _append(path, json.dumps(noted.data(), ensure_ascii=False).encode("utf-8", "replace"))
        except OSError as error:
            _log.error("the record of access cannot be written to: %s", error)

    def latest(self, count: int, *, skip: int = 0) -> list[Noted]:
        """So many lines, the newest first, after the first `skip`. What is no line of ours is passed over."""
        streams = [_newest_first(self._home / name) for name in (DONE, REFUSED)]
        return list(islice(_merged(*streams), skip, skip + count))


def _append(path: Path, line: bytes) -> None:
    """Append a line in one go; after one that was cut short, on a line of its own."""
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), OWNERS_FILE)
    with os.fdopen(descriptor, "rb+", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
        torn = bool(size) and file.read(1) != b"\n"
        file.write((b"\n" if torn else b"") + line + b"\n")


def _make_room(path: Path) -> None:
    """Put a file aside that is full; the oldest of those aside goes. Whoever has it open writes to it to the end."""
    try:
        if path.stat().st_size < LARGEST:
            return
    except FileNotFoundError:
        return
    with suppress(OSError):  # somebody else is doing the same, or has it open where that forbids it: the next one may
        for number in range(ASIDE, 0, -1):
            older = path if number == 1 else _aside(path, number - 1)
            if older.exists():
                os.replace(older, _aside(path, number))


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.{number}")


def _newest_first(path: Path) -> Iterator[Noted]:
    for file in (path, *(_aside(path, number) for number in range(1, ASIDE + 1))):
        try:
            lines = file.read_bytes().splitlines()
        except OSError:  # there is none, or not any more
            continue
        yield from filter(None, map(_understood, reversed(lines)))


def _understood(line: bytes) -> Noted | None:
    """A line of the record; None for one that is broken."""
    try:
        said: Any = json.loads(line)
        at = datetime.fromisoformat(said["at"]).astimezone(UTC)
        return Noted(at, Access(said["what"]), *(_word(said, name) for name in ("by", "about", "more", "from")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def _word(said: Mapping[str, object], name: str) -> str:
    return str(said.get(name, ""))[:LONGEST]


def _merged(one: Iterator[Noted], other: Iterator[Noted]) -> Iterator[Noted]:
    """Both, the newest first."""
    first, second = next(one, None), next(other, None)
    while first or second:
        if second is None or (first is not None and first.at >= second.at):
            assert first is not None
            yield first
            first = next(one, None)
        else:
            yield second
            second = next(other, None)
