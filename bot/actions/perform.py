"""The hands: the one place where every action on a page is dispatched."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import assert_never

from bot.actions.act import Act, Memory
from bot.actions.choose import choose
from bot.actions.diagnosis import SECONDS, diagnosis
from bot.actions.evidence import keep_picture
from bot.actions.files import download, upload
from bot.actions.fill import fill
from bot.actions.keep import Keep
from bot.actions.navigate import open_address
from bot.actions.patience import Patience
from bot.actions.point import click, double_click, hover, press
from bot.actions.read import read, read_table
from bot.actions.signs import Signs
from bot.actions.tick import tick
from bot.actions.wait import expect, wait_for
from bot.browser import Session
from bot.browser.dialogs import ExpectedDialog
from bot.browser.errors import playwright_errors
from bot.browser.locate import Finder
from bot.browser.sensitive import Sensitive
from bot.errors import AssistantError
from bot.flow.actions import (
    Choose,
    Click,
    DoubleClick,
    Download,
    Evidence,
    Expect,
    Fill,
    Hover,
    Open,
    PageAction,
    Press,
    Read,
    ReadTable,
    Tick,
    Untick,
    Upload,
    WaitFor,
)
from bot.flow.scope import Scope
from bot.flow.steps import Dialog, Step
from bot.flow.targets import Targets
from bot.text import Text

_log = logging.getLogger(__name__)

_ONLY_LOOKS = (Evidence, Expect, Read, ReadTable, WaitFor)
"""Actions that set nothing going on the portal."""
_POINTS = (Click, DoubleClick, Hover)
"""Actions that take a look before they do anything."""


class Hands:
    """Does the actions of flows on the page of a session."""

    def __init__(
        self,
        session: Session,
        keep: Keep,
        sensitive: Callable[[Sequence[str]], Sensitive] = lambda cases: Sensitive(),
    ) -> None:
        """`sensitive` knows what pictures of these cases, or of none in particular, may not show to everybody."""
        self._session = session
        self._keep = keep
        self._memory = Memory(sensitive=sensitive)
        self.logging_in = False
        """While the account is being let in, a login page is no sign of a lost session."""
        self._fallbacks: dict[str, None] = {}

    def about(self, cases: Sequence[str]) -> None:
        """The cases that pictures and files belong to from now on, where a step does not name them."""
        self._memory.cases = tuple(cases)

    @property
    def fallbacks(self) -> Sequence[str]:
        """Where a later candidate had to be used, in words: the portal has changed, and its profile should."""
        return tuple(self._fallbacks)

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> dict[str, object]:
        """Do one action; the variables that it read. Raises Refusal, Fault and what is below them.

        Nothing is done on the page before every picture of it is safe.
        """
        act = self._act(step, scope)
        if not isinstance(action, _ONLY_LOOKS + _POINTS):
            await self.settled()
        act.patience.listen()
        dialogs = [_expected(one, scope) for one in step.dialogs]
        self._session.dialogs.expect(
            dialogs, is_refusal=act.patience.signs.is_refusal, only_waits=isinstance(action, WaitFor | Expect)
        )
        read_values = await self._do(act, action)
        if not isinstance(action, _ONLY_LOOKS):
            await self._session.loading.notice()
        await act.patience.dialogs_came()
        for fallback in act.patience.fallbacks:
            _log.warning("a later candidate was used for %s", fallback)
        self._fallbacks.update(dict.fromkeys(act.patience.fallbacks))
        return read_values

    def _act(self, step: Step, scope: Scope) -> Act:
        portal, anywhere = self._session.portal, Finder(self._session.page, scope)
        finder = Finder(self._session.page, scope, frame=step.frame, within=step.within)
        patience = Patience(
            self._session,
            anywhere,
            Signs(portal, anywhere, logging_in=self.logging_in),
            seconds=step.timeout or portal.timeout,
            look_once=step.optional and step.timeout is None,
        )
        return Act(self._session, step, scope, finder, patience, self._keep, self._memory)

    async def _do(self, act: Act, action: PageAction) -> dict[str, object]:
        match action:
            case Open():
                await open_address(act, action)
            case Click():
                await click(act, action.target)
            case DoubleClick():
                await double_click(act, action.target)
            case Hover():
                await hover(act, action.target)
            case Press():
                await press(act, action)
            case Fill():
                await fill(act, action)
            case Choose():
                await choose(act, action)
            case Tick():
                await tick(act, action.target, ticked=True)
            case Untick():
                await tick(act, action.target, ticked=False)
            case Upload():
                await upload(act, action)
            case Download():
                await download(act, action)
            case WaitFor():
                await wait_for(act, action)
            case Expect():
                await expect(act, action)
            case Read():
                return await read(act, action)
            case ReadTable():
                return await read_table(act, action)
            case Evidence():
                await keep_picture(act, action)
            case _:
                assert_never(action)
        return {}

    async def picture(self, targets: Targets, scope: Scope) -> bytes:
        """A PNG picture of one element, to show to a person."""
        step = Step.model_validate({"wait_for": targets})
        act = self._act(step, scope)
        sought = act.seek(targets)
        candidate, _ = await act.patience.until(lambda _: act.patience.one(sought, enabled=False), sought=sought)
        with playwright_errors():
            return await candidate.locator.screenshot(type="png")

    async def settled(self) -> None:
        """Wait until every picture that was taken is on the disk and recorded. Raises what prevented it."""
        await self._memory.settled()

    async def failure(self, error: AssistantError) -> tuple[Path | None, Path | None]:
        """Keep a picture of the page as it is, whatever it is, and what else there is to see at this failure.

        Their paths; None for what the page does not give any more, which is recorded.
        """
        await self.settled()
        cases = self._memory.cases
        sensitive = self._memory.sensitive(cases)
        shot = None
        try:
            shot = await self._session.camera.take(sensitive, seconds=SECONDS)
        except AssistantError as failed:
            self._keep.failed("failure", str(failed), cases=cases, kind="failure")
        return await self._keep.picture(
            "failure",
            shot.png if shot else None,
            lambda: diagnosis(self._session, error, shot, sensitive),
            cases=cases,
            kind="failure",
        )


def _expected(dialog: Dialog, scope: Scope) -> ExpectedDialog:
    """A declared dialog, with its text in whichever language the portal speaks."""
    says: tuple[str, ...] = ()
    if dialog.says is not None:
        texts = dialog.says.values() if isinstance(dialog.says, Text) else [dialog.says]
        says = tuple(scope.spell(scope.evaluate(text)) for text in texts)
    typed = None if dialog.type is None else scope.spell(scope.evaluate(dialog.type))
    return ExpectedDialog(says, dialog.answer, typed, optional=dialog.may)
