"""How a rehearsed case is said to have ended."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bot.filing.desk import Desk
from bot.flow.case import Case
from bot.service.rehearsal import RehearsalOptions, RehearsalReport, _Rehearsal
from tests.unit.run.fakes import flow

LOOK = {"stage": "look", "steps": [{"click": "a"}]}
SAVE = {"stage": "save", "effect": "draft", "steps": [{"click": "b", "commits": True, "when": "${1 > 2}"}]}


class ShortDesk:
    """A desk at which every flow comes to its end."""

    async def persist(self, work: Callable[[], Awaitable[object]]) -> None:
        return


@pytest.mark.parametrize(
    ("stages", "begin", "ending", "code"),
    [
        ([LOOK], None, "done", 0),
        ([LOOK, SAVE], None, "not_met", 1),
        ([SAVE, LOOK], "look", "done", 0),
    ],
)
async def test_a_flow_that_never_came_to_its_effect_is_not_called_done(
    stages: list[dict[str, Any]], begin: str | None, ending: str, code: int
) -> None:
    case = Case("add-002", flow(stages=stages), {})
    desk = cast("Desk", ShortDesk())
    rehearsal = _Rehearsal(desk, lambda case: (), lambda: cast("Any", None), RehearsalOptions(stage=begin))
    await rehearsal.do(case)
    report = RehearsalReport("demo", tuple(rehearsal.said), 0, Path("pictures"), timedelta())
    assert ([one.ending for one in report.cases], report.exit_code) == ([ending], code)
