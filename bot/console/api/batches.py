"""What became of it: batches, their cases, and the spreadsheet with the results; going on, and asking the portal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console import words
from bot.console.api.answers import Refused, batch_data, case_data, job_data
from bot.console.api.requests import batch_of, listed, page_of
from bot.console.pages.form import console_of
from bot.console.pages.new import XLSX, download
from bot.filing.states import CaseState
from bot.flow.case import Origin
from bot.service import BatchView, ResumeOptions

STATES = frozenset(state.value for state in CaseState)


async def batches(request: Request) -> Response:
    """All batches, the newest first; of a period or an account, if they are named."""
    views = await run_in_threadpool(console_of(request).assistant.batches)
    wanted = {name: request.query_params[name] for name in ("period", "account") if name in request.query_params}
    found = [view for view in views if all(getattr(view, name) == value for name, value in wanted.items())]
    some, where = page_of(request, found)
    return JSONResponse(listed([batch_data(view) for view in some], where))


async def batch(request: Request) -> Response:
    """One batch."""
    return JSONResponse(batch_data(await batch_of(request)))


async def cases(request: Request) -> Response:
    """The cases of a batch: in a state, of an operation, if they are named."""
    view, query = await batch_of(request), request.query_params
    state, operation = query.get("state", ""), query.get("operation", "")
    if state and state not in STATES:
        raise Refused(422, words.NO_STATE.format(state=state), cure=words.STATES_ARE.format(states=", ".join(STATES)))
    found = [one for one in view.outcomes if state in ("", one.state.value) and operation in ("", one.case.flow.flow)]
    some, where = page_of(request, found)
    references = await _references(request, view.id)
    return JSONResponse(listed([case_data(one, references) for one in some], where))


async def case(request: Request) -> Response:
    """One case."""
    view = await batch_of(request)
    found = next((one for one in view.outcomes if one.case.id == request.path_params["case"]), None)
    if found is None:
        raise Refused(404, words.NOT_THERE, cure=words.NO_CASE_CURE)
    return JSONResponse(case_data(found, await _references(request, view.id)))


async def _references(request: Request, batch: str) -> Mapping[Origin, str]:
    return await run_in_threadpool(console_of(request).assistant.overviews.references, batch)


async def resume(request: Request) -> Response:
    """Go on with a batch. What waits for a person goes on waiting: a program approves nothing."""
    console, view = console_of(request), await batch_of(request)
    _need_all(view)
    options = ResumeOptions(by=console.by, approved_only=view.until == "declare")
    return JSONResponse(job_data(console.go_on(view, options)), 202)


async def refresh(request: Request) -> Response:
    """Ask the portal what became of a batch."""
    console, view = console_of(request), await batch_of(request)
    _need_all(view)
    return JSONResponse(job_data(console.refresh(view, console.by)), 202)


async def results(request: Request) -> Response:
    """The spreadsheet with where each case stands."""
    console, view = console_of(request), await batch_of(request)
    _need_all(view)

    def written() -> bytes:
        with TemporaryDirectory(prefix="portal-") as folder:
            return console.assistant.write_results(view.id, Path(folder) / "results.xlsx").read_bytes()

    return download(await run_in_threadpool(written), f"results-{view.id}.xlsx", XLSX)


def _need_all(view: BatchView) -> None:
    """Raises Refused (409) for a batch whose personal data were removed."""
    if view.purged_at is not None:
        raise Refused(409, words.BATCH_PURGED.format(batch=view.id), cure=words.BATCH_PURGED_CURE)


API = (
    ("GET", "/api/batches", batches),
    ("GET", "/api/batches/{batch}", batch),
    ("GET", "/api/batches/{batch}/cases", cases),
    ("GET", "/api/batches/{batch}/cases/{case}", case),
    ("POST", "/api/batches/{batch}/resume", resume),
    ("POST", "/api/batches/{batch}/refresh", refresh),
    ("GET", "/api/batches/{batch}/results", results),
)
