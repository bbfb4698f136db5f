"""The folder of traces: those that were cleaned and kept, and for as long as they are recorded, those in clear."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bot.private import OWNER_ONLY, OWNERS_FILE, private_folder

TRACES = "traces"
_RAW = ".raw-"
_LOCK = ".lock"


@contextmanager
def raw_folder(home: Path) -> Iterator[Path]:
    """A folder to record traces in, which only its owner can read and nobody ever will: it is removed in the end."""
    folder = private_folder(home / TRACES)
    raw = folder / f"{_RAW}{secrets.token_hex(8)}"
    try:
        with _lock_of(raw):
            raw.mkdir(mode=OWNER_ONLY)
            yield raw
    finally:
        sweep(home)


def sweep(home: Path) -> None:
    """Remove what was recorded in clear and not cleaned, as a crash leaves it; not what a live process is recording."""
    left = {path.with_name(path.name.removesuffix(_LOCK)) for path in (home / TRACES).glob(f"{_RAW}*")}
    for raw in left:
        with suppress(Timeout, OSError):
            with _lock_of(raw).acquire(blocking=False):
                shutil.rmtree(raw, ignore_errors=True)
            if not raw.exists():
                raw.with_name(f"{raw.name}{_LOCK}").unlink(missing_ok=True)


def traces_of(home: Path, batch: str) -> tuple[Path, ...]:
    """The traces of a batch that were kept, the oldest first."""
    return tuple(path for _, path in sorted(_numbered(home, batch)))


def free_name(home: Path, batch: str) -> Path:
    """Where the next trace of a batch goes."""
    last = max((number for number, _ in _numbered(home, batch)), default=0)
    return private_folder(home / TRACES) / f"{batch}-{last + 1}.zip"


def _numbered(home: Path, batch: str) -> Iterator[tuple[int, Path]]:
    for path in (home / TRACES).glob("*.zip"):
        if named := re.fullmatch(rf"{re.escape(batch)}-(\d+)\.zip", path.name):
            yield int(named[1]), path


def _lock_of(raw: Path) -> FileLock:
    # A lock that only a file's presence makes would outlive the process that made it.
    lock = raw.with_name(f"{raw.name}{_LOCK}")
    return FileLock(lock, mode=OWNERS_FILE, thread_local=False, fallback_to_soft=False)
