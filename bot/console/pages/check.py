"""A spreadsheet that was handed in: all that is wrong with it, cells put right on the page, and the start."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.console import Console
from bot.console.pages.form import by, console_of, go_to, manner, posted, text, texts
from bot.console.pages.new import XLSX, download
from bot.console.rendering import page
from bot.console.troubles import Looked, Wanted, next_after, shares, told
from bot.errors import RosterError, UsageError
from bot.fields import Severity
from bot.filing.progress import Until
from bot.roster.check import Checked
from bot.roster.model import Place
from bot.service import RunOptions
from bot.service.known import KnownCases, known_cases
from bot.service.passwords import user_of

UNTIL: Mapping[str, Until] = {"review": "review", "drafts": "drafts"}
"""How far a page can begin to go: what is declared is approved first, on the review page."""


async def look(request: Request) -> Response:
    """A spreadsheet with all that is wrong with it."""
    console, upload = console_of(request), request.path_params["upload"]
    roster = await run_in_threadpool(console.uploads.roster, upload)
    try:
        checked = await run_in_threadpool(console.uploads.checked, upload)
    except RosterError as error:
        operations = list(console.assistant.library.operations)
        return page(request, "new.html", 400, operations=operations, error=error)
    known = await console.known_accounts()
    account, user = known[0] if known else ("", "")
    looked = await _looked(request, console, checked, _wanted(request.query_params), (account, user))
    return page(
        request, "check.html", roster=roster.name, known=known, accounts=_named(checked), account=account, user=user,
        **looked,
    )  # fmt: skip


async def listed(request: Request) -> Response:
    """The problems that are looked for."""
    console = console_of(request)
    checked = await run_in_threadpool(console.uploads.checked, request.path_params["upload"])
    return page(request, "check_list.html", **_list(request, console, checked, _wanted(request.query_params)))


async def plan(request: Request) -> Response:
    """What would be filed, and what of it is known already."""
    console, query = console_of(request), request.query_params
    checked = await run_in_threadpool(console.uploads.checked, request.path_params["upload"])
    account = query.get("account", "").strip(), query.get("user", "").strip()
    return page(request, "check_plan.html", **await _plan(console, checked, account))


async def mend(request: Request, form: FormData) -> Response:
    """Put a cell right; the problems that are left, with the next one to go to."""
    console, upload = console_of(request), request.path_params["upload"]
    place = _place(text(form, "cell"))
    wanted = _wanted({name: text(form, name) for name in ("show", "sheet", "q", "page")})
    value = text(form, "take") or text(form, "value")
    await run_in_threadpool(console.uploads.correct, upload, place, value)
    if not request.headers.get("hx-request"):
        return go_to(f"/new/{upload}?{urlencode(wanted.query())}#problems")
    checked = await run_in_threadpool(console.uploads.checked, upload)
    looked = await _looked(request, console, checked, wanted, (text(form, "account"), text(form, "user")))
    looked["next"] = next_after(looked["listed"].rows, place)
    return page(request, "check_mended.html", **looked, saved=f"{place[2]}{place[1]}")


async def start(request: Request, form: FormData) -> Response:
    """Begin to file."""
    console, upload = console_of(request), request.path_params["upload"]
    checked = await run_in_threadpool(console.uploads.checked, upload)
    named = _named(checked)
    wanted = dict.fromkeys(named, "") if named else {text(form, "account"): text(form, "user")}
    if not all(wanted) or not wanted:
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    if checked.errors and not text(form, "anyway"):
        raise UsageError(words.STILL_WRONG, cure=words.STILL_WRONG_CURE)
    if checked.warnings and not text(form, "looked"):
        raise UsageError(words.STILL_WARNED, cure=words.STILL_WARNED_CURE)
    until = UNTIL.get(text(form, "until"), "review")
    options = RunOptions(until=until, four_eyes=bool(texts(form, "four_eyes")), by=by(request), **manner(form))
    job = await console.file(upload, wanted, options)
    return go_to(f"/jobs/{job.id}")


async def corrected(request: Request) -> Response:
    """The clerk's own spreadsheet, with what was put right."""
    path = await run_in_threadpool(console_of(request).uploads.ready, request.path_params["upload"])
    kind = XLSX if path.suffix == ".xlsx" else "application/octet-stream"
    return download(await run_in_threadpool(path.read_bytes), path.name, kind)


async def marked(request: Request) -> Response:
    """A copy of the spreadsheet in which the wrong cells are marked and explained."""
    console, upload = console_of(request), request.path_params["upload"]
    roster = await run_in_threadpool(console.uploads.roster, upload)
    return download(await run_in_threadpool(console.uploads.marked, upload), f"{roster.stem} {words.MARKED}.xlsx", XLSX)


async def _looked(
    request: Request, console: Console, checked: Checked, wanted: Wanted, account: tuple[str, str]
) -> dict[str, Any]:
    """All that the page shows of a checked spreadsheet, for an account and its user."""
    return {**_list(request, console, checked, wanted), **await _plan(console, checked, account)}


def _list(request: Request, console: Console, checked: Checked, wanted: Wanted) -> dict[str, Any]:
    looked = Looked(checked, console.assistant.library.operations)
    return {
        "upload": request.path_params["upload"],
        "checked": checked,
        "looked": looked,
        "listed": looked.listed(wanted),
        "wanted": wanted,
        "told": told,
        "next": "",
        "swapped": False,
    }


async def _plan(console: Console, checked: Checked, account: tuple[str, str]) -> dict[str, Any]:
    name, user = account
    accounts = dict.fromkeys(_named(checked), "") or ({name: user} if name else {})

    def asked() -> list[KnownCases]:
        cases = {one: [case for case in checked.cases if (case.account or name) == one] for one in accounts}
        users = {one: user_of(one, said, os.environ) for one, said in accounts.items()}
        return [known_cases(console.assistant, cases[one], one, users[one]) for one in accounts if cases[one]]

    before = await run_in_threadpool(asked)
    return {"checked": checked, "shares": shares(checked), "before": before, "swapped": False}


def _named(checked: Checked) -> list[str]:
    """The accounts that the rows name."""
    return list(dict.fromkeys(case.account for case in checked.cases if case.account))


def _wanted(query: Mapping[str, str]) -> Wanted:
    show, page_number = query.get("show", ""), query.get("page", "")
    return Wanted(
        show if show in {one.value for one in Severity} else "",
        query.get("sheet", ""),
        query.get("q", ""),
        int(page_number) if page_number.isdecimal() and len(page_number) < 7 else 1,
    )


def _place(said: str) -> Place:
    """The cell that a form is about. Raises UsageError if that is none."""
    try:
        sheet, row, column = json.loads(said)
    except (ValueError, TypeError):
        sheet = row = column = None
    if isinstance(sheet, str) and isinstance(row, int) and isinstance(column, str) and column.isalpha():
        return sheet, row, column.upper()
    raise UsageError(words.NO_CELL, cure=words.NO_CELL_CURE)


PAGES = (
    ("GET", "/new/{upload}", look),
    ("GET", "/new/{upload}/list", listed),
    ("GET", "/new/{upload}/plan", plan),
    ("GET", "/new/{upload}/roster", corrected),
    ("GET", "/new/{upload}/marked", marked),
    ("POST", "/new/{upload}/cell", posted(mend)),
    ("POST", "/new/{upload}/start", posted(start)),
)
