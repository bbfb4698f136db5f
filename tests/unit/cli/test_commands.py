"""The commands on batches: what they ask of the service, what they say, how they end."""

from __future__ import annotations

import io
import json
import signal
from pathlib import Path

import pytest

from bot.cli.main import run
from bot.filing.journal.rows import EventRow
from bot.filing.progress import Watching
from bot.filing.states import CaseState
from bot.service import ResumeOptions
from tests.unit.cli.conftest import Standing
from tests.unit.cli.service import MORNING, Service, view_of

ID = "330299199001010017"
BATCH = "202611-01"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def reviewed(service: Service, standing: Standing) -> Service:
    """A service with one batch, whose three drafts wait for approval."""
    outcomes = [standing("reviewed", row, number=f"2026110000002{row}") for row in (4, 5, 6)]
    service.hold(view_of(*outcomes, waiting=[one.case.id for one in outcomes], until="review"))
    return service


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Somebody types these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_run_for_the_accounts_of_the_roster(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("approved")), view_of(standing("approved"), id="202611-02", account="umbrella"))
    from dataclasses import replace

    service.cases = tuple(replace(standing("pending").case, account=one) for one in ("acme", "umbrella"))
    assert run(["run", "roster.csv", "--four-eyes"]) == 0
    [(_, accounts, options)] = service.asked
    assert accounts == [("acme", "acme"), ("umbrella", "umbrella")]
    assert (options.by, options.four_eyes) == ("ana", True)
    said = capsys.readouterr().out
    assert "Batch 202611-02 · account umbrella: accepted." in said
    assert "All accounts (2) · Cases: 2 · approved: 2" in said


def test_run_without_an_account_asks_for_nothing_and_says_so(
    service: Service, standing: Standing, capsys: Printed
) -> None:
    service.cases = (standing("pending").case,)
    assert run(["run", "roster.csv"]) == 2
    assert "--account NAME" in capsys.readouterr().err
    assert not service.asked


def test_ctrl_c_is_130_and_says_how_to_go_on(service: Service, standing: Standing, capsys: Printed) -> None:
    async def ctrl_c(batch: str, watching: Watching) -> None:
        signal.raise_signal(signal.SIGINT)
        assert watching.stop.asked

    service.work = ctrl_c
    service.hold(view_of(standing("drafted")))
    service.cases = (standing("pending").case,)
    assert run(["run", "roster.csv", "--account", "acme", "--home", "here"]) == 130
    assert f"portal resume {BATCH} --home here" in capsys.readouterr().out


def test_resume_knows_the_only_unfinished_batch_and_whose_it_is(
    service: Service, standing: Standing, capsys: Printed
) -> None:
    service.hold(view_of(standing("approved"), id="202611-02"), view_of(standing("pending")))
    assert run(["resume", "--until", "review"]) == 1
    [(_, batch, account, options)] = service.asked
    assert (batch, account) == (BATCH, ("acme", "170000001"))
    assert options == ResumeOptions(until="review", by="ana")


def test_resume_prefers_what_is_more_than_waiting_for_the_portal(service: Service, standing: Standing) -> None:
    service.hold(view_of(standing("under_review"), id="202611-02"), view_of(standing("drafted")))
    run(["resume"])
    assert service.asked[0][1] == BATCH


def test_resume_with_several_lists_them(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("pending"), id="202611-02"), view_of(standing("reviewed")))
    assert run(["resume"]) == 2
    said = capsys.readouterr().err
    assert "portal resume 202611-02   acme · roster.csv · Cases: 1 · pending: 1" in said
    assert f"portal resume {BATCH}   acme · roster.csv · Cases: 1 · draft checked: 1" in said
    assert not service.asked


def test_resume_with_none_says_so(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("approved")))
    assert run(["resume"]) == 0
    assert "no unfinished batch" in capsys.readouterr().out


