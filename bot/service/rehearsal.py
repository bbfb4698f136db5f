"""A rehearsal: cases are done on the real page up to where they would have an effect, and no further.

No journal is written: nothing that a rehearsal does counts as filed. What keeps it from filing is the gate alone, which
stands before every step that commits; the machinery that files (`bot/filing`) is not used but for the log-in.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from bot.errors import AssistantError, Fault, PortalClosed, Refusal, RosterError, Stopped, UsageError
from bot.filing.desk import Account, Desk
from bot.filing.identity import Employer, origin_of
from bot.filing.ledger import held
from bot.filing.seat import BrowserSeat
from bot.flow.case import Case
from bot.flow.scope import Scope
from bot.flow.steps import Stage, Step
from bot.run.gate import EffectAhead, Gate
from bot.service import rehearsal_words as words
from bot.service.acceptance import by_account
from bot.service.explaining import chosen, from_stage, need_one
from bot.service.recording import sensitive_of
from bot.service.step_log import StepLog
from bot.service.words import NOTHING_TO_FILE, NOTHING_TO_FILE_CURE
from bot.text import Text

if TYPE_CHECKING:
    from bot.actions import Hands
    from bot.actions.stepping import Pause
    from bot.browser import Session
    from bot.browser.sensitive import Sensitive
    from bot.evidence import EvidenceFile, Pictures
    from bot.service.office import Office

Ending = Literal["would_draft", "would_file", "not_entered", "not_met", "done", "refused", "failed", "stopped"]
"""How a rehearsed case ended. `not_entered`: nothing says which step of a stage has its effect, so none was done.

`not_met`: its flow has an effect, and came to its end without the step that is marked.
"""

TROUBLE: frozenset[Ending] = frozenset({"refused", "failed", "not_entered", "not_met"})
"""What a person has to look into."""
WOULD: dict[str, Ending] = {"draft": "would_draft", "filing": "would_file", "none": "would_file"}
PICTURE = Step.model_validate({"evidence": "not-done"})
"""What the page shows where the case was left."""


@dataclass(frozen=True)
class RehearsalOptions:
    """How cases are to be rehearsed."""

    headed: bool = False
    slow_mo: float = 0
    case: str | None = None
    """Only this one."""
    stage: str | None = None
    """Where the case's flow is begun, in the middle."""
    pause: Pause | None = None
    """What is asked before each step on the page, if anybody wants to be."""


@dataclass(frozen=True)
class Rehearsed:
    """How a case went."""

    case: Case
    ending: Ending
    step: str = ""
    """What was not done, in words; or what failed."""
    place: str = ""
    reason: Text | str = ""
    pictures: tuple[Path, ...] = ()
    error: AssistantError | None = None


@dataclass(frozen=True)
class RehearsalReport:
    """How the cases of an account went. Nothing was filed."""

    account: str
    cases: tuple[Rehearsed, ...]
    left: int
    """How many were not come to."""
    folder: Path
    elapsed: timedelta
    stopped: AssistantError | None = None

    @property
    def exit_code(self) -> int:
        """0 if every case came to its effect or its end."""
        if self.stopped is not None:
            return self.stopped.exit_code
        return int(self.left > 0 or any(one.ending in TROUBLE for one in self.cases))


@dataclass
class _Rehearsal:
    """Cases under way at one desk."""

    desk: Desk
    pictures: Callable[[str], tuple[Path, ...]]
    hands: Callable[[], Hands]
    options: RehearsalOptions
    said: list[Rehearsed] = field(default_factory=list)

    async def do(self, case: Case) -> None:
        """Do a case as far as it goes. Raises what concerns all cases: the portal closed, a stop."""
        try:
            if self.options.pause is not None:  # who looks at each step decides what is tried again
                await self._walk(case)
            else:
                await self.desk.persist(lambda: self._walk(case))
            self._note(case, "not_met" if self._has_effect(case) else "done")
        except EffectAhead as ahead:
            await self._picture(case)
            ending = WOULD[ahead.effect] if ahead.step else "not_entered"
            self._note(case, ending, step=ahead.step or ahead.stage, place=ahead.place)
        except PortalClosed:
            raise
        except Stopped as stop:
            self._note(case, "stopped", reason=stop.message)
            raise
        except Refusal as refusal:
            self._failed(case, "refused", refusal)
        except (Fault, UsageError) as fault:
            self._failed(case, "failed", fault)
            await self.desk.start_again()

    def _has_effect(self, case: Case) -> bool:
        """Whether the part of its flow that is done has one."""
        begin = from_stage(case.flow, self.options.stage) if self.options.stage is not None else 0
        return any(stage.effect != "none" for stage in case.flow.all_stages[begin:])

    def _failed(self, case: Case, ending: Ending, error: AssistantError) -> None:
        at = error.circumstances
        self._note(case, ending, step=at.step, place=at.place, reason=error.message, error=error)

    def _note(self, case: Case, ending: Ending, **facts: Any) -> None:
        self.said.append(Rehearsed(case, ending, pictures=self.pictures(case.id), **facts))

    async def _walk(self, case: Case) -> None:
        stages = case.flow.all_stages
        begin = from_stage(case.flow, self.options.stage) if self.options.stage is not None else 0
        for stage in stages[:begin]:
            await self._need_done(case, stage)
        for stage in stages[begin:]:
            await self.desk.do_stage(case.flow, stage, self._scope(case), about=[case.id])

    async def _need_done(self, case: Case, stage: Stage) -> None:
        """Raises UsageError for a stage that is passed over though the portal does not show that it is done."""
        if stage.effect == "none":
            return
        probe, where = stage.already_done, words.PASSED_OVER.format(stage=stage.stage)
        if probe is None:
            raise UsageError(where, cure=words.NO_PROBE.format(stage=stage.stage))
        scope = self._scope(case)
        given = {name: scope.evaluate(template) for name, template in probe.with_.items()}
        outputs, _ = await self.desk.do(self.desk.flows[probe.probe], given, about=[case.id])
        if not outputs.get("found"):
            raise UsageError(where, cure=words.NOT_FOUND.format(probe=probe.probe))

    def _scope(self, case: Case) -> Scope:
        return self.desk.scope({**dict.fromkeys(case.flow.inputs), **case.values})

    async def _picture(self, case: Case) -> None:
        hands = self.hands()
        await hands.perform(PICTURE, PICTURE.action, self._scope(case))  # type: ignore[arg-type]  # an `evidence`
        await hands.settled()


