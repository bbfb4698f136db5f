"""A spreadsheet is handed in, every problem is seen, cells are put right on the page."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import SecretStr

from bot.console import words
from bot.console.console import Console
from bot.console.memory import Errand
from bot.console.pages.form import SLOWLY
from bot.console.security import Role
from bot.console.troubles import ON_A_PAGE, Looked, Wanted, next_after, shares
from bot.fields import Severity
from bot.fields.resident_id import check_character
from bot.filing.desk import Account
from bot.filing.journal.store import open_journal
from bot.filing.traces import free_name
from bot.roster.check import Checked
from bot.roster.in_hand import InHand
from bot.roster.row_check import RowCheck
from bot.service import RunOptions
from bot.service.acceptance import Desired, accept
from bot.service.known import KnownCases, known_cases
from tests.console.conftest import Visitor, short_roster, with_wrong_id
from tests.console.many import many

PERSON, WAGE, HOUSEHOLD = 1, 4, 3
"""Columns of the sample, counted from 0."""


def number(index: int) -> str:
    """A right ID number of nobody."""
    body = f"33029919{70 + index % 25}01{10 + index % 18:02}{index % 900 + 100}"
    return body + check_character(body)


def many_rows(console: Console, path: Path, count: int, *, wrong_each: int) -> Path:
    """A roster of that many people, every so-manieth with a wrong ID number."""
    short_roster(console.assistant, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    like = [cell.value for cell in sheet[2]]
    sheet.delete_rows(2, 5)
    for index in range(count):
        right = number(index)
        like[0], like[PERSON] = index + 1, right[:-2] + "ZZ" if index % wrong_each == 0 else right
        for column, value in enumerate(like, start=1):
            sheet.cell(index + 2, column, value)
    for other in book.worksheets[1:3]:
        book.remove(other)
    book.save(path)
    return path


@pytest.fixture
def wrong(console: Console, tmp_path: Path) -> Path:
    """A roster with an error, an old number, a household that is nearly one, and a gap in a number."""
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    with_wrong_id(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    right = [cell.value for cell in sheet[2]]
    old, household, gap = list(right), list(right), list(right)
    old[PERSON] = "330299700101101"
    household[PERSON], household[HOUSEHOLD] = number(7), "local urbn"
    gap[PERSON] = f"{number(9)[:6]} {number(9)[6:]}"
    for row, cells in enumerate((old, household, gap), start=3):
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column, value)
    book.save(path)
    return path


def handed_in(visitor: Visitor, path: Path) -> str:
    """Where the check of a spreadsheet is."""
    answer = visitor.ask("POST", "/new", form={}, files={"roster": (path.name, path.read_bytes())})
    assert answer.status_code == 303
    return answer.headers["location"]


def checked_at(console: Console, there: str) -> Checked:
    return console.uploads.checked(there.rpartition("/")[2])


def looked_at(console: Console, checked: Checked) -> Looked:
    return Looked(checked, console.assistant.library.operations)


def test_problems_stand_by_row_with_the_person_and_the_worst_comes_first(console: Console, wrong: Path) -> None:
    checked = console.assistant.check(wrong)
    rows = looked_at(console, checked).listed(Wanted()).rows
    worst = [row.worst for row in rows]
    assert worst == sorted(worst, key=list(Severity).index)
    assert {row.person for row in rows} == {str(load_workbook(wrong).worksheets[0]["C2"].value)}
    assert not [one for row in rows for one in row.troubles if one.problem.severity is Severity.INFO]
    assert looked_at(console, checked).listed(Wanted(show="warning")).found < len(rows)


def test_what_may_be_meant_is_offered(console: Console, wrong: Path) -> None:
    rows = looked_at(console, console.assistant.check(wrong)).listed(Wanted()).rows
    offered = {(row.row, one.problem.rule): one.proposal for row in rows for one in row.troubles}
    body = "33029919700101101"
    assert offered[3, "ID03"] == body + check_character(body)
    assert offered[4, "HU01"] == "local urban"
    assert offered[5, "ID04"] == number(9)
    assert offered[2, "ID05"] == "", "a right check digit for a wrong number is no cure"


def test_a_cell_of_a_choice_has_its_choices(console: Console, wrong: Path) -> None:
    rows = looked_at(console, console.assistant.check(wrong)).listed(Wanted(said="urbn")).rows
    [trouble] = [one for row in rows for one in row.troubles if one.problem.rule == "HU01"]
    assert trouble.value == "local urbn"
    assert "local urban" in trouble.choices
    assert len(trouble.choices) == len(set(trouble.choices)) > 2


def test_a_cell_is_put_right_and_the_next_one_has_the_focus(visitor: Visitor, console: Console, wrong: Path) -> None:
    there = handed_in(visitor, wrong)
    html = visitor.ask("GET", there).text
    assert "Check of june.xlsx" in html
    before = checked_at(console, there)
    first, following = looked_at(console, before).listed(Wanted()).rows[:2]
    form = {"cell": first.troubles[0].key, "value": number(3)}
    mended = visitor.ask("POST", f"{there}/cell", form=form, headers={"hx-request": "true"})
    after = checked_at(console, there)
    assert len(after.errors) == len(before.errors) - 1
    assert mended.text.startswith('<div id="problems">')
    focused = re.findall(r"<(?:input|select)[^>]*autofocus", mended.text)
    assert len(focused) == 1
    assert f"{following.troubles[0].problem.header} {following.troubles[0].place}" in focused[0]
    assert words.ERRORS.of(len(after.errors)).to("en") in mended.text
    assert 'hx-swap-oob="true"' in mended.text
    plain = visitor.ask("POST", f"{there}/cell", form=form)
    assert plain.headers["location"].endswith("#problems")


def test_what_is_proposed_is_taken_with_one_click(visitor: Visitor, console: Console, wrong: Path) -> None:
    there = handed_in(visitor, wrong)
    [trouble] = [
        one
        for row in looked_at(console, checked_at(console, there)).listed(Wanted()).rows
        for one in row.troubles
        if one.problem.rule == "HU01"
    ]
    visitor.ask("POST", f"{there}/cell", form={"cell": trouble.key, "value": "urbn", "take": trouble.proposal})
    assert "HU01" not in {one.rule for one in checked_at(console, there).problems}


def test_the_clerk_gets_the_spreadsheet_back_put_right(visitor: Visitor, console: Console, wrong: Path) -> None:
    there = handed_in(visitor, wrong)
    assert visitor.ask("GET", f"{there}/roster").content == wrong.read_bytes()
    sheet = load_workbook(wrong).worksheets[0]
    visitor.ask("POST", f"{there}/cell", form={"cell": f'["{sheet.title}", 2, "B"]', "value": f" {number(3)}\x07"})
    answer = visitor.ask("GET", f"{there}/roster")
    assert "june.xlsx" in answer.headers["content-disposition"]
    returned = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert (returned["B2"].value, returned["B2"].number_format) == (number(3), "@")
    assert returned["C2"].value == sheet["C2"].value
    marked = load_workbook(io.BytesIO(visitor.ask("GET", f"{there}/marked").content)).worksheets[0]
    assert marked["B2"].value == number(3)
    assert marked["B2"].comment is None
    assert marked["D4"].comment is not None


def test_corrections_outlive_the_console(visitor: Visitor, console: Console, wrong: Path) -> None:
    there = handed_in(visitor, wrong)
    sheet = load_workbook(wrong).worksheets[0].title
    visitor.ask("POST", f"{there}/cell", form={"cell": f'["{sheet}", 2, "B"]', "value": number(3)})
    again = Visitor(Console(console.assistant, "ana")).enter()
    assert checked_at(again.app.state.console, there).problems == checked_at(console, there).problems
    assert len(checked_at(console, there).problems) < len(console.assistant.check(wrong).problems)


@pytest.mark.parametrize(
    "cell", ["", "[]", "{}", '["no sheet", 2, "B"]', '["Add employee", 0, "B"]', '["Add employee", 2, "ZZZ"]', "[1"]
)
def test_a_cell_that_is_not_there_is_said_so(visitor: Visitor, wrong: Path, cell: str) -> None:
    there = handed_in(visitor, wrong)
    answer = visitor.ask("POST", f"{there}/cell", form={"cell": cell, "value": "x"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_notes_are_not_counted_as_open_trouble(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["C2"] = "段 文卓"
    sheet["B2"] = number(3)
    book.save(path)
    there = handed_in(visitor, path)
    checked = checked_at(console, there)
    assert {one.severity for one in checked.problems} == {Severity.INFO}
    html = visitor.ask("GET", there).text
    assert words.TO_PUT_RIGHT.to("en") not in html
    assert words.NONE_LEFT.to("en") in html
    assert words.NOTES.of(1).to("en") in html
    notes = visitor.ask("GET", f"{there}/list?show=info").text
    assert words.NOTHING_TO_DO.to("en") in notes
    assert str(checked.problems[0].message) in notes


def test_thousands_of_problems_are_paged(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    path = many_rows(console, tmp_path / "big.xlsx", 200, wrong_each=2)
    there = handed_in(visitor, path)
    looked = looked_at(console, checked_at(console, there))
    first, last = looked.listed(Wanted()), looked.listed(Wanted(page=999))
    assert (len(first.rows), first.found, first.pages) == (ON_A_PAGE, 100, 3)
    assert last.rows[-1].row == 200
    assert f"{words.ROW_N.to('en').format(row=200)} " in visitor.ask("GET", f"{there}/list?page=3").text
    assert looked.listed(Wanted(said="row 200")).found == 0
    assert looked.listed(Wanted(said="B200")).found == 1


def test_a_correction_checks_one_row_anew(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_hand = InHand(many_rows(console, tmp_path / "big.xlsx", 60, wrong_each=10), console.assistant.library, {})
    before = in_hand.checked(console.assistant.now())
    seen: list[int] = []
    check = RowCheck.check
    monkeypatch.setattr(RowCheck, "check", lambda self, row: (seen.append(row.origin.row), check(self, row))[1])
    in_hand.correct((before.errors[0].sheet, 2, "B"), number(700))
    after = in_hand.checked(console.assistant.now())
    assert seen == [2]
    assert len(after.errors) == len(before.errors) - 1
    assert len(after.cases) == len(before.cases) + 1


def test_after_a_cell_comes_what_is_left_of_its_row_then_the_next(console: Console, wrong: Path) -> None:
    rows = looked_at(console, console.assistant.check(wrong)).listed(Wanted()).rows
    sheet = rows[0].sheet
    assert next_after(rows, (sheet, 4, "C")) == next(row for row in rows if row.row == 4).troubles[0].key
    assert next_after(rows, (sheet, 99, "C")) == rows[0].troubles[0].key
    assert next_after([], (sheet, 4, "C")) == ""


def test_what_will_be_filed_is_told_by_operation(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    checked = console.assistant.check(path)
    assert [(one.operation.flow, one.cases) for one in shares(checked)] == [("add", 1), ("renew", 1), ("interrupt", 1)]
    html = visitor.ask("GET", f"{handed_in(visitor, path)}/plan").text
    assert all(one.operation.title.to("en") in html for one in shares(checked))


def test_what_was_handed_in_before_is_said_before_the_start(
    visitor: Visitor, console: Console, tmp_path: Path
) -> None:
    assistant, path = console.assistant, short_roster(console.assistant, tmp_path / "june.xlsx")
    assistant.home.mkdir(exist_ok=True)
    cases = assistant.check(path).cases
    desired = Desired(path, assistant.library, assistant.flows, assistant.url, assistant.home, assistant.now())
    with open_journal(assistant.store) as journal:
        batch = accept(journal, desired, Account("demo", "u", SecretStr("x")), cases, RunOptions()).batch
    assert known_cases(assistant, cases, "demo", "u") == KnownCases("demo", batch.id)
    assert known_cases(assistant, cases[:1], "demo", "u") == KnownCases("demo", elsewhere={batch.id: 1})
    assert known_cases(assistant, cases, "demo", "another") == KnownCases("demo")
    there = handed_in(visitor, path)
    html = visitor.ask("GET", f"{there}/plan?account=demo&user=u").text
    assert words.SAME_AGAIN.format(batch=batch.id).to("en") in html
    assert batch.id in visitor.ask("GET", there).text, "the account of the last batch is filled in"


@pytest.mark.parametrize(("count", "said"), [(1, "1 error"), (0, "0 errors"), (12345, "12,345 errors")])
def test_numbers_are_said_rightly(count: int, said: str) -> None:
    assert words.ERRORS.of(count).to("en") == said


def test_warnings_have_to_be_looked_at(visitor: Visitor, console: Console, wrong: Path) -> None:
    there = handed_in(visitor, wrong)
    form = {"account": "demo", "anyway": "yes"}
    answer = visitor.ask("POST", f"{there}/start", form=form)
    assert answer.status_code == 400
    assert words.STILL_WARNED.to("en") in answer.text
    assert not console.works.jobs


def test_what_would_be_done_is_told_without_the_portal(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    there = handed_in(visitor, path)
    assert f"{there}/explain" in visitor.ask("GET", there).text
    for case in console.assistant.check(path).cases:
        html = visitor.ask("GET", f"{there}/explain?case={case.id}&account=demo").text
        assert case.flow.title.to("en") in html
        assert case.person not in html
        assert words.LEAVES_DRAFT.to("en") in html
    assert visitor.ask("GET", f"{there}/explain?case=nobody").status_code == 400
    assert visitor.ask("POST", f"{there}/rehearse", form={"case": "nobody"}).status_code == 400
    assert visitor.ask("POST", f"{there}/rehearse", form={"case": "add-002"}).status_code == 400
    assert not console.works.jobs


def test_a_run_can_be_watched_slowed_down_and_recorded(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    there = handed_in(visitor, short_roster(console.assistant, tmp_path / "june.xlsx"))
    form = {"account": "demo", "headed": "yes", "slowly": "yes", "trace": "yes"}
    assert visitor.ask("POST", f"{there}/start", form=form).status_code == 303
    [job] = console.works.jobs.values()
    assert isinstance(job.errand, Errand)
    assert (job.errand.headed, job.errand.slow_mo, job.errand.trace) == (True, SLOWLY, True)


def test_what_was_recorded_for_support_is_a_clerks_to_take(
    visitor: Visitor, stranger: Visitor, console: Console
) -> None:
    [batch] = many(console.assistant.home, 2)
    here = f"/batches/{batch}/traces"
    assert words.TRACES.to("en") not in visitor.ask("GET", f"/batches/{batch}").text
    free_name(console.assistant.home, batch).write_bytes(b"recorded")
    assert f'href="{here}/0"' in visitor.ask("GET", f"/batches/{batch}").text
    assert visitor.ask("GET", f"{here}/0").content == b"recorded"
    assert [visitor.ask("GET", f"{here}/{other}").status_code for other in ("1", "x", "-1")] == [404] * 3
    assert stranger.sign_in(Role.AUDITOR).ask("GET", f"{here}/0").status_code == 403
