"""Spreadsheets that mean harm are refused with a cure before they can do any."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.errors import RosterError
from bot.flow.models import Library
from bot.roster import apart
from bot.roster.apart import read_apart, read_safely
from bot.roster.book import copy_of, save
from bot.roster.package import Unsafe, look_into
from bot.roster.read import read_roster
from bot.text import LANGUAGES, Text
from tests.unit.roster import hostile
from tests.unit.roster.hostile import HOSTILE
from tests.unit.roster.sample import GOOD, HEADER, checked, workbook


@pytest.mark.parametrize("name", HOSTILE)
def test_what_means_harm_is_refused_with_a_cure(tmp_path: Path, library: Library, name: str) -> None:
    file, make, said = HOSTILE[name]
    with pytest.raises(RosterError) as raised:
        read_roster(make(tmp_path / file), library)
    message, cure = raised.value.message, raised.value.cure
    assert isinstance(message, Text)
    assert isinstance(cure, Text)
    assert said in message.to("en")
    assert set(message) == set(cure) == set(LANGUAGES)


def test_a_sheet_that_lies_about_its_size_is_read_for_what_it_is(tmp_path: Path, library: Library) -> None:
    roster = read_roster(hostile.lying_dimension(tmp_path / "r.xlsx"), library)
    assert len(roster.rows) == 1


def test_a_zip_in_a_zip_stays_packed(tmp_path: Path, library: Library) -> None:
    path = hostile.nested(tmp_path / "r.xlsx")
    assert look_into(path.read_bytes()).megabytes < 1
    assert len(read_roster(path, library).rows) == 1


def test_what_is_written_as_no_program_writes_is_read_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = workbook(tmp_path / "plain.xlsx", {"add": [HEADER, GOOD]}).read_bytes()
    odd = hostile.rewritten(tmp_path / "odd.xlsx", lambda part: part.replace(b'<c r="B2"', b"<c  r='B2'")).read_bytes()
    apart_for: list[bytes] = []
    monkeypatch.setattr(apart, "read_apart", lambda content: (apart_for.append(content), read_apart(content))[1])
    assert read_safely(plain).sheets[0].rows == read_safely(odd).sheets[0].rows
    assert apart_for == [odd]


def test_a_process_apart_gives_the_same(tmp_path: Path) -> None:
    content = hostile.lying_dimension(tmp_path / "r.xlsx").read_bytes()
    assert read_apart(content) == read_safely(content)
    assert read_apart(content).oddities["add"]


@pytest.mark.skipif(sys.platform != "linux", reason="a process is held to its memory on Linux alone")
def test_a_process_apart_has_so_much_memory(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    content = hostile.far_away_in_disguise(tmp_path / "r.xlsx").read_bytes()
    with pytest.raises((Unsafe, apart.Unreadable)):
        read_apart(content)


def test_a_process_apart_has_so_much_time(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LONGEST", 0)
    path = hostile.rewritten(tmp_path / "r.xlsx", lambda part: part.replace(b'<c r="B2"', b"<c  r='B2'"))
    with pytest.raises(RosterError, match="more time or memory"):
        read_roster(path, library)


def test_a_formula_is_never_worked_out(tmp_path: Path, library: Library) -> None:
    """What the file says that it came to is taken, and said so; without that, the cell is an error."""
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD]})
    book = load_workbook(path)
    book["add"]["D2"] = "=6000"
    book.save(path)
    assert [(one.rule, one.is_error) for one in checked(path, library).problems] == [("RO03", True)]
    with_result = hostile.rewritten(
        path, lambda part: part.replace(b'<c r="D2" t="n"><v>6000</v>', b'<c r="D2"><f>1+1</f><v>6000</v>')
    )
    result = checked(with_result, library)
    assert [(one.rule, one.is_error) for one in result.problems] == [("RO03", False)]
    assert result.cases[0].values["wage"] == 6000


@pytest.mark.parametrize(
    "formula",
    ["=[1]Sheet1!A1", "='[other.xlsx]Sheet1'!A1", "=cmd|'/C calc'!A0", '=WEBSERVICE("//x/")', '=HYPERLINK("x","y")'],
)
def test_a_copy_reaches_nowhere(tmp_path: Path, formula: str) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD]})
    book = load_workbook(path)
    book["add"]["H2"], book["add"]["H3"] = formula, "=SUM(D2:D2)"
    book.save(path)
    sheet = load_workbook(save(copy_of(path), tmp_path / "copy.xlsx"))["add"]
    assert sheet["H2"].data_type != "f"
    assert sheet["H3"].value == "=SUM(D2:D2)", "the clerk's own sums stay"


def test_macros_are_neither_run_nor_kept(tmp_path: Path, library: Library) -> None:
    path = hostile.rewritten(tmp_path / "r.xlsm", lambda _: b"\xd0\xcf\x11\xe0 macros", "xl/vbaProject.bin")
    assert len(read_roster(path, library).rows) == 1
    with zipfile.ZipFile(save(copy_of(path), tmp_path / "copy.xlsx")) as copy:
        assert not [name for name in copy.namelist() if "vba" in name.lower()]


def test_links_to_other_workbooks_are_not_kept(tmp_path: Path) -> None:
    path = hostile.rewritten(tmp_path / "r.xlsx", lambda _: b"<externalLink/>", "xl/externalLinks/externalLink1.xml")
    with zipfile.ZipFile(save(copy_of(path), tmp_path / "copy.xlsx")) as copy:
        assert not [name for name in copy.namelist() if "external" in name.lower()]


def test_a_workbook_too_large_to_edit_comes_back_as_its_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD]})
    monkeypatch.setattr("bot.roster.book._LARGEST_EDITED", 0)
    sheet = copy_of(path)["add"]
    assert [cell.value for cell in sheet[2]][: len(GOOD)] == [*GOOD]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\t=1", "=cmd|' /C calc'!A0"])
def test_what_a_text_file_says_is_no_formula_in_a_copy(tmp_path: Path, library: Library, value: str) -> None:
    source = tmp_path / "add.csv"
    source.write_text(f"operation,ID number,Name\nadd,1,\"{value}\"\n", encoding="utf-8")
    cell = copy_of(source).worksheets[0]["C2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.parametrize("name", ["王\u202e示例", "王\u0000示例", "王\u2066示\u2069例", "<b>王示例</b>"])
def test_a_name_with_unseen_signs_is_an_error(tmp_path: Path, library: Library, name: str) -> None:
    source = tmp_path / "add.csv"
    cells = [str(one) for one in GOOD]
    cells[1] = name
    rows = [",".join(map(str, HEADER[: len(cells)])), ",".join(cells)]
    source.write_bytes("\n".join(rows).encode("utf-8"))
    with_text = [one for one in _problems(source, library) if one.startswith("NA01") or "spreadsheet" in one]
    assert with_text
    assert "\u202e" not in "".join(with_text)


def _problems(path: Path, library: Library) -> list[str]:
    try:
        return [f"{one.rule} {one.message}" for one in checked(path, library).problems]
    except RosterError as error:
        return [str(error)]


def test_an_old_workbook_is_read_apart() -> None:
    with pytest.raises(apart.Unreadable):
        read_safely(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
