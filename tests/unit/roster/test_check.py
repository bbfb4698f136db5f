"""What a check finds in the rows of a roster."""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bot.errors import FlowError, RosterError
from bot.fields import ResidentNumber
from bot.flow.models import Flow, Library, Portal, Rule
from bot.roster.check import Checked
from bot.text import LANGUAGES
from tests.unit.roster.sample import (
    ANA,
    COVERAGE,
    GOOD,
    GOOD_TOO,
    HEADER,
    LI,
    checked,
    person,
    places,
    workbook,
)


def add_rows(tmp_path: Path, library: Library, *rows: Sequence[object]) -> Checked:
    """The check of a roster with these people to add."""
    return checked(workbook(tmp_path / "r.xlsx", {"add": [HEADER, *rows]}), library)


def changed(row: Sequence[object], **cells: object) -> tuple[object, ...]:
    """A row with other values in some columns, by their position: `c0=…`."""
    return tuple(cells.get(f"c{at}", value) for at, value in enumerate([*row, *[None] * (9 - len(row))]))


def test_cases_carry_values_origin_and_an_id_that_is_safe_in_file_names(tmp_path: Path, library: Library) -> None:
    result = add_rows(tmp_path, library, GOOD, GOOD_TOO)
    assert result.ok
    assert result.rows == 2
    case = result.cases[1]
    assert (case.id, str(case.origin), case.person) == ("add-003", "add 3", LI)
    assert list(case.values) == list(COVERAGE)
    assert case.values["id_number"] == ResidentNumber(LI)
    assert (case.values["wage"], case.values["migrant"], case.values["household"].code) == (7200, True, "22")
    assert result.cases[0].values["home"] is None


def test_no_two_rows_share_an_id(tmp_path: Path, library: Library) -> None:
    header = ("operation", "ID number", "reason")
    sheets = {"add": [HEADER, GOOD, GOOD_TOO], "Leavers": [header, ("interrupt", person(1), 1)]}
    ids = [case.id for case in checked(workbook(tmp_path / "r.xlsx", sheets), library).cases]
    assert ids == ["add-002", "add-003", "interrupt-002"]
    sheets["More leavers"] = [header, ("interrupt", person(2), 1)]
    with pytest.raises(RosterError, match="for the same operation"):
        checked(workbook(tmp_path / "r.xlsx", sheets), library)


def test_every_wrong_cell_is_told_with_its_place(tmp_path: Path, library: Library) -> None:
    bad = (float(ANA), "X", "99", 50.5, "maybe", None, None, None, None)
    result = add_rows(tmp_path, library, bad, GOOD)
    assert [case.id for case in result.cases] == ["add-003"]
    assert not result.ok
    assert places(result) == [
        (2, "A", "ID02", "error"),
        (2, "B", "NA01", "error"),
        (2, "C", "HU01", "error"),
        (2, "D", "WA01", "error"),
        (2, "E", "MI01", "error"),
        (2, "F", "MI01", "error"),
    ]
    assert {(one.sheet, one.input, one.header) for one in result.problems} >= {
        ("add", "id_number", "ID number"),
        ("add", "wage", "Declared wage (base)"),
    }


def test_every_message_is_there_in_each_language_and_hides_the_number(tmp_path: Path, library: Library) -> None:
    result = add_rows(
        tmp_path,
        library,
        GOOD,
        GOOD,
        (ANA[:-1] + "0", *GOOD_TOO[1:]),
        changed(GOOD_TOO, c6="河北省", c7=None),
        (ANA[:15],),
    )
    assert len(result.problems) > 5
    for problem in result.problems:
        for text in (problem.message, problem.cure):
            assert set(text) == set(LANGUAGES)
            assert not any(number in said for said in text.values() for number in (ANA, LI, ANA[:15]))


def test_an_old_number_of_15_digits_becomes_a_case_with_a_warning(tmp_path: Path, library: Library) -> None:
    old = ANA[:6] + ANA[8:17]
    result = add_rows(tmp_path, library, (old, *GOOD[1:]))
    assert places(result) == [(2, "A", "ID03", "warning")]
    assert result.ok
    assert len(result.cases[0].person) == 18


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"c6": None, "c7": None, "c8": None}, [(2, "G", "MI03", "error")]),
        ({"c8": None}, [(2, "I", "MI03", "error")]),
        ({"c7": "杭州市"}, [(2, "I", "MI04", "error")]),
        ({"c6": "广东省", "c7": "东莞市", "c8": None}, [(2, "G", "MI06", "info")]),
        ({"c5": "No"}, [(2, "G", "RO06", "warning")]),
        ({"c4": "No"}, [(2, "F", "MI02", "error")]),
        ({"c4": "No", "c5": "perhaps"}, [(2, "F", "MI01", "error")]),
        ({"c3": 4499}, [(2, "D", "WA02", "warning")]),
        ({"c3": 22501}, [(2, "D", "WA03", "warning")]),
    ],
)
def test_what_inputs_ask_of_each_other(
    tmp_path: Path, library: Library, cells: dict[str, object], found: list[tuple[int, str, str, str]]
) -> None:
    assert places(add_rows(tmp_path, library, changed(GOOD_TOO, **cells))) == found


