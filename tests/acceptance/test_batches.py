"""Batches on the command line: stopped, gone on with, approved, looked at; and by the portal's books none twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import ANOTHER, HEADER, INSURED, LEAVER, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import PASSWORD, PATIENCE, USER, MockPortal, Program

NEW, OTHER, LEFT = "add 330299198706120115", "add 330299198310050376", "interrupt 330299199112221079"
SECOND = "170000002"


def declared(mock: MockPortal) -> list[str]:
    """The ID numbers that were declared, in order, however often."""
    return [event["id_number"] for event in mock.events("declared")]


def status(portal: Program, *batch: str) -> dict[str, Any]:
    """What `portal status` tells a program, without any password."""
    done = portal("status", *batch, "--json", environment={"PORTAL_PASSWORD": ""})
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_reviewed_now_approved_later_by_another_person(
    portal: Program, start_mock: StartMock, roster: WriteRoster
) -> None:
    mock = start_mock()
    path = roster(NEWCOMER, ANOTHER, LEAVER)
    ana, wei = {"PORTAL_PERSON": "Ana"}, {"PORTAL_PERSON": "Wei"}
    where = ("--account", USER, "--url", mock.url)
    begun = portal("run", path, *where, "--until", "review", "--four-eyes", environment=ana)
    assert begun.returncode == 0, begun.stdout
    assert "portal approve 202611-01" in begun.stdout

    refused = portal("approve", "202611-01", "--yes", environment=ana)
    assert refused.returncode == 2
    assert "Ana" in refused.stderr
    assert not declared(mock)

    some = portal("approve", "202611-01", typed="2, 4\n", environment=wei)
    assert some.returncode == 1, some.stdout + some.stderr
    assert set(mock.filings()) >= {NEW, LEFT}
    assert OTHER in mock.drafts()
    assert status(portal, "202611-01")["waiting"] == ["add-003"]

    rest = portal("approve", "202611-01", "--yes", environment=wei)
    assert rest.returncode == 0, rest.stdout + rest.stderr
    assert sorted(declared(mock)) == sorted(key.split()[1] for key in (NEW, OTHER, LEFT))
    [batch] = status(portal)["batches"]
    assert (batch["id"], batch["states"], batch["next"]) == ("202611-01", {"approved": 3}, [])
    events = portal("status", "202611-01", "--events").stdout
    assert "Wei" in events


@contextmanager
def started(portal: Program, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """The program, under way."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot.cli.main", *map(str, arguments)],
        cwd=portal.folder,
        env=os.environ | portal.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl-C reaches the test's own process too")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_ctrl_c_and_resume_file_everybody_once(
    portal: Program, start_mock: StartMock, roster: WriteRoster, number: str
) -> None:
    mock = start_mock()
    path = roster(NEWCOMER, ANOTHER, LEAVER)
    with started(portal, "run", path, "--account", USER, "--url", mock.url, "--yes") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "draft saved" in line:
                process.send_signal(signal.Signals[number])
                break
        rest = process.stdout.read()
        assert process.wait(PATIENCE) == 130
    assert "Stopping at the next safe point" in rest
    assert "portal resume 202611-01" in rest
    assert "pending" in rest
    assert not declared(mock)

    resumed = portal("resume", "--yes")
    assert resumed.returncode == 0, resumed.stdout + resumed.stderr
    assert sorted(declared(mock)) == sorted(key.split()[1] for key in (NEW, OTHER, LEFT))
    assert portal("resume").stdout == "There is no unfinished batch.\n"


def test_a_roster_that_is_given_twice_is_recognised(
    portal: Program, start_mock: StartMock, roster: WriteRoster
) -> None:
    mock = start_mock()
    run = ("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, "--yes")
    first = portal(*run)
    assert first.returncode == 0
    assert f"Batch 202611-01 · account {USER}: accepted." in first.stdout
    again = portal(*run, "--json")
    assert again.returncode == 0, again.stdout
    assert [(one["id"], one["known"]) for one in json.loads(again.stdout)["batches"]] == [("202611-01", True)]
    assert f"Recognised: batch 202611-01 of 2026-11-10, account {USER}, gone on with." in again.stderr
    assert len(declared(mock)) == 1


def test_results_that_come_later_and_what_is_carried_over(
    portal: Program, start_mock: StartMock, roster: WriteRoster
) -> None:
    mock = start_mock(review="manual")
    path = roster(NEWCOMER, INSURED)
    done = portal("run", path, "--account", USER, "--url", mock.url, "--yes")
    assert "portal status 202611-01 --refresh" in done.stdout
    assert status(portal)["batches"][0]["states"] == {"under_review": 1, "refused": 1}

    mock.tell("review", {"id_number": NEW.split()[1], "outcome": "approved"})
    refreshed = portal("status", "202611-01", "--refresh")
    assert refreshed.returncode == 1, refreshed.stdout + refreshed.stderr
    assert status(portal)["batches"][0]["states"] == {"approved": 1, "refused": 1}
    assert len(declared(mock)) == 1

    carried = portal("results", "202611-01", "-o", "now.xlsx", "--carry-over", "december.xlsx")
    assert carried.returncode == 0
    assert "december.xlsx (cases: 1)" in carried.stdout
    assert (portal.folder / "now.xlsx").is_file()
    checked = portal("check", "december.xlsx", "--json")
    assert json.loads(checked.stdout)["cases"] == 1


def test_a_roster_for_two_accounts_at_once(portal: Program, start_mock: StartMock) -> None:
    mock = start_mock()
    path = portal.folder / "roster.csv"
    rows = f"{USER},{NEWCOMER}{SECOND},{ANOTHER}{USER},{LEAVER}"
    path.write_text(f"account,{HEADER}{rows}", encoding="utf-8")

    one = portal("run", path, "--account", USER, "--url", mock.url, "--yes")
    assert one.returncode == 2
    assert SECOND in one.stderr
    assert not mock.events("login")

    passwords = {f"PORTAL_PASSWORD_{USER}": PASSWORD, f"PORTAL_PASSWORD_{SECOND}": f"demo-{SECOND}"}
    done = portal("run", path, "--url", mock.url, "--yes", environment=passwords)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Batch 202611-01 · account {USER}" in done.stdout
    assert f"Batch 202611-02 · account {SECOND}" in done.stdout
    assert "All accounts (2) · Cases: 3 · approved: 3" in done.stdout
    filed = {(one["account"], one["id_number"]) for one in mock.state()["filings"]}
    assert filed >= {(USER, NEW.split()[1]), (SECOND, OTHER.split()[1]), (USER, LEFT.split()[1])}
    assert len(declared(mock)) == 3
