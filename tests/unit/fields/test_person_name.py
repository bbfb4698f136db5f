"""Rule NA01."""

from __future__ import annotations

from datetime import date

import pytest

from bot.fields import Severity
from tests.unit.fields.cells import field, read, said

NAME = field("person_name")


@pytest.mark.parametrize(
    "typed",
    [
        "王示例",
        "欧阳示例",
        "李四",
        "买买提·艾力",
        "María José Núñez-Ruiz",
        "Anna",
        "𠮷示例",
        "㐂例",
        "Nguyễn Thị Ví",
        "李John",
        "A" * 50,
    ],
)
def test_names_of_all_kinds(typed: str) -> None:
    parsed = read(NAME, typed)
    assert parsed.value == typed
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  王示例\u3000", "王示例"),
        ("买买提•艾力", "买买提·艾力"),
        ("买买提・艾力", "买买提·艾力"),
        ("Ａｎｎａ", "Anna"),
        ("Ana   Ruiz", "Ana Ruiz"),
        ("Núñez", "Núñez"),
        ("Ana–Ruiz", "Ana-Ruiz"),
    ],
)
def test_signs_that_mean_the_same_are_made_one(typed: str, name: str) -> None:
    parsed = read(NAME, typed)
    assert parsed.value == name
    assert parsed.problems == ()


@pytest.mark.parametrize("typed", ["张 三", "张\u3000三", "张   三"])
def test_padding_between_chinese_characters_goes_and_is_mentioned(typed: str) -> None:
    parsed = read(NAME, typed)
    assert parsed.value == "张三"
    assert said(parsed) == [("NA01", Severity.INFO)]


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "",
        "王",
        "A" * 51,
        "王示例1",
        "王.示例",
        "王示例@",
        "O'Neil",
        "Иванов",
        "王示例\n李四!",
        "··",
        "-王示例",
        "王示例·",
        "\ue863示例",
        12345,
        True,
        date(2026, 1, 1),
        "王😀",
        "<b>王</b>",
    ],
)
def test_na01_what_is_no_name(cell: object) -> None:
    parsed = read(NAME, cell)
    assert said(parsed) == [("NA01", Severity.ERROR)]
    assert parsed.value is None


def test_na01_names_the_sign_that_does_not_belong() -> None:
    (problem,) = read(NAME, "O'Neil").problems
    assert "'" in problem.message.to("es")
