"""What a flow would do, worked out beforehand: what is known is said, what only the page can tell is not guessed."""

from __future__ import annotations

from typing import Any

from pydantic import SecretStr

from bot.redaction import HIDDEN
from bot.run.plan import PlannedStep, plan
from tests.unit.run.fakes import flow, scope


def planned(*steps: dict[str, Any], called: list[dict[str, Any]] | None = None, **names: Any) -> list[PlannedStep]:
    """The steps of a flow with these; `called` are those of the flow `other`, whose input is `number`."""
    sample = flow(steps=list(steps))
    inputs = {"number": {"type": "text", "label": "Number"}}
    others = {"other": flow(flow="other", inputs=inputs, steps=called)} if called else {}
    [stage] = plan(sample, others, scope(**names))
    return list(stage.steps)


def test_values_are_told_as_they_would_be_typed_and_passwords_are_not() -> None:
    [step] = planned({"fill": {"wage": "${wage} CNY", "who": "${password}"}}, wage=7000, password=SecretStr("s3cret"))
    assert step.details == (("wage", "7000 CNY"), ("who", HIDDEN))


def test_what_is_read_on_the_page_is_not_guessed() -> None:
    steps = planned(
        {"read": {"said": "wage"}},
        {"fill": {"who": "${said}"}},
        {"click": "wage", "when": "${said is not none}"},
        said="from before",
    )
    assert steps[1].details == (("who", "${said}"),)
    assert steps[2].holds is None


def test_what_hangs_on_the_page_leaves_nothing_known_behind_it() -> None:
    steps = planned(
        {"read": {"said": "wage"}},
        {"set": {"who": "a"}},
        {"when": "${said}", "do": [{"set": {"who": "b"}}, {"fill": {"wage": "${who}"}}]},
        {"fill": {"wage": "${who}"}},
    )
    assert steps[4].details == (("wage", "b"),)
    assert steps[5].details == (("wage", "${who}"),)


def test_a_condition_that_is_not_met_leaves_out_what_is_inside_it() -> None:
    steps = planned({"when": "${migrant}", "do": [{"click": "wage"}]}, {"click": "who"}, migrant=False)
    assert [(step.words, step.holds) for step in steps] == [("do", False), ("click who", True)]


def test_a_loop_does_not_know_what_an_earlier_round_has_set() -> None:
    steps = planned(
        {"set": {"page": 1}},
        {"repeat_until": "${page == 3}", "do": [{"fill": {"who": "${page}"}}, {"set": {"page": "${page + 1}"}}]},
    )
    assert steps[1].until == "${page == 3}"
    assert steps[2].details == (("who", "${page}"),)


def test_a_called_flow_stands_in_its_place_and_sees_its_inputs_only() -> None:
    called = [{"fill": {"who": "${number}"}}, {"fill": {"who": "${outside}"}}]
    steps = planned({"call": "other", "with": {"number": "${n}"}}, called=called, n="42", outside="no")
    assert [(step.depth, step.words) for step in steps] == [(0, "call other"), (1, "fill who"), (1, "fill who")]
    assert steps[1].details == (("who", "42"),)
    assert steps[2].details == (("who", "${outside}"),)


def test_a_flow_that_calls_itself_ends() -> None:
    steps = planned({"call": "other", "with": {"number": "1"}}, called=[{"call": "other", "with": {"number": "2"}}])
    assert [step.words for step in steps] == ["call other", "call other"]


def test_the_step_with_the_effect_is_marked() -> None:
    assert [step.commits for step in planned({"click": "who"}, {"click": "wage", "commits": True})] == [False, True]
