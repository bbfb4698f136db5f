"""Saving a form to the drafts: what is missing, what is refused, what is asked back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mock_portal.clock import elapsed
from mock_portal.divisions import within
from mock_portal.forms import CHOICES, DIVISIONS, FormField, Operation, complaints
from mock_portal.items import find_draft, insert_item, pending, update_item
from mock_portal.people import arrears_of, look_up, refusal_of
from mock_portal.portal import Portal
from mock_portal.store import read_setting


@dataclass(frozen=True)
class Answer:
    """What the portal says. A question names the form value that a Yes re-posts as 1."""

    kind: Literal["saved", "missing", "refused", "question"]
    text: str
    question: str = ""


class Refused(Exception):
    """The portal will not save this; the message is its sentence, `rule` the key of it."""

    def __init__(self, text: str, rule: str) -> None:
        super().__init__(text)
        self.rule = rule


class Asked(Exception):
    """The portal asks before it saves; Yes posts the form again with `question` = 1."""

    def __init__(self, text: str, question: str) -> None:
        super().__init__(text)
        self.question = question


def save(portal: Portal, db: sqlite3.Connection, account: str, operation: Operation, form: Mapping[str, str]) -> Answer:
    """Check the form and store a draft, or change the draft `no`; whatever comes of it is logged."""
    fields = portal.fields_of(operation)
    entries = {one.key: form.get(one.name, "").strip() for one in fields}
    entries["id_number"] = number = entries["id_number"].upper()
    no = form.get("no", "")
    try:
        if missing := _missing(portal, db, operation, fields, entries):
            labels = ", ".join(portal.say(key) for key in missing)
            raise Refused(portal.say("missing", labels=labels), "missing")
        _check(portal, db, account, operation, entries, no)
        if "wage" in entries:
            entries["wage"] = _wage(portal, db, entries["wage"], confirmed=form.get("wage_limit") == "1")
        number_given = _store(portal, db, account, operation, entries, no)
    except Refused as refused:
        portal.log(db, "refused", account, number, type=operation.code, rule=refused.rule)
        return Answer("missing" if refused.rule == "missing" else "refused", str(refused))
    except Asked as asked:
        portal.log(db, "asked", account, number, type=operation.code, question=asked.question)
        return Answer("question", str(asked), asked.question)
    portal.log(db, "saved", account, number, type=operation.code, no=number_given)
    return Answer("saved", portal.say("saved"))


def _missing(
    portal: Portal,
    db: sqlite3.Connection,
    operation: Operation,
    fields: tuple[FormField, ...],
    entries: Mapping[str, str],
) -> list[str]:
    """Keys of the required fields that are empty, in the order of the form."""
    required = {one.key for one in fields if one.required}
    if entries.get("migrant_insurance") == "yes":
        required |= {"province", *_divided(entries, "province", "city"), *_divided(entries, "city", "county")}
    if operation.key == "renew" and _payable(portal, db, entries["id_number"]):
        required.add("arrears")
    return [one.key for one in fields if one.key in required and not entries[one.key]]


def _divided(entries: Mapping[str, str], above: str, below: str) -> set[str]:
    """The key `below`, if what is chosen `above` is divided further."""
    return {below} if entries.get(above) and within(entries[above]) else set()


def _payable(portal: Portal, db: sqlite3.Connection, number: str) -> tuple[str, ...]:
    found = look_up(db, "renew", "", number)
    return arrears_of(found[0]["last_paid"], portal.clock.month()).payable if found else ()


def _check(
    portal: Portal,
    db: sqlite3.Connection,
    account: str,
    operation: Operation,
    entries: Mapping[str, str],
    no: str,
) -> None:
    """Refused if the portal cannot take this."""
    say = portal.say
    if closed := portal.closed("save"):
        raise Refused(closed, "closed")
    if no and find_draft(db, account, no) is None:
        raise Refused(say("refused_gone"), "gone")
    if unlisted := _unlisted(operation, entries):
        raise Refused(say("refused_choice_server", label=say(unlisted)), "choice")
    number = entries["id_number"]
    if set(pending(db, account, operation.code, number)) - {no}:
        raise Refused(say("refused_pending"), "pending")
    if rule := refusal_of(db, operation.key, account, number):
        raise Refused(say(f"refused_{rule}"), rule)
    if entries.get("migrant_insurance") == "yes" and entries.get("migrant") != "yes":
        raise Refused(say("refused_migrant_insurance"), "migrant_insurance")
    if entries.get("arrears") == "yes" and not _payable(portal, db, number):
        raise Refused(say("refused_arrears"), "arrears")


def _unlisted(operation: Operation, entries: Mapping[str, str]) -> str:
    """The key of a field whose value is not in its list, or ""."""
    parent = ""
    for one in operation.fields:
        value = entries.get(one.key, "")
        if one.key in DIVISIONS:
            if value and value not in {division.code for division in within(parent)}:
                return one.key
            parent = value or "none"
        elif one.kind == "combo" and value and value not in CHOICES[one.choices]:
            return one.key
    return ""


def _wage(portal: Portal, db: sqlite3.Connection, wage: str, *, confirmed: bool) -> str:
    """The wage as it is stored: within the limits, or as typed if it is no number."""
    if not wage.isdecimal():
        return wage
    floor, cap = read_setting(db, "base_floor"), read_setting(db, "base_cap")
    limit = min(max(int(wage), floor), cap)
    if limit == int(wage):
        return wage
    if read_setting(db, "wage_policy") == "reject":
        raise Refused(portal.say("refused_wage", floor=floor, cap=cap), "wage")
    if not confirmed:
        raise Asked(portal.say("wage_question", wage=wage, limit=limit), "wage_limit")
    return str(limit)


def _store(
    portal: Portal,
    db: sqlite3.Connection,
    account: str,
    operation: Operation,
    entries: dict[str, str],
    no: str,
) -> str:
    if operation.key == "interrupt":
        entries["name"] = look_up(db, "interrupt", account, entries["id_number"])[0]["name"]
    ready = not complaints(operation, entries)
    now = portal.clock.stamp()
    if no:
        return _restore(db, no, entries, ready=ready, now=now)
    return insert_item(
        db,
        account=account,
        type=operation.code,
        stage="draft",
        ready=ready,
        period=portal.clock.month(),
        entries=entries,
        entered_at=now,
        changed=elapsed(),
    )


def _restore(db: sqlite3.Connection, no: str, entries: Mapping[str, str], *, ready: bool, now: str) -> str:
    update_item(
        db,
        no,
        entries=json.dumps(dict(entries), ensure_ascii=False),
        id_number=entries["id_number"],
        ready=ready,
        entered_at=now,
        changed=elapsed(),
    )
    return no
