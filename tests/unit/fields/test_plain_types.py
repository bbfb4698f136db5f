"""Days, texts, files, and what the engine hands over."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from bot.fields import Severity
from tests.unit.fields.cells import field, read, rules, said

DAY = field("date")


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 11, 1),
        datetime(2026, 11, 1, 8, 30),
        "2026-11-01",
        "2026/11/1",
        "2026.11.1",
        "2026年11月1日",
        "20261101",
        20261101.0,
        "２０２６-１１-０１",
        "2026-11-01 00:00:00",
    ],
)
def test_a_day(cell: object) -> None:
    parsed = read(DAY, cell)
    assert parsed.value == date(2026, 11, 1)
    assert type(parsed.value) is date


def test_a_day_with_the_year_last_is_taken_only_where_it_has_one_reading() -> None:
    assert read(DAY, "25/12/2026").value == date(2026, 12, 25)
    assert read(DAY, "12/25/2026").value == date(2026, 12, 25)
    assert read(DAY, "05.05.2026").value == date(2026, 5, 5)
    (problem,) = read(DAY, "01/11/2026").problems
    assert "two ways" in problem.message.to("en")
    assert "01/11/2026" in problem.message.to("en")


@pytest.mark.parametrize("cell", [None, "", "ayer", "2026-02-30", "30/02/2026", 46000, 46000.5, True, "2026-11"])
def test_what_is_no_day(cell: object) -> None:
    assert said(read(field("date", rule="DA09"), cell)) == [("DA09", Severity.ERROR)]


def test_text_is_kept_as_typed() -> None:
    note = field("text", min_length=2, max_length=5)
    assert read(note, " ａb ").value == "ａb"
    assert read(note, 12.0).value == "12"
    for cell in ("a", "abcdef", None, True, date(2026, 1, 1)):
        assert rules(read(note, cell)) == ["TX01"], cell


def test_text_of_a_form_shows_how() -> None:
    code = field("text", pattern="[A-Z]{2}[0-9]{3}", example="AB123")
    assert read(code, "XY999").ok
    (problem,) = read(code, "XY99").problems
    assert "AB123" in problem.cure.to("es")
    with pytest.raises(ValidationError, match="not a regular expression"):
        field("text", pattern="[")


def test_a_file_is_its_path() -> None:
    assert read(field("file"), " papeles/contrato.pdf ").value == "papeles/contrato.pdf"
    assert rules(read(field("file"), None)) == ["FI01"]


@pytest.mark.parametrize("kind", ["list", "cases"])
def test_what_the_engine_hands_over_is_taken_as_it_is(kind: str) -> None:
    one = field(kind)
    assert one.columns() == ()
    assert read(one, [{"a": 1}, 2]).value == ({"a": 1}, 2)
    assert rules(read(one, "no")) == ["LI01"]
    assert rules(read(one, None)) == ["LI01"]


def test_a_default_stands_in_for_a_blank() -> None:
    assert read(field("money", whole=True, default=5000), None).value == 5000
    assert read(field("text", default="x"), " ").value == "x"
    assert read(field("text", default="x"), "y").value == "y"
