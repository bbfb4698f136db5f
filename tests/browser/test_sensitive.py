"""How sensitive values are recognised, however a portal writes them."""

from __future__ import annotations

import re

import pytest

from bot.browser.sensitive import NUMBERS, pattern


def _found(said: str, *values: str) -> list[str]:
    return [found[0] for found in re.finditer(pattern(values), said)]


@pytest.mark.parametrize(
    "written", ["6800", "6,800", "6800.00", "6,800.00", "6.800,00", "6 800", "6 800,00", "6’800", "6800.5"]
)
def test_an_amount(written: str) -> None:
    assert _found(f"CNY {written}.", "6800") == [written]


@pytest.mark.parametrize("other", ["16800", "68000", "6801", "680", "20261100006800"])
def test_another_amount(other: str) -> None:
    assert _found(other, "6800") == []


def test_an_amount_with_cents() -> None:
    assert _found("1 234 567,80", "1234567.80") == ["1 234 567,80"]


@pytest.mark.parametrize("written", ["G 12-345 B", "G12345B", "g12345b", "G-12345-B"])
def test_a_value_of_another_kind(written: str) -> None:
    assert [one.upper() for one in re.findall(pattern(["G12345B"]), written, re.IGNORECASE)] == [written.upper()]


def test_a_value_with_signs_that_mean_something_in_patterns() -> None:
    assert _found("(a+b) [c]^", "(a+b)", "[c]^") == ["(a+b)", "[c]^"]
    assert _found("aab", "(a+b)") == []


@pytest.mark.parametrize(
    "number", ["330299199001010017", "33029919730608101X", "330299900101001", "330299 19900101 0017"]
)
def test_anybody_s_number(number: str) -> None:
    assert _found(f"No. {number}, born") == [number]


@pytest.mark.parametrize("other", ["20261100000021", "2026-11-10 09:00", "170000001"])
def test_a_number_of_nobody(other: str) -> None:
    assert _found(other) == []


def test_the_values_of_a_whole_batch() -> None:
    people = [f"{number:017}X" for number in range(300)]
    assert len(pattern([*people, "6800"])) < 1000
    assert _found(f"{people[7]}: 6,800", *people, "6800") == [people[7], "6,800"]


def test_no_value_at_all() -> None:
    assert _found("nothing here", "", " ") == []


@pytest.mark.parametrize(("said", "found"), [("12 4800", True), ("48", False), ("六千", True), ("Ann", False)])
def test_what_looks_like_a_number_that_means_something(said: str, found: bool) -> None:
    assert bool(re.search(NUMBERS, said)) is found
