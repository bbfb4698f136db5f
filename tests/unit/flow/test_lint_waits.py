"""Waits that are over before they begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import IN_ENGLISH, said, work


@pytest.mark.parametrize(
    "steps",
    [
        "- click: save\n- wait_for: save",
        "- click: save\n- wait_for: {element: save, state: enabled}",
        "- click: {button: Go}\n- wait_for: {button: Go}",
        '- fill: {name: x}\n- wait_for: name',
        "- wait_for: save\n- wait_for: save",
        "- do:\n    - click: save\n    - wait_for: save",
        "- wait_for: {css: body}",
        "- wait_for: page",
        "- expect: {url: /}",
        '- expect: {url: ""}',
        '- expect: {element: message, contains: " "}',
    ],
)
def test_a_wait_for_nothing(tmp_path: Path, steps: str) -> None:
    portal = IN_ENGLISH + "  page: {css: body}\nbusy: [page]\n"
    [(code, _, message)] = said(tmp_path, portal=portal, work=work(steps))
    assert code == "FL072"
    assert message.endswith("there is nothing to wait for")


@pytest.mark.parametrize(
    "steps",
    [
        "- click: save\n- wait_for: {element: save, state: hidden}",
        "- click: save\n- wait_for: message",
        "- click: save\n  optional: true\n- wait_for: save",
        "- click: save\n  when: name\n- wait_for: save",
        "- click: save\n- wait_for: save\n  frame: message",
        "- click: save\n- wait_for: {element: {element: save, has_text: Saved}}",
        "- fill: {name: x}\n- wait_for: {element: {element: name, within: message}}",
        "- wait_for: save\n- wait_for: {element: save, state: enabled}",
        "- wait_for: {css: body, has_text: Ready}",
        "- wait_for: {css: body.ready}",
        "- wait_for: {element: {css: body}, state: hidden}",
        "- expect: {url: /drafts}",
        "- expect: {title: Drafts}",
    ],
)
def test_a_wait_for_something(tmp_path: Path, steps: str) -> None:
    assert said(tmp_path, portal=IN_ENGLISH, work=work(steps)) == []
