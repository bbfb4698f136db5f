"""Evidence: reports, verification, copies to hand out, and what need not be kept any longer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.console import words
from bot.console.pages.form import by, console_of, go_to, posted, text
from bot.console.pages.new import download
from bot.console.rendering import page
from bot.errors import UsageError
from bot.service.dossiers import Checking
from bot.text import reading_language

REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
"""The report is one page with its styles and pictures in it, and nothing that runs."""
FEWEST_DAYS = 1


async def evidence(request: Request) -> Response:
    """Every batch with what can be done with its evidence."""
    views = await console_of(request).overviews()
    return page(request, "evidence.html", batches=views, verdict=None, verified="", outcome=None, days="")


async def verify(request: Request, form: FormData) -> Response:
    """Whether a dossier is as it was sealed."""
    console, batch = console_of(request), text(form, "batch")
    await console.overview(batch)  # a batch, not a path of this computer
    verdict = await run_in_threadpool(console.assistant.dossiers.verify, batch, Checking())
    views = await console.overviews()
    return page(request, "evidence.html", batches=views, verdict=verdict, verified=batch, outcome=None, days="")


async def report(request: Request) -> Response:
    """The report on a batch."""
    console, language = console_of(request), reading_language()
    view = await console.overview(request.path_params["batch"])
    with TemporaryDirectory(prefix="portal-") as folder:
        path = await console.assistant.dossiers.report(view.id, Path(folder) / "report.html", language)
        html = path.read_text(encoding="utf-8")
    return HTMLResponse(html, headers={"content-security-policy": REPORT_POLICY})


async def export(request: Request, form: FormData) -> Response:
    """A zip of a dossier: complete, or masked for others."""
    console, language = console_of(request), reading_language()
    view = await console.overview(request.path_params["batch"])
    shareable = text(form, "kind") == "shareable"
    with TemporaryDirectory(prefix="portal-") as folder:
        to = Path(folder) / f"evidence-{view.id}.zip"
        await console.assistant.dossiers.export(view.id, to, language, shareable=shareable, by=by(request))
        return download(to.read_bytes(), to.name, "application/zip")


async def purge(request: Request, form: FormData) -> Response:
    """Remove what is older than so many days; first only say what that would be."""
    console, days = console_of(request), text(form, "days")
    if not days.isdecimal() or int(days) < FEWEST_DAYS:
        raise UsageError(words.PURGE_DAYS, cure=words.PURGE_DAYS_CURE)
    older, dry = timedelta(days=int(days)), text(form, "sure") != words.SURE
    outcome = await run_in_threadpool(
        lambda: console.assistant.dossiers.purge(older_than=older, by=by(request), dry_run=dry)
    )
    if not dry:
        return go_to("/evidence")
    views = await console.overviews()
    return page(request, "evidence.html", batches=views, verdict=None, verified="", outcome=outcome, days=days)


PAGES = (
    ("GET", "/evidence", evidence),
    ("POST", "/evidence/verify", posted(verify)),
    ("POST", "/evidence/purge", posted(purge)),
    ("GET", "/batches/{batch}/report", report),
    ("POST", "/batches/{batch}/export", posted(export)),
)
