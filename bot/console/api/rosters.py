"""Handing over: a spreadsheet, or cases as JSON; and the start."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pydantic
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console import words
from bot.console.api.answers import Refused, job_data, refused, roster_data
from bot.console.api.requests import body_of
from bot.console.console import Console
from bot.console.pages.check import UNTIL
from bot.console.pages.form import console_of
from bot.errors import RosterError, UsageError
from bot.fields.cells import is_blank
from bot.flow.models import Flow, Library
from bot.roster.check import Checked
from bot.roster.handed_over import HandedOver, write_cases
from bot.service import RunOptions
from bot.service.known import known_cases
from bot.service.passwords import user_of
from bot.service.uploads import OtherContent
from bot.text import Text

MOST_CASES = 50_000
Scalar = pydantic.StrictBool | pydantic.StrictInt | pydantic.StrictFloat | pydantic.StrictStr | None


class CaseIn(pydantic.BaseModel):
    """One case: a person, and what is to be done."""

    model_config = pydantic.ConfigDict(extra="forbid")

    operation: str
    values: dict[str, Scalar | dict[str, Scalar]]
    account: str = ""
    reference: str = ""


class CasesIn(pydantic.BaseModel):
    """Cases that belong together."""

    model_config = pydantic.ConfigDict(extra="forbid")

    name: str = "cases"
    cases: list[CaseIn] = pydantic.Field(min_length=1, max_length=MOST_CASES)


class StartIn(pydantic.BaseModel):
    """How a roster is to be started."""

    model_config = pydantic.ConfigDict(extra="forbid")

    account: str = ""
    user: str = ""
    by: str = ""
    until: str = "review"
    four_eyes: bool = False
    only_good_rows: bool = False


async def hand_in(request: Request) -> Response:
    """Take a spreadsheet as the body of the request, and say at once what is wrong with it."""
    return await _taken(request, request.query_params.get("name", "roster.xlsx"), await request.body())


async def hand_over(request: Request) -> Response:
    """Take cases, and say at once what is wrong with them."""
    said = await body_of(request, CasesIn)
    library = console_of(request).assistant.library
    if wrong := _unknown(said, library):
        raise Refused(422, words.WRONG_CASES, cure=words.WRONG_CASES_CURE, problems=wrong)
    cases = [HandedOver(one.operation, one.account, one.reference, one.values) for one in said.cases]

    def written() -> bytes:
        with TemporaryDirectory(prefix="portal-") as folder:
            return write_cases(library, cases, Path(folder) / "cases.xlsx").read_bytes()

    return await _taken(request, f"{said.name}.xlsx", await run_in_threadpool(written))


def _unknown(said: CasesIn, library: Library) -> list[dict[str, str]]:
    """What no spreadsheet could say: operations and inputs that there are not, cases without any value."""
    parts = {flow.flow: _parts(flow) for flow in library.operations}
    wrong = []
    for number, one in enumerate(said.cases):
        if one.operation in parts:
            found = _unknown_values(one, parts[one.operation])
        else:
            found = {"operation": words.NO_SUCH_OPERATION.format(known=", ".join(parts))}
        wrong += [{"at": f"cases/{number}/{at}", "message": str(message)} for at, message in found.items()]
    return wrong


def _parts(flow: Flow) -> dict[str, set[str]]:
    """The inputs that a person fills in, each with the parts that it has."""
    keys = {name: {column.key for column in field.columns()} for name, field in flow.inputs.items()}
    return {name: found for name, found in keys.items() if found}


def _unknown_values(case: CaseIn, parts: Mapping[str, Collection[str]]) -> dict[str, Text]:
    """What is wrong with the names of a case's values, by their places. `parts` are those of each input."""
    if all(is_blank(value) or value == {} for value in case.values.values()):
        return {"values": words.NO_VALUES}
    found = {}
    for name, value in case.values.items():
        if name not in parts:
            found[f"values/{name}"] = words.NO_SUCH_INPUT.format(known=", ".join(parts))
        elif isinstance(value, dict) and not value.keys() <= set(parts[name]) - {""}:
            found[f"values/{name}"] = words.NO_SUCH_PART
    return found


async def _taken(request: Request, name: str, content: bytes) -> Response:
    console, key = console_of(request), request.headers.get("idempotency-key", "")
    if not content:
        raise Refused(400, words.NO_FILE, cure=words.NO_BODY_CURE)
    said = await request.body()
    try:
        upload, known = await run_in_threadpool(lambda: console.uploads.take_once(name, content, key, said=said))
    except OtherContent as error:
        raise refused(409, error) from error
    checked = await _checked(console, upload)
    return JSONResponse(roster_data(upload, checked, known=known), 200 if known else 201)


async def roster(request: Request) -> Response:
    """What the check says of a roster now."""
    upload = request.path_params["roster"]
    return JSONResponse(roster_data(upload, await _checked(console_of(request), upload), known=True))


async def _checked(console: Console, upload: str) -> Checked:
    try:
        return await run_in_threadpool(console.uploads.checked, upload)
    except RosterError as error:
        raise refused(422, error) from error
    except UsageError as error:
        raise refused(404, error) from error


async def start(request: Request) -> Response:
    """Begin to file a roster, up to where a person has to look the drafts over. What goes on already is said so."""
    console, upload = console_of(request), request.path_params["roster"]
    said = await body_of(request, StartIn)
    if (job := console.filing_of(upload)) is not None:
        return JSONResponse({"job": job_data(job), "known": True, "batches": list(job.batches)}, 200)
    if filed := await run_in_threadpool(_filed, console, upload):
        return JSONResponse({"job": None, "known": True, "batches": filed}, 200)
    checked = await _checked(console, upload)
    wanted = _wanted(checked, said)
    options = RunOptions(until=UNTIL[said.until], four_eyes=said.four_eyes, by=said.by or console.by)
    before = await run_in_threadpool(_known, console, checked, wanted)
    job = await console.file(upload, wanted, options)
    return JSONResponse({"job": job_data(job), "known": bool(before), "batches": before}, 202)


def _wanted(checked: Checked, said: StartIn) -> dict[str, str]:
    """The accounts to file for, each with its user. Raises Refused (409, 422)."""
    if said.until not in UNTIL:
        problem = {"at": "until", "message": ", ".join(UNTIL)}
        raise Refused(422, words.OTHER_JSON, cure=words.NO_JSON_CURE, problems=[problem])
    if (checked.errors and not said.only_good_rows) or not checked.cases:
        raise Refused(409, words.STILL_WRONG, cure=words.STILL_WRONG_API_CURE)
    named = list(dict.fromkeys(case.account for case in checked.cases if case.account))
    wanted = dict.fromkeys(named, "") if named else {said.account: said.user}
    if not all(wanted):
        raise Refused(422, words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    return wanted


def _known(console: Console, checked: Checked, wanted: dict[str, str]) -> list[str]:
    """The batches that are these cases already."""
    found = []
    for account, user in wanted.items():
        cases = [case for case in checked.cases if (case.account or account) == account]
        if cases:
            found.append(known_cases(console.assistant, cases, account, user_of(account, user, os.environ)).batch)
    return [one for one in found if one]


def _filed(console: Console, upload: str) -> list[str]:
    """The batches of an upload that was filed, and removed."""
    if console.uploads.is_there(upload):
        return []
    return [view.id for view in console.assistant.batches() if console.uploads.is_of(upload, view.results)]


API = (
    ("POST", "/api/rosters", hand_in),
    ("POST", "/api/cases", hand_over),
    ("GET", "/api/rosters/{roster}", roster),
    ("POST", "/api/rosters/{roster}/start", start),
)
