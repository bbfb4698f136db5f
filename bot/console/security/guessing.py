"""Slowing down whoever guesses passwords, without shutting out whoever knows one.

Mistakes are counted for the name that was typed, for the address that they came from, and, in the place of the
name, for a browser in which this user has signed in before (OWASP calls it a device cookie): what a stranger does
elsewhere never makes such a browser wait.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

FREE = 3
"""So many mistakes are made by anybody."""
LONGEST = {"name": 30.0, "browser": 30.0, "address": 60.0}
"""The longest pause, in seconds, by what is counted."""
FORGOTTEN = 900.0
"""Seconds without another mistake after which they are forgotten."""
MOST = 10_000

Key = tuple[str, str]
"""What is counted (a key of LONGEST), and whose."""


@dataclass
class _Mistakes:
    count: int
    last: float


class Brake:
    """Remembers mistakes, and says how long to wait after them."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._made: dict[Key, _Mistakes] = {}

    def pause(self, keys: Iterable[Key]) -> float:
        """How many seconds are left until another attempt is looked at; 0 for now."""
        return max((self._left(key) for key in keys), default=0.0)

    def mistake(self, keys: Iterable[Key]) -> None:
        """A wrong password, or a name that nobody has."""
        now = self._now()
        if len(self._made) >= MOST:
            latest = sorted(self._made.items(), key=lambda item: item[1].last)
            self._made = dict(latest[-MOST // 2 :])
        for key in keys:
            made = self._known(key)
            made.count, made.last = made.count + 1, now
            self._made[key] = made

    def right(self, keys: Iterable[Key]) -> None:
        """The right one: what was mistaken before is forgotten."""
        for key in keys:
            self._made.pop(key, None)

    def _known(self, key: Key) -> _Mistakes:
        made = self._made.get(key)
        return made if made and self._now() - made.last < FORGOTTEN else _Mistakes(0, 0.0)

    def _left(self, key: Key) -> float:
        made = self._known(key)
        if made.count < FREE:
            return 0.0
        pause = min(LONGEST[key[0]], 2.0 ** min(made.count - FREE, 30))
        return max(0.0, made.last + pause - self._now())
