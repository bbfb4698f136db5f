"""Batches for a program. Persons are masked; times are ISO 8601 in UTC."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.cli.next_steps import NextStep
from bot.cli.summary import case_data
from bot.cli.view import Cases, told_facts
from bot.filing.journal.rows import EventRow
from bot.service import BatchView


def batch_data(view: BatchView, steps: Sequence[NextStep]) -> dict[str, Any]:
    """A batch as a whole, with the commands that go on with it."""
    return {
        "id": view.id,
        "account": view.account,
        "user": view.user,
        "period": view.period,
        "roster": view.roster,
        "url": view.url,
        "until": view.until,
        "four_eyes": view.four_eyes,
        "started_by": view.started_by,
        "created_at": view.created_at.isoformat(),
        "attempt": view.attempt,
        "stopped": view.stopped,
        "purged_at": view.purged_at.isoformat() if view.purged_at else None,
        "unfinished": view.unfinished,
        "waiting": [outcome.case.id for outcome in view.waiting],
        "states": Counter(outcome.state.value for outcome in view.outcomes),
        "results": str(view.results),
        "evidence": str(view.evidence),
        "next": [step.command for step in steps],
    }


def cases_data(view: BatchView) -> list[dict[str, Any]]:
    """The cases of a batch, in the order of its roster."""
    return [case_data(outcome, view.id) for outcome in view.outcomes]


def event_data(event: EventRow, view: Cases) -> dict[str, Any]:
    """Something that happened."""
    return {
        "seq": event.seq,
        "at": event.at.isoformat(),
        "case": event.case,
        "kind": event.kind,
        "was": event.was.value if event.was else None,
        "to": event.to.value if event.to else None,
        "attempt": event.attempt,
        "by": event.by,
        **told_facts(event, view),
    }
