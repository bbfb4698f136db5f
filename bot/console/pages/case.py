"""A case: what happened to it, with pictures to step through, and what a person decides of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.hiding import EVERYTHING, Hiding, hiding
from bot.console.pages.cases import name_of
from bot.console.pages.files import PICTURES
from bot.console.pages.form import by, console_of, go_to, posted, text
from bot.console.rendering import page
from bot.errors import UsageError
from bot.filing.journal.rows import EventRow
from bot.filing.states import AGAIN, CaseState
from bot.flow.case import Case
from bot.service.case_view import Taken

FACTS = ("number", "reason", "stopped")
"""What of an event is worth a place on the page."""


@dataclass
class Moment:
    """Something that happened, and the pictures that were taken from then on until something else did."""

    event: EventRow | None
    facts: Sequence[str]
    pictures: list[tuple[int, Taken]] = field(default_factory=list)
    """Each with its number among all pictures, from 1."""


def moments(
    events: Iterable[EventRow], pictures: Iterable[Taken], hide: Callable[[str], str] = str
) -> list[Moment]:
    """The life of a case in order. What says nothing to a person is left out; `hide` hides what is sensitive."""
    found: list[Moment] = []
    for event in events:
        facts = [hide(str(event.facts[name])) for name in FACTS if event.facts.get(name)]
        if event.to is not None or facts or event.kind not in ("note", "moved"):
            found.append(Moment(event, facts))
    for number, picture in enumerate(pictures, start=1):
        before = [one for one in found if one.event is not None and one.event.at <= picture.taken_at]
        if not before:
            found.insert(0, Moment(None, ()))
        (before[-1] if before else found[0]).pictures.append((number, picture))
    return found


def entered(case: Case | None, hidden: Hiding = EVERYTHING) -> list[tuple[str, str]]:
    """What the roster says of a case: label and value, as far as they may be seen."""
    if case is None:
        return []
    said = {True: words.YES, False: words.NO}
    return [
        (
            str(case.flow.inputs[name].label),
            hidden.value(
                str(said[value] if isinstance(value, bool) else value), sensitive=case.flow.inputs[name].sensitive
            ),
        )
        for name, value in case.values.items()
        if value not in (None, "") and name in case.flow.inputs
    ]


async def case(request: Request) -> Response:
    """The page of a case."""
    console = console_of(request)
    batch, wanted = request.path_params["batch"], request.path_params["case"]
    view = await run_in_threadpool(console.assistant.case, batch, wanted)
    values = await console.values(batch, wanted)
    hidden = await hiding(request, batch)
    pictures = [one for one in view.files if one.path and one.path.suffix in PICTURES]
    number = request.query_params.get("picture", "")
    at = min(max(1, int(number)), len(pictures)) if number.isdecimal() else len(pictures)
    return page(
        request,
        "case.html",
        view=view,
        outcome=hidden.outcome(view.outcome),
        diagnosis=hidden.diagnosis(view.diagnosis),
        name=name_of(values),
        entered=entered(values, hidden),
        pictures=pictures,
        moments=moments(view.events, pictures, hidden.text),
        missing=[replace(one, failed=hidden.text(one.failed)) for one in view.files if one.failed],
        at=at,
        undecided=view.outcome.state is CaseState.NEEDS_ATTENTION,
        repeatable=CaseState.PENDING in AGAIN.get(view.outcome.state, ()),
    )


async def resolve(request: Request, form: FormData) -> Response:
    """Record what a person found out on the portal."""
    console = console_of(request)
    batch, wanted = request.path_params["batch"], request.path_params["case"]
    number = text(form, "number")
    found = text(form, "found")
    if found not in ("filed", "not_filed") or (found == "filed" and not number):
        raise UsageError(words.FILED_OR_NOT, cure=words.FILED_OR_NOT_CURE)
    filed = number if found == "filed" else None
    await run_in_threadpool(lambda: console.assistant.resolve(batch, wanted, filed=filed, by=by(request)))
    console.forget(batch)
    return go_to(f"/batches/{batch}/cases/{wanted}")


PAGES = (
    ("GET", "/batches/{batch}/cases/{case}", case),
    ("POST", "/batches/{batch}/cases/{case}/resolve", posted(resolve)),
)