async def rehearse_roster(
    office: Office,
    url: str,
    of: tuple[Sequence[Case], Sequence[Account]],
    options: RehearsalOptions,
    folder: Path,
) -> list[RehearsalReport]:
    """Rehearse cases, one account after the other. Raises UsageError where there is no such case, stage or account."""
    cases, accounts = of
    wanted = chosen(cases, options.case)
    if not wanted:
        raise RosterError(NOTHING_TO_FILE, cure=NOTHING_TO_FILE_CURE)
    if options.stage is not None:
        need_one(wanted)
        from_stage(wanted[0].flow, options.stage)
    groups = by_account(wanted, accounts)
    return [
        await rehearse(office, url, account, group, options, folder / str(number) if len(groups) > 1 else folder)
        for number, (account, group) in enumerate(groups, start=1)
    ]


async def rehearse(
    office: Office, url: str, account: Account, cases: Sequence[Case], options: RehearsalOptions, folder: Path
) -> RehearsalReport:
    """Rehearse the cases of an account. The account is ours meanwhile: a batch of it cannot run.

    Raises AccountBusy, and what keeps the account from being let in.
    """
    watching, clock = office.furnishing.watching, office.furnishing.clock
    started, progress = time.monotonic(), watching.progress(account.name)
    progress.phase(words.REHEARSING, len(cases))
    taken: list[EvidenceFile] = []
    stopped: AssistantError | None = None
    async with held(office.journal, Employer(origin_of(url), account.user).key, office.owner, clock):
        rehearsal = _at_desk(office, url, account, cases, options, (folder, taken))
        try:
            await rehearsal.desk.log_in()
            for case in cases:
                await watching.stop.safe_point()
                progress.step(case, words.REHEARSING)
                await rehearsal.do(case)
                progress.advanced()
        except (PortalClosed, Stopped, Fault) as error:
            stopped = error
        finally:
            await _left(rehearsal.desk)
    elapsed = timedelta(seconds=time.monotonic() - started)
    said = tuple(rehearsal.said)
    return RehearsalReport(account.name, said, len(cases) - len(said), folder, elapsed, stopped)


async def _left(desk: Desk) -> None:
    """Log out; how the cases went matters more than a log-out that fails."""
    with suppress(AssistantError):
        await desk.log_out()


def _at_desk(
    office: Office,
    url: str,
    account: Account,
    cases: Sequence[Case],
    options: RehearsalOptions,
    kept: tuple[Path, list[EvidenceFile]],
) -> _Rehearsal:
    from bot.evidence import Pictures

    folder, taken = kept
    library, furnishing = office.library, office.furnishing
    portal = library.portal
    pictures = Pictures(folder, clock=furnishing.clock, recorded=taken.extend)
    hidden = sensitive_of({case.id: case for case in cases}, portal)
    in_use: list[Hands] = []

    async def take_seat() -> BrowserSeat:
        session = await office.browser.session(portal, url)
        in_use[:] = [_hands(session, pictures, hidden, options.pause)]
        return BrowserSeat(session, in_use[0], await session.language())

    progress = furnishing.watching.progress(account.name)
    desk = Desk(
        library,
        account,
        take_seat,
        furnishing.watching.person(account.name),
        today=furnishing.clock().astimezone(ZoneInfo(portal.window.zone if portal.window else "UTC")).date(),
        clock=furnishing.clock,
        listeners=(
            *furnishing.listeners,
            *furnishing.watching.listeners(account.name),
            StepLog("dry run:"),
            Gate(library.flows),
        ),
        pauses=furnishing.pauses,
        stop=furnishing.watching.stop,
        tell=lambda said: progress.step(None, said),
    )

    def taken_of(case: str) -> tuple[Path, ...]:
        return tuple(folder / one.path for one in taken if one.case == case and one.path)

    return _Rehearsal(desk, taken_of, lambda: in_use[0], options)


def _hands(
    session: Session, pictures: Pictures, hidden: Callable[[Sequence[str]], Sensitive], pause: Pause | None
) -> Hands:
    from bot.actions import Hands

    if pause is None:
        return Hands(session, pictures, hidden)
    from bot.actions.stepping import SteppingHands

    return SteppingHands(session, pictures, hidden, pause)
