"""Rules WA01–WA03, and how amounts are read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.fields import Severity
from tests.unit.fields.cells import field, read, rules, said

WAGE = field("money", whole=True, floor=4500, cap=22500)


@pytest.mark.parametrize(
    "cell",
    [
        6000,
        6000.0,
        Decimal("6000.00"),
        "6000",
        " 6000 ",
        "６０００",
        "6,000",
        "6，000",
        "6000.00",
        "6000,00",
        "6 000",
        "6.000,00",
        "¥6000",
        "￥6,000",
        "6000元",
        "6000 yuan",
        "CNY 6000",
        "+6000",
        5999.9999999999999,
    ],
)
def test_a_whole_wage_is_an_int(cell: object) -> None:
    parsed = read(WAGE, cell)
    assert parsed.problems == ()
    assert parsed.value == 6000
    assert isinstance(parsed.value, int)


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "",
        0,
        -6000,
        "-6000",
        "0",
        6000.5,
        "6000.50",
        "6000,5",
        "seis mil",
        "六千",
        "1.2万",
        "6e3",
        "6000 EUR",
        "60 00",
        "6,00,0",
        True,
        date(2026, 1, 1),
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        10**400,
        10**12,
        "330299900101001",
        "330299199001010017",
        Decimal("1E+999999"),
        "9" * 5000,
        "--6000",
        "1_000",
        [],
    ],
)
def test_wa01_anything_else_is_an_error(cell: object) -> None:
    parsed = read(WAGE, cell)
    assert said(parsed) == [("WA01", Severity.ERROR)]
    assert parsed.value is None


@pytest.mark.parametrize("typed", ["6.000", "22.500", "1.234.567"])
def test_wa01_a_dot_before_three_digits_is_never_guessed(typed: str) -> None:
    (problem,) = read(WAGE, typed).problems
    assert problem.rule == "WA01"
    assert "dos maneras" in problem.message.to("es")


@pytest.mark.parametrize(
    ("wage", "expected"),
    [(4499, ["WA02"]), (4500, []), (22500, []), (22501, ["WA03"]), (1, ["WA02"])],
)
def test_wa02_wa03_beyond_the_limits_the_portal_will_apply_them(wage: int, expected: list[str]) -> None:
    parsed = read(WAGE, wage)
    assert rules(parsed) == expected
    assert parsed.ok
    assert parsed.value == wage


def test_the_limits_are_named() -> None:
    (problem,) = read(WAGE, 4000).problems
    assert problem.severity is Severity.WARNING
    assert problem.message.to("en") == "4000 CNY is below the floor of 4500."
    assert "4500" in problem.cure.to("zh")


def test_amounts_with_cents() -> None:
    price = field("money", currency="EUR")
    assert read(price, "1234,50 EUR").value == Decimal("1234.50")
    assert read(price, 0.1 + 0.2).value == Decimal("0.3")
    assert rules(read(price, "12 元")) == ["WA01"]


def test_plain_numbers_have_bounds_and_a_rule_of_their_own() -> None:
    months = field("number", whole=True, minimum=1, maximum=3, rule="RE09")
    assert read(months, "2").value == 2
    assert read(field("number"), "-0.5").value == Decimal("-0.5")
    for cell in (0, 4, 1.5, "dos", "1.000", None, object()):
        assert said(read(months, cell)) == [("RE09", Severity.ERROR)]
