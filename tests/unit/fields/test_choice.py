"""Choices and yes-or-no questions (rules HU01, IN01, MI01, RE02)."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from bot.fields import ChosenOption, Severity
from bot.text import Text, read_in
from tests.unit.fields.cells import field, read, said

HOUSEHOLD = field(
    "choice",
    rule="HU01",
    label={"es": "Tipo de hukou", "en": "Household registration type", "zh": "户粮关系"},
    choices={
        11: {"es": "urbano local", "en": "local urban", "zh": "本地城镇"},
        12: {"es": "urbano de fuera", "en": "non-local urban", "zh": "外地城镇"},
        "21": {"es": "rural local", "en": "local rural", "zh": "本地农村"},
        51: {"es": "residente local", "en": "local resident", "zh": "居民户口(本地)"},
    },
)
URBAN = ChosenOption("11", Text(es="urbano local", en="local urban", zh="本地城镇"))


@pytest.mark.parametrize(
    "cell",
    [
        "11",
        11,
        11.0,
        "１１",
        "urbano local",
        " Urbano  LOCAL ",
        "local urban",
        "本地城镇",
        "本地 城镇",
        "11 urbano local",
        "11 - local urban",
        "11·本地城镇",
        "urbano local (11)",
        "URBANO_LOCAL",
    ],
)
def test_every_way_of_naming_an_option(cell: object) -> None:
    parsed = read(HOUSEHOLD, cell)
    assert parsed.problems == ()
    assert parsed.value == URBAN


def test_punctuation_in_a_label_does_not_matter() -> None:
    for cell in ("居民户口（本地）", "居民户口(本地)", "居民户口本地", "51居民户口(本地)"):
        parsed = read(HOUSEHOLD, cell)
        assert isinstance(parsed.value, ChosenOption)
        assert parsed.value.code == "51"


@pytest.mark.parametrize(
    "cell",
    [None, "", "99", "12 urbano local", "urbano", True, 11.5, 1.1, "1.1", -11, "-11", date(2026, 1, 1), "-", "1" * 500],
)
def test_hu01_whatever_is_no_option(cell: object) -> None:
    parsed = read(HOUSEHOLD, cell)
    assert said(parsed) == [("HU01", Severity.ERROR)]
    assert "21 rural local" in parsed.problems[0].cure.to("es")


def test_a_ticked_cell_is_no_code() -> None:
    assert not read(field("choice", choices={1: "uno", 0: "cero"}), True).ok


@pytest.mark.parametrize(
    ("typed", "nearest"), [("urbano lokal", "本地城镇"), ("rurl local", "本地农村"), ("外地城填", "外地城镇")]
)
def test_hu01_the_nearest_option_is_named(typed: str, nearest: str) -> None:
    (problem,) = read(HOUSEHOLD, typed).problems
    assert f"“{nearest}”" in problem.cure.to("zh")


def test_an_option_reads_in_the_reader_s_language() -> None:
    read_in("zh")
    try:
        assert str(URBAN) == "本地城镇"
        assert HOUSEHOLD.columns()[0].example == "本地城镇"
    finally:
        read_in("en")


def test_the_column_offers_the_labels() -> None:
    (column,) = HOUSEHOLD.columns()
    assert [label.to("es") for label in column.choices] == [
        "urbano local",
        "urbano de fuera",
        "rural local",
        "residente local",
    ]
    assert all(read(HOUSEHOLD, label.to(language)).ok for label in column.choices for language in ("es", "en", "zh"))
    assert column.required


def test_options_that_read_the_same_are_refused_when_the_flow_is_loaded() -> None:
    with pytest.raises(ValidationError, match="'1' and '2' read the same"):
        field("choice", choices={1: "Alta", 2: "ALTA"})
    with pytest.raises(ValidationError, match="without letters or digits"):
        field("choice", choices={1: "—"})


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (["sí", "si", "SÍ", "S", "yes", "Y", "是", "true", "VERDADERO", "1", 1, 1.0, True], True),
        (["no", "N", "NO ", "否", "不是", "false", "FALSO", "0", 0, 0.0, False], False),
    ],
)
def test_yes_and_no_in_every_language(cells: list[object], meaning: bool) -> None:
    for cell in cells:
        assert read(field("yes_no"), cell).value is meaning, cell


@pytest.mark.parametrize("cell", [None, " ", "quizá", 2, -1, "sí y no", "x", date(2026, 1, 1)])
def test_mi01_a_question_that_is_not_answered(cell: object) -> None:
    assert said(read(field("yes_no", rule="MI01"), cell)) == [("MI01", Severity.ERROR)]


def test_a_question_that_need_not_be_answered() -> None:
    parsed = read(field("yes_no"), None, required=False)
    assert parsed.value is None
    assert parsed.problems == ()
    assert read(field("yes_no", default=False), None).value is False


def test_the_column_of_a_question_shows_a_yes_or_no() -> None:
    (column,) = field("yes_no", example=True, required_when="arrears_offered").columns()
    assert column.example == "Yes"
    assert [label.to("es") for label in column.choices] == ["Sí", "No"]
    assert not column.required
