"""The same for programs: batches and cases as JSON, for a payroll system that wants to know what became of them."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.pages.form import console_of
from bot.filing.progress import CaseOutcome
from bot.service import BatchView


def batch_data(view: BatchView) -> dict[str, Any]:
    """A batch for a program. Times are ISO 8601, in UTC."""
    return {
        "id": view.id,
        "account": view.account,
        "period": view.period,
        "roster": view.roster,
        "until": view.until,
        "started_by": view.started_by,
        "created_at": view.created_at.isoformat(),
        "stopped": view.stopped,
        "waiting_for_approval": [outcome.case.id for outcome in view.waiting],
        "cases": [case_data(outcome) for outcome in view.outcomes],
    }


def case_data(outcome: CaseOutcome) -> dict[str, Any]:
    """A case for a program. Who it is about is told by the row of the roster, not by a number."""
    origin = outcome.case.origin
    return {
        "id": outcome.case.id,
        "operation": outcome.case.flow.flow,
        "sheet": origin.sheet if origin else None,
        "row": origin.row if origin else None,
        "state": outcome.state.value,
        "number": outcome.number,
        "reason": outcome.reason,
        "rule": outcome.rule,
        "filed_at": outcome.filed_at.isoformat() if outcome.filed_at else None,
        "decided_at": outcome.decided_at.isoformat() if outcome.decided_at else None,
        "approved_by": outcome.approved_by,
    }


async def batches(request: Request) -> Response:
    """All batches."""
    views = await run_in_threadpool(console_of(request).assistant.batches)
    return JSONResponse([batch_data(view) for view in views])


async def batch(request: Request) -> Response:
    """One batch."""
    return JSONResponse(batch_data(await console_of(request).view(request.path_params["batch"])))


API = (("GET", "/api/batches", batches), ("GET", "/api/batches/{batch}", batch))
