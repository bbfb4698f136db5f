"""Home: what waits for the clerk, the batches, the days that are left; and the live line of every page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.console import words
from bot.console.console import Console
from bot.console.pages.form import caller_of, console_of, go_to, own_path, posted, text
from bot.console.rendering import page, part
from bot.console.security import Caller, Door
from bot.console.security.cookies import LANGUAGE_COOKIE, keep, named
from bot.console.security.questions import questions_for
from bot.console.window import left
from bot.console.work import Job
from bot.filing.states import CaseState
from bot.roster.check import portal_date
from bot.service.overviews import BatchOverview
from bot.text import LANGUAGES, Text

PACE = 0.4
"""Seconds between two calls to look again: a clerk reads no faster."""
YEAR = 365 * 24 * 3600
QUIET = 15
"""Seconds after which a line on which nothing is said is kept open."""
REVIEWED_BY_NOW = timedelta(hours=4)
"""The portal's reviewers take hours: so long after the last we heard, asking is worth while."""
AT_FIRST = 20
"""So many batches of earlier months are shown; whoever wants more asks for all."""


@dataclass(frozen=True)
class Waits:
    """Something that waits for a person."""

    words: Text
    path: str
    urgent: bool = False


async def home(request: Request) -> Response:
    """The first page, or only what changes on it."""
    shown = await _home(console_of(request), caller_of(request), everything="all" in request.query_params)
    is_part = request.headers.get("hx-request")
    return part(request, "home_now.html", **shown) if is_part else page(request, "home.html", **shown)


async def _home(console: Console, caller: Caller, *, everything: bool) -> dict[str, Any]:
    assistant, works = console.assistant, console.works
    portal, now = assistant.library.portal, assistant.now()
    overviews = await console.overviews()
    running = {batch: job for job in works.under_way for batch in job.batches}
    heard = await run_in_threadpool(_heard, console, overviews)
    period = f"{portal_date(portal, now):%Y-%m}"
    theirs = overviews if caller.may("GET", "/batches/{batch}") else []
    earlier = [one for one in overviews if one.period != period]
    return {
        "portal": portal,
        "url": assistant.url,
        "waits": [one for batch in theirs if batch.id not in running for one in waits_for(batch, now, heard)],
        "questions": questions_for(caller, works.questions.values()),
        "batches": [one for one in overviews if one.period == period],
        "earlier": earlier if everything else earlier[:AT_FIRST],
        "earlier_count": len(earlier),
        "everything": everything,
        "running": running,
        "jobs": works.under_way,
        "notices": console.notices,
        "failed": [job for job in works.jobs.values() if _went_wrong(job)],
        "window": left(portal.window, now) if portal.window else None,
    }


def _went_wrong(job: Job) -> bool:
    """Whether a job came to nothing, and no batch's page says so."""
    return job.error is not None and not job.batches and not job.stopped


def _heard(console: Console, overviews: Sequence[BatchOverview]) -> dict[str, datetime]:
    """When something happened last to the batches that the portal still reviews."""
    asked = [one.id for one in overviews if one.counts.get(CaseState.UNDER_REVIEW) and one.purged_at is None]
    found = ((id, console.assistant.overviews.last_change(id)) for id in asked)
    return {id: at for id, at in found if at is not None}


def waits_for(batch: BatchOverview, now: datetime, heard: Mapping[str, datetime]) -> Iterator[Waits]:
    """What a batch that nothing is under way for waits for, the most pressing first."""
    if batch.purged_at is not None:
        return
    here, count = f"/batches/{batch.id}", batch.counts.get
    if undecided := count(CaseState.NEEDS_ATTENTION, 0):
        said = words.WAITS_DECISION.of(undecided, batch=batch.id)
        yield Waits(said, f"{here}?state=needs_attention", urgent=True)
    if batch.waiting:
        yield Waits(words.WAITS_REVIEW.of(batch.waiting, batch=batch.id), f"{here}/review")
    if unfinished := batch.left + batch.approved:
        yield Waits(words.WAITS_RESUME.of(unfinished, batch=batch.id), here)
    elif failed := count(CaseState.FAILED, 0):
        yield Waits(words.WAITS_FAILED.of(failed, batch=batch.id), f"{here}?state=failed")
    under_review = count(CaseState.UNDER_REVIEW, 0)
    if under_review and now - heard.get(batch.id, now) > REVIEWED_BY_NOW:
        yield Waits(words.WAITS_RESULTS.of(under_review, batch=batch.id), here)


async def live(request: Request) -> Response:
    """A line that says when there is something new to see (server-sent events). It says nothing of what, and ends
    when whoever listens is not let in any more.
    """
    works, shown = console_of(request).works, caller_of(request).session
    door: Door = request.app.state.door

    async def said() -> AsyncIterator[str]:
        yield "retry: 1500\n\nevent: changed\ndata: -\n\n"
        with works.listener() as changed:
            while not works.closing and not door.caller(shown).is_stranger:
                try:
                    async with asyncio.timeout(QUIET):
                        await changed.wait()
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                changed.clear()
                yield "event: changed\ndata: -\n\n"
                await asyncio.sleep(PACE)

    return StreamingResponse(said(), media_type="text/event-stream")


async def language(request: Request, form: FormData) -> Response:
    """Say everything in another language from here on."""
    answer = go_to(own_path(text(form, "back")))
    wanted = text(form, "language")
    if wanted in LANGUAGES:
        place = request.app.state.door.place
        keep(answer, place, named(place, LANGUAGE_COOKIE), wanted, seconds=YEAR)
    return answer


PAGES = (("GET", "/", home), ("GET", "/live", live), ("POST", "/language", posted(language)))
