"""What was captured is kept before a flow, or a stage of one, counts as done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from bot.errors import JournalError
from bot.flow.actions import Evidence, PageAction
from bot.flow.scope import Scope
from bot.flow.steps import Step
from tests.unit.filing.paper import PaperPortal, send, sit_down
from tests.unit.run.fakes import PaperPerson, flow

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


@pytest.mark.parametrize("whole", [True, False])
async def test_a_flow_is_done_when_its_pictures_are_kept(whole: bool) -> None:
    portal = Slow()
    await send(await sit_down(portal, FLOWS, PaperPerson()), whole)
    assert portal.kept == ["sent"]


@pytest.mark.parametrize("whole", [True, False])
async def test_a_picture_that_cannot_be_kept_is_told(whole: bool) -> None:
    portal = Slow()
    desk = await sit_down(portal, FLOWS, PaperPerson())
    portal.full = True
    with pytest.raises(JournalError, match="the disk is full"):
        await send(desk, whole)
