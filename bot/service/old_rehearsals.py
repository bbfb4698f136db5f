"""The pictures that rehearsals left: where they are, how old they are, and their removal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.evidence.purging import remove_rehearsed

REHEARSALS = "rehearsals"
"""The folder of all rehearsals, in the home."""
_STAMP = "%Y%m%d-%H%M%S"
_NAMED = re.compile(r"(?P<at>[0-9]{8}-[0-9]{6})-.+", re.DOTALL)


@dataclass(frozen=True)
class OldRehearsal:
    """A rehearsal whose pictures were removed, or would be. It filed nothing, so there is no note of it."""

    name: str
    files: int
    bytes: int
    strange: tuple[str, ...] = ()
    """Files in its folder that are not ours, and stay."""


def rehearsal_folder(home: Path, roster: Path, now: datetime) -> Path:
    """Where the pictures of a rehearsal that begins now go."""
    return home / REHEARSALS / f"{now:{_STAMP}}-{roster.stem}"


def remove_old_rehearsals(home: Path, before: datetime, *, dry_run: bool) -> tuple[OldRehearsal, ...]:
    """Remove the pictures of rehearsals that were begun before this time. Raises UsageError where it cannot be done.

    What somebody else has put there stays; a folder in which only such things are is not told of.
    """
    removed = []
    for folder in _begun_before(home / REHEARSALS, before):
        gone = remove_rehearsed(folder, dry_run=dry_run)
        if gone.files:
            removed.append(OldRehearsal(folder.name, gone.files, gone.bytes, gone.strange))
    return tuple(removed)


def _begun_before(folder: Path, before: datetime) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        named = _NAMED.fullmatch(path.name)
        if named is None or path.is_symlink() or not path.is_dir():
            continue
        try:
            begun = datetime.strptime(named["at"], _STAMP).replace(tzinfo=before.tzinfo)
        except ValueError:  # so many digits, and no time
            continue
        if begun < before:
            yield path
