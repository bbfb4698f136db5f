"""What the training office knows: courses, who is enrolled in them, who is logged in, and what has happened."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mock_portal.clock import Clock

ACCOUNTS = {"2040": "Harbour Logistics", "2041": "Mill Lane Bakery"}
"""Companies by their number; the access code of each is demo-NUMBER."""
COURSES = {"FA1": "First aid", "FL2": "Forklift licence", "FS3": "Fire safety"}
PLACES = {"FA1": 12, "FL2": 9, "FS3": 0}
"""How many may still enrol."""
FAULTS = ("commit_then_drop", "drop_before_commit")
"""What can befall a confirmation, once: it is done or not, and the connection breaks before the answer."""
CONFIRMED, CANCELLED = "Confirmed", "Cancelled"

_EARLIER = [
    ("P-10021", "Iris Brandt", "FL2", CONFIRMED),
    ("P-10022", "Tom Okafor", "FL2", CONFIRMED),
    ("P-48213", "Ada Quist", "FA1", CANCELLED),
    ("P-10024", "Lena Fuchs", "FA1", CONFIRMED),
    ("P-10025", "Sam Reyes", "FA1", CONFIRMED),
    ("P-10026", "Nora Vidal", "FL2", CONFIRMED),
    ("P-10027", "Omar Haddad", "FA1", CONFIRMED),
]
"""Enrolments of the first company from before: enough for a second page, with one that was cancelled."""


class NoError(Exception):
    """The office says no to an enrolment, in these words."""


@dataclass(frozen=True)
class Enrolment:
    """One line of the list."""

    no: str
    account: str
    number: str
    name: str
    course: str
    lunch: str
    status: str
    at: str

    def told(self) -> dict[str, Any]:
        """For tests, with the keys that the other portal has for its filings."""
        return {
            "no": self.no,
            "type": self.course,
            "operation": "enrol",
            "id_number": self.number,
            "account": self.account,
            "status": self.status,
            "entered_at": self.at,
            "entries": {"name": self.name, "course": self.course, "lunch": self.lunch},
        }


@dataclass
class Books:
    """All of it, in memory."""

    clock: Clock
    places: dict[str, int] = field(default_factory=lambda: dict(PLACES))
    enrolments: list[Enrolment] = field(default_factory=list)
    sessions: dict[str, str] = field(default_factory=dict)
    """Accounts by the token of their browser."""
    events: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reset({})

    def reset(self, changes: Mapping[str, Any]) -> None:
        """Be as new, but for the `places` of these courses. ValueError for another change or an unknown course."""
        places = changes.get("places", {})
        if unknown := {*changes} - {"places"} or {*places} - {*COURSES}:
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        self.enrolments, self.sessions, self.events, self.faults = [], {}, [], []
        self.places = {course: 99 for course in COURSES}
        for number, name, course, status in _EARLIER:
            self._add("2040", number, {"name": name, "course": course, "lunch": "no"}, status)
        self.places = {**PLACES, **places}

    def log_in(self, account: str, code: str) -> str:
        """The token of a new session, or nothing if the two do not belong together. A company has one session."""
        if account not in ACCOUNTS or code != f"demo-{account}":
            return ""
        self.sessions = {token: one for token, one in self.sessions.items() if one != account}
        token = secrets.token_urlsafe(16)
        self.sessions[token] = account
        self.log("login", account)
        return token

    def log_out(self, token: str) -> None:
        """End a session, if it is one."""
        if account := self.sessions.pop(token, ""):
            self.log("logout", account)

    def allow(self, number: str, entries: Mapping[str, str]) -> None:
        """Raise NoError if this cannot be enrolled."""
        if not number or not entries["name"] or entries["course"] not in COURSES:
            raise NoError("Please fill in all fields.")
        for one in self.enrolments:
            if (one.number, one.course, one.status) == (number, entries["course"], CONFIRMED):
                raise NoError("This person is already enrolled in this course.")
        if not self.places[entries["course"]]:
            raise NoError("There are no places left in this course.")

    def enrol(self, account: str, number: str, entries: Mapping[str, str]) -> Enrolment:
        """Enrol somebody; NoError if that cannot be."""
        self.allow(number, entries)
        made = self._add(account, number, entries, CONFIRMED)
        self.log("enrolled", account, no=made.no, id_number=number, type=made.course)
        return made

    def _add(self, account: str, number: str, entries: Mapping[str, str], status: str) -> Enrolment:
        no = f"TR-{len(self.enrolments) + 1:04d}"
        made = Enrolment(no, account, number, **entries, status=status, at=self.clock.stamp())
        self.enrolments.append(made)
        self.places[made.course] -= 1
        return made

    def of(self, account: str) -> list[Enrolment]:
        """A company's enrolments, the newest first."""
        return [one for one in reversed(self.enrolments) if one.account == account]

    def log(self, kind: str, account: str, **more: str) -> None:
        """Note what has happened."""
        self.events.append({"at": self.clock.stamp(), "kind": kind, "account": account, **more})

    def state(self) -> dict[str, Any]:
        """Everything, for tests."""
        return {
            "now": self.clock.stamp(),
            "accounts": [*ACCOUNTS],
            "sessions": sorted(self.sessions.values()),
            "places": self.places,
            "drafts": [],
            "filings": [one.told() for one in self.enrolments],
            "events": self.events,
        }
