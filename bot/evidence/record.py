"""The record of a batch: who was filed, with what, when, and what the portal said; written before each seal.

Record n holds the batch as it is now, the cases that have changed since record n-1, and what happened since then.
Folded in order, the records of a dossier tell the whole story without the journal.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

RECORD_SCHEMA: Literal["urn:portal-assistant:record:1"] = "urn:portal-assistant:record:1"


class Facts(BaseModel):
    """Base of all parts of a record: nothing unknown, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EnteredValue(Facts):
    """A value that was asked for, as the roster says it in the portal's language."""

    field: str
    label: dict[str, str]
    value: str
    sensitive: bool = Field(description="Masked wherever it leaves the sealed evidence.")


class CaseFacts(Facts):
    """A case as it stood. Texts are the portal's own where it said any; times are UTC."""

    id: str
    seq: int = Field(description="Its place in the roster, from 0.")
    operation: str = Field(description="The name of its flow.")
    title: dict[str, str]
    person: str = Field(description="What identifies the person at the portal, in clear.")
    name: str = Field(description="The person's name, where a value of the case says it.")
    sheet: str
    row: int
    entered: tuple[EnteredValue, ...]
    state: str
    attempt: int
    number: str = Field(description="The portal's number of the draft, then of the filing.")
    rule: str
    reason: str
    shows: str = Field(description="The portal's summary of the draft, as read back.")
    drafted_at: datetime | None
    filed_at: datetime | None
    decided_at: datetime | None
    approved_by: str
    approved_at: datetime | None
    approved_shows: str = Field(description="What the draft showed when a person approved it.")
    trouble: dict[str, Any] | None = Field(description="What went wrong last: message, cure, circumstances.")
    since: datetime = Field(description="When it came into its state.")


class EventFacts(Facts):
    """Something that happened, as the journal has it."""

    seq: int
    at: datetime
    case: str | None
    kind: str
    was: str | None
    to: str | None
    attempt: int | None
    facts: dict[str, Any]
    by: str


class RosterFacts(Facts):
    """The spreadsheet that was accepted."""

    name: str
    sha256: str


class BatchFacts(Facts):
    """A batch: for whom, at which portal, from which roster, with which flows and programs."""

    id: str
    portal: str
    portal_title: dict[str, str]
    url: str
    account: str
    user: str
    period: str = Field(description="Year and month of filing: 2026-11.")
    zone: str = Field(description="The portal's time zone, in which a person reads the times.")
    roster: RosterFacts
    flows: dict[str, str] = Field(description="The SHA-256 of each flow that its cases were accepted with.")
    until: str
    four_eyes: bool
    started_by: str
    created_at: datetime
    stopped: str
    versions: dict[str, str] = Field(description="assistant, python, playwright, system; browser where one was used.")


class Record(Facts):
    """Everything about a batch that is new since the record before."""

    schema_: Literal["urn:portal-assistant:record:1"] = Field(RECORD_SCHEMA, alias="schema")
    number: int
    batch: BatchFacts
    cases: tuple[CaseFacts, ...]
    events: tuple[EventFacts, ...]

    def written(self) -> bytes:
        """The record as it is kept: UTF-8 JSON, indented for people."""
        return self.model_dump_json(by_alias=True, indent=1).encode()
