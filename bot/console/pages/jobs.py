"""What runs behind the pages: as long as no batch is known of it yet; and pausing, stopping, going on with it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console.pages.cases import name_of
from bot.console.pages.form import console_of, go_to, posted
from bot.console.rendering import page, part
from bot.console.work import Job


async def job(request: Request) -> Response:
    """A job of which no batch is known yet; then on to its batch."""
    console = console_of(request)
    found: Job | None = console.works.jobs.get(request.path_params["job"])
    is_part = request.headers.get("hx-request")
    if found is None and not is_part:
        raise HTTPException(404)
    if found is None or len(found.batches) == 1:  # the console was started again, or there is better to be seen
        there = f"/batches/{found.batches[0]}" if found else "/"
        return Response(headers={"hx-redirect": there}) if is_part else go_to(there)
    show, name = (part, "job_now.html") if is_part else (page, "job.html")
    return show(request, name, job=found, act_of=console.act_of, name_of=name_of)


def _told(request: Request, tell: Callable[[Job], None]) -> Response:
    found = console_of(request).works.jobs.get(request.path_params["job"])
    if found is None:  # it was another life's of the console
        return go_to("/")
    tell(found)
    return go_to(f"/batches/{found.batches[0]}" if found.batches else f"/jobs/{found.id}")


async def stop(request: Request, form: FormData) -> Response:
    """Stop a job at its next safe point."""
    return _told(request, console_of(request).works.halt)


async def pause(request: Request, form: FormData) -> Response:
    """Hold a job at its next safe point."""
    return _told(request, console_of(request).works.pause)


async def let_go(request: Request, form: FormData) -> Response:
    """Have a job that was held go on."""
    return _told(request, console_of(request).works.let_go)


PAGES = (
    ("GET", "/jobs/{job}", job),
    ("POST", "/jobs/{job}/stop", posted(stop)),
    ("POST", "/jobs/{job}/pause", posted(pause)),
    ("POST", "/jobs/{job}/go-on", posted(let_go)),
)
