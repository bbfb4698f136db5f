"""What goes on behind the pages: how far it is, and stopping it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.api.answers import job_data
from bot.console.api.requests import job_of
from bot.console.pages.form import console_of


async def job(request: Request) -> Response:
    """How far a job is, and which batches it has to do with."""
    return JSONResponse(job_data(job_of(request)))


async def stop(request: Request) -> Response:
    """Stop a job at its next safe point."""
    found = job_of(request)
    if not found.ended:
        console_of(request).works.halt(found)
    return JSONResponse(job_data(found), 202)


API = (
    ("GET", "/api/jobs/{job}", job),
    ("POST", "/api/jobs/{job}/stop", stop),
)
