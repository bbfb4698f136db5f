"""Working batches to their end, side by side: filed, sealed, written into the spreadsheets, summed up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import AssistantError
from bot.filing.progress import BatchSummary
from bot.service.spreadsheets import write_results
from bot.service.views import until_of, view_of

if TYPE_CHECKING:
    from bot.service.dossiers import Dossiers
    from bot.service.office import Office, Order


async def work(
    office: Office, orders: Sequence[Order], dossiers: Dossiers, *, known: Sequence[bool]
) -> tuple[BatchSummary, ...]:
    """Work batches. However it ends, the evidence is sealed and the spreadsheets say where every case stands."""
    for order, was_known in zip(orders, known, strict=True):
        progress = office.furnishing.watching.progress(order.account.name)
        progress.accepted(order.batch.id, at=order.batch.created_at, known=was_known)
    started = time.monotonic()
    copies: dict[str, Path] = {}
    try:
        stopped = await _all_of(office.work(order) for order in orders)
    finally:
        unsealed = [_seal(office, order, dossiers) for order in orders]
        for row in {order.batch.results: order.batch for order in orders}.values():
            copies[row.results] = write_results(office.journal, row, office.library, Path(row.results))
    elapsed = timedelta(seconds=time.monotonic() - started)
    return tuple(
        _summary(
            office,
            order,
            elapsed=elapsed,
            known=was_known,
            results=copies[order.batch.results],
            stopped=error,
            unsealed=open_still,
        )
        for order, was_known, error, open_still in zip(orders, known, stopped, unsealed, strict=True)
    )


def _seal(office: Office, order: Order, dossiers: Dossiers) -> AssistantError | None:
    """Seal the evidence of what was done; why it could not be: the batch is what it is, sealed or not."""
    try:
        dossiers.seal_with(
            office.journal, order.batch, office.library, order.cases, by=order.by, browser=office.browser.name
        )
    except AssistantError as error:
        return error
    return None


def _summary(office: Office, order: Order, **facts: Any) -> BatchSummary:
    row = office.journal.batch(order.batch.id)
    view = view_of(office.journal, row, office.library)
    traces = office.traces.get(row.id)
    return BatchSummary(
        batch=row.id,
        account=row.account,
        outcomes=view.outcomes,
        until=until_of(row),
        evidence=view.evidence,
        traces=tuple(traces.kept) if traces else (),
        untraced=tuple(traces.lost) if traces else (),
        **facts,
    )


async def _all_of(work: Iterable[Awaitable[AssistantError | None]]) -> list[AssistantError | None]:
    """How each ended, once all have: none is left at work behind the back of the others. Raises the first bug."""
    ended: list[AssistantError | None] = []
    for one in await asyncio.gather(*work, return_exceptions=True):
        if isinstance(one, BaseException) and not isinstance(one, AssistantError):
            raise one
        ended.append(one)
    return ended
