"""What filing a case would do, told from the files; and a trial of it, or of all, that saves nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.cases import name_of
from bot.console.pages.files import PICTURES, image, numbered
from bot.console.pages.form import console_of, go_to, posted, text
from bot.console.rendering import page, part
from bot.console.sentences import Teller
from bot.console.work import Job
from bot.errors import UsageError
from bot.flow.case import Case
from bot.redaction import mask_id
from bot.service.explaining import chosen
from bot.service.rehearsal import TROUBLE
from bot.service.rehearsal_words import ENDINGS

if TYPE_CHECKING:
    from bot.service.rehearsal import RehearsalReport

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
        cases=checked.cases[:OFFERED], many=len(checked.cases),
        account=told.case.account or account, user=request.query_params.get("user", "").strip(),
        hidden=lambda said: hidden(said, told.case),
    )  # fmt: skip


def hidden(said: object, case: Case) -> str:
    """What is said of a case, with the person's number masked."""
    return str(said).replace(case.person, mask_id(case.person))


async def rehearse(request: Request, form: FormData) -> Response:
    """Try one case on the portal, or all of them."""
    console, upload = console_of(request), request.path_params["upload"]
    checked = await run_in_threadpool(console.uploads.checked, upload)
    wanted = None if text(form, "all") else text(form, "case") or "?"
    accounts = dict.fromkeys(case.account or text(form, "account") for case in chosen(checked.cases, wanted))
    if not all(accounts):
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    users = {name: text(form, "user") if name == text(form, "account") else "" for name in accounts}
    job = await console.rehearse(upload, users, wanted)
    return go_to(f"/new/{upload}/rehearsals/{job.id}")


async def rehearsed(request: Request) -> Response:
    """How far a trial is, and how it went."""
    found, reports = _trial(request)
    show, name = (part, "rehearsed_now.html") if request.headers.get("hx-request") else (page, "rehearsed.html")
    cases = [one for report in reports for one in report.cases]
    return show(
        request, name, job=found, upload=request.path_params["upload"], reports=reports, endings=ENDINGS, bad=TROUBLE,
        tallies=Counter(one.ending for one in cases), numbers={path: at for at, path in enumerate(_pictures(reports))},
        act_of=console_of(request).act_of, name_of=name_of, hidden=hidden,
    )  # fmt: skip


async def picture(request: Request) -> Response:
    """A picture of a trial."""
    _, reports = _trial(request)
    return await image(numbered(request, _pictures(reports)))


def _trial(request: Request) -> tuple[Job, Sequence[RehearsalReport]]:
    found = console_of(request).trials.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404)
    return found, found.result or ()


def _pictures(reports: Sequence[RehearsalReport]) -> list[Path]:
    kept = [path for report in reports for one in report.cases for path in one.pictures]
    return [path for path in kept if path.suffix in PICTURES]  # a diagnosis lies beside the picture of a failure


PAGES = (
    ("GET", "/new/{upload}/explain", explain),
    ("POST", "/new/{upload}/rehearse", posted(rehearse)),
    ("GET", "/new/{upload}/rehearsals/{job}", rehearsed),
    ("GET", "/new/{upload}/rehearsals/{job}/pictures/{number}", picture),
)
