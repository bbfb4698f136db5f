"""The portal: passwords in the keyring, what has changed there, and its flows to read."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import console_of, go_to, posted, text
from bot.console.rendering import page
from bot.console.sentences import sentences
from bot.drift.report import DriftReport
from bot.errors import UsageError
from bot.filing.identity import origin_of
from bot.filing.progress import Watching
from bot.redaction import redactor
from bot.service import DriftOptions
from bot.service.passwords import forget_password, keep_password, kept_password, keyring_name


async def portal(request: Request) -> Response:
    """Accounts and passwords, and the look for what changed."""
    console = console_of(request)
    origin = origin_of(console.assistant.url)
    known = await console.known_accounts()
    kept = {user: await run_in_threadpool(kept_password, origin, user) is not None for _, user in known}
    looks = [job for job in console.works.jobs.values() if isinstance(job.result, DriftReport)]
    return page(
        request,
        "portal.html",
        portal=console.assistant.library.portal,
        url=console.assistant.url,
        keyring=await run_in_threadpool(keyring_name),
        known=known,
        kept=kept,
        drift=looks[-1].result if looks else None,
        looking=next((job for job in console.works.under_way if job.title == words.LOOKING_FOR_DRIFT), None),
    )


async def keep(request: Request, form: FormData) -> Response:
    """Keep a password in the keyring, or forget it."""
    console = console_of(request)
    origin, user = origin_of(console.assistant.url), text(form, "user")
    if not user:
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    if text(form, "do") == "forget":
        await run_in_threadpool(forget_password, origin, user)
        return go_to("/portal")
    typed = form.get("password")
    if not isinstance(typed, str) or not typed:
        raise UsageError(words.NO_PASSWORD)
    redactor.secret(typed)
    await run_in_threadpool(keep_password, origin, user, SecretStr(typed))
    return go_to("/portal")


async def drift(request: Request, form: FormData) -> Response:
    """Walk through the portal, read-only, and say what changed."""
    console = console_of(request)
    name = text(form, "account")
    if not name:
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)

    async def work(watching: Watching) -> DriftReport:
        account = await console.signed_in(name, "", watching.person(name), console.assistant.url)
        return await console.assistant.drift(account, DriftOptions(), watching)

    console.works.start(words.LOOKING_FOR_DRIFT, [name], work)
    return go_to("/portal")


async def flows(request: Request) -> Response:
    """The portal's flows."""
    library = console_of(request).assistant.library
    own = {flow.flow for flow in library.operations}
    rest = [flow for name, flow in library.flows.items() if name not in own]
    return page(request, "flows.html", operations=list(library.operations), rest=rest)


async def flow(request: Request) -> Response:
    """A flow, stage by stage, and its source."""
    found = console_of(request).assistant.library.flows.get(request.path_params["flow"])
    if found is None:
        raise HTTPException(404)
    folder = console_of(request).assistant.flows
    source = await run_in_threadpool((folder / Path(found.file).name).read_text, encoding="utf-8")
    known = console_of(request).assistant.library.flows
    stages = [(stage, list(sentences(stage.steps, known))) for stage in found.all_stages]
    return page(request, "flow.html", flow=found, stages=stages, source=source)


PAGES = (
    ("GET", "/portal", portal),
    ("POST", "/portal/password", posted(keep)),
    ("POST", "/portal/drift", posted(drift)),
    ("GET", "/flows", flows),
    ("GET", "/flows/{flow}", flow),
)
