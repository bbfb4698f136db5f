"""The traces of a batch: cleaned as soon as they are recorded, and kept under its name; or why one was not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import AssistantError
from bot.evidence.masking import Masking
from bot.filing.traces import free_name
from bot.service.recording import entered_values

if TYPE_CHECKING:
    from bot.browser import Session
    from bot.browser.trace import Trace
    from bot.flow.case import Case
    from bot.flow.models import Portal


@dataclass(frozen=True)
class BatchTraces:
    """Where the traces of a batch go."""

    home: Path
    raw: Path
    """Where they are recorded, in clear."""
    batch: str
    masking: Masking
    kept: list[Path] = field(default_factory=list)
    lost: list[AssistantError] = field(default_factory=list)

    def of(self, session: Session) -> Trace:
        """What records a session of the batch."""
        from bot.browser.trace import Trace

        return Trace(session, self.raw, self._keep, lost=self.lost.append)

    def _keep(self, recorded: Path, secrets: Collection[str]) -> None:
        from bot.browser.trace_cleaning import clean_trace

        cleaned = free_name(self.home, self.batch)
        clean_trace(recorded, cleaned, hide=self.masking.text, secrets=secrets)
        self.kept.append(cleaned)


def traces_for(home: Path, raw: Path, batch: str, cases: Mapping[str, Case], portal: Portal) -> BatchTraces:
    """The traces of a batch. What is sensitive of its cases will be in none of them."""
    entered = [value for case in cases.values() for value in entered_values(case, portal)]
    return BatchTraces(home, raw, batch, Masking((), also=[value.value for value in entered if value.sensitive]))
