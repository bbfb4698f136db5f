"""A gate lets nothing through that would change the portal's books."""

from __future__ import annotations

from typing import Any

import pytest

from bot.run import Runner
from bot.run.gate import EffectAhead, Gate
from tests.unit.run.fakes import PaperHands, PaperPerson, flow, scope

SAVE = {"click": "save", "commits": True}


async def met(*stages: dict[str, Any], **called: list[dict[str, Any]]) -> tuple[list[str], EffectAhead]:
    """What was done before the gate, and what the gate met. `called` are the steps of flows by name."""
    hands = PaperHands()
    flows = {name: flow(flow=name, steps=steps) for name, steps in called.items()}
    runner = Runner(flows, hands, PaperPerson(), [Gate(flows)])
    with pytest.raises(EffectAhead) as raised:
        await runner.run(flow(stages=list(stages)), scope())
    return hands.done, raised.value


def stage(*steps: dict[str, Any], effect: str = "draft") -> dict[str, Any]:
    return {"stage": "save", "effect": effect, "steps": list(steps)}


async def test_a_flow_ends_before_the_step_that_commits() -> None:
    done, ahead = await met(stage({"click": "a"}, SAVE, {"click": "b"}))
    assert done == ["click a"]
    assert (ahead.effect, ahead.stage, ahead.step) == ("draft", "save", "click save")


async def test_a_step_in_a_called_flow_is_met_too() -> None:
    done, ahead = await met(stage({"call": "form"}), form=[{"click": "a"}, {"do": [SAVE]}])
    assert (done, ahead.step) == (["click a"], "click save")


async def test_a_call_can_be_what_commits() -> None:
    done, ahead = await met(stage({"call": "form", "commits": True}), form=[{"click": "a"}])
    assert (done, ahead.step) == ([], "call form")


async def test_a_stage_that_does_not_say_which_step_it_is_is_not_begun() -> None:
    done, ahead = await met({"stage": "look", "steps": [{"click": "a"}]}, stage({"click": "save"}, effect="filing"))
    assert (done, ahead.effect, ahead.step) == (["click a"], "filing", "")


async def test_a_flow_that_calls_itself_is_looked_through_once() -> None:
    done, ahead = await met(stage({"call": "form"}), form=[{"call": "form"}])
    assert (done, ahead.step) == ([], "")
