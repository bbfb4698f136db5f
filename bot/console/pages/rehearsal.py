"""What filing a case would do, told from the files; and a trial of it on the portal that saves nothing."""

from __future__ import annotations

from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import console_of, go_to, posted, text
from bot.console.rendering import page
from bot.console.sentences import Teller
from bot.errors import UsageError
from bot.redaction import mask_id
from bot.service.explaining import chosen
from bot.service.rehearsal_words import ENDINGS

GOOD = frozenset({"would_draft", "would_file", "done"})
OFFERED = 200
"""So many cases are offered in the list: any other one can be typed."""


async def explain(request: Request) -> Response:
    """What would be done for one case, step by step."""
    console, upload = console_of(request), request.path_params["upload"]
    checked = await run_in_threadpool(console.uploads.checked, upload)
    if not checked.cases:
        raise UsageError(words.NOTHING_READY, cure=words.STILL_WRONG_CURE)
    wanted = request.query_params.get("case", "").strip() or checked.cases[0].id
    account = request.query_params.get("account", "").strip()

    [told] = await run_in_threadpool(
        lambda: console.assistant.explain(checked, case=wanted, account=account or None)
    )
    library = console.assistant.library

    def teller(flow: str) -> Teller:
        return Teller(library.flows[flow], library)

    return page(
        request, "explain.html", teller=cache(teller), upload=upload, told=told, wanted=wanted,
        cases=checked.cases[:OFFERED],
        account=told.case.account or account, user=request.query_params.get("user", "").strip(),
        hidden=lambda said: str(said).replace(told.case.person, mask_id(told.case.person)),
    )  # fmt: skip


async def rehearse(request: Request, form: FormData) -> Response:
    """Try one case on the portal."""
    console, upload = console_of(request), request.path_params["upload"]
    checked = await run_in_threadpool(console.uploads.checked, upload)
    [case] = chosen(checked.cases, text(form, "case") or "?")
    account = case.account or text(form, "account")
    if not account:
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    job = await console.rehearse(upload, (account, text(form, "user")), case.id)
    return go_to(f"/new/{upload}/rehearsals/{job.id}")


async def rehearsed(request: Request) -> Response:
    """How far a trial is, and how it went."""
    found = console_of(request).works.jobs.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404)
    name = "rehearsed_now.html" if request.headers.get("hx-request") else "rehearsed.html"
    return page(
        request, name, job=found, upload=request.path_params["upload"], reports=found.result or (), endings=ENDINGS,
        good=GOOD,
    )  # fmt: skip


PAGES = (
    ("GET", "/new/{upload}/explain", explain),
    ("POST", "/new/{upload}/rehearse", posted(rehearse)),
    ("GET", "/new/{upload}/rehearsals/{job}", rehearsed),
)
