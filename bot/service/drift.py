"""Walking through a portal that may have changed: looked at, compared, told; nothing is changed there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.drift.baseline import Baseline, path_of, read_baselines, write_baseline
from bot.drift.elements import known_texts
from bot.drift.propose import write_proposal
from bot.drift.report import DriftReport, Stop, report_of
from bot.drift.screen import FrameText, Known, screen_of
from bot.errors import AssistantError, BrowserFault, LoginRefused, PortalUnreachable, UsageError
from bot.filing.desk import Account
from bot.filing.identity import Employer, origin_of
from bot.filing.ledger import held
from bot.filing.progress import Progress
from bot.flow.actions import Evidence
from bot.flow.models import Flow, Library
from bot.flow.scope import Scope
from bot.flow.shape import walk
from bot.flow.steps import Stage, Step
from bot.run import Runner
from bot.service import drift_words as words
from bot.service.options import DriftOptions
from bot.text import Language, Text

if TYPE_CHECKING:
    from bot.actions.survey import Surveyed, SurveyingHands
    from bot.browser import Session
    from bot.service.office import Office

LOGIN_SCREEN = "login"
"""The screen that the portal's address shows, before anybody has logged in."""
_ENDS_ALL = (PortalUnreachable, BrowserFault, LoginRefused, UsageError)
"""What says nothing of how the portal looks."""


@dataclass
class _Walk:
    """A walk that is under way in one session."""

    library: Library
    hands: SurveyingHands
    scope: Scope
    runner: Runner
    seen: list[Surveyed]
    progress: Progress
    heed: Callable[[], None]
    stops: list[Stop] = field(default_factory=list)

    async def all_screens(self) -> None:
        """The login page, the log-in, and every stage of the walk; a stage that fails is noted."""
        portal, flows = self.library.portal, self.library.flows
        self.hands.logging_in = True
        await self.hands.survey(LOGIN_SCREEN, Step.model_validate({"evidence": LOGIN_SCREEN}), self.scope)
        login, walked = flows[portal.login], flows[str(portal.walk)]
        entered = await self._tried(login, login.all_stages, missed=walked)
        self.hands.logging_in = False
        if not entered:
            return
        try:
            await self._stages(walked)
        finally:
            await self._log_out()

    async def only_log_in(self) -> None:
        """The log-in and the log-out. Raises what the portal has against the one."""
        self.hands.logging_in = True
        await self.runner.run(self.library.flows[self.library.portal.login], self.scope)
        self.hands.logging_in = False
        await self._log_out()

    async def _log_out(self) -> None:
        logout = self.library.portal.logout
        if logout is not None:
            with suppress(AssistantError):  # what was seen matters more than a log-out that fails
                await self.runner.run(self.library.flows[logout], self.scope.inner({}))

    async def _stages(self, walked: Flow) -> None:
        self.progress.phase(words.WALKING, len(walked.all_stages))
        for stage in walked.all_stages:
            self.heed()
            self.progress.step(None, stage.title or Text.same(stage.stage))
            await self._tried(walked, [stage])
            self.progress.advanced()

    async def _tried(self, flow: Flow, stages: Sequence[Stage], missed: Flow | None = None) -> bool:
        """Do stages; whether they came to their end. `missed` is the flow that cannot be done without them."""
        try:
            for stage in stages:
                await self.runner.run_stage(flow, stage, self.scope)
        except _ENDS_ALL:
            raise
        except AssistantError as error:
            names = {screen.screen for screen in self.seen}
            missing = [name for part in (missed, *stages) for name in _screens(part) if name not in names]
            at = error.circumstances
            self.stops.append(Stop(at.stage or flow.flow, error.message, at.place, tuple(at.nearest), tuple(missing)))
            return False
        return True


def _screens(part: Flow | Stage | None) -> list[str]:
    """The screens that a part of a walk looks at, in order."""
    return [value.name for _, value in walk(part) if isinstance(value, Evidence)]


def need_walk(library: Library) -> None:
    """Raises UsageError where the portal names no walk."""
    if library.portal.walk is None:
        raise UsageError(words.NO_WALK.format(portal=library.portal.title), cure=words.NO_WALK_CURE)


async def look_for_drift(office: Office, flows: Path, url: str, account: Account, options: DriftOptions) -> DriftReport:
    """Walk through the portal in this account, and say what is not as it was.

    Raises AccountBusy, PortalUnreachable, LoginRefused; UsageError where something cannot be read or written.
    """
    async with _walking(office, url, account) as walked:
        await walked.all_screens()
    return await asyncio.to_thread(_told, walked, flows, account, options)


async def log_in_and_out(office: Office, url: str, account: Account) -> None:
    """Try whether the portal can be reached and takes the password.

    Raises AccountBusy, PortalUnreachable, LoginRefused and whatever else the login raises.
    """
    async with _walking(office, url, account) as walked:
        await walked.only_log_in()


@asynccontextmanager
async def _walking(office: Office, url: str, account: Account) -> AsyncIterator[_Walk]:
    """A session on the portal that nobody else has, before anybody has logged in."""
    clock = office.furnishing.clock
    async with held(office.journal, Employer(origin_of(url), account.user).key, office.owner, clock):
        session = await office.browser.session(office.library.portal, url)
        try:
            yield await _begun(office, session, account)
        finally:
            await session.close()


async def _begun(office: Office, session: Session, account: Account) -> _Walk:
    from bot.actions.survey import SurveyingHands

    library, watching = office.library, office.furnishing.watching
    portal = library.portal
    zone = ZoneInfo(portal.window.zone if portal.window else "UTC")
    await session.go_to("", seconds=portal.timeout)
    seen: list[Surveyed] = []
    hands = SurveyingHands(session, seen.append)
    names = {
        "portal": portal.names,
        "account": {"name": account.name, "user": account.user, "password": account.password},
        "today": office.furnishing.clock().astimezone(zone).date(),
    }
    scope = Scope(portal, await session.language(), names)
    runner = Runner(library.flows, hands, watching.person(account.name), office.furnishing.listeners)
    return _Walk(library, hands, scope, runner, seen, watching.progress(account.name), watching.stop.heed)


def _told(walked: _Walk, flows: Path, account: Account, options: DriftOptions) -> DriftReport:
    library, language = walked.library, walked.scope.language
    known = Known.of(known_texts(library, language), (account.user, account.name))
    screens = [_screen(one, known) for one in walked.seen]
    baselines = read_baselines(flows, language)
    fallbacks = {one.screen: one.fallbacks for one in walked.seen}
    report = report_of(library, language, screens, baselines, walked.stops, fallbacks=fallbacks)
    if options.propose:
        proposed = write_proposal(flows, report.findings, language)
        report = report.evolve(proposed=proposed.path, diff=proposed.diff, elsewhere=proposed.elsewhere)
    if options.accept:
        report = _accepted(report, flows, language)
    return report


def _screen(surveyed: Surveyed, known: Known) -> Baseline:
    things = screen_of((FrameText(one.name, one.text, one.required) for one in surveyed.frames), known)
    return Baseline(surveyed.screen, things, surveyed.counts)


def _accepted(report: DriftReport, flows: Path, language: Language) -> DriftReport:
    """The report with the baselines written anew; of screens that the walk does not come to any more, removed."""
    written = tuple(write_baseline(flows, language, screen) for screen in report.screens)
    if not report.stops:
        for finding in report.findings:
            if finding.kind == "unvisited":
                path_of(flows, language, *finding.screens).unlink(missing_ok=True)
    return report.evolve(accepted=written)
