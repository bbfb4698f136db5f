"""What `/api/` takes and gives, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0)."""

from __future__ import annotations

from typing import Any

from bot.filing.states import CaseState

_TEXT = {"type": "string"}
_TIME = {"type": ["string", "null"], "format": "date-time"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answers(status: str, said: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        status: {"description": said, "content": {"application/json": {"schema": schema}}},
        "400": {
            "description": "What is wrong, and what to do about it.",
            "content": {"application/json": {"schema": _ref("Error")}},
        },
        "403": {"description": "No token, or a wrong one."},
    }


def _in_path(name: str) -> list[dict[str, Any]]:
    return [{"name": name, "in": "path", "required": True, "schema": _TEXT}]


_SCHEMAS: dict[str, Any] = {
    "Error": _object(error=_TEXT, cure=_TEXT),
    "Case": _object(
        id=_TEXT,
        operation=_TEXT,
        sheet={"type": ["string", "null"]},
        row={"type": ["integer", "null"]},
        state={"enum": [state.value for state in CaseState]},
        number={**_TEXT, "description": "The portal's own; empty before there is one."},
        reason=_TEXT,
        rule=_TEXT,
        filed_at=_TIME,
        decided_at=_TIME,
        approved_by=_TEXT,
    ),
    "Batch": _object(
        id=_TEXT,
        account=_TEXT,
        period={**_TEXT, "description": "Year and month: 2026-11."},
        roster=_TEXT,
        until={"enum": ["drafts", "review", "declare"]},
        started_by=_TEXT,
        created_at=_TIME,
        stopped={**_TEXT, "description": "Why its last run ended before its time, or empty."},
        waiting_for_approval=_list(_TEXT),
        cases=_list(_ref("Case")),
    ),
    "Problem": _object(
        rule=_TEXT,
        severity={"enum": ["error", "warning", "info"]},
        sheet=_TEXT,
        row={"type": ["integer", "null"]},
        column=_TEXT,
        message=_TEXT,
        cure=_TEXT,
    ),
    "Roster": _object(id=_TEXT, rows={"type": "integer"}, cases=_list(_TEXT), problems=_list(_ref("Problem"))),
    "Job": {
        **_object(job=_TEXT, ended={"type": "boolean"}, batches=_list(_TEXT)),
        "description": "With `error` and `cure` if it could not be done.",
    },
}
_ROSTER_BODY = {
    "required": True,
    "description": "The spreadsheet itself.",
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
}
_START_BODY = {
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "properties": {"account": _TEXT, "user": _TEXT, "by": _TEXT},
                "description": "The account is needed unless the roster names it; `by` is who is recorded.",
            }
        }
    }
}

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Portal assistant",
        "version": "1",
        "description": "Hand rosters over, start them, fetch what became of them. Nothing is declared by a program: "
        "drafts are approved by a person, in the console or by `portal approve`.",
    },
    "paths": {
        "/api/rosters": {
            "post": {
                "summary": "Hand over a roster, and see at once what is wrong with it.",
                "parameters": [
                    {"name": "name", "in": "query", "schema": _TEXT, "description": "The file's name: june.xlsx."}
                ],
                "requestBody": _ROSTER_BODY,
                "responses": _answers("201", "What the check says.", _ref("Roster")),
            }
        },
        "/api/rosters/{roster}/start": {
            "post": {
                "summary": "Make its drafts and read them back. A roster with errors is not started.",
                "parameters": _in_path("roster"),
                "requestBody": _START_BODY,
                "responses": _answers("202", "It goes on behind the pages.", _object(job=_TEXT)),
            }
        },
        "/api/jobs/{job}": {
            "get": {
                "summary": "How far a job is.",
                "parameters": _in_path("job"),
                "responses": _answers("200", "The job.", _ref("Job")),
            }
        },
        "/api/batches": {
            "get": {
                "summary": "All batches, the newest first.",
                "responses": _answers("200", "The batches.", _list(_ref("Batch"))),
            }
        },
        "/api/batches/{batch}": {
            "get": {
                "summary": "One batch, with where each of its cases stands.",
                "parameters": _in_path("batch"),
                "responses": _answers("200", "The batch.", _ref("Batch")),
            }
        },
    },
    "components": {
        "schemas": _SCHEMAS,
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    },
    "security": [{"token": []}],
}