def test_what_does_not_apply_is_left_out_of_the_case(tmp_path: Path, library: Library) -> None:
    case = add_rows(tmp_path, library, changed(GOOD_TOO, c5="No")).cases[0]
    assert case.values["home"] is None


def test_a_missing_column_of_what_is_sometimes_required_is_told_by_its_label(tmp_path: Path, library: Library) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER[:6], GOOD_TOO[:6]]})
    problem = checked(path, library).problems[0]
    assert (problem.rule, problem.column, problem.header) == ("MI03", "", "Province")


def test_the_words_of_a_rule_show_sensitive_values_masked(tmp_path: Path, library: Library) -> None:
    result = add_rows(tmp_path, library, changed(GOOD_TOO, c6="广东省", c7="东莞市", c8=None))
    assert result.problems[0].message["en"] == f"Another region: {LI[:3]}*************{LI[-2:]}."


def test_a_rule_that_cannot_be_evaluated_is_the_flow_s_mistake(tmp_path: Path, library: Library) -> None:
    rule = Rule.model_validate({"id": "XX01", "when": "home.code", "message": "x"})
    add = library.flows["add"].model_copy(update={"rules": (rule,)})
    broken = library.model_copy(update={"flows": {**library.flows, "add": add}})
    with pytest.raises(FlowError):
        add_rows(tmp_path, broken, GOOD)


def test_one_person_twice_in_one_operation_names_both_rows(tmp_path: Path, library: Library) -> None:
    result = add_rows(tmp_path, library, GOOD, GOOD_TOO, (ANA.lower(), "王另名", *GOOD[2:]))
    assert places(result) == [(2, "A", "ID10", "error"), (4, "A", "ID10", "error")]
    assert [case.person for case in result.cases] == [LI]
    first, second = (one.message["en"] for one in result.problems)
    assert first.endswith("twice for “Add employee”: sheet “add”, row 2 and sheet “add”, row 4.")
    assert second.endswith("twice for “Add employee”: sheet “add”, row 4 and sheet “add”, row 2.")


def test_one_person_in_two_operations_names_both(tmp_path: Path, library: Library) -> None:
    sheets = {"add": [HEADER, GOOD], "interrupt": [("ID number", "reason"), (ANA, 1), (LI, 1)]}
    result = checked(workbook(tmp_path / "r.xlsx", sheets), library)
    assert [(one.sheet, one.row, one.rule) for one in result.problems] == [("add", 2, "ID10"), ("interrupt", 2, "ID10")]
    assert result.problems[0].message["es"] == (
        "La misma persona (330*************17) está en dos trámites: «Alta de trabajador» (hoja «add», fila 2) "
        "y «Interrupción de cobertura» (hoja «interrupt», fila 2)."
    )


@pytest.mark.parametrize(
    ("accounts", "doubled"),
    [
        (("acme", "other"), []),
        (("acme", "ACME"), [2, 3]),
        (("acme", None), [2, 3]),
        (("acme", "other", "acme"), [2, 4]),
        (("acme", "other", None), [2, 3, 4]),
    ],
)
def test_a_person_may_leave_one_account_and_begin_at_another(
    tmp_path: Path, library: Library, accounts: tuple[str | None, ...], doubled: list[int]
) -> None:
    header = ("operation", "account", *HEADER, "reason")
    leaving = ("interrupt", accounts[0], ANA, *[None] * 8, 1)
    rows = [header, leaving, *(("add", account, *changed(GOOD)) for account in accounts[1:])]
    result = checked(workbook(tmp_path / "r.xlsx", {"People": rows}), library)
    assert [(row, rule) for row, _, rule, _ in places(result)] == [(row, "ID10") for row in doubled]
    assert {case.account for case in result.cases} == {
        account for row, account in enumerate(accounts, start=2) if row not in doubled
    }


def test_a_doubled_person_is_found_even_if_the_other_row_is_wrong(tmp_path: Path, library: Library) -> None:
    result = add_rows(tmp_path, library, GOOD, (ANA, "王示例", "99", *GOOD[3:]))
    assert {(row, rule) for row, _, rule, _ in places(result)} == {(2, "ID10"), (3, "ID10"), (3, "HU01")}


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-11-10T09:00+08:00", []),
        ("2026-11-20T23:59+08:00", []),
        ("2026-11-21T00:00+08:00", ["WI02"]),
        ("2026-11-23T23:59+08:00", ["WI02"]),
        ("2026-11-24T00:00+08:00", ["WI01"]),
        ("2026-11-23T16:00+00:00", ["WI01"]),
        ("2026-11-30T15:59+00:00", ["WI01"]),
        ("2026-11-30T16:00+00:00", []),
    ],
)
def test_the_window_is_that_of_the_portal_s_own_calendar(
    tmp_path: Path, library: Library, now: str, found: list[str]
) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD]})
    result = checked(path, library, today=datetime.fromisoformat(now))
    assert [one.rule for one in result.problems] == found
    assert result.ok is ("WI01" not in found)


