"""Move cases: every case of a set, or none; each only if it is where the writer believes it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, update

from bot.filing.journal.events import Entry
from bot.filing.journal.plain import plain
from bot.filing.journal.races import KeyTaken, OutOfStep
from bot.filing.journal.reading import cases_where, live_cases
from bot.filing.journal.rows import CaseRow, Change
from bot.filing.journal.tables import CASES
from bot.filing.states import AGAIN, FOLLOWS, LIVE

FACTS = frozenset(
    {
        *("number", "reason", "rule", "shows", "baseline", "trouble"),
        *("drafted_at", "filed_at", "decided_at"),
        *("approved_by", "approved_at", "approved_shows"),
    }
)
"""What a change may say about a case."""
AS_JSON = ("baseline", "trouble")


def check(change: Change) -> None:
    """Raise ValueError for a change that no case may make: a bug of ours."""
    if unknown := set(change.facts) - FACTS:
        raise ValueError(f"{change.case}: no fact of a case: {', '.join(sorted(unknown))}")
    if change.to is None:
        if change.again:
            raise ValueError(f"{change.case}: another attempt without a move")
        return
    if change.to not in (AGAIN.get(change.was, frozenset()) if change.again else FOLLOWS[change.was]):
        raise ValueError(f"{change.case}: {change.to} cannot follow {change.was}{' again' if change.again else ''}")


def apply(connection: Connection, batch: str, change: Change, at: datetime) -> None:
    """Make one change by compare-and-set. Raises OutOfStep if the case is not where it should be."""
    row = {name: plain(fact) if name in AS_JSON else fact for name, fact in change.facts.items()}
    if change.to is not None:
        row |= {"state": change.to, "attempt": attempt_after(change), "since": at}
    mine = (CASES.c.batch == batch, CASES.c.id == change.case)
    here = (CASES.c.state == change.was, CASES.c.attempt == change.attempt)
    hit = connection.execute(update(CASES).where(*mine, *here).values(**row or {"state": change.was}))
    if hit.rowcount != 1:
        found = cases_where(connection, *mine)
        raise OutOfStep(batch, change, found[0] if found else None)


def refuse_taken(connection: Connection, batch: str, changes: Sequence[Change]) -> None:
    """Raise KeyTaken if one of these would become live beside another live case for the same person and operation."""
    rising = [change.case for change in changes if change.to in LIVE and change.was not in LIVE]
    if not rising:
        return
    mine = cases_where(connection, CASES.c.batch == batch, CASES.c.id.in_(rising))
    held = live_cases(connection, [case.key for case in mine if case.key is not None])
    for case in mine:
        if (other := held.get(case.key or "")) and not _same(case, other):
            raise KeyTaken(other)


def entry_of(change: Change, at: datetime, by: str) -> Entry:
    """The event of a change."""
    kind = change.kind or ("note" if change.to is None else "moved")
    attempt = attempt_after(change)
    return Entry(at, by, kind, change.facts, case=change.case, was=change.was, to=change.to, attempt=attempt)


def attempt_after(change: Change) -> int:
    """The attempt of a case once the change is made."""
    return change.attempt + change.again


def _same(one: CaseRow, other: CaseRow) -> bool:
    return (one.batch, one.id) == (other.batch, other.id)
