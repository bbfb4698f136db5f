"""The evidence of a batch: whether it is as it was sealed, the report, and a copy."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.api.answers import verdict_data
from bot.console.api.requests import batch_of
from bot.console.pages import evidence as pages
from bot.console.pages.form import console_of
from bot.console.pages.new import download
from bot.service.dossiers import Checking
from bot.text import reading_language


async def verify(request: Request) -> Response:
    """Whether a dossier is as it was sealed."""
    view = await batch_of(request)
    verdict = await run_in_threadpool(console_of(request).assistant.dossiers.verify, view.id, Checking())
    return JSONResponse(verdict_data(verdict))


async def report(request: Request) -> Response:
    """The report on a batch, a page that needs nothing else."""
    await batch_of(request)
    return await pages.report(request)


async def export(request: Request) -> Response:
    """A zip of a dossier: complete, or masked for others (`masked=true`)."""
    console, view = console_of(request), await batch_of(request)
    masked = request.query_params.get("masked", "") == "true"
    with TemporaryDirectory(prefix="portal-") as folder:
        to = Path(folder) / f"evidence-{view.id}.zip"
        await console.assistant.dossiers.export(view.id, to, reading_language(), shareable=masked, by=console.by)
        return download(await run_in_threadpool(to.read_bytes), to.name, "application/zip")


API = (
    ("GET", "/api/batches/{batch}/evidence", verify),
    ("GET", "/api/batches/{batch}/report", report),
    ("POST", "/api/batches/{batch}/export", export),
)
