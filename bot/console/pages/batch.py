"""A batch: how far it is while it runs, its cases, and what can be done with it."""

from __future__ import annotations

from typing import Any, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console.console import Console
from bot.console.hiding import Hiding, hiding
from bot.console.lane import Lane
from bot.console.outlook import stands, steps
from bot.console.pages.cases import asked, list_of, name_of, rows_of
from bot.console.pages.form import by, console_of, go_to, manner, posted, text
from bot.console.rendering import page, part
from bot.console.work import Job
from bot.filing.progress import Until
from bot.filing.traces import traces_of
from bot.flow.models import Flow
from bot.service import ResumeOptions
from bot.service.overviews import BatchOverview

LOGGED = 100
"""So many events are shown at once."""


async def batch(request: Request) -> Response:
    """The page of a batch."""
    console, wanted = console_of(request), asked(request)
    view = await console.overview(request.path_params["batch"])
    hidden = await hiding(request, view.id)
    shown = {**await list_of(console, view, wanted, hidden), **await _now(console, view, hidden)}
    traces = await run_in_threadpool(traces_of, console.assistant.home, view.id)
    return page(request, "batch.html", titles=_titles(console, view), traces=traces, **shown)


async def now(request: Request) -> Response:
    """How far it is, and what can be done now."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    return part(request, "now.html", **await _now(console, view, await hiding(request, view.id)))


async def _now(console: Console, view: BatchOverview, hidden: Hiding) -> dict[str, Any]:
    works = console.works
    job = works.running(view.id)
    last = next((one for one in reversed(works.jobs.values()) if view.id in one.batches), None)
    lane = next((one for one in job.lanes.values() if one.batch == view.id), None) if job else None
    return {
        "view": view,
        "job": job,
        "lane": lane,
        "others": [one for one in job.lanes.values() if one.batch != view.id and one.batch] if job else [],
        "asked_here": job is not None and any(one.job is job for one in works.questions.values()),
        "error": hidden.error(last.error) if last and not job else None,
        "hide": hidden.text,
        "name_of": name_of,
        "act_of": console.act_of,
        "stands": stands(view),
        "steps": steps(view),
        "picture": await run_in_threadpool(_picture, console, view, lane, job),
    }


def _picture(console: Console, view: BatchOverview, lane: Lane | None, job: Job | None) -> tuple[str, str] | None:
    """The case and the latest picture of it: of the case that is worked on, if it has one."""
    if job is None or view.purged_at is not None:
        return None
    overviews, case = console.assistant.overviews, lane.case.id if lane and lane.case else ""
    return (overviews.last_picture(view.id, case) if case else None) or overviews.last_picture(view.id)


def _titles(console: Console, view: BatchOverview) -> dict[str, Flow | None]:
    """The operations of a batch; None for one that the flows of now do not have."""
    return {name: console.assistant.library.flows.get(name) for name in view.operations}


async def log(request: Request) -> Response:
    """What happened in a batch, the latest first."""
    console, before = console_of(request), request.query_params.get("before", "")
    view = await console.overview(request.path_params["batch"])
    upto = int(before) if before.isdecimal() and len(before) < 16 else None
    events = await run_in_threadpool(lambda: console.assistant.overviews.log(view.id, LOGGED + 1, before=upto))
    more, hidden = len(events) > LOGGED, await hiding(request, view.id)
    shown = events[:LOGGED]
    about = {event.case for event in shown if event.case}
    rows = await run_in_threadpool(rows_of, console.assistant.overviews, view.id, about)
    return page(
        request, "log.html", view=view, events=shown, rows=rows, more=more, upto=upto, hide=hidden.text
    )  # fmt: skip


async def go_on(request: Request, form: FormData) -> Response:
    """Go on with a batch from wherever it is; as far as is said, or as it was to go."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    said = text(form, "until")
    until = cast("Until", said) if said in get_args(Until) else ("declare" if view.approved else None)
    declares = (until or view.until) == "declare"
    console.go_on(view, ResumeOptions(until=until, by=by(request), approved_only=declares, **manner(form)))
    return go_to(f"/batches/{view.id}")


async def ask_portal(request: Request, form: FormData) -> Response:
    """Ask the portal what became of the filings."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    console.refresh(view, by(request))
    return go_to(f"/batches/{view.id}")


PAGES = (
    ("GET", "/batches/{batch}", batch),
    ("GET", "/batches/{batch}/now", now),
    ("GET", "/batches/{batch}/log", log),
    ("POST", "/batches/{batch}/resume", posted(go_on)),
    ("POST", "/batches/{batch}/refresh", posted(ask_portal)),
)
