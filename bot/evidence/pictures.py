"""The pictures and files of a batch: one owner of its folder, which names, writes and records every file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_SHARED = "batch"
"""The folder of what belongs to several cases, or to none."""


@dataclass(frozen=True)
class EvidenceFile:
    """One file of the evidence, for one case ("" for none in particular), or the record that it could not be taken.

    `path` is relative to the batch's folder. `failed` is why there is no file.
    """

    case: str
    name: str
    kind: str
    path: Path | None
    taken_at: datetime
    failed: str | None = None


class Pictures:
    """Writes a batch's evidence. Names come from a running number, the case and the step, never from typed text."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        recorded: Callable[[Sequence[EvidenceFile]], None] = lambda files: None,
    ) -> None:
        self.folder = folder
        self.records: list[EvidenceFile] = []
        self._recorded = recorded
        self._clock = clock
        self._numbers: dict[str, int] = {}

    def keep(
        self, name: str, data: bytes, *, cases: Sequence[str], kind: str = "picture", suffix: str = ".png"
    ) -> Path:
        """Write a file whole or not at all; its path, relative to the batch's folder.

        What belongs to several cases is written once and recorded for each.
        """
        folder = cases[0] if len(cases) == 1 else _SHARED
        if not all(_SAFE.fullmatch(one) for one in (name, *cases)):
            raise ValueError(f"not safe in a file name: {name!r} of {cases!r}")
        suffix = suffix if _SUFFIX.fullmatch(suffix) else ".bin"
        path = Path(folder, f"{self._next_number(folder):02}-{name}{suffix.lower()}")
        _write(self.folder, path, data)
        self._record(name, kind, cases, path, None)
        return path

    def failed(self, name: str, reason: str, *, cases: Sequence[str]) -> None:
        """Record that something could not be captured."""
        self._record(name, "picture", cases, None, reason)

    def of(self, case: str) -> tuple[Path, ...]:
        """The files of a case, in the order in which they were taken, relative to the batch's folder."""
        return tuple(one.path for one in self.records if one.case == case and one.path is not None)

    def find_unrecorded(self, recorded: Collection[Path], *, since: datetime, together: Sequence[str]) -> None:
        """Record the files that an earlier life wrote but had no time to record; `recorded` are the others.

        What is older than `since` is not of this batch: the folder may have been used before. A picture of several
        cases is of those that were done `together` when that life ended.
        """
        for path in sorted(self.folder.glob("*/[0-9]*-*")):
            relative = path.relative_to(self.folder)
            taken_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if relative not in recorded and taken_at >= since:
                cases = together if relative.parent.name == _SHARED else [relative.parent.name]
                name = path.stem.partition("-")[2]
                self._recorded([EvidenceFile(case, name, "picture", relative, taken_at) for case in cases or [""]])

    def _record(self, name: str, kind: str, cases: Sequence[str], path: Path | None, failed: str | None) -> None:
        now = self._clock()
        files = [EvidenceFile(case, name, kind, path, now, failed) for case in cases or [""]]
        self.records += files
        self._recorded(files)

    def _next_number(self, folder: str) -> int:
        """The next free number in a folder, which may hold files of an earlier run."""
        if folder not in self._numbers:
            taken = [re.match(r"\d+", path.name) for path in (self.folder / folder).glob("[0-9]*-*")]
            self._numbers[folder] = max((int(one[0]) for one in taken if one), default=0)
        self._numbers[folder] += 1
        return self._numbers[folder]


def _write(root: Path, path: Path, data: bytes) -> None:
    """Write beside the final name first, so that a file with its final name is whole. Only the owner can read it."""
    target = root / path
    for folder in (root, target.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    os.replace(unfinished, target)
