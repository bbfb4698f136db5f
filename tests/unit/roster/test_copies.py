"""Copies of a roster: with wrong cells marked, and with results."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from bot.errors import RosterError
from bot.flow.case import Origin
from bot.flow.models import Library
from bot.roster.marked import COLOURS, write_marked
from bot.roster.results import COLOURS as TONES
from bot.roster.results import RowResult, write_results
from bot.text import Text
from tests.unit.roster.sample import ANA, GOOD, GOOD_TOO, HEADER, LI, checked, workbook

APPROVED = Text(es="Aprobado", en="Approved", zh="审核通过")
FILED = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A roster with looks of its own, a right row, and one with an error, a warning and a blank."""
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD, (LI, "李", "22", 4000, "No")]})
    book = load_workbook(path)
    sheet = book["add"]
    sheet["B2"].font = Font(bold=True)
    sheet["D3"].comment = Comment("as agreed", "Ana")
    sheet.column_dimensions["C"].width = 33
    book.save(path)
    return path


def test_wrong_cells_are_coloured_and_explained(wrong: Path, library: Library) -> None:
    before = wrong.read_bytes()
    result = checked(wrong, library)
    path = write_marked(result.roster, result, wrong.with_name("marked.xlsx"))
    sheet = load_workbook(path)["add"]
    error, warning = (COLOURS[severity].start_color.rgb for severity in list(COLOURS)[:2])
    assert sheet["B3"].fill.start_color.rgb == error
    name = result.problems[0]
    assert sheet["B3"].comment.text == f"NA01: {name.message['en']}\n{name.cure['en']}"
    assert sheet["D3"].fill.start_color.rgb == warning
    assert sheet["D3"].comment.text.startswith("as agreed\n\nWA02: ")
    assert sheet["F3"].fill.start_color.rgb == error
    assert sheet["A3"].comment is None
    assert sheet["B2"].font.bold
    assert sheet.column_dimensions["C"].width == 33
    assert wrong.read_bytes() == before


def test_merged_cells_are_marked_where_they_show(tmp_path: Path, library: Library) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD, (LI, None, *GOOD_TOO[2:])]})
    book = load_workbook(path)
    book["add"].merge_cells("B2:B3")
    book.save(path)
    result = checked(path, library)
    sheet = load_workbook(write_marked(result.roster, result, tmp_path / "marked.xlsx"))["add"]
    assert sheet["B2"].comment.text.count("RO02") == 2


@pytest.mark.parametrize("name", ["add.csv", "a[1]*very long name of a file of people to add.csv"])
def test_the_copy_of_a_text_file_is_a_workbook(tmp_path: Path, library: Library, name: str) -> None:
    source = tmp_path / name.replace("*", "")
    source.write_text(f"operation,{','.join(HEADER[:6])}\nadd,{ANA},王,11,=6000,No,No\n", encoding="utf-8")
    result = checked(source, library)
    sheet = load_workbook(write_marked(result.roster, result, tmp_path / "marked.xlsx")).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (ANA, "@")
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=6000", "s")
    assert sheet["C2"].comment.text.startswith("NA01")


def results_of(path: Path, to: Path, **more: object) -> Path:
    evidence = (to.parent / "evidence" / "add-002" / "01 saved.png", to.parent / "evidence" / "add-002" / "02.png")
    result = RowResult(APPROVED, "F0001", "=HYPERLINK(1)", FILED, None, evidence, "good")
    return write_results(path, {Origin("add", 2): result}, to, "es", zone=ZoneInfo("Asia/Shanghai"), **more)


def test_results_stand_beside_each_row(wrong: Path) -> None:
    sheet = load_workbook(results_of(wrong, wrong.with_name("results.xlsx")))["add"]
    assert [cell.value for cell in sheet[1]][9:] == [
        "Resultado",
        "N.º del portal",
        "Motivo del portal",
        "Presentado",
        "Resuelto",
        "Prueba 1",
        "Prueba 2",
    ]
    assert [cell.value for cell in sheet[2]][9:] == [
        "Aprobado",
        "F0001",
        "=HYPERLINK(1)",
        datetime(2026, 11, 10, 10, 30),
        None,
        "01 saved.png",
        "02.png",
    ]
    assert sheet["L2"].data_type == "s"
    assert sheet["O2"].hyperlink.target == "evidence/add-002/01%20saved.png"
    assert sheet["J2"].fill.start_color.rgb == TONES["good"].start_color.rgb
    assert [cell.value for cell in sheet[3]][9:] == [None] * 7
    assert sheet["A2"].value == ANA
    assert sheet["B2"].font.bold


def test_a_roster_with_results_can_be_read_again_and_gets_no_second_columns(wrong: Path, library: Library) -> None:
    first = results_of(wrong, wrong.with_name("first.xlsx"))
    assert [one.rule for one in checked(first, library).problems] == [
        one.rule for one in checked(wrong, library).problems
    ]
    second = results_of(first, wrong.with_name("second.xlsx"))
    assert load_workbook(second)["add"].max_column == load_workbook(first)["add"].max_column


def test_results_of_a_text_file_with_the_header_further_down(tmp_path: Path) -> None:
    source = tmp_path / "add.csv"
    source.write_text(f"Our people\n\nID number,reason\n{ANA},1\n{LI},2\n", encoding="utf-8")
    path = write_results(source, {Origin("add", 5): RowResult(APPROVED)}, tmp_path / "out.xlsx", "zh")
    sheet = load_workbook(path)["add"]
    assert (sheet["C3"].value, sheet["C5"].value) == ("办理结果", "审核通过")


def test_the_roster_itself_is_never_written_to(wrong: Path) -> None:
    before = wrong.read_bytes()
    written = results_of(wrong, wrong)
    assert written.name == "r (2).xlsx"
    assert wrong.read_bytes() == before


def test_a_copy_that_is_open_elsewhere_gets_a_number(wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = wrong.with_name("results.xlsx")
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target) == taken:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert results_of(wrong, taken).name == "results (2).xlsx"


def test_a_folder_that_cannot_be_written_to_is_told(wrong: Path) -> None:
    (wrong.parent / "file").write_text("", encoding="utf-8")
    with pytest.raises(RosterError) as raised:
        results_of(wrong, wrong.parent / "file" / "results.xlsx")
    assert "can't be written" in str(raised.value)
    assert raised.value.cure["en"] == "Close it if it is open, or choose another folder."  # type: ignore[index]  # a Text
