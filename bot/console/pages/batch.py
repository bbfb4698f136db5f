"""A batch: how far it is while it runs, its cases, and what can be done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console.console import Console
from bot.console.pages.form import by, console_of, go_to, posted
from bot.console.pages.new import XLSX, download
from bot.console.rendering import page
from bot.filing.compare import fold
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.service import BatchView, ResumeOptions

ON_A_PAGE = 100
UNDER_WAY = frozenset({CaseState.PENDING, CaseState.DRAFTING, CaseState.DRAFTED, CaseState.DECLARING, CaseState.FAILED})


@dataclass(frozen=True)
class Row:
    """A case in the list."""

    outcome: CaseOutcome
    name: str


@dataclass(frozen=True)
class Listed:
    """A part of a batch's cases."""

    rows: Sequence[Row]
    found: int
    page: int
    pages: int


def listed(view: BatchView, cases: Mapping[str, Case], *, state: str, said: str, number: int) -> Listed:
    """The cases in a state ("" for any) in which something is said, a page of them; pages count from 1."""
    wanted = fold(said).casefold()
    found = [one for one in view.outcomes if state in ("", one.state)]
    rows = [Row(one, name_of(cases.get(one.case.id))) for one in found]
    if wanted:
        rows = [row for row in rows if wanted in _text(row)]
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    number = min(max(1, number), pages)
    return Listed(rows[(number - 1) * ON_A_PAGE : number * ON_A_PAGE], len(rows), number, pages)


def name_of(case: Case | None) -> str:
    """What the roster calls the person; "" if it does not say."""
    return str(case.values.get("name") or "") if case else ""


def _text(row: Row) -> str:
    case = row.outcome.case
    parts = (row.name, case.person, case.id, str(case.origin or ""), row.outcome.number, row.outcome.reason)
    return fold(" ".join(parts)).casefold()


async def batch(request: Request) -> Response:
    """The page of a batch."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    return page(request, "batch.html", **{**await _list(console, view, request), **_now(console, view)})


async def cases(request: Request) -> Response:
    """The list of cases, filtered."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    return page(request, "cases.html", **await _list(console, view, request))


async def now(request: Request) -> Response:
    """How far it is, and what can be done now."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    return page(request, "now.html", **_now(console, view))


async def _list(console: Console, view: BatchView, request: Request) -> dict[str, Any]:
    query = request.query_params
    number = query.get("page", "1")
    state, said = query.get("state", ""), query.get("q", "")
    wanted = int(number) if number.isdecimal() else 1
    found = listed(view, await console.cases(view.id), state=state, said=said, number=wanted)
    return {"view": view, "listed": found, "state": state, "q": said}


def _now(console: Console, view: BatchView) -> dict[str, Any]:
    job = console.works.running(view.id)
    last = next((one for one in reversed(console.works.jobs.values()) if view.id in one.batches), None)
    counts = Counter(outcome.state for outcome in view.outcomes)
    waiting = {outcome.case.id for outcome in view.waiting}
    left = any(one.state in UNDER_WAY and one.case.id not in waiting for one in view.outcomes)
    lane = next((one for one in job.lanes.values() if one.batch == view.id), None) if job else None
    return {
        "view": view,
        "job": job,
        "lane": lane,
        "error": last.error if last and not job else None,
        "counts": counts,
        "can_go_on": left and view.purged_at is None,
        "can_ask": counts[CaseState.UNDER_REVIEW] > 0,
        "picture": _latest(view, lane.case.id if lane and lane.case else ""),
    }


def _latest(view: BatchView, case: str) -> tuple[str, str] | None:
    """The case and the latest picture of it; of the case that is worked on, if it has one."""
    shown = [one for one in view.outcomes if one.case.id == case] or [one for one in view.outcomes if one.evidence][-1:]
    pictures = [path for one in shown for path in one.evidence if path.suffix in (".webp", ".png")]
    return (shown[0].case.id, pictures[-1].as_posix()) if pictures else None


async def picture(request: Request) -> Response:
    """A picture of a batch: only what its journal has recorded."""
    view = await console_of(request).view(request.path_params["batch"])
    wanted = Path(request.path_params["path"])
    if not any(wanted in outcome.evidence for outcome in view.outcomes) or wanted.suffix not in (".webp", ".png"):
        raise HTTPException(404)
    try:
        content = await run_in_threadpool((view.evidence / wanted).read_bytes)
    except OSError as error:
        raise HTTPException(404) from error
    return Response(content, media_type=f"image/{wanted.suffix[1:]}")


async def go_on(request: Request, form: FormData) -> Response:
    """Go on with a batch from wherever it is."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    options = ResumeOptions(by=by(request), approved_only=view.until == "declare")
    console.go_on(view, options)
    return go_to(f"/batches/{view.id}")


async def ask_portal(request: Request, form: FormData) -> Response:
    """Ask the portal what became of the filings."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    console.refresh(view, by(request))
    return go_to(f"/batches/{view.id}")


async def results(request: Request) -> Response:
    """The roster with where each case stands."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])

    def written() -> bytes:
        with TemporaryDirectory(prefix="portal-") as folder:
            return console.assistant.write_results(view.id, Path(folder) / "results.xlsx").read_bytes()

    return download(await run_in_threadpool(written), f"results-{view.id}.xlsx", XLSX)


PAGES = (
    ("GET", "/batches/{batch}", batch),
    ("GET", "/batches/{batch}/list", cases),
    ("GET", "/batches/{batch}/now", now),
    ("GET", "/batches/{batch}/pictures/{path:path}", picture),
    ("GET", "/batches/{batch}/results", results),
    ("POST", "/batches/{batch}/resume", posted(go_on)),
    ("POST", "/batches/{batch}/refresh", posted(ask_portal)),
)
