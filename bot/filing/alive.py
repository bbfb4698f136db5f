"""Whether the process that wrote a file lives: it holds a lock beside it, which the system lets go of at its end."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from bot.private import OWNERS_FILE


class Alive:
    """A lock beside a file, held for as long as this process lives, or until `end`."""

    def __init__(self, lock: FileLock, path: Path) -> None:
        self._lock, self._path = lock, path

    def end(self) -> None:
        """Let go of the file, and remove the lock."""
        self._lock.release()
        with suppress(OSError):  # on Windows somebody else may be looking at it
            self._path.unlink(missing_ok=True)


def hold(path: Path) -> Alive | None:
    """Hold the lock of a file; None if somebody who lives holds it."""
    beside = path.with_name(f"{path.name}.lock")
    # A lock that only a file's presence makes would outlive the process that made it.
    lock = FileLock(beside, mode=OWNERS_FILE, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return Alive(lock, beside)
