"""Batches as they are to be worked, for whom, and in which attempt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.filing.batch import PHASES
from bot.service.office import Order

if TYPE_CHECKING:
    from bot.filing.desk import Account
    from bot.filing.journal.rows import Accepted, BatchRow
    from bot.filing.progress import Until
    from bot.flow.case import Case
    from bot.service.office import Office


def order_of(
    batch: BatchRow, account: Account, cases: Sequence[Case], until: Until, *, by: str, asking: bool = True
) -> Order:
    """The batch as it is to be worked. With four eyes, nobody is asked who might be the one that began it."""
    asking = asking and not batch.four_eyes
    phases = tuple(phase for phase in PHASES[until] if asking or phase != "approve")
    return Order(batch, account, {case.id: case for case in cases}, phases, by)


def begun(office: Office, accepted: Accepted, until: str) -> BatchRow:
    """A batch that was accepted: in another attempt, if it was known already."""
    return next_attempt(office, accepted.batch, until) if accepted.known else accepted.batch


def next_attempt(office: Office, row: BatchRow, until: str, *, anew: bool = False) -> BatchRow:
    """The batch, in another attempt, unless a crash left the last one to be gone on with: with its own phases."""
    engine = office.engine
    last_goes_on = engine is not None and not engine.finished(f"{row.id}:{row.attempt}")
    if row.until == until and last_goes_on and not anew:
        return row
    office.journal.note_batch(row.id, at=office.furnishing.clock(), by="", until=until, attempt=row.attempt + 1)
    return office.journal.batch(row.id)
