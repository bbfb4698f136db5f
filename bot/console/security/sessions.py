"""Who is let in now: kept on our side, to end when we say so; in a file, so that a restart ends nothing."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.private import private_file, private_folder

LONGEST = 12 * 3600.0
"""Seconds after which whoever was let in has to come in anew."""
IDLE = 3600.0
"""Seconds without a person's doing after which a user has to sign in anew."""
NOTED = 60.0
"""Seconds between two notes in the file that somebody is still there."""
MOST = 500


@dataclass
class Session:
    """One browser that is let in."""

    user: str
    """Empty for the one person at this computer, who has no name to sign in with."""
    stamp: str
    began: float
    seen: float

    def is_over(self, now: float) -> bool:
        """Whether it has gone on for too long, or nobody was there for too long."""
        return now - self.began > LONGEST or bool(self.user and now - self.seen > IDLE)


class Sessions:
    """The sessions of one console. Their ids are kept as hashes: who reads the file can't come in by it."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._now = now
        self._noted = 0.0
        for other in path.parent.glob("console.sessions-*.json"):  # of consoles on ports that were free for once
            if now() - other.stat().st_mtime > LONGEST:
                other.unlink(missing_ok=True)
        self._open = self._load()

    def begin(self, user: str = "", stamp: str = "") -> str:
        """Let somebody in; what their browser has to show from now on."""
        now = self._now()
        alive = {key: one for key, one in self._open.items() if not one.is_over(now)}
        self._open = dict(sorted(alive.items(), key=lambda item: item[1].seen)[1 - MOST :])
        shown = secrets.token_urlsafe(32)
        self._open[_hidden(shown)] = Session(user, stamp, now, now)
        self._save()
        return shown

    def find(self, shown: str) -> Session | None:
        """The session of a browser; None if there is none, or none any more."""
        session = self._open.get(_hidden(shown))
        if session is None or not session.is_over(self._now()):
            return session
        self.end(shown)
        return None

    def touch(self, shown: str) -> None:
        """Somebody is still there."""
        session, now = self._open.get(_hidden(shown)), self._now()
        if session is None:
            return
        session.seen = now
        if now - self._noted > NOTED:
            self._save()

    def end(self, shown: str) -> None:
        """Let this browser in no longer."""
        if self._open.pop(_hidden(shown), None) is not None:
            self._save()

    def _load(self) -> dict[str, Session]:
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return {key: Session(**one) for key, one in said.items()}
        except (OSError, ValueError, TypeError, AttributeError):  # none yet, or damaged: everybody comes in anew
            return {}

    def _save(self) -> None:
        self._noted = self._now()
        private_folder(self._path.parent)
        aside = private_file(self._path.with_name(f".{self._path.name}"))
        aside.write_text(json.dumps({key: asdict(one) for key, one in self._open.items()}), encoding="utf-8")
        os.replace(aside, self._path)


def _hidden(shown: str) -> str:
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()
