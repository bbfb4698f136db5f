"""Batches and cases to put into a journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.filing.journal.rows import CaseRow, Change, NewBatch, NewCase, NewRoster
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState

NOON = datetime(2026, 11, 10, 4, 0, tzinfo=UTC)
ROSTER = NewRoster("people.xlsx", "/home/clerk/people.xlsx", "sha256:1", b"\x00PK\xff")


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def new_batch(key: str | None = "one", **other: Any) -> NewBatch:
    known: dict[str, Any] = {
        "portal": "social_insurance",
        "origin": "https://portal.example",
        "url": "https://portal.example/login",
        "flows": "",
        "account": "acme",
        "user": "170000001",
        "period": "2026-11",
        "roster": ROSTER,
        "until": "declare",
        "four_eyes": False,
        "started_by": "ana",
        "results": "results.xlsx",
        "evidence": "evidence",
        "at": NOON,
    }
    return NewBatch(key=key, **{**known, **other})


def new_case(id: str, key: str | None = None) -> NewCase:
    return NewCase(
        id=id,
        key=key,
        flow="add",
        flow_hash="f1",
        input_hash="i1",
        sheet="Altas",
        row=int(id) + 2,
        person="李*",
    )


def elsewhere(other: CaseRow) -> str:
    return f"in {other.batch}"


def accept(journal: Journal, *ids: str, key: str | None = "one", prefix: str = "person", **other: Any) -> str:
    """Accept a batch with these cases, each with a natural key of its own, and give its id."""
    cases = [new_case(id, f"{prefix}-{id}") for id in ids]
    return journal.accept(new_batch(key, **other), cases, elsewhere=elsewhere).batch.id


def change(case: str, was: CaseState, to: CaseState | None, attempt: int = 1, **facts: Any) -> Change:
    return Change(case=case, was=was, attempt=attempt, to=to, facts=facts)


def states(journal: Journal, batch: str) -> dict[str, tuple[CaseState, int]]:
    return {case.id: (case.state, case.attempt) for case in journal.cases(batch)}
