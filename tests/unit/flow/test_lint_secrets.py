"""Passwords and answers go into fields, by themselves; and they stand in no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import LOGIN, PORTAL, WORK, said, work

KEPT = PORTAL.replace("words:", "settings: {user: ana, password: hunter2}\nwords:")
ASKED = "- ask: {code: {question: Type the code}}\n"


def places(folder: Path, code: str, **files: str) -> list[str]:
    """What is marked; and that nothing but `code` is said."""
    found = said(folder, **files)
    assert {one for one, _, _ in found} <= {code}, found
    return [text for _, text, _ in found]


@pytest.mark.parametrize(
    "step",
    [
        '- open: "/?p=${account.password}"',
        '- fill: {name: "pw: ${account.password}"}',
        '- fill: {name: "${account.password | upper}"}',
        """- fill: {name: "${account['password'] ~ ''}"}""",
        '- choose: {name: "${account.password}"}',
        '- wait_for: {text: "${account.password}"}',
        '- click: {element: save, has_text: "${account.password}"}',
        '- refuse: {message: "No: ${account.password}"}',
        '- approve: "Is ${account.password} right?"',
        '- report: {state: done, number: "${account.password}"}',
        '- evidence: {name: filled, of: {row: {has: ["${account.password}"]}}}',
        ASKED + '- open: "/${code}"',
        ASKED + '- set: {kept: "${code}"}\n- open: "/${kept}"',
        '- for_each: {one: "${[account.password]}"}\n  do: [{open: "/${one}"}]',
    ],
)
def test_a_secret_among_words_or_where_it_can_be_seen(tmp_path: Path, step: str) -> None:
    assert places(tmp_path, "FL027", work=work(step))


@pytest.mark.parametrize(
    "step",
    [
        '- fill: {name: "${account.password}"}',
        """- fill: {name: "${ account['password'] }"}""",
        '- open: "/${account.name}?password=no"',
        '- click: save\n  when: account.password',
        ASKED + '- fill: {name: "${code}"}\n  when: "${code != \'\'}"',
        ASKED + '- set: {kept: "${code}"}\n- fill: {name: "${kept}"}',
        "- expect: {element: message, contains: {es: su password, en: your password, zh: 密码}}",
    ],
)
def test_a_secret_that_is_filled_in_or_compared_and_words_about_passwords(tmp_path: Path, step: str) -> None:
    assert places(tmp_path, "FL027", work=work(step)) == []


def test_a_condition_is_one_only_where_the_language_has_conditions(tmp_path: Path) -> None:
    step = '- report: {state: done, number: {when: "${account.password}"}}'
    assert places(tmp_path, "FL027", work=work(step)) == ['"${account.password}"']


def test_a_text_that_only_looks_like_an_expression(tmp_path: Path) -> None:
    flow = WORK.replace("label: Name", 'label: Name, example: "$${account.password}"')

    assert places(tmp_path, "FL027", work=flow + '  - open: "/$${account.password}"\n') == []


def test_a_secret_is_followed_into_the_flow_that_it_is_given_to(tmp_path: Path) -> None:
    inner = 'flow: inner\ntitle: In\ninputs: {word: {type: text, label: Word}}\nsteps:\n  - fill: {name: "${word}"}\n'
    calling = work('- call: inner\n  with: {word: "${account.password}"}')
    assert places(tmp_path, "FL027", work=calling, inner=inner) == []

    assert places(tmp_path, "FL027", work=calling, inner=inner + '  - open: "/${word}"\n') == ['"/${word}"']
    given_a_name = calling.replace(".password", ".user")
    assert places(tmp_path, "FL027", inner=inner + '  - open: "/${word}"\n', work=given_a_name) == []


def test_an_input_that_is_called_a_password_is_one(tmp_path: Path) -> None:
    flow = WORK.replace("inputs:\n", "inputs:\n  new_password: {type: text, label: New}\n")
    flow += '  - fill: {password: "${new_password}"}\n'
    assert places(tmp_path, "FL027", work=flow) == []

    assert places(tmp_path, "FL027", work=flow + '  - open: "/${new_password}"\n') == ['"/${new_password}"']


def test_an_element_that_reads_a_secret_of_the_flow(tmp_path: Path) -> None:
    portal = PORTAL + '  row_of_it: {row: {has: ["${code}"]}}\n'

    assert places(tmp_path, "FL027", portal=portal, work=work(ASKED + "- click: row_of_it")) == ["row_of_it"]


def test_an_element_with_the_password_itself(tmp_path: Path) -> None:
    portal = PORTAL.replace("{css: .message}", '{text: "${account.password}"}')

    assert places(tmp_path, "FL027", portal=portal) == ['"${account.password}"']


@pytest.mark.parametrize(
    ("files", "marked"),
    [
        ({"login": LOGIN.replace("${account.password}", "hunter2")}, '"hunter2"'),
        ({"login": LOGIN.replace('"${account.password}"', "123456")}, "123456"),
        ({"work": work("- set: {password: hunter2}\n- fill: {name: \"${password}\"}")}, "hunter2"),
        ({"portal": PORTAL.replace("https://", "https://ana:hunter2@")}, "https://ana:hunter2@portal.invalid/"),
        ({"portal": KEPT, "login": LOGIN.replace("account.", "portal.")}, "hunter2"),
        ({"work": work("- open: https://ana:hunter2@portal.invalid/")}, "https://ana:hunter2@portal.invalid/"),
    ],
)
def test_a_password_that_stands_in_a_file(tmp_path: Path, files: dict[str, str], marked: str) -> None:
    assert places(tmp_path, "FL028", **files) == [marked]


def test_a_field_for_a_password_is_known_by_its_label_too(tmp_path: Path) -> None:
    portal = PORTAL + "  secret_word: {field: {es: Contraseña nueva, en: New, zh: 新}}\n"
    assert places(tmp_path, "FL028", portal=portal, work=work("- fill: {secret_word: hunter2}")) == ["hunter2"]

    other = portal.replace("Contraseña nueva", "Palabra")
    assert places(tmp_path, "FL028", portal=other, work=work("- fill: {secret_word: hunter2}")) == []
