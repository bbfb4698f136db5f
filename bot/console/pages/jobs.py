"""What runs behind the pages, as long as no batch is known of it yet; and stopping it."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console.pages.form import console_of, go_to, posted
from bot.console.rendering import page
from bot.console.work import Job


async def job(request: Request) -> Response:
    """A job of which no batch is known yet; then on to its batch."""
    found: Job | None = console_of(request).works.jobs.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404)
    if len(found.batches) == 1:
        there = f"/batches/{found.batches[0]}"
        return Response(headers={"hx-redirect": there}) if request.headers.get("hx-request") else go_to(there)
    return page(request, "job_now.html" if request.headers.get("hx-request") else "job.html", job=found)


async def stop(request: Request, form: FormData) -> Response:
    """Stop a job at its next safe point."""
    works = console_of(request).works
    found = works.jobs.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404)
    works.halt(found)
    return go_to(f"/batches/{found.batches[0]}" if found.batches else f"/jobs/{found.id}")


PAGES = (
    ("GET", "/jobs/{job}", job),
    ("POST", "/jobs/{job}/stop", posted(stop)),
)
