"""The forms of the three operations: the page, the look-up, the dependent lists, saving."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from mock_portal.divisions import within
from mock_portal.forms import CHOICES, OPERATIONS, FormField, Operation, shown_value
from mock_portal.items import find_draft
from mock_portal.people import arrears_of, look_up
from mock_portal.portal import Portal
from mock_portal.saving import save
from mock_portal.web import answer, for_account, form_of, page

Options = list[tuple[str, str]]
FORM_WORDS = ("choose_person", "choose_person_note", "arrears_notice", "name", "registered_at", "status")


async def show_form(request: Request, portal: Portal, account: str) -> Response:
    """An empty form, or with ?no= the draft of that number."""
    operation = OPERATIONS[request.path_params["key"]]
    no = request.query_params.get("no", "")
    draft = find_draft(portal.store.db, account, no) if no else None
    entries: dict[str, str] = json.loads(draft["entries"]) if draft else {}
    return page(
        portal,
        "form.html",
        operation=operation,
        no=no,
        rows=[_row(portal, field, entries) for field in portal.fields_of(operation)],
        button_first=bool(portal.faults.shown("move_button")),
        options=_all_options(portal, operation, entries),
        words=portal.say.some(*FORM_WORDS),
    )


def _row(portal: Portal, field: FormField, entries: Mapping[str, str]) -> dict[str, Any]:
    value = entries.get(field.key, "")
    return {
        "field": field,
        "label": portal.say(field.key),
        "value": value,
        "shown": shown_value(field, value, portal.say),
        "enabled": field.enabled or bool(value),
    }


def _all_options(portal: Portal, operation: Operation, entries: Mapping[str, str]) -> dict[str, Options]:
    """The lists of the form's combos by input name; cities and counties follow what is chosen above them."""
    parents = {"province": "", "city": entries.get("province", ""), "county": entries.get("city", "")}
    options: dict[str, Options] = {}
    for field in operation.fields:
        if field.choices == "division":
            parent = parents[field.key]
            listed = within(parent) if parent or field.key == "province" else ()
            options[field.name] = [(one.code, one.name) for one in listed]
        elif field.kind == "combo":
            options[field.name] = [(key, portal.say(key)) for key in CHOICES[field.choices]]
    return options


async def find_person(request: Request, portal: Portal, account: str) -> Response:
    """What the person look-up found: a list of records, or the portal's error when there is none."""
    operation = OPERATIONS[request.path_params["key"]]
    number = (await form_of(request)).get(operation.field("id_number").name, "").strip().upper()
    with portal.store.transaction() as db:
        found = [_record(portal, operation, row) for row in look_up(db, operation.key, account, number)]
        if portal.faults.take("several_hits", number):
            found = _several(operation, found)
        portal.log(db, "lookup", account, number, type=operation.code, hits=len(found))
    missing = "" if found or operation.key == "add" else portal.say(f"no_hit_{operation.key}")
    return answer(kind="found", records=found, error=missing)


def _record(portal: Portal, operation: Operation, row: sqlite3.Row) -> dict[str, Any]:
    """One record as the form takes it: values by input name, the texts of its combos, the arrears notice."""
    values = {"name": row["name"]}
    if operation.key != "interrupt" and row["household"]:
        values["household"] = f"household_{row['household']}"
    fields = {key: operation.field(key) for key in values}
    record: dict[str, Any] = {
        "values": {field.name: values[key] for key, field in fields.items()},
        "shown": {field.name: shown_value(field, values[key], portal.say) for key, field in fields.items()},
        "account": row["account"] or "",
        "status": portal.say(f"status_{row['status']}"),
    }
    if operation.key == "renew":
        arrears = arrears_of(row["last_paid"], portal.clock.month())
        record |= {"notice": arrears.notice(portal.say), "unlock": bool(arrears.payable)}
    return record


def _several(operation: Operation, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records with a namesake beside them, as after a person was registered twice."""
    name = operation.field("name").name
    first: dict[str, Any] = (
        found[0] if found else {"values": {name: "测试人员"}, "shown": {}, "account": "", "status": ""}
    )
    twin = {**first, "values": {**first["values"], name: first["values"][name] + "（旧）"}}
    return [*(found or [first]), twin]


async def list_divisions(request: Request, portal: Portal, account: str) -> Response:
    """The cities of a province or the counties of a city, for ?within= its code."""
    parent = request.query_params.get("within", "")
    return answer(kind="list", options=[(one.code, one.name) for one in within(parent)] if parent else [])


async def save_form(request: Request, portal: Portal, account: str) -> Response:
    operation = OPERATIONS[request.path_params["key"]]
    form = await form_of(request)
    with portal.store.transaction() as db:
        result = save(portal, db, account, operation, form)
    return answer(kind=result.kind, text=result.text, question=result.question)


form_page = for_account(show_form)
lookup = for_account(find_person)
divisions = for_account(list_divisions)
save_draft = for_account(save_form)
