"""YAML as the flow language reads it: scalars, places."""

from __future__ import annotations

from typing import Any

import pytest

from bot.flow import marks
from bot.flow.base import Marked
from bot.flow.marks import read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.50", 1.5),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("y", "y"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("2026-01-31", "2026-01-31"),
        ("007", "007"),
        ("0o17", "0o17"),
        ("0x1f", "0x1f"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        (".5", ".5"),
        ("330299199001010017", "330299199001010017"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
    ],
)
def test_a_scalar_is_what_it_looks_like(written: str, value: Any) -> None:
    found = read_yaml(f"key: {written}\n", "x.yaml").value["key"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_texts() -> None:
    value = read_yaml("{11: a, yes: b, true: c, 007: d}", "x.yaml").value
    assert list(value) == ["11", "yes", "true", "007"]


def test_mappings_know_where_they_stand() -> None:
    value = read_yaml("steps:\n  - click: save\n  - {fill: {a: 1}}\n", "x.yaml").value
    assert isinstance(value["steps"][1], Marked)
    assert [str(step.place) for step in value["steps"]] == ["x.yaml:2:5", "x.yaml:3:5"]
    assert str(value["steps"][1]["fill"].place) == "x.yaml:3:12"


def test_pythons_own_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml."""
    import yaml

    text = "a: {b: [1, 'x', true]}\nc: 工资\nd: |\n  e\n"
    fast = read_yaml(text, "x.yaml")
    monkeypatch.setattr(marks, "Loader", yaml.BaseLoader)
    slow = read_yaml(text, "x.yaml")
    assert slow.value == fast.value
    assert slow.problem("FL999", "x", ("a", "b", 1)) == fast.problem("FL999", "x", ("a", "b", 1))


def test_a_problem_is_marked_under_the_characters_that_are_meant() -> None:
    source = read_yaml("title: 工资\nwords: {工资单: wages}\n", "x.yaml")
    assert str(source.problem("FL013", "this", ("words", "工资单"))).splitlines() == [
        "x.yaml:2:14: error[FL013] this",
        "  1 | title: 工资",
        "  2 | words: {工资单: wages}",
        "    |                 ^^^^^",
        "  = write a value of the kind that is expected",
    ]
