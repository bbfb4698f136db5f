"""Rosters that can't be taken: what is said, and what is to be done, word by word."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.errors import RosterError
from bot.flow.models import Library
from bot.roster import grid, package
from bot.roster.read import read_roster
from bot.text import LANGUAGES, Text
from tests.unit.roster.sample import ANA, GOOD, GOOD_TOO, HEADER, workbook

OPERATIONS = "Add employee, Resume coverage, Interrupt coverage"


def error_of(path: Path, library: Library) -> tuple[str, str]:
    """The English message and cure of a roster that can't be taken; checked to be there in every language."""
    with pytest.raises(RosterError) as raised:
        read_roster(path, library)
    message, cure = raised.value.message, raised.value.cure
    assert isinstance(message, Text)
    assert set(message) == set(LANGUAGES)
    assert raised.value.exit_code == 2
    assert ANA not in str(dict(message)) + str(cure)
    return message["en"], cure["en"] if isinstance(cure, Text) else cure


def of_bytes(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def of_sheets(**sheets: list[tuple[object, ...]]) -> Callable[[Path], Path]:
    return lambda path: workbook(path, {name.replace("_", " "): rows for name, rows in sheets.items()})


def zip_of_nothing(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not a workbook")
    return path


def far_away(path: Path) -> Path:
    book = Workbook()
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(path)
    return path


NOT_ONE = "it is not a spreadsheet, or it is damaged."
SAVE_IT = "Open it in Excel or LibreOffice and save it as .xlsx (or .csv)."

CASES: list[tuple[str, Callable[[Path], Path], str, str]] = [
    ("r.xlsx", lambda path: path, "there is no such file.", "Check the name and the folder."),
    ("r.xlsx", of_bytes(b""), "the file is empty.", "Write a template with “portal template” and fill it in."),
    ("r.xlsx", of_bytes(b"not a spreadsheet at all"), NOT_ONE, SAVE_IT),
    ("r.xls", of_bytes(b"<html><table><tr><td>1</td></tr></table></html>"), NOT_ONE, SAVE_IT),
    ("r.xlsx", of_bytes(b"PK\x03\x04 cut off"), NOT_ONE, SAVE_IT),
    ("r.csv", of_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), NOT_ONE, SAVE_IT),
    ("r.xlsx", zip_of_nothing, NOT_ONE, SAVE_IT),
    ("r.csv", of_bytes(b"\x81\x00" * 3), NOT_ONE, SAVE_IT),
    (
        "r.csv",
        of_bytes(b"\xff\x81\x8d\n"),
        "its text encoding is not understood.",
        "Save it as “CSV UTF-8”, or as .xlsx.",
    ),
    (
        "r.xlsx",
        of_sheets(add=[], renew=[]),
        "the file is empty.",
        "Write a template with “portal template” and fill it in.",
    ),
    (
        "r.xlsx",
        of_sheets(add=[HEADER]),
        "there is nobody below the headers.",
        "Write one person per row. Example rows don't count.",
    ),
    (
        "r.xlsx",
        of_sheets(Budget=[("Month", "Cost"), ("May", 12)], Other=[("x",)]),
        "no sheet has the name of an operation. Sheets: “Budget”, “Other”.",
        f"Name the sheets after the operation: {OPERATIONS}.",
    ),
    (
        "r.xlsx",
        of_sheets(Add_employe=[HEADER, GOOD]),
        "sheet “Add employe” looks like a list of people, but it is not named after an operation.",
        f"Did you mean “Add employee”? The operations are: {OPERATIONS}.",
    ),
    (
        "r.xlsx",
        of_sheets(November=[HEADER, GOOD]),
        "sheet “November” looks like a list of people, but it is not named after an operation.",
        f"Name it after its operation ({OPERATIONS}), or add a column “Operation”.",
    ),
    (
        "r.xlsx",
        of_sheets(add=[HEADER, GOOD], Add_employee=[HEADER, GOOD_TOO]),
        "sheets “add” and “Add employee” are for the same operation: Add employee.",
        "Put them together in one.",
    ),
    (
        "people.csv",
        of_bytes(f"ID number,Name,reason\n{ANA},王示例,1\n".encode()),
        "it doesn't say which operation each row is for.",
        f"Add a column “Operation” with one of: {OPERATIONS}; or name the file after the operation.",
    ),
    (
        "interrupt.csv",
        of_bytes(f"{ANA},1\n".encode()),
        "sheet “interrupt” has no header row among its first 5.",
        "Put the names of the columns above the data: ID number, Name, Interruption reason.",
    ),
    (
        "r.xlsx",
        of_sheets(interrupt=[("ID number", "Interuption reasn"), (ANA, 1)]),
        "2 problems\n"
        "- sheet “interrupt”, column B: “Interuption reasn” is not known. Did you mean “Interruption reason”? "
        "A column whose header begins with # is passed over.\n"
        "- sheet “interrupt”: the column “Interruption reason” is missing. Add the column “Interruption reason”.",
        "",
    ),
    (
        "r.xlsx",
        of_sheets(interrupt=[("ID number", "reason", "Shoe size"), (ANA, 1, 44)]),
        "sheet “interrupt”, column C: “Shoe size” is not known.",
        "Take it out or put # before it. Columns: ID number, Name, Interruption reason.",
    ),
    (
        "r.xlsx",
        of_sheets(interrupt=[("ID number", "reason", ANA), (ANA, 1, 44)]),
        "sheet “interrupt”, column C: “330*************17” is not known.",
        "Take it out or put # before it. Columns: ID number, Name, Interruption reason.",
    ),
    (
        "r.xlsx",
        of_sheets(interrupt=[("ID number", "reason", "中断原因"), (ANA, 1, 1)]),
        "sheet “interrupt”: columns B and C are the same, “中断原因”.",
        "Keep one, or put # before the header of the other.",
    ),
    (
        "r.xlsx",
        of_sheets(interrupt=[("ID number", "reason"), (ANA, 1), (ANA, 1, "remark")]),
        "sheet “interrupt”, column C: there are data without a header (row 3).",
        "Give it a header, or # to have it passed over.",
    ),
    (
        "r.xlsx",
        far_away,
        "something is written far away from the data, in cell XFD1048576.",
        "Clear that cell, or copy the rows to a new sheet.",
    ),
]


@pytest.mark.parametrize(("name", "make", "message", "cure"), CASES)
def test_what_is_said(
    tmp_path: Path, library: Library, name: str, make: Callable[[Path], Path], message: str, cure: str
) -> None:
    assert error_of(make(tmp_path / name), library) == (f"{name}: {message}", cure)


def test_a_file_that_is_protected_with_a_password(rosters: Path, library: Library) -> None:
    assert error_of(rosters / "password.xlsx", library) == (
        "password.xlsx: it is protected with a password.",
        "Open it, take the password off (File > Info > Protect Workbook) and save it again.",
    )


def test_a_folder(tmp_path: Path, library: Library) -> None:
    message, cure = error_of(tmp_path, library)
    assert message.endswith("it is a folder, not a file.")
    assert cure == "Name the spreadsheet inside it."


def test_a_file_whose_name_is_nearly_right(tmp_path: Path, library: Library) -> None:
    workbook(tmp_path / "november.xlsx", {"add": [HEADER, GOOD]})
    assert error_of(tmp_path / "novembre.xlsx", library)[1] == "Did you mean “november.xlsx”?"


def test_a_file_that_is_too_large(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD, GOOD_TOO]})
    cure = "Split it into several files and take out sheets and pictures that aren't needed."
    with monkeypatch.context() as patched:
        patched.setattr(grid, "MAX_ROWS", 2)
        assert error_of(path, library) == ("r.xlsx: it is too large (3 rows; at most 2 rows).", cure)
    with monkeypatch.context() as patched:
        patched.setattr(grid, "MAX_MEGABYTES", 0)
        assert error_of(path, library) == ("r.xlsx: it is too large (0 MB; at most 0 MB).", cure)
    with monkeypatch.context() as patched:
        patched.setattr(package, "MAX_UNPACKED_MEGABYTES", 0)
        assert error_of(path, library) == ("r.xlsx: it is too large (0 MB; at most 0 MB).", cure)


