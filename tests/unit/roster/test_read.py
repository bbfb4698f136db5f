"""Rosters that are taken, in all the forms that clerks write them in."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.flow.case import Origin
from bot.flow.loader import load_library
from bot.flow.models import Library
from bot.roster.read import read_roster
from tests.unit.roster.sample import ANA, GOOD, GOOD_TOO, HEADER, LI, checked, places, workbook

ES = (
    "N.º de identidad;Nombre y apellidos;Tipo de hukou;Salario declarado (base);"
    "¿Trabajador migrante?;¿Cotiza al seguro de migrantes?"
)
ZH = "身份证号,姓名,户粮关系,申报工资(基数),是否外来务工人员,是否参加外来务工保险"


@pytest.mark.parametrize("sheet", ["add", "ADD", "Alta de trabajador", "add employee ", "人员新增", "Ａｄｄ employee"])
def test_a_sheet_is_for_the_operation_that_it_is_named_after(tmp_path: Path, library: Library, sheet: str) -> None:
    roster = read_roster(workbook(tmp_path / "r.xlsx", {sheet: [HEADER, GOOD]}), library)
    assert [row.flow.flow for row in roster.rows] == ["add"]
    assert roster.rows[0].origin == Origin(sheet, 2)


@pytest.mark.parametrize("name", ["formats.xls", "formats.ods"])
def test_other_formats_read_the_same(rosters: Path, library: Library, name: str) -> None:
    result = checked(rosters / name, library)
    assert [case.person for case in result.cases] == [ANA, LI]
    assert str(result.cases[1].values["home"]) == "浙江省 宁波市 测试区"


def test_headers_may_be_input_names_or_labels_of_any_language_with_or_without_a_star(
    tmp_path: Path, library: Library
) -> None:
    header = (
        "id_number *",
        "姓名*",
        "TIPO DE HUKOU",
        "Declared wage（base）",
        "migrant",
        "¿Cotiza al seguro\nde migrantes?",
    )
    result = checked(workbook(tmp_path / "r.xlsx", {"add": [header, GOOD]}), library)
    assert result.ok
    assert [column.header for column in result.roster.rows[0].layout.columns][:2] == ["id_number", "姓名"]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (("省", "市", "县"), ("浙江", "宁波", "测试区")),
        (("home.province", "home.city", "home.county"), ("330000", "330200", "330299")),
        (("Lugar de origen · Provincia", "Home · City", "county"), ("浙江省", "宁波市", "测试区")),
        (("户籍地",), ("330299",)),
        (("Home",), ("浙江省 宁波市 测试区",)),
    ],
)
def test_a_place_stands_in_three_columns_or_in_one(
    tmp_path: Path, library: Library, header: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    rows = [HEADER[:6] + header, GOOD_TOO[:6] + cells]
    result = checked(workbook(tmp_path / "r.xlsx", {"add": rows}), library)
    assert str(result.cases[0].values["home"]) == "浙江省 宁波市 测试区"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_files_in_every_encoding_and_with_every_separator(
    tmp_path: Path, library: Library, encoding: str, separator: str
) -> None:
    path = tmp_path / "人员新增.csv"
    text = f"{ZH}\r\n{ANA},王示例,本地城镇,6000,否,否\r\n".replace(",", separator)
    path.write_bytes(text.encode(encoding))
    result = checked(path, library)
    assert result.ok
    assert [(case.person, case.values["name"]) for case in result.cases] == [(ANA, "王示例")]


def test_a_text_file_of_a_western_excel(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "Alta de trabajador.csv"
    path.write_bytes(f"{ES}\r\n{ANA};José Núñez;urbano local;6000;No;No\r\n".encode("cp1252"))
    assert checked(path, library).cases[0].values["name"] == "José Núñez"


def test_a_long_number_that_a_text_file_holds_as_a_formula_of_text(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "add.csv"
    path.write_text(f'{ZH}\n="{ANA}",王示例,11,6000,否,否\n', encoding="utf-8")
    assert checked(path, library).cases[0].person == ANA


@pytest.mark.parametrize("header", ["operation", "Trámite", "业务类别"])
def test_a_column_may_say_the_operation_of_each_row(tmp_path: Path, library: Library, header: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"{header},身份证号,中断原因\n人员中断,{ANA},辞职\nInterrupt coverage,{LI},2\n", encoding="utf-8")
    result = checked(path, library)
    assert [(case.id, case.flow.flow) for case in result.cases] == [
        ("interrupt-002", "interrupt"),
        ("interrupt-003", "interrupt"),
    ]


def test_an_operation_that_is_not_known_is_told_with_its_row(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"operation,ID number,reason\ninterupt,{ANA},1\n,{LI},1\n", encoding="utf-8")
    result = checked(path, library)
    assert not result.cases
    assert places(result) == [(2, "A", "RO01", "error"), (3, "A", "RO01", "error")]
    first, second = result.problems
    assert first.message["en"] == "There is no operation “interupt”."
    assert first.cure["en"].startswith("Did you mean “Interrupt coverage”?")
    assert second.message["es"] == "Falta el trámite."


def test_a_value_that_the_operation_of_the_row_has_no_use_for_is_told(tmp_path: Path, library: Library) -> None:
    rows = [
        ("Operation", *HEADER[:6], "reason"),
        ("add", *GOOD),
        ("interrupt", LI, "李示例", None, 6000, None, None, 1),
    ]
    result = checked(workbook(tmp_path / "r.xlsx", {"People": rows}), library)
    assert [case.id for case in result.cases] == ["add-002", "interrupt-003"]
    assert places(result) == [(3, "E", "RO05", "info")]


def test_the_account_of_a_row(tmp_path: Path, library: Library) -> None:
    rows = [("Cuenta", *HEADER), ("norte", *GOOD), (None, *GOOD_TOO)]
    result = checked(workbook(tmp_path / "r.xlsx", {"add": rows}), library)
    assert [case.account for case in result.cases] == ["norte", None]


def test_what_is_passed_over(tmp_path: Path, library: Library) -> None:
    rows: list[tuple[object, ...]] = [
        ("Our people", None),
        (None,),
        ("No.", *HEADER, "# phone", "Result"),
        ("e.g.", *GOOD),
        (1, *GOOD, None, None, None, "12345", "Approved"),
        ("# left last week", *GOOD_TOO),
        (2, None, "   "),
        (3, *GOOD_TOO),
    ]
    path = workbook(tmp_path / "r.xlsx", {"add": rows, "Notes": [("Call", "the bank")], "How to fill in": [HEADER]})
    roster = read_roster(path, library)
    assert [row.origin.row for row in roster.rows] == [5, 8]
    assert (roster.sheets[0].header_row, roster.sheets[0].examples, roster.ignored) == (3, 2, ("Notes",))
    assert len(roster.hash) == 64


def test_hidden_sheets_are_not_read(tmp_path: Path, library: Library) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD], "renew": [HEADER, GOOD]})
    book = load_workbook(path)
    book["renew"].sheet_state = "hidden"
    book.save(path)
    assert [row.flow.flow for row in read_roster(path, library).rows] == ["add"]


def test_trailing_blanks_and_full_width_digits_are_no_mistake(tmp_path: Path, library: Library) -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in ANA)
    row = (f" {wide}\u3000", "王示例 ", "１１", "６０００ ", " No", "no ")
    result = checked(workbook(tmp_path / "r.xlsx", {"add": [HEADER[:6], row]}), library)
    assert result.ok
    assert result.cases[0].person == ANA
    assert result.cases[0].values["wage"] == 6000


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_the_rosters_of_the_project_suit_its_flows(rosters: Path, name: str) -> None:
    result = checked(rosters / name, load_library(rosters.parents[1] / "flows" / "social_insurance"))
    assert result.ok
    operations = [case.flow.flow for case in result.cases]
    assert operations == ["add", "add", "add", "renew", "interrupt", "interrupt"]
