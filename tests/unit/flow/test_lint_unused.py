"""What is defined and never used, and what is used in a way that is easily overlooked."""

from __future__ import annotations

from pathlib import Path

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
