"""Templates: what is in them, and that they can be filled in and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.errors import RosterError
from bot.fields import divisions
from bot.flow.models import Flow, Library
from bot.roster.template import write_template
from bot.text import LANGUAGES, Language, reading_language
from tests.unit.roster.sample import ANA, LI, checked, person

WORDS: dict[Language, tuple[str, str, str]] = {
    "es": ("Alta de trabajador", "rural de fuera", "Sí"),
    "en": ("Add employee", "non-local rural", "Yes"),
    "zh": ("人员新增", "外地农村", "是"),
}


def offers(sheet: Worksheet) -> dict[str, DataValidation]:
    """The lists and hints of a sheet, by the column that they are for."""
    return {str(one.sqref).split(":")[0].rstrip("0123456789"): one for one in sheet.data_validations.dataValidation}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_filled_in_by_hand_is_read_back(tmp_path: Path, library: Library, language: Language) -> None:
    title, household, yes = WORDS[language]
    path = write_template(library, [], tmp_path / "r.xlsx", language)
    book = load_workbook(path)
    row = (None, LI, "李示例", household, 7200, yes, yes, "浙江省", "宁波市", "测试区")
    for column, value in enumerate(row, start=1):
        book[title].cell(3, column, value)
    book.save(path)
    result = checked(path, library)
    assert result.ok
    assert [case.id for case in result.cases] == ["add-003"]
    assert str(result.cases[0].values["home"]) == "浙江省 宁波市 测试区"
    assert reading_language() == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_template_has_nobody_in_it(tmp_path: Path, library: Library, language: Language) -> None:
    path = write_template(library, [], tmp_path / "r.xlsx", language)
    with pytest.raises(RosterError, match=r"there is nobody below the headers\.$"):
        checked(path, library)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_right_once_it_is_no_longer_marked_as_one(
    tmp_path: Path, library: Library, language: Language
) -> None:
    path = write_template(library, [library.flows["add"]], tmp_path / "r.xlsx", language)
    book = load_workbook(path)
    book.worksheets[0]["A2"] = None
    book.save(path)
    result = checked(path, library)
    assert not result.problems
    assert result.cases[0].person == ANA


def test_rows_are_written_as_a_clerk_would(tmp_path: Path, library: Library) -> None:
    someone = person(77)
    rows: dict[str, list[dict[str, object]]] = {
        "add": [
            {
                "id_number": someone,
                "name": "测试甲",
                "household": 22,
                "wage": 5000,
                "migrant": True,
                "migrant_insurance": True,
                "home": {"province": "浙江省", "city": "宁波市", "county": "测试区"},
            }
        ],
        "interrupt": [{"id_number": LI, "reason": "2"}, {"id_number": ANA, "reason": "1"}],
    }
    path = write_template(library, [], tmp_path / "r.xlsx", "es", rows=rows)
    sheet = load_workbook(path)["Alta de trabajador"]
    assert [cell.value for cell in sheet[2]][:8] == [1, someone, "测试甲", "rural de fuera", 5000, "Sí", "Sí", "浙江省"]
    result = checked(path, library)
    assert result.ok
    assert [case.id for case in result.cases] == ["add-002", "interrupt-002", "interrupt-003"]


def test_headers_lists_and_looks(tmp_path: Path, library: Library) -> None:
    book = load_workbook(write_template(library, [], tmp_path / "r.xlsx", "es"))
    assert book.sheetnames == [
        "Alta de trabajador",
        "Reanudación de cobertura",
        "Interrupción de cobertura",
        "Cómo rellenar",
        "lists",
    ]
    assert book["lists"].sheet_state == "hidden"
    sheet = book["Alta de trabajador"]
    assert [cell.value for cell in sheet[1]][:4] == [
        "N.º",
        "N.º de identidad *",
        "Nombre y apellidos *",
        "Tipo de hukou *",
    ]
    assert [cell.value for cell in sheet[1]][7:] == ["Provincia", "Ciudad", "Distrito o condado"]
    assert sheet["B1"].fill.start_color.rgb != sheet["H1"].fill.start_color.rgb
    assert (sheet.freeze_panes, sheet.column_dimensions["B"].number_format) == ("C2", "@")
    assert (sheet["A2"].value, sheet["B2"].value, sheet["B2"].number_format) == ("Ej.", ANA, "@")
    found = offers(sheet)
    assert found["D"].formula1 == "lists!$A$1:$A$2"
    assert [cell.value for cell in book["lists"]["A"]][:2] == ["urbano local", "rural de fuera"]
    assert found["B"].prompt == "Obligatorio. Los 18 caracteres del documento; el último es una cifra o X."
    assert found["H"].prompt.startswith("Obligatorio según otras columnas.")


def test_the_lists_of_cities_and_counties_follow_from_what_was_chosen(tmp_path: Path, library: Library) -> None:
    book = load_workbook(write_template(library, [], tmp_path / "r.xlsx", "zh"))
    found = offers(book["人员新增"])
    assert found["I"].formula1 == "OFFSET(lists!$E$1,MATCH($H2,lists!$D:$D,0)-1,0,COUNTIF(lists!$D:$D,$H2),1)"
    assert found["J"].formula1 == "OFFSET(lists!$G$1,MATCH($H2&$I2,lists!$F:$F,0)-1,0,COUNTIF(lists!$F:$F,$H2&$I2),1)"
    lists = book["lists"]
    pairs = [(row[3].value, row[4].value) for row in lists.iter_rows()]
    assert [city for province, city in pairs if province == "浙江省"] == [
        one.name for one in divisions.within("330000")
    ]
    keys = [cell.value for cell in lists["F"]]
    first = keys.index("浙江省宁波市")
    together = keys[first : first + keys.count("浙江省宁波市")]
    assert set(together) == {"浙江省宁波市"}
    assert "测试区" in [lists.cell(first + 1 + at, 7).value for at in range(len(together))]


def test_the_guide_explains_every_column(tmp_path: Path, library: Library) -> None:
    book = load_workbook(write_template(library, [library.flows["interrupt"]], tmp_path / "r.xlsx", "en"))
    rows = [[cell.value for cell in row][:5] for row in book["How to fill in"].iter_rows()]
    assert rows[-3:] == [
        ["Interrupt coverage", "ID number", "Yes", "The 18 characters of the card; the last one is a digit or X.", LI],
        ["Interrupt coverage", "Name", "No", "As on the identity card.", "王示例"],
        [
            "Interrupt coverage",
            "Interruption reason",
            "Yes",
            "Choose from the list: Resignation, Other.",
            "Resignation",
        ],
    ]


def test_two_places_of_one_operation_have_headers_of_their_own(tmp_path: Path, library: Library) -> None:
    move = Flow.model_validate(
        {
            "flow": "move",
            "title": "Move",
            "inputs": {
                "old": {"type": "division", "label": "From"},
                "new": {"type": "division", "label": "To"},
            },
            "steps": [{"click": "save"}],
        }
    )
    portal = library.portal.model_copy(update={"operations": ("move",)})
    moving = Library(portal=portal, flows={"move": move})
    places = {"province": "浙江省", "city": "宁波市", "county": "海曙区"}
    path = write_template(moving, [], tmp_path / "r.xlsx", "en", rows={"move": [{"old": "330203", "new": places}]})
    sheet = load_workbook(path)["Move"]
    assert sheet["B1"].value == "From · Province *"
    assert offers(sheet)["G"].formula1.count("$E2&$F2") == 2
    sheet["B2"].value = "330299"
    book = load_workbook(path)
    book["Move"]["B2"] = "330299"
    book.save(path)
    values = checked(path, moving).cases[0].values
    assert (values["old"].county, values["new"].county) == ("测试区", "海曙区")


def test_a_filled_in_roster_is_never_overwritten(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "r.xlsx"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(RosterError, match=r"r\.xlsx: it exists and is not overwritten\."):
        write_template(library, [], path, "en")
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_is_left_behind_but_the_template(tmp_path: Path, library: Library) -> None:
    write_template(library, [], tmp_path / "new folder" / "r.xlsx", "en")
    assert [one.name for one in (tmp_path / "new folder").iterdir()] == ["r.xlsx"]
