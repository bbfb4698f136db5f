"""What is logged of a batch: what was done and how it ended, never what was typed."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping

import pytest

from bot.errors import TargetNotFound
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.run import Runner
from bot.service.step_log import StepLog
from tests.unit.run.fakes import PaperHands, PaperPerson, flow, scope

STEPS = [
    {"fill": {"wage": "${wage}"}},
    {"click": "go", "when": "wage == ''"},
    {"report": {"case": "add-004", "state": "drafted", "number": "${wage}"}},
    {"click": "save"},
]


def missing() -> Mapping[str, object]:
    raise TargetNotFound("There is no “save” here.")


async def run(hands: PaperHands) -> None:
    sample = flow(stages=[{"stage": "save_draft", "steps": STEPS}])
    await Runner({}, hands, PaperPerson(), [StepLog("202611-01")]).run(sample, scope(wage="6854"))


async def test_each_step_is_logged_and_no_value(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with pytest.raises(TargetNotFound):
        await run(PaperHands({"click save": missing}))
    assert [re.sub(r"\d\.\d{3} s", "0 s", message) for message in caplog.messages] == [
        "202611-01 sample › save_draft",
        "202611-01   fill wage: done, 0 s (None)",
        "202611-01   click go: skipped, 0 s (None)",
        "202611-01   the portal holds add-004: drafted",
        "202611-01   report drafted: done, 0 s (None)",
        "202611-01   click save: failed, 0 s (None)",
        "202611-01 sample › save_draft failed, TargetNotFound: There is no “save” here. ()",
    ]


async def test_a_step_that_never_ends_shows_where_more_is_wanted(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await run(PaperHands())
    assert caplog.messages[1] == "202611-01   fill wage …"


def test_a_case_that_changes_is_logged_and_told_to_who_looks_on(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    told: list[CaseRecord] = []
    record = CaseRecord(Case("add-004", flow(steps=[{"open": "/"}]), {}), CaseState.DRAFTED, number="20261100000021")
    StepLog("202611-01").and_then(told.append)(record)
    assert caplog.messages == ["202611-01 add-004 is drafted, attempt 1"]
    assert told == [record]