def test_resume_for_a_program(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("approved")))
    assert run(["resume", BATCH, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [case["state"] for case in said["cases"]] == ["approved"]
    assert said["batches"][0]["id"] == BATCH


def test_status_lists_batches_with_what_to_type(reviewed: Service, capsys: Printed) -> None:
    assert run(["status"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{BATCH} · acme · roster.csv · 2026-11-10 09:00",
        "  Cases: 3 · draft checked: 3",
        f"  → portal approve {BATCH}",
    ]


def test_status_without_any_batch(service: Service, capsys: Printed) -> None:
    assert run(["status"]) == 0
    assert "portal run ROSTER" in capsys.readouterr().out


def test_status_of_a_case_that_needs_a_person_names_both_ways_out(
    service: Service, standing: Standing, capsys: Printed
) -> None:
    service.hold(view_of(standing("needs_attention", reason=f"{ID}: not on the portal's lists")))
    assert run(["status", BATCH]) == 0
    said = capsys.readouterr().out
    assert f"  portal resolve {BATCH} add-004 --filed NUMBER\n" in said
    assert f"  portal resolve {BATCH} add-004 --not-filed\n" in said
    assert ID not in said
    assert f"portal status {BATCH}\n" not in said


def test_status_for_a_program_masks_persons_in_events_too(
    service: Service, standing: Standing, capsys: Printed
) -> None:
    service.hold(view_of(standing("refused", reason=f"{ID} is insured")))
    facts = {"reason": f"{ID} is insured", "shows": ID, "number": "1"}
    moved = EventRow(
        3, MORNING, BATCH, "add-004", "outcome", CaseState.DRAFTING, CaseState.REFUSED, 1, facts, "here-0"
    )
    service.happened = (moved,)
    assert run(["status", BATCH, "--json", "--events"]) == 0
    text = capsys.readouterr().out
    said = json.loads(text)
    assert ID not in text
    assert said["states"] == {"refused": 1}
    assert said["next"] == [f"portal results {BATCH} --carry-over next.xlsx"]
    assert said["cases"][0]["state"] == "refused"
    assert said["events"] == [
        {
            "seq": 3,
            "at": "2026-11-10T01:00:00+00:00",
            "case": "add-004",
            "kind": "outcome",
            "was": "drafting",
            "to": "refused",
            "attempt": 1,
            "by": "here-0",
            "number": "1",
            "reason": "330*************17 is insured",
        }
    ]


def test_status_shows_events_in_the_portal_s_time(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("drafted")))
    service.happened = (
        EventRow(1, MORNING, BATCH, None, "accepted", None, None, None, {}, "ana"),
        EventRow(2, MORNING, BATCH, "add-004", "intent", CaseState.PENDING, CaseState.DRAFTING, 1, {}, "here-0"),
    )
    assert run(["status", BATCH, "--events"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "11-10 09:00:00 accepted ana" in lines
    assert "11-10 09:00:00 add-004 about to do it · pending → drafting here-0" in lines


def test_refresh_asks_the_portal_only_about_what_it_reviews(
    service: Service, standing: Standing, capsys: Printed
) -> None:
    service.hold(view_of(standing("under_review"), id="202611-02"), view_of(standing("approved")))
    assert run(["status", "--refresh"]) == 0
    assert service.asked == [("refresh", "202611-02")]
    assert run(["status", BATCH, "--refresh"]) == 0
    assert service.asked[1:] == [("refresh", BATCH)]


def test_a_batch_that_there_is_not(service: Service, capsys: Printed) -> None:
    assert run(["status", "202611-99"]) == 2
    assert "There is no batch 202611-99" in capsys.readouterr().err


def test_approve_some_and_declare_only_those(
    reviewed: Service, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    types(monkeypatch, "4, add-006")
    run(["approve", BATCH, "--as", "Li Wei"])
    assert reviewed.asked[0] == ("approve", BATCH, ["add-004", "add-006"], "Li Wei")
    _, batch, _, options = reviewed.asked[1]
    assert batch == BATCH
    assert options == ResumeOptions(until="declare", by="Li Wei", approved_only=True)
    said = capsys.readouterr().out
    assert "Wage: 6000" in said
    assert "Approved by Li Wei: 2." in said


@pytest.mark.parametrize(
    ("arguments", "typed", "approved"),
    [
        ([], ["all"], ["add-004", "add-005", "add-006"]),
        (["--yes"], [], ["add-004", "add-005", "add-006"]),
        (["5", "--yes"], [], ["add-005"]),
        (["5"], ["y"], ["add-005"]),
        (["5"], ["n"], None),
        ([], ["none"], None),
    ],
)
def test_approve_all_some_or_none(
    reviewed: Service,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    typed: list[str],
    approved: list[str] | None,
) -> None:
    types(monkeypatch, *typed)
    code = run(["approve", BATCH, *arguments])
    if approved is None:
        assert code == 1
        assert not reviewed.asked
    else:
        assert reviewed.asked[0] == ("approve", BATCH, approved, "ana")


def test_approve_none_withdraws(reviewed: Service, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    types(monkeypatch, "y")
    assert run(["approve", BATCH, "--none"]) == 0
    assert reviewed.asked == [("withdraw", BATCH, ["add-004", "add-005", "add-006"], "ana")]
    assert "Withdrawn by ana: 3." in capsys.readouterr().out


def test_four_eyes_say_no_before_anything_is_looked_over(
    service: Service, standing: Standing, capsys: Printed
) -> None:
    service.hold(view_of(standing("reviewed"), waiting=["add-004"], four_eyes=True))
    assert run(["approve", BATCH, "--yes"]) == 2
    said = capsys.readouterr()
    assert "Another person" in said.err
    assert "Wage: 6000" not in said.out
    assert not service.asked


def test_nothing_to_approve_says_what_there_is_to_do(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("drafted")))
    assert run(["approve", BATCH]) == 0
    assert f"portal resume {BATCH}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "filed"), [(["--filed", "20261100000021"], "20261100000021"), (["--not-filed"], None)]
)
def test_resolve_shows_the_case_and_records_the_answer(
    service: Service,
    standing: Standing,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
    answer: list[str],
    filed: str | None,
) -> None:
    service.hold(view_of(standing("needs_attention", reason="not on the lists")))
    declaring = (CaseState.REVIEWED, CaseState.DECLARING)
    service.happened = (EventRow(1, MORNING, BATCH, "add-004", "intent", *declaring, 1, {}, "here-0"),)
    types(monkeypatch, "y")
    assert run(["resolve", BATCH, "4", *answer]) == 0
    assert service.asked == [("resolve", BATCH, "add-004", filed, "ana")]
    said = capsys.readouterr().out
    assert "not on the lists" in said
    assert "about to do it · draft checked → declaring" in said
    assert ("under review, as ana says" in said) is (filed is not None)


def test_resolve_asks_before_it_records(service: Service, standing: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    service.hold(view_of(standing("needs_attention")))
    types(monkeypatch, "n")
    assert run(["resolve", BATCH, "add-004", "--not-filed"]) == 1
    assert not service.asked


@pytest.mark.parametrize("answer", [[], ["--filed", "1", "--not-filed"]])
def test_resolve_needs_one_answer(service: Service, capsys: Printed, answer: list[str]) -> None:
    assert run(["resolve", BATCH, "add-004", *answer]) == 2
    assert "--filed NUMBER" in capsys.readouterr().err


def test_results_and_what_is_carried_over(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("rejected"), standing("approved", 5)))
    assert run(["results", BATCH, "-o", "now.xlsx", "--carry-over", "december.xlsx"]) == 0
    assert capsys.readouterr().out == "Written: now.xlsx\nWritten: december.xlsx (cases: 3)\n"
    assert service.asked == [("write_results", BATCH), ("carry_over", BATCH)]


def test_nothing_to_carry_over_writes_nothing(service: Service, standing: Standing, capsys: Printed) -> None:
    service.hold(view_of(standing("approved")))
    assert run(["results", BATCH, "--carry-over", "december.xlsx"]) == 0
    assert "Nothing to carry over" in capsys.readouterr().out
    assert not service.asked


def test_results_without_a_file(service: Service, capsys: Printed) -> None:
    assert run(["results", BATCH]) == 2
    assert "--carry-over FILE" in capsys.readouterr().err


def test_who_decides_is_the_user_of_the_computer_if_nobody_says(
    reviewed: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PORTAL_PERSON")
    monkeypatch.setenv("LOGNAME", "wang")
    run(["approve", BATCH, "--yes"])
    assert reviewed.asked[0][-1] == "wang"
