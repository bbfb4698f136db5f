"""What was captured is kept before a flow, or a stage of one, counts as done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from pydantic import SecretStr

from bot.errors import JournalError
from bot.filing.desk import Account, Desk
from bot.flow.actions import Evidence, PageAction
from bot.flow.models import Library
from bot.flow.scope import Scope
from bot.flow.steps import Step
from tests.unit.filing.paper import AT_ONCE, PaperPortal
from tests.unit.run.fakes import PORTAL, PaperPerson, flow

FLOWS = [
    flow(flow="login", steps=[{"click": "log_in"}]),
    flow(flow="send", stages=[{"stage": "send", "steps": [{"click": "send"}, {"evidence": "sent"}]}]),
]


@dataclass
class Slow(PaperPortal):
    """Keeps its pictures only when it is waited for."""

    taken: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    full: bool = False

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> Mapping[str, object]:
        if isinstance(action, Evidence):
            self.taken.append(action.name)
            return {}
        return await super().perform(step, action, scope)

    async def settled(self) -> None:
        if self.full:
            raise JournalError("the disk is full")
        self.kept = list(self.taken)


async def _sit_down(portal: Slow) -> Desk:
    async def seat() -> Slow:
        return portal

    library = Library(portal=PORTAL, flows={one.flow: one for one in FLOWS})
    account = Account("demo", "170000001", SecretStr("password"))
    desk = Desk(library, account, seat, PaperPerson(), today=date(2026, 11, 10), pauses=AT_ONCE)
    await desk.log_in()
    return desk


async def _do(desk: Desk, whole: bool) -> None:
    send = desk.flows["send"]
    if whole:
        await desk.do(send)
    else:
        await desk.do_stage(send, send.all_stages[0], desk.scope())


@pytest.mark.parametrize("whole", [True, False])
async def test_a_flow_is_done_when_its_pictures_are_kept(whole: bool) -> None:
    portal = Slow()
    await _do(await _sit_down(portal), whole)
    assert portal.kept == ["sent"]


@pytest.mark.parametrize("whole", [True, False])
async def test_a_picture_that_cannot_be_kept_is_told(whole: bool) -> None:
    portal = Slow()
    desk = await _sit_down(portal)
    portal.full = True
    with pytest.raises(JournalError, match="the disk is full"):
        await _do(desk, whole)
