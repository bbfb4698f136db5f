"""`portal lint`: what it prints for people, programs and editors, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli.main import run
from bot.flow.codes import CODES
from tests.unit.flow.linting import CLEAN, PORTAL

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean folder of flows below the working directory, whose name needs care in an address."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "mis flujos"
    folder.mkdir()
    for name, text in CLEAN.items():
        (folder / f"{name}.yaml").write_text(text.lstrip(), encoding="utf-8")
    return Path("mis flujos")


@pytest.fixture
def warned(flows: Path) -> Path:
    """The same with an element that nothing uses."""
    (flows / "portal.yaml").write_text(PORTAL.lstrip() + "  pager: {css: .分页}\n", encoding="utf-8")
    return flows


@pytest.fixture
def broken(warned: Path) -> Path:
    """The same with a step that cannot be."""
    text = (warned / "work.yaml").read_text(encoding="utf-8")
    (warned / "work.yaml").write_text(text.replace("click: save", "click: sav"), encoding="utf-8")
    return warned


def ended(*arguments: str | Path) -> int:
    return run(["lint", *map(str, arguments)])


def test_it_ends_well_unless_there_is_an_error(flows: Path) -> None:
    assert ended(flows) == 0


def test_warnings_are_shown_and_are_no_errors_unless_asked_for(warned: Path, capsys: Printed) -> None:
    assert ended(warned) == 0
    assert "warning[FL042] nothing uses the element 'pager'" in capsys.readouterr().out
    assert ended(warned, "--strict") == 2


def test_errors_end_it_with_two_in_every_format(broken: Path) -> None:
    assert [ended(broken), ended(broken, "--json"), ended(broken, "--sarif")] == [2, 2, 2]


def test_json_names_place_code_and_cure(broken: Path, capsys: Printed) -> None:
    ended(broken, "--json")

    assert json.loads(capsys.readouterr().out) == {
        "errors": 1,
        "warnings": 0,
        "problems": [
            {
                "code": "FL012",
                "severity": "error",
                "file": "mis flujos/work.yaml",
                "line": 7,
                "column": 12,
                "end_column": 15,
                "message": "unknown element 'sav'",
                "cure": "did you mean 'save'?",
            }
        ],
    }


def test_json_of_a_clean_folder_is_json_too(flows: Path, capsys: Printed) -> None:
    ended(flows, "--json")

    assert json.loads(capsys.readouterr().out) == {"errors": 0, "warnings": 0, "problems": []}


def sarif_of(folder: Path, capsys: Printed) -> dict[str, Any]:
    ended(folder, "--sarif")
    log: dict[str, Any] = json.loads(capsys.readouterr().out)
    return log


def test_sarif_has_every_code_as_a_rule(warned: Path, capsys: Printed) -> None:
    log = sarif_of(warned, capsys)
    [one] = log["runs"]
    rules = one["tool"]["driver"]["rules"]

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    assert one["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == list(CODES)
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning"}


def test_sarif_tells_where_each_problem_is(warned: Path, capsys: Printed) -> None:
    [one] = sarif_of(warned, capsys)["runs"]
    [result] = one["results"]
    [place] = result["locations"]

    assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "FL042"
    assert result["level"] == "warning"
    assert result["message"]["text"] == "nothing uses the element 'pager' (use the element, or leave it out)"
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "mis%20flujos/portal.yaml"},
        "region": {"startLine": 12, "startColumn": 3, "endColumn": 8},
    }


def test_sarif_of_a_folder_elsewhere_has_whole_addresses(
    warned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = warned.absolute()
    monkeypatch.chdir(elsewhere)

    [one] = sarif_of(folder, capsys)["runs"]

    address = one["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == (folder / "portal.yaml").as_uri()


def test_one_format_at_a_time(flows: Path, capsys: Printed) -> None:
    assert ended(flows, "--json", "--sarif") == 2
    assert "--json and --sarif do not go together" in capsys.readouterr().err
