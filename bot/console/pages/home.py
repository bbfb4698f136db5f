"""Home: what waits for the clerk, the batches, the days that are left; and the live line of every page."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.console import words
from bot.console.pages.form import caller_of, console_of, go_to, own_path, posted, text
from bot.console.rendering import page
from bot.console.security import Door
from bot.console.security.cookies import LANGUAGE_COOKIE, keep, named
from bot.console.security.questions import questions_for
from bot.filing.states import CaseState
from bot.service import BatchView
from bot.text import LANGUAGES, Text

if TYPE_CHECKING:
    from bot.flow.models import Window

PACE = 0.4
"""Seconds between two calls to look again: a clerk reads no faster."""
YEAR = 365 * 24 * 3600
QUIET = 15
"""Seconds after which a line on which nothing is said is kept open."""


@dataclass(frozen=True)
class Waits:
    """Something that waits for a person."""

    words: Text
    path: str
    urgent: bool = False


async def home(request: Request) -> Response:
    """The first page."""
    console = console_of(request)
    views = await run_in_threadpool(console.assistant.batches)
    portal = console.assistant.library.portal
    return page(
        request,
        "home.html",
        portal=portal,
        url=console.assistant.url,
        waits=[one for view in views for one in waits_for(view)],
        questions=questions_for(caller_of(request), console.works.questions.values()),
        batches=[(view, Counter(outcome.state for outcome in view.outcomes)) for view in views],
        running={batch for job in console.works.under_way for batch in job.batches},
        jobs=console.works.under_way,
        failed=[job for job in console.works.jobs.values() if job.error is not None and not job.batches],
        window=portal.window and days_left(portal.window, console.assistant.now()),
    )


def waits_for(view: BatchView) -> list[Waits]:
    """What a batch waits for."""
    if view.purged_at is not None:
        return []
    counts = Counter(outcome.state for outcome in view.outcomes)
    found = []
    if counts[CaseState.NEEDS_ATTENTION]:
        said = words.WAITS_DECISION.format(count=counts[CaseState.NEEDS_ATTENTION], batch=view.id)
        found.append(Waits(said, f"/batches/{view.id}?state=needs_attention", urgent=True))
    if view.waiting:
        said = words.WAITS_REVIEW.format(count=len(view.waiting), batch=view.id)
        found.append(Waits(said, f"/batches/{view.id}/review"))
    if view.stopped:
        found.append(Waits(words.WAITS_RESUME.format(batch=view.id), f"/batches/{view.id}"))
    return found


def days_left(window: Window, now: datetime) -> Text:
    """How long the portal still takes filings, or when it does again."""
    from zoneinfo import ZoneInfo

    today = now.astimezone(ZoneInfo(window.zone)).date()
    in_order = window.first_day <= window.last_day

    def is_open(day: int) -> bool:
        first, last = window.first_day, window.last_day
        return first <= day <= last if in_order else day >= first or day <= last

    day, count = today, 0
    if not is_open(day.day):
        while not is_open(day.day):
            day += timedelta(days=1)
        return words.OPENS.format(day=day.isoformat())
    while is_open((day + timedelta(days=1)).day) and count < window.last_day + 31:
        day, count = day + timedelta(days=1), count + 1
    return words.LAST_DAY.format(day=day.isoformat()) if not count else words.DAYS_LEFT.format(
        count=count, day=day.isoformat()
    )


async def live(request: Request) -> Response:
    """A line that says when there is something new to see (server-sent events). It says nothing of what."""
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
