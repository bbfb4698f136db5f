"""A case: one person × one operation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.flow.models import Flow


@dataclass(frozen=True)
class Origin:
    """Where in a roster a case stands: the sheet's name and the row's number as the spreadsheet shows it."""

    sheet: str
    row: int

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"


@dataclass(frozen=True)
class Case:
    """A flow and its checked input values.

    `id` is short, stable within its roster and safe in file names, e.g. `add-004`.
    """

    id: str
    flow: Flow
    values: Mapping[str, Any] = field(repr=False)
    origin: Origin | None = None
    account: str | None = None

    @property
    def person(self) -> str:
        """What identifies the person, e.g. the ID number; the case's own id where the flow has no such input."""
        value = self.values.get(self.flow.person) if self.flow.person else None
        return str(value) if value is not None else self.id
