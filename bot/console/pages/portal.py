"""The portal: passwords in the keyring, what has changed there, and its flows to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import console_of, go_to, note, posted, text
from bot.console.rendering import page
from bot.console.sentences import sentences
from bot.console.work import Job
from bot.drift.report import DriftReport
from bot.errors import LoginRefused, UsageError
from bot.filing.identity import origin_of
from bot.filing.progress import Watching
from bot.redaction import redactor
from bot.service import DriftOptions
from bot.service.access_log import Access
from bot.service.passwords import forget_password, keep_password, kept_password, keyring_name


@dataclass(frozen=True)
class Known:
    """An account that was filed for before, and what there is to say of it."""

    name: str
    user: str
    is_kept: bool
    """Whether its password is in the keyring."""
    tried: Job | None


async def portal(request: Request) -> Response:
    """Accounts and passwords, whether they are good, and the look for what changed."""
    console = console_of(request)
    origin = origin_of(console.assistant.url)
    accounts = await console.known_accounts()
    known = [
        Known(name, user, await run_in_threadpool(kept_password, origin, user) is not None, console.tries.get(name))
        for name, user in accounts
    ]
    walk = console.walks[-1] if console.walks else None
    return page(
        request,
        "portal.html",
        portal=console.assistant.library.portal,
        url=console.assistant.url,
        keyring=await run_in_threadpool(keyring_name),
        known=known,
        walk=walk,
        drift=walk.result if walk else None,
    )


async def keep(request: Request, form: FormData) -> Response:
    """Keep a password in the keyring, or forget it."""
    console = console_of(request)
    origin, user = origin_of(console.assistant.url), text(form, "user")
    if not user:
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    if text(form, "do") == "forget":
        if await run_in_threadpool(forget_password, origin, user):
            note(request, Access.PORTAL_PASSWORD_FORGOTTEN, f"{user} {origin}")
        return go_to("/portal")
    typed = form.get("password")
    if not isinstance(typed, str) or not typed:
        raise UsageError(words.NO_PASSWORD)
    redactor.secret(typed)
    await run_in_threadpool(keep_password, origin, user, SecretStr(typed))
    note(request, Access.PORTAL_PASSWORD_KEPT, f"{user} {origin}")
    return go_to("/portal")


async def try_account(request: Request, form: FormData) -> Response:
    """Log in and out: is the portal there, and is the password good?"""
    console, name = console_of(request), _account(form)

    async def work(watching: Watching) -> datetime:
        account = await console.signed_in(name, text(form, "user"), watching.person(name), console.assistant.url)
        try:
            await console.assistant.try_account(account, watching)
        except LoginRefused:
            console.unlearn(account, console.assistant.url)
            raise
        return console.assistant.now()

    console.tries[name] = console.works.start(words.TRYING.format(account=name), [name], work)
    return go_to("/portal")


async def drift(request: Request, form: FormData) -> Response:
    """Walk through the portal, read-only, and say what changed."""
    return _walk(request, form, DriftOptions())


async def settle(request: Request, form: FormData) -> Response:
    """Walk through the portal, and accept it as it is now, or write down how portal.yaml could follow."""
    propose = text(form, "do") == "propose"
    return _walk(request, form, DriftOptions(accept=not propose, propose=propose))


def _walk(request: Request, form: FormData, options: DriftOptions) -> Response:
    console, name = console_of(request), _account(form)

    async def work(watching: Watching) -> DriftReport:
        account = await console.signed_in(name, text(form, "user"), watching.person(name), console.assistant.url)
        return await console.assistant.drift(account, options, watching)

    console.walks.append(console.works.start(words.LOOKING_FOR_DRIFT, [name], work))
    return go_to("/portal")


def _account(form: FormData) -> str:
    if not (name := text(form, "account")):
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    return name


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
    library = console_of(request).assistant.library
    stages = [(stage, list(sentences(found, stage.steps, library))) for stage in found.all_stages]
    return page(request, "flow.html", flow=found, stages=stages, source=source)


PAGES = (
    ("GET", "/portal", portal),
    ("POST", "/portal/password", posted(keep)),
    ("POST", "/portal/try", posted(try_account)),
    ("POST", "/portal/drift", posted(drift)),
    ("POST", "/portal/drift/settle", posted(settle)),
    ("GET", "/flows", flows),
    ("GET", "/flows/{flow}", flow),
)
