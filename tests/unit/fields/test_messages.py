"""What is said about a cell, whatever is in it: in three languages, with a cure, and without a whole ID number."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.fields import AnyField, Field, Notice, Parsed, mask_id, quote
from bot.fields.messages import answers, people, places
from bot.text import LANGUAGES
from tests.unit.fields.cells import TODAY, field, read

NUMBER = "330299199001010017"
ONE_OF_EACH = [
    field("resident_id"),
    field("division"),
    field("money", whole=True, floor=4500, cap=22500),
    field("person_name"),
    field("choice", choices={1: "uno", 2: "dos"}),
    field("yes_no"),
    field("date"),
    field("text", max_length=5, pattern="[a-z]*"),
    field("number", whole=True, minimum=1, maximum=9),
    field("file"),
    field("list"),
    field("cases"),
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.text(),
    st.binary(),
    st.from_regex("[0-9Xx ./,-]{0,20}", fullmatch=True),
    st.builds(object),
    st.just(10**5000),
    st.just(Any),
)
LEVELS = st.sampled_from(["province", "city", "county", "other"])
CELLS = st.one_of(SCALARS, st.dictionaries(LEVELS, SCALARS), st.lists(SCALARS, max_size=2))


def test_one_of_each_is_every_type() -> None:
    schema = TypeAdapter[Any](AnyField).json_schema()
    assert {one.model_dump()["type"] for one in ONE_OF_EACH} == set(schema["discriminator"]["mapping"])


def notices() -> Iterator[tuple[str, Notice]]:
    for catalog in (answers, people, places):
        for name, value in vars(catalog).items():
            if isinstance(value, Notice):
                yield name, value


@pytest.mark.parametrize(("name", "notice"), list(notices()))
def test_every_notice_is_whole_in_each_language(name: str, notice: Notice) -> None:
    for text in (notice.message, notice.cure):
        assert set(text) == set(LANGUAGES), name
        blanks = [{blank for _, blank, _, _ in string.Formatter().parse(words) if blank} for words in text.values()]
        assert blanks[0] == blanks[1] == blanks[2], name
        assert all(words.endswith((".", "?", "。", "？")) for words in text.values()), name


def complaints(parsed: Parsed) -> Iterator[str]:
    for problem in parsed.problems:
        for text in (problem.message, problem.cure):
            assert set(text) == set(LANGUAGES)
            yield from text.values()


@given(st.sampled_from(ONE_OF_EACH), CELLS, st.booleans())
def test_no_cell_whatever_breaks_the_check(one: Field, cell: object, required: bool) -> None:
    parsed = one.parse(cell, required=required, today=TODAY)
    assert parsed.ok or parsed.value is None
    for problem in parsed.problems:
        assert re.fullmatch("[A-Z]{2}[0-9]{2}", problem.rule)
        assert {column.key for column in one.columns()} >= {problem.column} or not one.columns()
    for words in complaints(parsed):
        assert words.strip()
        assert "{" not in words or "{" in str(cell)


@given(
    st.sampled_from(ONE_OF_EACH),
    st.sampled_from(["{}", " {} ", "{}0", "{}A", "a{}", "{}\n{}", "张三 {}", "{}元", "{}.0", "{}，{}"]),
    st.sampled_from(
        [
            NUMBER,
            "330299 19900101 0017",
            "330299-19900101-0017",
            "330299199001010010",
            "330299900101001",
            "３３０２９９１９９００１０１００１７",
            "82000019850505002X",
            "33029919900101001",
        ]
    ),
)
def test_an_id_number_in_any_column_is_never_repeated(one: Field, around: str, number: str) -> None:
    typed = around.replace("{}", number)
    for cell in (typed, {"province": typed, "city": typed}, {"province": "浙江", "city": typed}):
        for words in complaints(read(one, cell)):
            digits = "".join(character for character in unicodedata.normalize("NFKC", words) if character.isdigit())
            assert "19900101" not in digits, words
            assert "19850505" not in digits, words


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (NUMBER, "330*************17"),
        ("330299900101001", "330**********01"),
        ("12345", "*****"),
        ("123456", "123*56"),
        ("", ""),
    ],
)
def test_a_masked_number_keeps_three_and_two(number: str, masked: str) -> None:
    assert mask_id(number) == masked


def test_a_quote_is_short_and_on_one_line() -> None:
    assert quote("dos\nlíneas\u202e") == "doslíneas"
    assert len(quote("x" * 500)) == 40
    assert len(quote("9" * 500)) == 40
    assert quote("01/11/2026") == "01/11/2026"


def test_a_check_leaves_the_day_to_its_caller() -> None:
    child = "330299201506150010"
    one = field("resident_id")
    late = [problem.rule for problem in one.parse(child, required=True, today=date(2040, 1, 1)).problems]
    early = [problem.rule for problem in one.parse(child, required=True, today=date(2020, 1, 1)).problems]
    assert ("ID07" in early, "ID07" in late) == (True, False)
