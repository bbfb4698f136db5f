"""What is defined and never used, and what is used in a way that is easily overlooked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import PORTAL, WORK, said, work


def test_the_clean_folder_is_clean(tmp_path: Path) -> None:
    assert said(tmp_path) == []


def test_an_element_that_nothing_uses(tmp_path: Path) -> None:
    portal = PORTAL + "  pager: {css: .pager}\n"

    assert said(tmp_path, portal=portal) == [("FL042", "pager", "nothing uses the element 'pager'")]


def test_elements_that_only_use_each_other_are_of_no_use(tmp_path: Path) -> None:
    portal = PORTAL + "  pager: {css: .pager, within: foot}\n  foot: {css: .foot}\n"

    assert [(code, text) for code, text, _ in said(tmp_path, portal=portal)] == [("FL042", "pager"), ("FL042", "foot")]


def test_an_element_is_used_by_signs_masks_and_what_a_used_one_is_defined_by(tmp_path: Path) -> None:
    portal = PORTAL + (
        "  mask: {css: .mask, within: area}\n  area: {css: .area}\n  box: {css: .box}\n"
        "busy: [mask]\nsigns:\n  - {means: refusal, element: box}\n"
    )

    assert said(tmp_path, portal=portal) == []


def test_an_element_that_is_shown_of_a_case_is_used(tmp_path: Path) -> None:
    portal = PORTAL + "  city: {field: {es: Ciudad, en: City, zh: 市}}\n"

    assert said(tmp_path, portal=portal, work=work("", 'shows: {city: "${name}"}\n')) == []


def test_a_misspelt_element_is_one_mistake_and_not_two(tmp_path: Path) -> None:
    [(code, text, _)] = said(tmp_path, work=WORK.replace("click: save", "click: sav"))

    assert (code, text) == ("FL012", "sav")


def test_an_input_that_nothing_reads(tmp_path: Path) -> None:
    flow = WORK.replace("inputs:\n", "inputs:\n  wage: {type: text, label: Wage}\n")

    assert said(tmp_path, work=flow) == [("FL025", "wage", "nothing reads the input 'wage'")]


def test_an_input_is_read_by_conditions_elements_and_rules(tmp_path: Path) -> None:
    inputs = "".join(f"  {name}: {{type: text, label: Some}}\n" for name in ("bare", "asked", "row", "ruled", "who"))
    inputs += '  more: {type: text, label: More, required: false, required_when: "${asked}"}\n'
    rules = 'rules: [{id: AB01, when: ruled, message: No}]\nperson: who\noutputs: {more: "${more}"}\n'
    flow = WORK.replace("inputs:\n", "inputs:\n" + inputs) + "  - click: row_of_it\n    when: bare == 'x'\n" + rules
    portal = PORTAL + '  row_of_it: {row: {has: ["${row}"]}}\n'

    assert said(tmp_path, portal=portal, work=flow) == []


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("- set: {a: 1}", "a"),
        ("- read: {a: message}", "a"),
        ("- read_table: {table: message, columns: {x: 1}, as: a}", "as"),
        ("- call: other\n  as: a", "as"),
        ("- ask: {a: What is it?}", "a"),
    ],
)
def test_a_variable_that_nothing_reads(tmp_path: Path, step: str, name: str) -> None:
    other = "flow: other\ntitle: Other\nsteps:\n  - click: save\n"
    calling = WORK + "  - call: other\n"
    assert said(tmp_path, other=other, work=calling + work(step).removeprefix(WORK)) == [
        ("FL026", name, "nothing reads the variable 'a'")
    ]

    read = work(step + "\n- approve: Go on?\n  when: a").removeprefix(WORK)
    assert said(tmp_path, other=other, work=calling + read) == []


def test_the_variable_of_a_loop_need_not_be_read(tmp_path: Path) -> None:
    assert said(tmp_path, work=work("- for_each: {one: \"${['a', 'b']}\"}\n  do: [{click: save}]")) == []


def test_what_has_been_ticked_is_read_by_the_engine(tmp_path: Path) -> None:
    assert said(tmp_path, work=work("- set: {ticked: []}")) == []


def test_a_flow_that_nobody_calls(tmp_path: Path) -> None:
    other = "flow: other\ntitle: Other\nsteps:\n  - click: save\n"
    message = "nothing calls the flow 'other', and `operations` does not list it"
    assert said(tmp_path, other=other) == [("FL036", "other", message)]

    assert said(tmp_path, other=other, portal=PORTAL.replace("[work]", "[work, other]")) == []
    assert said(tmp_path, other=other, portal=PORTAL + "walk: other\n") == []
    assert said(tmp_path, other=other, work=work("- call: other")) == []
    assert said(tmp_path, other=other, work=work('- call: "${name}"')) == []


def test_two_flows_that_only_call_each_other_are_called_by_nobody(tmp_path: Path) -> None:
    first = "flow: first\ntitle: First\nsteps:\n  - call: second\n"
    second = "flow: second\ntitle: Second\nsteps:\n  - click: save\n"

    assert [text for code, text, _ in said(tmp_path, first=first, second=second)] == ["first", "second"]


def test_of_a_portal_that_lists_no_operation_nobody_knows_what_will_be_called(tmp_path: Path) -> None:
    assert said(tmp_path, portal=PORTAL.replace("operations: [work]\n", "")) == []


def test_a_setting_and_a_word_that_nothing_reads(tmp_path: Path) -> None:
    portal = PORTAL.replace('{"yes"', '{drafts: {es: B, en: D, zh: 草}, "yes"') + "settings: {floor: 1}\n"
    assert said(tmp_path, portal=portal) == [
        ("FL045", "drafts", "nothing reads the word 'drafts'"),
        ("FL045", "floor", "nothing reads the setting 'floor'"),
    ]


@pytest.mark.parametrize("read", ["click: {text: '${portal.words.drafts}'}", "set: {ticked: '${portal.words[name]}'}"])
def test_a_word_is_read_by_its_name_or_by_one_that_only_a_run_knows(tmp_path: Path, read: str) -> None:
    portal = PORTAL.replace('{"yes"', '{drafts: {es: B, en: D, zh: 草}, "yes"')
    assert said(tmp_path, portal=portal, work=work(f"- {read}")) == []


def test_a_setting_is_read_by_the_options_of_inputs(tmp_path: Path) -> None:
    flow = WORK.replace("{type: text, label: Name}", '{type: number, label: Number, minimum: "${portal.floor}"}')
    assert said(tmp_path, portal=PORTAL + "settings: {floor: 1}\n", work=flow) == []
