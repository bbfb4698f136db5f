"""Recording: the assistant goes as far as it is told to, then a person takes over, and what they do is kept."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import AssistantError, UsageError
from bot.filing.desk import Account, Desk
from bot.filing.seat import BrowserSeat
from bot.filing.stop import Pauses
from bot.flow.case import Case
from bot.flow.models import Flow, Library, Portal
from bot.flow.steps import Stage, Step
from bot.roster.check import portal_date
from bot.run import Listener, Person
from bot.run.describe import describe
from bot.run.gate import EffectAhead, Gate
from bot.service import recorder_words as words
from bot.text import Text

if TYPE_CHECKING:
    from bot.browser import PortalBrowser, Session
    from bot.browser.recorder import Recorder
    from bot.porting.recording import Recording

Finished = Callable[["Session", "Recorder"], Awaitable[None]]


@dataclass(frozen=True)
class Beginning:
    """What the assistant does before the person takes over: it logs in, and does a case as far as it is told to."""

    library: Library
    account: Account
    person: Person
    """Who is asked meanwhile: a captcha."""
    case: Case | None = None
    before: str = ""
    """The stage, or the step in words, that is not done any more; "" goes up to where something would be filed."""


class StepAhead(Exception):
    """What comes next is where the person takes over."""


class _Until(Listener):
    """Raises StepAhead before a stage or step."""

    def __init__(self, before: str) -> None:
        self._before = before

    def stage_started(self, flow: Flow, stage: Stage) -> None:
        if self._before == stage.stage:
            raise StepAhead

    def step_started(self, flow: Flow, step: Step) -> None:
        if self._before == describe(step):
            raise StepAhead


async def record(
    url: str, finished: Finished, *, headed: bool = True, title: str = "", beginning: Beginning | None = None
) -> Recording:
    """What a person does on the portal at `url` until `finished` says that it is enough.

    Nothing of it is written anywhere, and passwords are not even in what is given back.
    Raises BrowserFault, UsageError for a step that is not come to, and what keeps the account from being let in.
    """
    from bot.browser import open_browser
    from bot.browser.recorder import Recorder
    from bot.porting.codegen import read_codegen

    async with AsyncExitStack() as stack:
        browser = await stack.enter_async_context(open_browser(headed=headed))
        if beginning is None:
            session, first = await _opened(browser, url), [{"name": "navigate", "url": url, "signals": []}]
            stack.push_async_callback(session.close)
        else:
            session, first = await _taken_over(stack, browser, url, beginning), []
        async with session.in_a_persons_hands():
            recorder = Recorder(session)
            await recorder.start()
            await finished(session, recorder)
            done = await recorder.stop()
    return read_codegen("\n".join([*map(json.dumps, first), *filter(None, [done])]), title=title)


async def _opened(browser: PortalBrowser, url: str) -> Session:
    host = urlsplit(url).hostname
    if not host:
        raise UsageError(words.NO_ADDRESS.format(url=url), cure=words.NO_ADDRESS_CURE)
    session = await browser.session(Portal(portal="recorded", title=Text.same(host), address=url))
    await session.go_to("", seconds=session.portal.timeout)
    return session


async def _taken_over(stack: AsyncExitStack, browser: PortalBrowser, url: str, beginning: Beginning) -> Session:
    """The session at the point where the person takes over."""
    from bot.actions import Hands
    from bot.evidence import Pictures

    library, seats = beginning.library, []
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="portal-")))

    async def take_seat() -> BrowserSeat:
        session = await browser.session(library.portal, url)
        seats.append(session)
        return BrowserSeat(session, Hands(session, Pictures(folder)), await session.language())

    now = datetime.now(UTC)
    desk = Desk(
        library,
        beginning.account,
        take_seat,
        beginning.person,
        today=portal_date(library.portal, now),
        clock=lambda: now,
        listeners=[Gate(library.flows), _Until(beginning.before)],
        pauses=Pauses(),
    )
    stack.push_async_callback(_left, desk)
    await desk.log_in()
    if beginning.case is not None:
        await _done(desk, beginning.case, beginning.before)
    return seats[-1]


async def _done(desk: Desk, case: Case, before: str) -> None:
    try:
        await desk.do(case.flow, case.values)
    except StepAhead:
        return
    except EffectAhead as ahead:
        if before:
            said = words.NOT_COME_TO.format(before=before, step=ahead.step or ahead.stage)
            raise UsageError(said, cure=words.NOT_COME_TO_CURE) from ahead
        return
    if before:
        raise UsageError(words.NO_SUCH_STEP.format(before=before), cure=words.NOT_COME_TO_CURE)


async def _left(desk: Desk) -> None:
    """Log out, if the person has not done so."""
    with suppress(AssistantError):
        await desk.log_out()
