"""What becomes of the roster: a copy with the results, and next period's roster of what was not filed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.filing.states import TROUBLE, WELL, CaseState
from bot.filing.words import STATES
from bot.service.acceptance import stored_roster
from bot.service.views import BatchView, view_of
from bot.text import reading_language

if TYPE_CHECKING:
    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal
    from bot.flow.case import Origin
    from bot.flow.models import Library
    from bot.roster.results import RowResult, Tone

CARRIED_OVER = frozenset({CaseState.REJECTED, CaseState.REFUSED, CaseState.FAILED, CaseState.WITHDRAWN})
"""What was not filed, and can be asked for again."""


def write_results(journal: Journal, batch: BatchRow, library: Library, path: Path) -> Path:
    """Write the roster with where each case stands, in this batch and in those of its other accounts."""
    from bot.roster.results import write_results as write

    together = [
        other
        for other in journal.batches()
        if (other.roster_hash, other.results) == (batch.roster_hash, batch.results)
    ]
    rows = _rows(view_of(journal, one, library) for one in together)
    window = library.portal.window
    path.parent.mkdir(parents=True, exist_ok=True)
    with stored_roster(journal, batch) as roster:
        return write(roster, rows, path, reading_language(), zone=ZoneInfo(window.zone if window else "UTC"))


def write_carry_over(journal: Journal, batch: BatchRow, view: BatchView, path: Path) -> tuple[Path, int]:
    """Write a roster of the rows that were not filed; where, and how many they are."""
    from bot.roster.carry_over import write_carry_over as write

    origins = [one.case.origin for one in view.outcomes if one.state in CARRIED_OVER and one.case.origin]
    path.parent.mkdir(parents=True, exist_ok=True)
    others = [one.case.origin for one in view.outcomes if one.case.origin and one.case.origin not in origins]
    with stored_roster(journal, batch) as roster:
        return write(roster, others, path), len(origins)


def _rows(views: Iterable[BatchView]) -> dict[Origin, RowResult]:
    """Where each row of the roster stands."""
    from bot.roster.results import RowResult

    return {
        outcome.case.origin: RowResult(
            status=STATES[outcome.state],
            number=outcome.number,
            reason=outcome.reason,
            filed_at=outcome.filed_at,
            decided_at=outcome.decided_at,
            evidence=tuple(view.evidence / path for path in outcome.evidence),
            tone=_tone(outcome.state),
        )
        for view in views
        for outcome in view.outcomes
        if outcome.case.origin is not None
    }


def _tone(state: CaseState) -> Tone:
    if state in WELL:
        return "good"
    return "bad" if state in TROUBLE else "waiting"

