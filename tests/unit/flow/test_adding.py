"""What is added to a file of flows stands where it belongs, and the rest stays as it was."""

from __future__ import annotations

from typing import Any

import pytest

from bot.flow.adding import with_entries, with_item
from bot.flow.marks import read_yaml

NEW: dict[str, Any] = {"a b": {"css": "#x"}, "two": [{"button": "Sí: «x»"}, {"css": "a[b=\"c\"]"}]}
FILES = [
    "title: x\n",
    "title: x",
    "elements: {}\ntitle: x\n",
    "elements:\ntitle: x\n",
    "elements:\n",
    "elements: {one: {css: a}}\ntitle: x\n",
    "elements: {one: {css: a},}\ntitle: x\n",
    "elements:\n  one: {css: a}\n\n# about\ntitle: x\n",
    "elements:\n    one:\n        css: a\n    # last\ntitle: x\n",
    "title: x\nelements:\n  one: {css: a}",
    "elements:\n  one: [{css: a},\n    {css: b}]\ntitle: x\n",
    "elements:\n  one:\n    - css: a\n    - css: b\ntitle: x\n",
]


@pytest.mark.parametrize("text", FILES)
def test_entries_are_added_and_everything_else_stays(text: str) -> None:
    before = read_yaml(text, "").value
    source = read_yaml(with_entries(text, "elements", NEW), "")
    assert not source.problems
    assert source.value == {**before, "elements": {**(before.get("elements") or {}), **NEW}}


def test_comments_stay_above_what_they_are_about() -> None:
    text = "elements:\n  one: {css: a}  # the first\n\n# How it says no\nsigns: []\n"
    assert with_entries(text, "elements", {"two": {"css": "b"}}) == (
        "elements:\n  one: {css: a}  # the first\n  two: {css: b}\n\n# How it says no\nsigns: []\n"
    )


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("operations: [a, b]\n", ["a", "b", "no"]),
        ("operations: []\n", ["no"]),
        ("operations:\n  - a\n  - b\ntitle: x\n", ["a", "b", "no"]),
        ("operations:\n- a\ntitle: x\n", ["a", "no"]),
        ("title: x\n", ["no"]),
    ],
)
def test_an_item_is_added_to_a_list(text: str, after: list[str]) -> None:
    source = read_yaml(with_item(text, "operations", "no"), "")
    assert not source.problems
    assert source.value["operations"] == after