def test_the_window_says_when_it_opens_and_closes(tmp_path: Path, library: Library) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD]})
    shut = checked(path, library, today=datetime.fromisoformat("2026-12-28T09:00+08:00")).problems[0]
    assert shut.message["en"].endswith("on days 1 to 23 of each month; today is 2026-12-28 (Asia/Shanghai).")
    assert shut.cure["en"] == "File from 2027-01-01 on."
    assert (shut.sheet, shut.row) == ("", None)
    for day, left in ((21, "2 more days are left"), (22, "1 more day is left"), (23, "today is the last day")):
        soon = checked(path, library, today=datetime.fromisoformat(f"2026-11-{day}T09:00+08:00")).problems[0]
        assert soon.message["en"] == f"This month's window ends on 2026-11-23 (Asia/Shanghai): {left}."


def test_a_time_without_a_zone_is_a_mistake_of_ours(tmp_path: Path, library: Library) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD]})
    with pytest.raises(ValueError, match="zone"):
        checked(path, library, today=datetime(2026, 11, 10))


def test_merged_cells(tmp_path: Path, library: Library) -> None:
    path = workbook(tmp_path / "r.xlsx", {"add": [HEADER, GOOD, (LI, None, *GOOD_TOO[2:])]})
    book = load_workbook(path)
    book["add"].merge_cells("B2:B3")
    book.save(path)
    result = checked(path, library)
    assert places(result) == [(2, "B", "RO02", "error"), (3, "B", "RO02", "error")]
    assert "merged with others (B2:B3)" in result.problems[0].message["en"]


def test_formulas_and_calculation_errors(tmp_path: Path, library: Library) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "add"
    for row in (HEADER, GOOD, GOOD_TOO):
        sheet.append(list(row))
    sheet["D2"] = "=6000+1"
    sheet["D3"] = "#N/A"
    path = tmp_path / "r.xlsx"
    book.save(path)
    result = checked(path, library)
    assert places(result) == [(2, "D", "RO03", "error"), (3, "D", "RO04", "error")]
    assert "(#N/A)" in result.problems[1].message["en"]


def test_a_formula_with_its_result_is_taken_and_told(tmp_path: Path, library: Library, rosters: Path) -> None:
    result = checked(rosters / "formula.xlsx", library)
    assert result.ok
    assert result.cases[0].values["wage"] == 6001
    assert places(result) == [(2, "D", "RO03", "info")]


def test_ten_thousand_rows_take_seconds(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "add.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows((person(number), *GOOD_TOO[1:]) for number in range(10_000))
    began = time.process_time()
    result = checked(path, library)
    # about one second where nothing else runs; a check that is slow by nature takes minutes
    assert time.process_time() - began < 8
    assert len(result.cases) == 10_000


def small(inputs: dict[str, object], **flow: object) -> Library:
    """A library of one operation with these inputs."""
    only = Flow.model_validate({"flow": "ask", "title": "Ask", "inputs": inputs, "steps": [{"click": "go"}], **flow})
    portal = Portal.model_validate(
        {"portal": "other", "title": "Other", "address": "https://portal.invalid/", "operations": ["ask"]}
    )
    return Library(portal=portal, flows={"ask": only})


@pytest.mark.parametrize(
    ("answer", "found"),
    [("yes", [(2, "B", "TX01", "error")]), ("no", []), ("perhaps", [(2, "A", "YN01", "error")])],
)
def test_what_applies_sometimes_is_required_only_then(
    tmp_path: Path, answer: str, found: list[tuple[int, str, str, str]]
) -> None:
    library = small(
        {
            "why": {"type": "text", "label": "Why", "only_when": "${asked}"},
            "asked": {"type": "yes_no", "label": "Asked?"},
        }
    )
    path = workbook(tmp_path / "r.xlsx", {"Any name": [("Asked?", "Why"), (answer, None)]})
    assert places(checked(path, library)) == found


def test_an_operation_without_effect_may_repeat_a_person(tmp_path: Path) -> None:
    library = small({"person": {"type": "text", "label": "Person"}}, person="person")
    path = workbook(tmp_path / "r.xlsx", {"ask": [("Person",), ("A1",), ("A1",)]})
    assert len(checked(path, library).cases) == 2


def test_a_header_that_could_mean_two_columns_means_neither(tmp_path: Path) -> None:
    library = small({"old": {"type": "division", "label": "From"}, "new": {"type": "division", "label": "To"}})
    path = workbook(tmp_path / "r.xlsx", {"ask": [("From", "To", "Province"), ("330203", "330299", "浙江省")]})
    with pytest.raises(RosterError, match="column C: “Province” is not known"):
        checked(path, library)
