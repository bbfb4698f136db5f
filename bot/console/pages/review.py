"""Looking the drafts over: as the portal shows them, beside what the roster says."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.batch import name_of
from bot.console.pages.form import by, console_of, go_to, posted
from bot.console.rendering import page
from bot.filing.compare import fold
from bot.flow.case import Case
from bot.redaction import mask_id
from bot.service import ResumeOptions


async def review(request: Request) -> Response:
    """The drafts as the portal shows them beside what the roster says."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    drafts = {draft.case: draft for draft in await run_in_threadpool(console.assistant.drafts, view.id)}
    values = await console.cases(view.id)
    found = []
    for outcome in view.waiting:
        if draft := drafts.get(outcome.case.id):
            case = values.get(outcome.case.id)
            found.append((outcome, draft, name_of(case), entered(case, draft.shows)))
    return page(request, "review.html", view=view, drafts=found)


def entered(case: Case | None, shows: str) -> list[tuple[str, str, bool]]:
    """What the roster says of a case: label, value, and whether it stands in the portal's summary."""
    if case is None:
        return []
    fields = case.flow.inputs
    found = []
    for name, value in case.values.items():
        if value in (None, "") or name not in fields:
            continue
        said = str(words.YES if value is True else words.NO if value is False else value)
        label = str(fields[name].label)
        seen = _is_shown(label, mask_id(said) if name == case.flow.person else said, shows)
        found.append((label, said, seen))
    return found


def _is_shown(label: str, said: str, shows: str) -> bool:
    """Whether a summary of the portal has the value: after its label, if the summary has that; else anywhere."""
    shown, name = fold(shows).casefold(), re.escape(fold(label).casefold().rstrip("?:* "))
    parts = [re.escape(part) for part in fold(said).casefold().split()]
    labelled = re.search(rf"(?<!\w){name}\s*[?*:]*\s*", shown)
    if labelled and len(parts) == 1:
        return re.match(rf"{parts[0]}(?!\w)", shown[labelled.end() :]) is not None
    return all(re.search(rf"(?<!\w){part}(?!\w)", shown) for part in parts)


async def decide(request: Request, form: FormData) -> Response:
    """Approve the drafts that were ticked and declare exactly those; or say no to them."""
    console = console_of(request)
    view = await console.view(request.path_params["batch"])
    waiting = {outcome.case.id for outcome in view.waiting}
    chosen = [one for one in form.getlist("case") if isinstance(one, str) and one in waiting]
    if not chosen:
        return go_to(f"/batches/{view.id}/review")
    if form.get("decision") == "withdraw":
        await run_in_threadpool(console.assistant.withdraw, view.id, chosen, by(request))
        console.forget(view.id)
        return go_to(f"/batches/{view.id}")
    await run_in_threadpool(console.assistant.approve, view.id, chosen, by(request))
    console.forget(view.id)
    console.go_on(view, ResumeOptions(until="declare", by=by(request), approved_only=True))
    return go_to(f"/batches/{view.id}")


PAGES = (
    ("GET", "/batches/{batch}/review", review),
    ("POST", "/batches/{batch}/review", posted(decide)),
)
