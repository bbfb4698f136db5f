"""The same for programs: a payroll system hands rosters over, starts them, and fetches what became of them, as JSON.

A program shows that it may by `Authorization: Bearer TOKEN`; the token is in the home folder. `/api/openapi.json`
describes all of it.
"""

from __future__ import annotations

import json
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console import words
from bot.console.api_description import DESCRIPTION
from bot.console.pages.form import console_of
from bot.errors import AssistantError, UsageError
from bot.filing.progress import CaseOutcome
from bot.roster.check import Checked
from bot.service import BatchView, RunOptions


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


def checked_data(upload: str, checked: Checked) -> dict[str, Any]:
    """What the check says of a roster, for a program. Messages are in the caller's language."""
    return {
        "id": upload,
        "rows": checked.rows,
        "cases": [case.id for case in checked.cases],
        "problems": [
            {
                "rule": one.rule,
                "severity": one.severity.value,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "message": str(one.message),
                "cure": str(one.cure),
            }
            for one in checked.problems
        ],
    }


async def describe(request: Request) -> Response:
    """The description of all this."""
    return JSONResponse(DESCRIPTION)


async def batches(request: Request) -> Response:
    """All batches."""
    views = await run_in_threadpool(console_of(request).assistant.batches)
    return JSONResponse([batch_data(view) for view in views])


async def batch(request: Request) -> Response:
    """One batch."""
    return JSONResponse(batch_data(await console_of(request).view(request.path_params["batch"])))


async def hand_in(request: Request) -> Response:
    """Take a roster as the body of the request, and say at once what is wrong with it."""
    console = console_of(request)
    name = request.query_params.get("name", "roster.xlsx")
    upload = await run_in_threadpool(console.uploads.take, name, await request.body())
    return JSONResponse(checked_data(upload, await run_in_threadpool(console.uploads.checked, upload)), 201)


async def start(request: Request) -> Response:
    """Begin to file a roster, up to where a person has to look the drafts over."""
    console, upload = console_of(request), request.path_params["roster"]
    try:
        said = json.loads(await request.body() or b"{}")
    except ValueError:
        said = None
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise UsageError(words.NO_JSON, cure=words.NO_JSON_CURE)
    checked = await run_in_threadpool(console.uploads.checked, upload)
    if checked.errors:
        raise UsageError(words.STILL_WRONG, cure=words.STILL_WRONG_CURE)
    named = list(dict.fromkeys(case.account for case in checked.cases if case.account))
    wanted = dict.fromkeys(named, "") if named else {said.get("account", ""): said.get("user", "")}
    if not wanted or not all(wanted):
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    job = await console.file(upload, wanted, RunOptions(until="review", by=said.get("by") or console.by))
    return JSONResponse({"job": job.id}, 202)


async def job(request: Request) -> Response:
    """How far a job is, and which batches it has to do with."""
    found = console_of(request).works.jobs.get(request.path_params["job"])
    if found is None:
        return JSONResponse({"error": "no such job"}, 404)
    error = {"error": str(found.error), "cure": str(found.error.cure)} if found.error else {}
    return JSONResponse({"job": found.id, "ended": found.ended, "batches": list(found.batches), **error})


def told(error: AssistantError) -> Response:
    """An error that was foreseen, for a program."""
    return JSONResponse({"error": str(error), "cure": str(error.cure)}, 400)


API = (
    ("GET", "/api/openapi.json", describe),
    ("GET", "/api/batches", batches),
    ("GET", "/api/batches/{batch}", batch),
    ("POST", "/api/rosters", hand_in),
    ("POST", "/api/rosters/{roster}/start", start),
    ("GET", "/api/jobs/{job}", job),
)
