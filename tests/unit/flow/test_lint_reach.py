"""Conditions that never change, steps that are never reached, loops that nothing in them can end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import WORK, said, work

NO = "- refuse: No\n"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ('- click: save\n  when: "${false}"', "never"),
        ("- click: save\n  when: 1 == 1", "always"),
        ("- click: save\n  when: \"'name'\"", "always"),
        ("- repeat_until: 'false'\n  do: [{click: save}]", "never"),
    ],
)
def test_a_condition_that_never_changes(tmp_path: Path, step: str, message: str) -> None:
    [(code, _, words)] = said(tmp_path, work=work(step))
    assert (code, words) == ("FL070", f"this is {message} true, whatever happens")


def test_conditions_of_rules_and_inputs_are_conditions_too(tmp_path: Path) -> None:
    flow = WORK.replace("label: Name}", 'label: Name, only_when: "true"}')
    assert [code for code, _, _ in said(tmp_path, work=flow)] == ["FL070"]

    rule = "rules: [{id: AB01, when: 1 == 2, message: No}]\n"
    assert said(tmp_path, work=WORK + rule) == [("FL070", "1 == 2", "this is never true, whatever happens")]


def test_a_condition_that_reads_anything_may_change(tmp_path: Path) -> None:
    assert said(tmp_path, work=work("- click: save\n  when: name or true")) == []


@pytest.mark.parametrize(
    "steps",
    [
        NO + "- click: save",
        "- do:\n    - refuse: No\n- click: save",
        "- call: no\n- click: save",
    ],
)
def test_a_step_after_the_end_of_the_case(tmp_path: Path, steps: str) -> None:
    no = "flow: no\ntitle: No\nsteps:\n  - refuse: No\n"
    calling = work("- call: no\n  when: name") if "call" not in steps else WORK
    found = said(tmp_path, no=no, work=calling + work(steps).removeprefix(WORK))

    assert found == [("FL071", "click: save", "this step is never reached: the case ends before it")]


def test_of_many_steps_after_the_end_the_first_is_told(tmp_path: Path) -> None:
    assert len(said(tmp_path, work=work(NO + "- click: save\n- click: message"))) == 1


@pytest.mark.parametrize(
    "steps",
    [
        "- refuse: No\n  when: name\n- click: save",
        "- do:\n    - refuse: No\n  when: name\n- click: save",
        "- for_each: {one: '${[name]}'}\n  do:\n    - refuse: No\n- click: save",
        "- click: save\n" + NO,
    ],
)
def test_a_step_that_may_be_reached(tmp_path: Path, steps: str) -> None:
    assert said(tmp_path, work=work(steps)) == []


def test_a_stage_after_the_end_of_the_case(tmp_path: Path) -> None:
    stages = (
        "flow: work\ntitle: Work\ninputs: {name: {type: text, label: Name}}\nstages:\n"
        "  - stage: one\n    steps: [{fill: {name: '${name}'}}, {refuse: 'No'}]\n"
        "  - stage: two\n    steps: [{click: save}, {wait_for: message}]\n"
    )
    message = "this stage is never reached: the case ends in the stage 'one'"
    assert said(tmp_path, work=stages) == [("FL071", "two", message)]

    assert said(tmp_path, work=stages.replace("refuse: 'No'", "refuse: 'No', when: name")) == []


def test_steps_for_each_of_nothing(tmp_path: Path) -> None:
    assert said(tmp_path, work=work("- for_each: {one: []}\n  do: [{click: save}]")) == [
        ("FL071", "for_each", "these steps are never reached: the list is empty")
    ]
    assert said(tmp_path, work=work("- for_each: {one: [1]}\n  do: [{click: save}]")) == []


def test_a_loop_whose_end_nothing_in_it_can_change(tmp_path: Path) -> None:
    steps = "- set: {next: 1}\n- repeat_until: next is none\n  do:\n    - click: save\n"
    [(code, text, message)] = said(tmp_path, work=work(steps))
    assert (code, text) == ("FL073", "next is none")
    assert message == "no step in this loop sets 'next': it ends at once or never"


@pytest.mark.parametrize("inside", ["- read: {next: message}", "- when: name\n  do:\n    - set: {next: 1}"])
def test_a_loop_that_sets_what_its_end_reads(tmp_path: Path, inside: str) -> None:
    lines = "".join(f"    {line}\n" for line in inside.splitlines())
    assert said(tmp_path, work=work(f"- repeat_until: next or name\n  do:\n{lines}")) == []
