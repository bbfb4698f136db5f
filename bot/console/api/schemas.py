"""The forms of what a program is told, as JSON Schema: the names of OpenAPI's components."""

from __future__ import annotations

from typing import Any

from bot.evidence.findings import FindingKind
from bot.fields import Severity
from bot.filing.states import CaseState

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
YES_NO: Schema = {"type": "boolean"}
_TIME: Schema = {"type": ["string", "null"], "format": "date-time"}
_STATE: Schema = {"enum": [state.value for state in CaseState]}


def told(said: str, schema: Schema) -> Schema:
    """A schema with what it means."""
    return {**schema, "description": said}


def maybe(schema: Schema) -> Schema:
    """That, or nothing."""
    return {"anyOf": [schema, {"type": "null"}]}


def record(**properties: Schema) -> Schema:
    """An object with all of these, and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def several(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def ref(name: str) -> Schema:
    """A component."""
    return {"$ref": f"#/components/schemas/{name}"}


def paged(items: Schema) -> Schema:
    """A page of a list."""
    return record(total=NUMBER, page=NUMBER, pages=NUMBER, items=several(items))


SCHEMAS: dict[str, Schema] = {
    "Error": told(
        "What is wrong, and what to do about it, in the language of `Accept-Language`. `problems` says where.",
        record(error=TEXT, cure=TEXT, problems=several(record(at=TEXT, message=TEXT))),
    ),
    "Case": record(
        id=TEXT,
        operation=TEXT,
        sheet={"type": ["string", "null"]},
        row={"type": ["integer", "null"]},
        reference=told("The program's own name of the case.", TEXT),
        state=_STATE,
        number=told("The portal's own; empty before there is one.", TEXT),
        reason=TEXT,
        rule=TEXT,
        filed_at=_TIME,
        decided_at=_TIME,
        approved_by=TEXT,
    ),
    "Batch": record(
        id=TEXT,
        account=TEXT,
        period=told("Year and month: 2026-11.", TEXT),
        roster=TEXT,
        until={"enum": ["drafts", "review", "declare"]},
        four_eyes=YES_NO,
        started_by=TEXT,
        created_at={"type": "string", "format": "date-time"},
        purged_at=_TIME,
        stopped=told("Why its last run ended before its time, or empty.", TEXT),
        cases=NUMBER,
        states=told("How many cases are in each state.", {"type": "object", "additionalProperties": NUMBER}),
        waiting_for_approval=NUMBER,
    ),
    "Problem": record(
        rule=TEXT,
        severity={"enum": [one.value for one in Severity]},
        sheet=TEXT,
        row={"type": ["integer", "null"]},
        column=TEXT,
        input=told("The name of the input, as in the values of a case.", TEXT),
        reference=told("The program's own name of the case.", TEXT),
        message=TEXT,
        cure=TEXT,
        proposal=told("What may be meant instead; empty where that can't be told.", TEXT),
    ),
    "CaseToBe": record(
        id=told("Under which the case will be found in its batch.", TEXT),
        operation=TEXT,
        account=TEXT,
        sheet={"type": ["string", "null"]},
        row={"type": ["integer", "null"]},
        reference=TEXT,
    ),
    "Roster": record(
        id=TEXT,
        known=told("Whether it was handed over before, with the same Idempotency-Key.", YES_NO),
        rows=NUMBER,
        ready=told("Whether it can be started: nothing is an error.", YES_NO),
        cases=several(ref("CaseToBe")),
        problems=several(ref("Problem")),
    ),
    "Job": record(
        id=TEXT,
        ended=YES_NO,
        batches=several(TEXT),
        accounts=several(record(account=TEXT, batch=TEXT, phase=TEXT, done=NUMBER, total=NUMBER)),
        error=told("Why it could not be done, or empty.", TEXT),
        cure=TEXT,
    ),
    "Started": record(
        job=maybe(ref("Job")),
        known=told("Whether this was started before; nothing is filed twice.", YES_NO),
        batches=told("The batches that these cases are already.", several(TEXT)),
    ),
    "Verdict": record(
        intact=YES_NO,
        files=NUMBER,
        head=told("The digest of the last seal.", TEXT),
        seals=NUMBER,
        findings=several(record(kind={"enum": [one.value for one in FindingKind]}, path=TEXT, message=TEXT)),
    ),
    "Operation": record(operation=TEXT, title=TEXT, values=told("JSON Schema of the values.", {"type": "object"})),
}
