"""Evidence: reports, verification, copies to hand out, and what need not be kept any longer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.console import words
from bot.console.pages.form import by, caller_of, console_of, go_to, posted, text
from bot.console.pages.new import download
from bot.console.rendering import page
from bot.console.security.caller import SEES_NUMBERS, reserved
from bot.errors import UsageError
from bot.service.dossiers import Checking
from bot.service.received import LARGEST_KEY, LONGEST_NAME, Received, verify_received
from bot.text import reading_language

REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
"""The report is one page with its styles and pictures in it, and nothing that runs."""
FEWEST_DAYS = 1
MOST_FINDINGS = 200
"""So many are listed: a dossier from elsewhere may have any number."""


async def evidence(request: Request) -> Response:
    """Every batch with what can be done with its evidence."""
    return await _page(request)


async def _page(request: Request, **found: Any) -> Response:
    batches = await console_of(request).overviews()
    shown = {"verdict": None, "verified": "", "received": "", "with_key": False, "outcome": None, "days": "", **found}
    return page(request, "evidence.html", batches=batches, most=MOST_FINDINGS, **shown)


async def verify(request: Request, form: FormData) -> Response:
    """Whether a dossier is as it was sealed."""
    console, batch = console_of(request), text(form, "batch")
    await console.overview(batch)  # a batch, not a path of this computer
    verdict = await run_in_threadpool(console.assistant.dossiers.verify, batch, Checking())
    return await _page(request, verdict=verdict, verified=batch)


async def received(request: Request, form: FormData) -> Response:
    """Whether a dossier from elsewhere is as it was sealed. Nothing of it is kept."""
    zipped, key = form.get("dossier"), form.get("key")
    if not isinstance(zipped, UploadFile) or not zipped.filename:
        raise UsageError(words.NO_DOSSIER_GIVEN, cure=words.NO_DOSSIER_GIVEN_CURE)
    pem = await key.read(LARGEST_KEY) if isinstance(key, UploadFile) and key.filename else b""
    given = Received(zipped.filename, zipped.file, pem, text(form, "head"))
    verdict = await run_in_threadpool(verify_received, console_of(request).assistant.dossiers, given)
    return await _page(request, verdict=verdict, received=zipped.filename[-LONGEST_NAME:], with_key=bool(pem))


async def seal(request: Request, form: FormData) -> Response:
    """Seal what is new in the evidence of a batch, and verify it all."""
    console, batch = console_of(request), text(form, "batch")
    await console.overview(batch)
    dossiers = console.assistant.dossiers
    sealed = await run_in_threadpool(lambda: dossiers.seal(batch, by=by(request)))
    verdict = await run_in_threadpool(dossiers.verify, batch, Checking()) if sealed else None
    return await _page(request, verdict=verdict, verified=batch)


async def key(request: Request) -> Response:
    """The public key that this computer seals with, for whoever verifies."""
    pem = await run_in_threadpool(console_of(request).assistant.dossiers.public_key)
    return download(pem.encode("ascii"), "portal-assistant.pem", "application/x-pem-file")


async def report(request: Request) -> Response:
    """The report on a batch, as a page; masked for whoever neither files nor approves."""
    html = (await _report(request, "report.html")).decode("utf-8")
    return HTMLResponse(html, headers={"content-security-policy": REPORT_POLICY})


async def report_pdf(request: Request) -> Response:
    """The report on a batch, to be printed or handed out."""
    content = await _report(request, "report.pdf")
    return download(content, f"report-{request.path_params['batch']}.pdf", "application/pdf")


async def _report(request: Request, name: str) -> bytes:
    console, language = console_of(request), reading_language()
    view = await console.overview(request.path_params["batch"])
    with TemporaryDirectory(prefix="portal-") as folder:
        shareable = not caller_of(request).sees_numbers
        path = await console.assistant.dossiers.report(view.id, Path(folder) / name, language, shareable=shareable)
        return await run_in_threadpool(path.read_bytes)


async def export(request: Request, form: FormData) -> Response:
    """A zip of a dossier: complete, for whoever files or approves, or masked for others."""
    console, language = console_of(request), reading_language()
    view = await console.overview(request.path_params["batch"])
    shareable = text(form, "kind") == "shareable"
    if not shareable and not caller_of(request).sees_numbers:
        raise reserved(SEES_NUMBERS)
    with TemporaryDirectory(prefix="portal-") as folder:
        to = Path(folder) / f"evidence-{view.id}.zip"
        await console.assistant.dossiers.export(view.id, to, language, shareable=shareable, by=by(request))
        return download(await run_in_threadpool(to.read_bytes), to.name, "application/zip")


async def purge(request: Request, form: FormData) -> Response:
    """Remove what is older than so many days; first only say what that would be."""
    console, days = console_of(request), text(form, "days")
    if not days.isdecimal() or int(days) < FEWEST_DAYS:
        raise UsageError(words.PURGE_DAYS, cure=words.PURGE_DAYS_CURE)
    older, dry = timedelta(days=int(days)), text(form, "sure") != words.SURE
    outcome = await run_in_threadpool(
        lambda: console.assistant.dossiers.purge(older_than=older, by=by(request), dry_run=dry)
    )
    return await _page(request, outcome=outcome, days=days) if dry else go_to("/evidence")


PAGES = (
    ("GET", "/evidence", evidence),
    ("GET", "/evidence/key", key),
    ("POST", "/evidence/verify", posted(verify)),
    ("POST", "/evidence/received", posted(received, files=2)),
    ("POST", "/evidence/seal", posted(seal)),
    ("POST", "/evidence/purge", posted(purge)),
    ("GET", "/batches/{batch}/report", report),
    ("GET", "/batches/{batch}/report.pdf", report_pdf),
    ("POST", "/batches/{batch}/export", posted(export)),
)
