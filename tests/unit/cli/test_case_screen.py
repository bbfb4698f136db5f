"""`portal show`: one case, as a person and a program read it."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from bot.cli.case_screen import case_view_data, frame_tree, show_case_view, snapshot_lines
from bot.cli.main import run
from bot.cli.states import LOOKS
from bot.errors import TargetNotFound
from bot.evidence.page import ConsoleLine, Diagnosis, Frame
from bot.filing.journal.rows import EventRow
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.service.case_view import CaseView, Taken
from bot.text import LANGUAGES, Language, read_in
from tests.unit.cli.conftest import output, readable
from tests.unit.cli.service import CHINA, MORNING, Service, view_of

ID = "330299199001010017"
FOLDER = Path("out/evidence")
SNAPSHOT = ["- main:", "  - heading “月末结算”", *(f"  - row “{number}”" for number in range(1, 40))]


@pytest.fixture
def view(case: Case) -> CaseView:
    """A case whose draft could not be saved."""
    error = TargetNotFound("There is no “Save” here.", cure="Look at the picture.")
    at = error.circumstances
    at.flow, at.stage, at.step, at.place = "add", "save_draft", "click save_to_drafts", "flows/add.yaml:31:9"
    at.portal_says, at.looked_for, at.frame, at.nearest = "月末结算，暂停申报", 'button "Save"', "work", ["Safe"]
    at.url, at.picture = "http://portal/work", "add-004/03-failure.webp"
    seen = Diagnosis(
        url="http://portal/work",
        title="Employer portal",
        taken_at=MORNING,
        frames=(
            Frame(url="http://portal/"),
            Frame(name="menu", url="http://portal/menu", parent="http://portal/"),
            Frame(name="work", url="http://portal/work", parent="http://portal/"),
            Frame(name="list", url="http://portal/list", parent="http://portal/work"),
        ),
        console=tuple(ConsoleLine(type="error", text=f"oh {number}") for number in range(1, 12)),
        snapshot="\n".join(SNAPSHOT),
    )
    states = [CaseState.PENDING, CaseState.DRAFTING, CaseState.FAILED] * 4
    events = [
        EventRow(seq, MORNING, "202611-01", case.id, "moved", was, to, 1, {"reason": f"{ID} moved"}, "ana")
        for seq, (was, to) in enumerate(pairwise(states), start=1)
    ]
    return CaseView(
        batch="202611-01",
        account="acme",
        url="http://portal/",
        outcome=CaseOutcome(case, CaseState.FAILED, reason=f"{ID}: not saved", rule="OP04", error=error),
        attempt=2,
        since=MORNING,
        events=tuple(events),
        files=(
            Taken("filled", "picture", Path("add-004/01-filled.webp"), MORNING, ""),
            Taken("saved", "picture", None, MORNING, "no page any more"),
        ),
        folder=FOLDER,
        diagnosis=seen,
        traces=(Path("home/traces/202611-01-1.zip"),),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_it_tells_all_in_any_language_and_width(view: CaseView, language: Language, width: int) -> None:
    read_in(language)
    console = readable(width)
    show_case_view(console, view, CHINA)
    said = output(console)
    assert said.startswith(f"add 4 · 330…17 · {view.outcome.case.flow.title}\n")
    assert ID not in said
    folded = " ".join(said.split())
    for told in (
        f"202611-01 · acme · {view.url}",
        str(LOOKS[CaseState.FAILED].words),
        "2026-11-10 09:00",
        "OP04",
        "月末结算，暂停申报",
        "add › save_draft › click save_to_drafts (flows/add.yaml:31:9)",
        'button "Save" (work)',
        "Safe",
        str(FOLDER / "add-004/03-failure.webp"),
        "Employer portal",
        "error: oh 1",
        "heading “月末结算”",
        str(FOLDER / "add-004/01-filled.webp"),
        "no page any more",
        str(view.traces[0]),
    ):
        assert told in folded, f"{told!r} is not in {said}"
    assert not [line for line in said.splitlines() if cell_len(line) > width]


def test_of_what_is_long_a_screenful_is_shown_unless_all_is_wanted(view: CaseView) -> None:
    console = readable()
    show_case_view(console, view, CHINA)
    said = output(console)
    assert "row “22”" in said
    assert "row “23”" not in said
    assert "… and 17 more lines: with --full" in said
    assert "oh 8" in said
    assert "oh 9" not in said
    assert "… 3 more before: with --full" in said
    assert said.count("330*************17 moved") == 8
    console = readable()
    show_case_view(console, view, CHINA, full=True)
    said = output(console)
    assert all(line in said for line in SNAPSHOT)
    assert "oh 11" in said
    assert "--full" not in said
    assert said.count("330*************17 moved") == 11


def test_frames_stand_below_the_one_that_they_are_in(view: CaseView) -> None:
    assert view.diagnosis is not None
    assert frame_tree(view.diagnosis.frames) == [
        "–  http://portal/",
        "  menu  http://portal/menu",
        "  work  http://portal/work",
        "    list  http://portal/list",
    ]


def test_the_frame_where_it_failed_comes_first() -> None:
    said = "# - http://portal/\n- list\n# menu http://portal/menu\n- link\n# work http://portal/work\n- box\n  - row"
    assert snapshot_lines(said) == said.splitlines()
    assert snapshot_lines(said, first="http://portal/work") == [
        *("# work http://portal/work", "- box", "  - row"),
        *("# - http://portal/", "- list", "# menu http://portal/menu", "- link"),
    ]
    assert snapshot_lines("- list\n- box", first="http://portal/work") == ["- list", "- box"]
    assert snapshot_lines("") == []


def test_what_is_not_known_is_not_shown(view: CaseView) -> None:
    quiet = replace(view, outcome=CaseOutcome(view.outcome.case, CaseState.APPROVED, number="20261100000021"))
    console = readable()
    show_case_view(console, replace(quiet, diagnosis=None, events=(), files=(), traces=()), CHINA)
    lines = [" ".join(line.split()) for line in output(console).splitlines()]
    assert lines == [
        "add 4 · 330…17 · Add employee",
        "Batch 202611-01 · acme · http://portal/",
        "State ✓ approved",
        "Since 2026-11-10 09:00 (attempt 2)",
        "No. 20261100000021",
    ]


def test_a_failure_of_which_nothing_is_on_the_disk(view: CaseView) -> None:
    console = readable()
    show_case_view(console, replace(view, diagnosis=None), CHINA)
    assert "Of what there was to see when it failed, nothing is on the disk." in output(console)


def test_markup_and_commands_of_a_page_are_only_words(view: CaseView) -> None:
    assert view.diagnosis is not None
    seen = view.diagnosis.model_copy(update={"snapshot": "[bold]not[/bold] markup [/]"})
    console = readable()
    show_case_view(console, replace(view, diagnosis=seen), CHINA)
    assert "[bold]not[/bold] markup [/]" in output(console)


def test_a_program_gets_the_same(view: CaseView) -> None:
    data = json.loads(json.dumps(case_view_data(view)))
    assert (data["batch"], data["id"], data["state"], data["attempt"]) == ("202611-01", "add-004", "failed", 2)
    assert data["person"] == "330*************17"
    assert data["since"] == "2026-11-10T01:00:00+00:00"
    assert data["error"]["kind"] == "TargetNotFound"
    assert data["error"]["circumstances"]["place"] == "flows/add.yaml:31:9"
    menu = {"name": "menu", "url": "http://portal/menu", "parent": "http://portal/", "lines": []}
    assert data["seen"]["frames"][1] == menu
    assert [file["path"] for file in data["files"]] == [str(FOLDER / "add-004/01-filled.webp"), None]
    assert data["traces"] == [str(view.traces[0])]
    assert len(data["events"]) == 11
    assert ID not in json.dumps(data)


@pytest.mark.parametrize("named", ["add-004", "4", "ADD 4"])
def test_show_finds_the_case_by_what_is_typed(
    service: Service, view: CaseView, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    service.hold(view_of(view.outcome))
    service.shown = view
    assert run(["show", "202611-01", named]) == 0
    assert "add 4 · 330…17 · Add employee" in capsys.readouterr().out
    assert run(["show", "202611-01", named, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seen"]["title"] == "Employer portal"
    assert service.asked == [("case", "202611-01", "add-004")] * 2


def test_show_says_which_cases_there_are(
    service: Service, view: CaseView, capsys: pytest.CaptureFixture[str]
) -> None:
    service.hold(view_of(view.outcome))
    assert run(["show", "202611-01", "add-009"]) == 2
    assert "add-004" in capsys.readouterr().err
