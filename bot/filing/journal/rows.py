"""What goes into the journal and comes out of it. Times are aware, in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.filing.states import CaseState


@dataclass(frozen=True)
class NewRoster:
    """A spreadsheet as it was accepted."""

    name: str
    path: str
    hash: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class RosterRow(NewRoster):
    """The spreadsheet that a batch was accepted from."""

    batch: str


@dataclass(frozen=True)
class NewBatch:
    """A roster to be accepted for one account."""

    key: str | None
    """What a batch that is started twice is recognised by; None: it never is."""
    portal: str
    origin: str
    url: str
    flows: str
    account: str
    user: str
    period: str
    """Year and month: "2026-11"."""
    roster: NewRoster
    until: str
    four_eyes: bool
    started_by: str
    results: str
    evidence: str
    at: datetime


@dataclass(frozen=True)
class BatchRow:
    """A batch. Its id is the period without its dash and a running number: "202611-01"."""

    id: str
    key: str | None
    portal: str
    origin: str
    url: str
    flows: str
    account: str
    user: str
    period: str
    roster_name: str
    roster_path: str
    roster_hash: str
    until: str
    four_eyes: bool
    started_by: str
    results: str
    evidence: str
    attempt: int
    """From 1; each time that it is gone on with after it had ended is another."""
    stopped: str
    """Why it ended before it was done, or ""."""
    created_at: datetime
    purged_at: datetime | None = None
    """When its personal data were removed."""


@dataclass(frozen=True)
class NewCase:
    """A case of a roster to be accepted. `key` is its natural key, unique among the live cases of all batches."""

    id: str
    key: str | None
    flow: str
    flow_hash: str
    input_hash: str
    sheet: str
    row: int
    person: str


@dataclass(frozen=True)
class CaseRow:
    """A case, and what the portal said about it."""

    batch: str
    id: str
    seq: int
    """Its place in the roster, from 0."""
    key: str | None
    flow: str
    flow_hash: str
    input_hash: str
    sheet: str
    row: int
    person: str
    state: CaseState
    attempt: int
    """From 1; each way back to where something can be done again begins another."""
    number: str
    reason: str
    rule: str
    shows: str
    baseline: tuple[str, ...] | None
    """The portal's numbers of what it held before anything was done; None: it was not asked yet."""
    drafted_at: datetime | None
    filed_at: datetime | None
    decided_at: datetime | None
    approved_by: str
    approved_at: datetime | None
    approved_shows: str
    trouble: dict[str, Any] | None
    since: datetime
    """When it came into its state."""


@dataclass(frozen=True)
class Accepted:
    """A batch, and whether it was in the journal already."""

    batch: BatchRow
    known: bool


@dataclass(frozen=True)
class Change:
    """A case that was in state `was` in this attempt goes to `to` (None: stays), with facts for its columns."""

    case: str
    was: CaseState
    attempt: int
    to: CaseState | None
    facts: Mapping[str, Any] = field(default_factory=dict)
    again: bool = False
    """A way back: another attempt begins."""
    kind: str = ""
    """The kind of its event: intent, outcome, adopted, …; "": moved, or note if it stays."""


@dataclass(frozen=True)
class EventRow:
    """Something that happened. `facts` are plain data: text, numbers, ISO times, lists, dicts."""

    seq: int
    at: datetime
    batch: str
    """"" for what concerns no batch: a lease."""
    case: str | None
    kind: str
    was: CaseState | None
    to: CaseState | None
    attempt: int | None
    """The attempt of the case that is on from here."""
    facts: dict[str, Any]
    by: str


@dataclass(frozen=True)
class EvidenceRow:
    """A file captured while filing a case ("" for one that concerns no single case)."""

    case: str
    name: str
    kind: str
    path: str
    """Relative to the evidence folder, with "/"."""
    taken_at: datetime
    failed: str | None = None
    """Why it could not be captured."""
    sha256: str = ""
    """Of what was written, in hex; "" for a file of before digests were kept, or none."""
    bytes: int = 0
    url: str = ""
    """The page that it shows."""
    seq: int = field(default=0, compare=False)
    """Its running number in the journal; 0 before it is kept."""


@dataclass(frozen=True)
class Fence:
    """An account's lease as taken: who may act on the portal, under which number, until when."""

    account: str
    owner: str
    token: int
    until: datetime
