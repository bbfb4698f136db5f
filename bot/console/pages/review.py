"""Looking the drafts over: as the portal shows them, beside what the roster says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console.hiding import Hiding, hiding
from bot.console.pages.cases import name_of
from bot.console.pages.form import by, console_of, go_to, posted, text, texts
from bot.console.rendering import page
from bot.service import ResumeOptions
from bot.service.reviewing import Reviewed

ON_A_PAGE = 50
"""Drafts that are looked over at once."""


@dataclass(frozen=True)
class Looked:
    """A draft to look over, with the name of the person and its pictures."""

    reviewed: Reviewed
    name: str
    pictures: Sequence[Path]


def _seen(one: Reviewed, hidden: Hiding) -> Reviewed:
    """A draft as far as whoever asks may see it."""
    if hidden.sees:
        return one
    compared = tuple(
        replace(value, entered=hidden.text(value.entered), shown=hidden.text(value.shown)) for value in one.compared
    )
    return replace(one, draft=replace(one.draft, shows=hidden.text(one.draft.shows)), compared=compared)


async def review(request: Request) -> Response:
    """The drafts as the portal shows them beside what the roster says."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    cases = await console.cases(view.id)
    drafts = await run_in_threadpool(console.assistant.review, view.id, cases)
    unlike = [one for one in drafts if one.differences]
    only = request.query_params.get("only") == "differences"
    found = unlike if only else drafts
    number = request.query_params.get("page", "1")
    pages = max(1, -(-len(found) // ON_A_PAGE))
    at = min(max(1, int(number) if number.isdecimal() else 1), pages)
    here = found[(at - 1) * ON_A_PAGE : at * ON_A_PAGE]
    pictures = await run_in_threadpool(
        console.assistant.overviews.pictures, view.id, [one.draft.case for one in here]
    )
    hidden = await hiding(request, view.id)
    here = [_seen(one, hidden) for one in here]
    shown = [Looked(one, name_of(cases.get(one.draft.case)), pictures[one.draft.case]) for one in here]
    return page(
        request,
        "review.html",
        view=view,
        drafts=shown,
        total=len(drafts),
        unlike=len(unlike),
        only=only,
        at=at,
        pages=pages,
        approved=view.approved,
    )


async def decide(request: Request, form: FormData) -> Response:
    """Approve the drafts that were ticked, and declare exactly those if that is wanted; or say no to them."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    waiting = [draft.case for draft in await run_in_threadpool(console.assistant.drafts, view.id)]
    ticked = set(texts(form, "case"))
    chosen = waiting if text(form, "all") else [one for one in waiting if one in ticked]
    if not chosen:
        return go_to(f"/batches/{view.id}/review?none=1")
    decision = text(form, "decision")
    deciding = console.assistant.withdraw if decision == "withdraw" else console.assistant.approve
    await run_in_threadpool(deciding, view.id, chosen, by(request))
    console.forget(view.id)
    if decision == "approve":
        return await declare(request, form)
    return go_to(f"/batches/{view.id}/review" if len(chosen) < len(waiting) else f"/batches/{view.id}")


async def declare(request: Request, form: FormData) -> Response:
    """Declare what was approved, and nothing else."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    console.go_on(view, ResumeOptions(until="declare", by=by(request), approved_only=True))
    return go_to(f"/batches/{view.id}")


PAGES = (
    ("GET", "/batches/{batch}/review", review),
    ("POST", "/batches/{batch}/review", posted(decide)),
    ("POST", "/batches/{batch}/declare", posted(declare)),
)
