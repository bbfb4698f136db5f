"""What is under way, written down: a console that went down finds it again, and goes on with it.

Each console has a file of its own in the home, for its owner's eyes only, and holds a lock beside it as long as it
lives: what another one is at work on is not touched. What a person stopped or paused is not in it.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from bot.console.work import Job, Works
from bot.errors import Interrupted
from bot.filing.alive import Alive, hold
from bot.private import private_file, private_folder
from bot.text import Language

FOLDER = "under-way"


@dataclass(frozen=True)
class Errand:
    """A job as it has to be begun again."""

    kind: Literal["file", "go_on", "refresh"]
    title: Mapping[Language, str]
    """What it is called, in each language."""
    by: str
    period: str
    """The portal's month when it was begun: in another one a person has to say whether to go on."""
    batches: tuple[str, ...] = ()
    upload: str = ""
    """The spreadsheet, for as long as no batch is known of it."""
    wanted: Mapping[str, str] = field(default_factory=dict)
    until: str = ""
    four_eyes: bool = False
    approved_only: bool = False
    headed: bool = False
    slow_mo: float = 0
    trace: bool = False

    def does_the_same(self, other: Errand) -> bool:
        """Whether to begin the other too would be to do the same twice."""
        mine, others = (replace(one, title={}, by="") for one in (self, other))
        return mine == others


class Memory:
    """The account of what is under way in this console."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER
        self._path = self._folder / f"{secrets.token_hex(8)}.json"
        self._alive: Alive | None = None
        self._errands: dict[str, Errand] = {}

    def watch(self, works: Works) -> Callable[[Job], None]:
        """What is to be told of every job that begins, changes or ends."""

        def told(job: Job) -> None:
            if isinstance(job.errand, Errand):
                over = job.ended and not (works.closing and _cut_short(job))
                if over or job.stopped or job.paused_at is not None:
                    self._keep(job.id, None)
                else:
                    self._keep(job.id, replace(job.errand, batches=job.batches or job.errand.batches))

        return told

    def left_behind(self) -> list[Errand]:
        """What consoles that no longer live had under way, in order. It is ours from here on."""
        found: list[Errand] = []
        for path in sorted(self._folder.glob("*.json"), key=_age):
            alive = hold(path) if path != self._path else None
            if alive is not None:
                found += _read(path)
                path.unlink(missing_ok=True)
                alive.end()
        return found

    def close(self) -> None:
        """Let go of the file; what is in it is for the next console to go on with."""
        if self._alive is not None:
            self._alive.end()
            self._alive = None

    def _keep(self, job: str, errand: Errand | None) -> None:
        if self._errands.get(job) == errand:
            return
        if errand is None:
            del self._errands[job]
        else:
            self._errands[job] = errand
        self._write()

    def _write(self) -> None:
        """To the disk, all or nothing."""
        private_folder(self._folder)
        if self._alive is None:
            self._alive = hold(self._path)
        written = self._path.with_suffix(".new")
        with private_file(written).open("w", encoding="utf-8") as file:
            json.dump([asdict(one) for one in self._errands.values()], file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        written.replace(self._path)


def _age(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _read(path: Path) -> list[Errand]:
    """What a file says; nothing of one that cannot be understood: an older or newer program wrote it."""
    try:
        said: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return [Errand(**{**one, "batches": tuple(one["batches"])}) for one in said]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _cut_short(job: Job) -> bool:
    """Whether a job ended because the console was closed, and not by itself."""
    ends = [job.error, *(one.stopped for one in getattr(job.result, "batches", ()))]
    ends.append(getattr(job.result, "stopped", None))
    return job.waits or any(isinstance(end, Interrupted) for end in ends)
