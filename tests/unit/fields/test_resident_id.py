"""Rules ID01–ID09, one by one, and the vectors of synthetic numbers (region 330299 does not exist).

Numbers of real counties have the sequence 000, which is never given out: none can be anybody's.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.fields import ResidentNumber, Severity
from bot.fields.resident_id import check_character
from tests.unit.fields.cells import field, read, rules, said

ERROR, WARNING = Severity.ERROR, Severity.WARNING
ID = field("resident_id")


def number(first_seventeen: str) -> str:
    return first_seventeen + check_character(first_seventeen)


def of_real(region: str) -> str:
    """A number of a region that exists, with a birthday on which it does not end in 000 by chance."""
    return next(one for day in (1, 2) if not (one := number(f"{region}199001{day:02}000")).endswith("000"))


@pytest.mark.parametrize("typed", ["330299199001010017", "330299198506150029"])
def test_a_right_number_has_no_problem(typed: str) -> None:
    parsed = read(ID, typed)
    assert parsed.ok
    assert parsed.problems == ()
    assert parsed.value == ResidentNumber(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("330299200102290033", [("ID06", ERROR)]),
        ("330299199001010010", [("ID05", ERROR)]),
        ("810000199001010019", [("ID09", WARNING)]),
        ("82000019850505002X", [("ID09", WARNING)]),
        ("830000197901010035", [("ID09", WARNING)]),
        ("911156199001010010", [("ID09", WARNING)]),
    ],
)
def test_the_vectors(typed: str, expected: list[tuple[str, Severity]]) -> None:
    parsed = read(ID, typed)
    assert said(parsed) == expected
    assert (parsed.value is None) == (expected[0][1] is ERROR)


@pytest.mark.parametrize("blank", [None, "", "  ", "\u3000", "\ufeff", "\u200b "])
def test_id01_a_blank_is_an_error_only_where_it_must_not_be_one(blank: object) -> None:
    assert said(read(ID, blank)) == [("ID01", ERROR)]
    assert read(ID, blank, required=False).problems == ()
    assert read(ID, blank, required=False).value is None


@pytest.mark.parametrize(
    "cell",
    [
        330299199001010017,
        3.30299199001010e17,
        330299900101001,
        Decimal("330299199001010017"),
        float("nan"),
        float("inf"),
        "3.30299E+17",
        "3,30299e17",
        "3.30299199001010E+17",
        "330299199001010017.0",
    ],
)
def test_id02_a_number_in_the_cell_has_lost_digits(cell: object) -> None:
    assert said(read(ID, cell)) == [("ID02", ERROR)]


def test_id02_text_that_ends_in_zeros_is_suspect() -> None:
    right = next(
        n
        for n in (
            number(f"3302991990{day:04}{middle:03}")
            for day in (101, 102, 103, 104, 105)
            for middle in range(0, 1000, 100)
        )
        if n.endswith("000")
    )
    assert said(read(ID, right)) == [("ID02", WARNING)]
    assert said(read(ID, "330299199001010000")) == [("ID02", WARNING), ("ID05", ERROR)]


@pytest.mark.parametrize("typed", ["1", "33029919900101001", "3302991990010100170", "3302991990010"])
def test_id03_the_length(typed: str) -> None:
    parsed = read(ID, typed)
    assert said(parsed) == [("ID03", ERROR)]
    assert f" {len(typed)} " in parsed.problems[0].message.to("en")


def test_id03_the_old_form_is_proposed_in_the_new_one() -> None:
    parsed = read(ID, "330299900101001")
    assert said(parsed) == [("ID03", WARNING)]
    assert parsed.value == ResidentNumber("330299199001010017")
    assert "330*************17" in parsed.problems[0].message.to("es")


def test_id03_the_old_form_is_checked_like_the_new_one() -> None:
    assert rules(read(ID, "330299901301001")) == ["ID03", "ID06"]
    assert rules(read(ID, "000000900101001")) == ["ID03", "ID08"]


@pytest.mark.parametrize(
    "typed",
    [
        "330299 19900101 0017",
        "330299-19900101-0017",
        "33029919900101001A",
        "33029919900101X017",
        "33029919900101001Х",
        "33029919900101001×",
        "３３０２９９１９９００１０１００１Ａ",
        "٣٣٠٢٩٩١٩٩٠٠١٠١٠٠١٧",
        "33029990010100X",
    ],
)
def test_id04_what_is_no_digit(typed: str) -> None:
    assert set(said(read(ID, typed))) == {("ID04", ERROR)}


@pytest.mark.parametrize("cell", [True, date(1990, 1, 1), datetime(1990, 1, 1), object(), ["330299199001010017"]])
def test_id04_a_cell_of_another_kind(cell: object) -> None:
    assert said(read(ID, cell)) == [("ID04", ERROR)]


@pytest.mark.parametrize(
    "typed",
    [
        "３３０２９９１９９００１０１００１７",
        " 330299199001010017\t",
        "330299199001010017\u00a0",
        "\u202a330299199001010017\u202c",
    ],
)
def test_id04_width_and_blanks_at_the_ends_do_not_matter(typed: str) -> None:
    parsed = read(ID, typed)
    assert parsed.problems == ()
    assert str(parsed.value) == "330299199001010017"


@pytest.mark.parametrize("typed", ["82000019850505002x", "82000019850505002ｘ"])
def test_id04_a_small_x_is_an_x(typed: str) -> None:
    assert str(read(ID, typed).value) == "82000019850505002X"


@pytest.mark.parametrize(("typed", "expected"), [("330299199001010010", "7"), ("820000198505050020", "X")])
def test_id05_says_which_check_character_was_expected(typed: str, expected: str) -> None:
    problem = next(one for one in read(ID, typed).problems if one.rule == "ID05")
    assert all(problem.message.to(language).rstrip(".。").endswith(expected) for language in ("es", "en", "zh"))


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        ("19900231", "ID06"),
        ("19901301", "ID06"),
        ("19900001", "ID06"),
        ("00000101", "ID06"),
        ("18991231", "ID06"),
        ("20261111", "ID06"),
        ("20270101", "ID06"),
        ("19000101", "ID07"),
        ("20261110", "ID07"),
        ("20240229", "ID07"),
    ],
)
def test_id06_the_birth_is_a_day_from_1900_to_today(birth: str, expected: str) -> None:
    assert rules(read(ID, number(f"330299{birth}001"))) == [expected]


@pytest.mark.parametrize(
    ("birth", "sequence", "expected"),
    [
        ("20101111", "001", [("ID07", ERROR)]),
        ("20101110", "001", []),
        ("19661111", "001", []),
        ("19661110", "001", [("ID07", WARNING)]),
        ("19711111", "002", []),
        ("19711110", "002", [("ID07", WARNING)]),
        ("19711110", "001", []),
    ],
)
def test_id07_ages_count_to_the_day(birth: str, sequence: str, expected: list[tuple[str, Severity]]) -> None:
    assert said(read(ID, number(f"330299{birth}{sequence}"))) == expected


def test_id07_the_retirement_age_is_a_setting() -> None:
    later = field("resident_id", retirement_age={"m": 63, "f": 58})
    assert read(later, number("33029919661110001")).problems == ()
    assert said(read(later, number("33029919631110001"))) == [("ID07", WARNING)]
    assert said(read(later, number("33029919681110002"))) == [("ID07", WARNING)]


@pytest.mark.parametrize("prefix", ["00", "10", "16", "20", "30", "47", "55", "60", "66", "70", "72", "80", "84", "89"])
def test_id08_an_unknown_province_is_an_error(prefix: str) -> None:
    assert said(read(ID, number(f"{prefix}010119900101001"))) == [("ID08", ERROR)]


@pytest.mark.parametrize("region", ["110103", "330103", "500112", "330299"[:4] + "98", "330200", "330000"])
def test_id08_a_county_that_is_gone_is_only_suspect(region: str) -> None:
    parsed = read(ID, of_real(region))
    assert said(parsed) == [("ID08", WARNING)]
    assert parsed.value is not None


@pytest.mark.parametrize("region", ["330203", "441900", "442000", "460400", "620200", "659001", "710000"])
def test_id08_cities_without_counties_issue_numbers_too(region: str) -> None:
    assert read(ID, of_real(region)).problems == ()


@pytest.mark.parametrize("region", ["810001", "810101", "820100", "831000"])
def test_id09_other_numbers_of_hong_kong_macau_and_taiwan_do_not_exist(region: str) -> None:
    assert said(read(ID, of_real(region))) == [("ID09", ERROR)]


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert rules(read(ID, "009999201013010010")) == ["ID05", "ID08", "ID06"]


def test_what_a_number_says() -> None:
    one = ResidentNumber(number("33020319850615000"))
    assert (one.birth, one.sex, one.region) == (date(1985, 6, 15), "f", "330203")
    assert (one.province, one.city, one.county) == ("浙江省", "宁波市", "海曙区")
    assert ResidentNumber("330299199001010017").sex == "m"


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("810000199001010019", ("香港特别行政区", "", "")),
        ("830000197901010035", ("台湾省", "", "")),
        ("911156199001010010", ("", "", "")),
        (number("11010319900101000"), ("北京市", "市辖区", "")),
        (number("44190019900101000"), ("广东省", "东莞市", "")),
    ],
)
def test_where_a_number_comes_from(typed: str, where: tuple[str, str, str]) -> None:
    one = ResidentNumber(typed)
    assert (one.province, one.city, one.county) == where


def test_numbers_are_equal_by_number_and_hidden_when_shown_to_engineers() -> None:
    one = read(ID, "330299199001010017").value
    assert one == ResidentNumber("330299199001010017")
    assert len({one, ResidentNumber("330299199001010017")}) == 1
    assert "19900101" not in repr(one)


def test_the_column_keeps_the_digits() -> None:
    (column,) = field("resident_id", example="330299199001010017").columns()
    assert column.text
    assert column.width >= 20
    assert column.example == "330299199001010017"
    assert read(ID, column.example).problems == ()
