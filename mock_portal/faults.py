"""Faults that a test asks for: each has a kind, a place, and how often it still happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS: Mapping[str, tuple[str, int | None]] = {
    "latency": ("any", None),
    "http_500": ("any", 1),
    "commit_then_drop": ("any", 1),
    "drop_before_commit": ("any", 1),
    "session_expiry": ("any", 1),
    "stale_session": ("login", 1),
    "month_end": ("any", None),
    "employer_incomplete": ("any", None),
    "slow_mask": ("lookup", None),
    "several_hits": ("lookup", None),
    "rename_label": ("page", None),
    "move_button": ("page", None),
    "remove_field": ("page", None),
    "new_required_field": ("page", None),
    "review_reject": ("review", None),
    "filter_row_silently": ("declare", None),
    "lists_lag": ("list", None),
}
"""Every kind, with where it happens and how often (None: as long as it is set) unless the fault says so."""

PLACES = ("login", "lookup", "save", "open", "declare", "delete", "list", "any")
REQUEST_KINDS = frozenset(
    {"latency", "http_500", "commit_then_drop", "drop_before_commit", "session_expiry", "slow_mask"}
)
PLACED_KINDS = REQUEST_KINDS | {"month_end", "employer_incomplete"}
"""The kinds that happen at a place of the test's choice."""


@dataclass
class Fault:
    """One fault. `times` and `after` count down; `detail` is what only this kind needs."""

    kind: str
    at: str
    times: int | None
    after: int = 0
    seconds: float = 0.0
    detail: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> Fault:
        """A fault from its JSON object. ValueError says what is wrong with it."""
        kind = str(raw.get("kind", ""))
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; the faults are {', '.join(sorted(KINDS))}")
        place, times = KINDS[kind]
        at = str(raw.get("at", place))
        if kind in PLACED_KINDS and at not in PLACES:
            raise ValueError(f"unknown place {at!r}; the places are {', '.join(PLACES)}")
        if raw.get("field") == "id_number":
            raise ValueError("the ID number cannot be removed: the portal knows people by nothing else")
        known = {"kind", "at", "times", "after", "seconds"}
        detail = {key: value for key, value in raw.items() if key not in known}
        times = raw.get("times", times)
        return cls(kind, at, times, int(raw.get("after", 0)), float(raw.get("seconds", 0)), detail)

    def covers(self, place: str, number: str) -> bool:
        """Whether it is meant for this place and, where it names an ID number, for this person."""
        return self.at in (place, "any") and self.detail.get("id_number", number) == number

    def fires(self) -> bool:
        """Count one occasion; whether the fault happens on it."""
        if self.after:
            self.after -= 1
            return False
        if self.times is None:
            return True
        self.times -= 1
        return self.times >= 0


class Faults:
    """The faults that are set now."""

    def __init__(self, raw: Iterable[Mapping[str, Any]] = ()) -> None:
        self._set: list[Fault] = []
        self.replace(raw)

    def replace(self, raw: Iterable[Mapping[str, Any]]) -> None:
        """Set these faults and no others. ValueError leaves the old ones."""
        self._set = [Fault.parse(one) for one in raw]

    def at_request(self, place: str) -> Iterator[Fault]:
        """The faults that happen to a request at `place`; each counts it."""
        for fault in self._set:
            if fault.kind in REQUEST_KINDS and fault.covers(place, "") and fault.fires():
                yield fault

    def take(self, kind: str, number: str = "", *, place: str = "") -> Fault | None:
        """The fault of this kind that happens now, to this person or at this place; it counts the occasion."""
        for fault in self._set:
            if fault.kind == kind and fault.covers(place or fault.at, number) and fault.fires():
                return fault
        return None

    def shown(self, kind: str) -> list[Fault]:
        """Faults that change how pages look, for as long as they are set."""
        return [fault for fault in self._set if fault.kind == kind]