def test_every_problem_of_every_sheet_is_told_at_once(tmp_path: Path, library: Library) -> None:
    path = workbook(
        tmp_path / "r.xlsx",
        {"add": [HEADER[1:], GOOD[1:]], "interrupt": [("ID number", "why"), (ANA, 1)], "März": [HEADER, GOOD]},
    )
    message, _ = error_of(path, library)
    assert message.startswith("r.xlsx: 4 problems\n")
    assert [line.split("”")[0] for line in message.splitlines()[1:]] == [
        "- sheet “März",
        "- sheet “add",
        "- sheet “interrupt",
        "- sheet “interrupt",
    ]


def test_a_damaged_old_file_does_not_take_the_program_down(tmp_path: Path, library: Library, rosters: Path) -> None:
    content = bytearray((rosters / "formats.xls").read_bytes())
    # the last row that the sheet claims to have: the reader asks for memory for all of them
    content[3820:3824] = b"\xff\xff\xff\x7f"
    path = tmp_path / "r.xls"
    path.write_bytes(content)
    assert error_of(path, library) == (f"r.xls: {NOT_ONE}", SAVE_IT)


@settings(deadline=None, database=None, max_examples=60)
@given(damage=st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=8), cut=st.integers(0))
def test_any_damage_ends_in_a_roster_or_in_an_error_with_a_cure(
    tmp_path_factory: pytest.TempPathFactory,
    library: Library,
    rosters: Path,
    damage: list[tuple[int, int]],
    cut: int,
) -> None:
    content = bytearray((rosters / "formula.xlsx").read_bytes())
    for at, byte in damage:
        content[at % len(content)] = byte
    path = tmp_path_factory.mktemp("damaged") / "r.xlsx"
    path.write_bytes(content[: len(content) - cut % 3])
    try:
        read_roster(path, library)
    except RosterError as error:
        assert set(error.message) == set(LANGUAGES)
