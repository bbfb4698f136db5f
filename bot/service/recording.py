"""The record of a batch, out of its journal: what a dossier says about it without any journal."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from bot.evidence.record import BatchFacts, CaseFacts, EnteredValue, EventFacts, Record, RosterFacts
from bot.flow.scope import Scope
from bot.text import Language

if TYPE_CHECKING:
    from bot.browser.sensitive import Sensitive
    from bot.filing.journal.rows import BatchRow, CaseRow, EventRow
    from bot.flow.case import Case
    from bot.flow.models import Library, Portal

_SAME = (
    *("id", "seq", "person", "sheet", "row", "attempt", "number", "rule", "reason", "shows"),
    *("drafted_at", "filed_at", "decided_at", "approved_by", "approved_at", "approved_shows", "trouble", "since"),
)


def record_of(
    number: int,
    batch: BatchFacts,
    rows: Sequence[CaseRow],
    events: Sequence[EventRow],
    cases: Mapping[str, Case],
    portal: Portal,
) -> Record:
    """Record `number` of a batch: these cases and events are what is new since the one before."""
    return Record(
        number=number,
        batch=batch,
        cases=tuple(case_facts(row, cases.get(row.id), portal) for row in rows),
        events=tuple(
            EventFacts(**{name: value for name, value in vars(event).items() if name != "batch"}) for event in events
        ),
    )


def batch_facts(batch: BatchRow, rows: Sequence[CaseRow], library: Library, *, browser: str) -> BatchFacts:
    """What there is to say about a batch. Its flows are told by what they were when its cases were accepted."""
    portal = library.portal
    same = ("id", "portal", "url", "account", "user", "period", "until", "four_eyes", "started_by", "created_at")
    flows = {name: flow.hash for name, flow in library.flows.items()} | {"portal": portal.hash}
    return BatchFacts(
        **{name: getattr(batch, name) for name in (*same, "stopped")},
        portal_title=_words(portal.title),
        zone=portal.window.zone if portal.window else "UTC",
        roster=RosterFacts(name=batch.roster_name, sha256=batch.roster_hash),
        flows=flows | {row.flow: row.flow_hash for row in rows},
        versions=versions() | ({"browser": browser} if browser else {}),
    )


def versions() -> dict[str, str]:
    """With what the batch is filed."""
    return {
        "assistant": version("portal-assistant"),
        "python": platform.python_version(),
        "playwright": version("playwright"),
        "system": platform.system(),
    }


def entered_values(case: Case, portal: Portal) -> tuple[EnteredValue, ...]:
    """What is asked for in a case, as the portal writes it."""
    language: Language = "en" if portal.language == "auto" else portal.language
    scope = Scope(portal, language)
    return tuple(
        EnteredValue(
            field=name, label=_words(field.label), value=scope.spell(case.values[name]), sensitive=field.sensitive
        )
        for name, field in case.flow.inputs.items()
        if case.values.get(name) is not None
    )


def sensitive_of(cases: Mapping[str, Case], portal: Portal) -> Callable[[Sequence[str]], Sensitive]:
    """What a picture of some cases, or of none in particular, may not show to everybody."""
    from bot.browser.sensitive import Sensitive

    entered = {id: [one for one in entered_values(case, portal) if one.sensitive] for id, case in cases.items()}
    fields = (field for case in cases.values() for field in case.flow.inputs.values() if field.sensitive)
    labels = tuple(dict.fromkeys(label for field in fields for label in field.label.values()))

    def sensitive(about: Sequence[str]) -> Sensitive:
        values = (one.value for id in about or entered for one in entered.get(id, ()))
        return Sensitive(tuple(dict.fromkeys(values)), labels)

    return sensitive


def case_facts(row: CaseRow, case: Case | None, portal: Portal) -> CaseFacts:
    """A case as it stands, with what was entered, if `case` says it."""
    return CaseFacts(
        **{name: getattr(row, name) for name in _SAME},
        operation=row.flow,
        title=_words(case.flow.title) if case else {"en": row.flow},
        name=_name(case) if case else "",
        entered=entered_values(case, portal) if case else (),
        state=row.state.value,
    )


def _name(case: Case) -> str:
    """The person's name, where an input of the flow is one."""
    named = [name for name, field in case.flow.inputs.items() if getattr(field, "type", "") == "person_name"]
    return str(case.values.get(named[0]) or "") if named else ""


def _words(text: Mapping[Any, str]) -> dict[str, str]:
    return {str(language): words for language, words in text.items()}
