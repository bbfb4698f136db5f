"""What happened, written beside the change itself, in the same transaction. Only a purge takes anything out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from bot.filing.journal.plain import plain
from bot.filing.journal.tables import EVENTS
from bot.filing.states import CaseState


@dataclass(frozen=True)
class Entry:
    """An event to be written."""

    at: datetime
    by: str
    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    case: str | None = None
    was: CaseState | None = None
    to: CaseState | None = None
    attempt: int | None = None


def record(connection: Connection, batch: str | None, *entries: Entry) -> None:
    """Append events, in this order."""
    for entry in entries:
        connection.execute(insert(EVENTS).values(**{**vars(entry), "batch": batch, "facts": plain(entry.facts)}))
