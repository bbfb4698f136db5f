"""`portal run` against the bundled portal: what the portal has in its books is what the roster said, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from bot.bundled import bundled
from tests.acceptance.conftest import ANOTHER, INSURED, LEAVER, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import PASSWORD, USER, MockPortal, Program

REJECTED = "add 330299203030032"


def test_twelve_people_end_to_end(portal: Program, start_mock: StartMock) -> None:
    mock = start_mock()
    drafts_before, filings_before = mock.drafts(), mock.filings()
    roster = bundled("fixtures", "demo", "roster.csv")

    done = portal(
        "run", roster, "--account", "demo", "--user", USER, "--url", mock.url, "--yes", "--json",
        "-o", "results.xlsx", "--evidence", "pictures",
    )  # fmt: skip

    assert done.returncode == 1, done.stderr
    cases = {case["row"]: case for case in json.loads(done.stdout)["cases"]}
    assert [case["state"] for case in cases.values()] == ["approved"] * 4 + ["rejected", "refused"] + ["approved"] * 6
    filed = {key: one for key, one in mock.filings().items() if key not in filings_before}
    lines = [line.split(",") for line in roster.read_text(encoding="utf-8").splitlines()[1:]]
    assert set(filed) == {f"{line[0]} {line[1]}" for line in lines if line[1] != "330299199710081096"}
    assert mock.drafts() == drafts_before
    for row, line in enumerate(lines, start=2):
        if one := filed.get(f"{line[0]} {line[1]}"):
            assert (one["no"], one["status"], one["reason"]) == tuple(
                cases[row][key] for key in ("number", "state", "reason")
            )
            assert one["entries"]["name"] == line[2]
            assert one["entries"].get("wage", "") == line[4]
    assert cases[7]["rule"] == "OP01"
    assert "hukou" in cases[6]["reason"]

    for row, case in cases.items():
        names = [Path(picture).stem.split("-", 1)[1] for picture in case["evidence"] if Path(picture).suffix == ".webp"]
        assert names[:2] == (["filled", "failure"] if row == 7 else ["filled", "saved"])
        assert row == 7 or names[2:] == ["declared", "final-row"]
        assert all((portal.folder / "pictures" / picture).stat().st_size > 200 for picture in case["evidence"])

    [sheet] = openpyxl.load_workbook(portal.folder / "results.xlsx").worksheets
    table = {row[1]: " ".join(str(cell) for cell in row if cell) for row in sheet.iter_rows(values_only=True)}
    for row, line in enumerate(lines, start=2):
        assert cases[row]["number"] in table[line[1]]

    masked = [line[1] for line in lines]
    assert not [number for number in masked if number in done.stdout + done.stderr]
    assert not [
        path for path in portal.folder.parent.rglob("*") if path.is_file() and PASSWORD.encode() in path.read_bytes()
    ]


def test_stopping_before_anything_is_declared(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock(lang="zh")
    path = roster(NEWCOMER, LEAVER)
    done = portal("run", path, "--account", USER, "--url", mock.url, "--until", "review", "--json")
    assert done.returncode == 0, done.stderr
    assert [case["state"] for case in json.loads(done.stdout)["cases"]] == ["reviewed"] * 2
    assert {"add 330299198706120115", "interrupt 330299199112221079"} <= set(mock.drafts())
    assert not mock.events("declared")
    assert len(mock.events("logout")) == 1


@pytest.mark.parametrize(("typed", "code", "status"), [("n\n", 1, "draft"), ("y\n", 0, "filing")])
def test_a_person_decides(
    portal: Program, start_mock: StartMock, roster: WriteRoster, typed: str, code: int, status: str
) -> None:
    mock = start_mock(lang="en")
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, typed=typed)
    assert done.returncode == code, done.stderr
    assert "6800" in done.stdout
    assert "Declare them now?" in done.stderr
    assert ("add 330299198706120115" in mock.drafts()) is (status == "draft")
    assert ("add 330299198706120115" in mock.filings()) is (status == "filing")


def test_nobody_there_to_decide_declares_nothing(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock()
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", mock.url)
    assert done.returncode == 2
    assert "nobody here to ask" in done.stdout
    assert not mock.events("declared")


def test_a_code_in_a_picture_is_asked_for(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock(captcha="fixed")
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, "--yes", typed="2468\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "question.png" in done.stdout
    assert "add 330299198706120115" in mock.filings()


def test_the_portal_s_no_to_one_stops_nobody_else(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock()
    done = portal("run", roster(INSURED, ANOTHER), "--account", USER, "--url", mock.url, "--yes", "--lang", "es")
    assert done.returncode == 1
    assert "no admitido" in done.stdout
    assert "aprobado: 1" in done.stdout
    assert set(_new(mock)) == {"add 330299198310050376"}


def _new(mock: MockPortal) -> list[str]:
    return [f"add {event['id_number']}" for event in mock.events("declared")]
