"""What `/api/` takes and gives, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0)."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.api.operations import values_schema
from bot.console.api.schemas import NUMBER, SCHEMAS, TEXT, YES_NO, Schema, paged, ref, several
from bot.console.pages.form import console_of
from bot.flow.models import Library

_REFUSALS = {
    "400": "It can't be done as it was asked.",
    "403": "No token, or a wrong one.",
    "404": "There is no such thing.",
    "409": "Not as things stand now.",
    "413": "What was sent is too large.",
    "422": "What was sent is of another form than is meant, or makes no sense.",
}


def _file(kind: str) -> Schema:
    return {kind: {"schema": {"type": "string", "format": "binary"}}}


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def _way(summary: str, status: str, answer: Schema, refusals: str = "403", **more: Any) -> dict[str, Any]:
    """One thing that can be asked for: its answer, and the statuses with which it may be refused."""
    responses: dict[str, Any] = {one: {"description": "It is done.", "content": answer} for one in status.split()}
    for one in refusals.split():
        responses[one] = {"description": _REFUSALS[one], "content": _json(ref("Error"))}
    return {"summary": summary, "responses": responses, **more}


def _in_path(*names: str) -> dict[str, Any]:
    return {"parameters": [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]}


def _in_query(**names: Schema) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": schema} for name, schema in names.items()]


_PAGES = {"page": {**NUMBER, "minimum": 1}, "size": {**NUMBER, "minimum": 1, "maximum": 1000}}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": TEXT,
    "description": "Handing over again with the same key gives the same roster: send it where an answer may get lost.",
}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _body(schema: Schema, *, required: bool = True) -> dict[str, Any]:
    return {"requestBody": {"required": required, "content": _json(schema)}}


def _case_to_hand_over(library: Library) -> Schema:
    """A case: for each operation, its own values."""
    return {
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "operation": {"const": flow.flow},
                    "account": {**TEXT, "description": "The employer's login, if there are several."},
                    "reference": {**TEXT, "description": "Your own name of the case: it comes back with it."},
                    "values": values_schema(flow),
                },
                "required": ["operation", "values"],
                "additionalProperties": False,
            }
            for flow in library.operations
        ]
    }


def _paths() -> dict[str, dict[str, Any]]:
    cases = {
        "type": "object",
        "properties": {"name": TEXT, "cases": {**several(ref("CaseToHandOver")), "minItems": 1}},
        "required": ["cases"],
        "additionalProperties": False,
    }
    start = {
        "type": "object",
        "properties": {
            "account": {**TEXT, "description": "Needed unless the cases name it."},
            "user": {**TEXT, "description": "If it is not the account's name."},
            "by": {**TEXT, "description": "Who is recorded as having started it."},
            "until": {"enum": ["review", "drafts"]},
            "four_eyes": YES_NO,
            "only_good_rows": {**YES_NO, "description": "Leave out the rows with an error."},
        },
        "additionalProperties": False,
    }
    binary = _file("application/octet-stream")
    batch, one = "/api/batches/{batch}", _in_path("batch")
    in_batch = "403 404"
    return {
        "/api/operations": {"get": _way("What can be asked for.", "200", _json(several(ref("Operation"))))},
        "/api/rosters": {
            "post": _way(
                "Hand over a spreadsheet, and see at once what is wrong with it.",
                *("201 200", _json(ref("Roster")), "400 403 409 413 422"),
                parameters=[*_in_query(name=TEXT), _KEY],
                requestBody={"required": True, "description": "The spreadsheet itself.", "content": binary},
            )
        },
        "/api/cases": {
            "post": _way(
                "Hand over cases, and see at once what is wrong with them.",
                *("201 200", _json(ref("Roster")), "400 403 409 413 422"),
                parameters=[_KEY],
                **_body(cases),
            )
        },
        "/api/rosters/{roster}": {
            "get": _way("What the check says.", "200", _json(ref("Roster")), "403 404 422", **_in_path("roster"))
        },
        "/api/rosters/{roster}/start": {
            "post": _way(
                "Make its drafts and read them back: it goes on behind the pages. 200 if it was started before.",
                *("202 200", _json(ref("Started")), "400 403 404 409 422"),
                **{**_in_path("roster"), **_body(start, required=False)},
            )
        },
        "/api/jobs/{job}": {"get": _way("How far a job is.", "200", _json(ref("Job")), in_batch, **_in_path("job"))},
        "/api/jobs/{job}/stop": {
            "post": _way("Stop at the next safe point.", "202", _json(ref("Job")), in_batch, **_in_path("job"))
        },
        "/api/batches": {
            "get": _way(
                "Batches, the newest first.",
                *("200", _json(paged(ref("Batch"))), "403 422"),
                parameters=_in_query(period=TEXT, account=TEXT, **_PAGES),
            )
        },
        batch: {"get": _way("One batch.", "200", _json(ref("Batch")), in_batch, **one)},
        f"{batch}/cases": {
            "get": _way(
                "Where its cases stand.",
                *("200", _json(paged(ref("Case"))), "403 404 422"),
                parameters=[*one["parameters"], *_in_query(state=TEXT, operation=TEXT, **_PAGES)],
            )
        },
        f"{batch}/cases/{{case}}": {
            "get": _way("One case.", "200", _json(ref("Case")), in_batch, **_in_path("batch", "case"))
        },
        f"{batch}/resume": {"post": _way("Go on with it.", "202", _json(ref("Job")), f"{in_batch} 409", **one)},
        f"{batch}/refresh": {
            "post": _way("Ask the portal what became of it.", "202", _json(ref("Job")), f"{in_batch} 409", **one)
        },
        f"{batch}/results": {
            "get": _way(
                "The spreadsheet with where each case stands.", "200", _file(_XLSX), f"{in_batch} 409", **one
            )
        },
        f"{batch}/evidence": {
            "get": _way("Whether it is as it was sealed.", "200", _json(ref("Verdict")), f"400 {in_batch}", **one)
        },
        f"{batch}/report": {
            "get": _way("The report, a page.", "200", {"text/html": {"schema": TEXT}}, f"400 {in_batch}", **one)
        },
        f"{batch}/export": {
            "post": _way(
                "The evidence as a zip, complete or masked for others.",
                *("200", _file("application/zip"), f"400 {in_batch}"),
                parameters=[*one["parameters"], *_in_query(masked=YES_NO)],
            )
        },
    }


def description(library: Library) -> dict[str, Any]:
    """The whole of it, with the operations of these flows, in the reading language."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Portal assistant",
            "version": "2",
            "description": "Hand cases or rosters over, start them, fetch what became of them. A program approves "
            "nothing: drafts are looked over by a person, in the console or by `portal approve`.",
        },
        "servers": [{"url": "/"}],
        "paths": _paths(),
        "components": {
            "schemas": {**SCHEMAS, "CaseToHandOver": _case_to_hand_over(library)},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


async def describe(request: Request) -> Response:
    """The description of all this."""
    return JSONResponse(description(console_of(request).assistant.library))


async def operations(request: Request) -> Response:
    """What can be asked for, with the values that each operation takes."""
    library = console_of(request).assistant.library
    told = [
        {"operation": one.flow, "title": str(one.title), "values": values_schema(one)} for one in library.operations
    ]
    return JSONResponse(told)


API = (
    ("GET", "/api/openapi.json", describe),
    ("GET", "/api/operations", operations),
)
