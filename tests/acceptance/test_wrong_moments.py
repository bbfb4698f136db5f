"""Wrong rosters and wrong moments: said plainly, with the right exit code, and nothing left behind unsaid."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import ANOTHER, HEADER, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import USER, Program


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEADER, "nobody below the headers"),
        (HEADER + NEWCOMER.replace("0115", "0116"), "ID05"),
        (HEADER + NEWCOMER + NEWCOMER, "ID10"),
        (HEADER.replace("wage", "wages") + NEWCOMER, "wages"),
        ("", "empty"),
    ],
)
def test_a_wrong_roster_sends_nothing(portal: Program, start_mock: StartMock, content: str, said: str) -> None:
    mock = start_mock()
    path = portal.folder / "roster.csv"
    path.write_text(content, encoding="utf-8")
    done = portal("run", path, "--account", USER, "--url", mock.url, "--yes")
    assert done.returncode == 2
    assert said in done.stdout + done.stderr
    assert not mock.state()["events"]


def test_outside_the_window_the_portal_is_not_even_asked(
    portal: Program, start_mock: StartMock, roster: WriteRoster
) -> None:
    mock = start_mock()
    late = {"PORTAL_CLOCK": "2026-11-24T09:00+08:00"}
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, "--yes", environment=late)
    assert done.returncode == 2
    assert "WI01" in done.stdout
    assert not mock.state()["events"]


@pytest.mark.parametrize(
    ("clock", "faults", "said"),
    [
        ("2026-11-24T09:00+08:00", [], "no se admiten trámites"),
        ("2026-11-10T09:00+08:00", [{"kind": "employer_incomplete"}], "datos de la empresa"),
    ],
)
def test_the_portal_takes_nothing_now(
    portal: Program, start_mock: StartMock, roster: WriteRoster, clock: str, faults: list[dict[str, str]], said: str
) -> None:
    mock = start_mock(clock=clock)
    mock.tell("faults", faults)
    before = mock.drafts()
    done = portal("run", roster(NEWCOMER, ANOTHER), "--account", USER, "--url", mock.url, "--yes")
    assert done.returncode == 1
    assert said in done.stdout
    assert mock.drafts() == before
    assert not mock.events("declared")


def test_a_wrong_password(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock()
    wrong = {"PORTAL_PASSWORD": "wrong"}
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", mock.url, "--yes", environment=wrong)
    assert done.returncode == 2
    assert "Usuario o contraseña incorrectos" in done.stdout
    assert "→ Check the account's user name and password." in done.stdout
    assert [event["kind"] for event in mock.state()["events"]] == ["login_refused"]


def test_an_address_where_nobody_answers(portal: Program, roster: WriteRoster) -> None:
    done = portal("run", roster(NEWCOMER), "--account", USER, "--url", "http://127.0.0.1:9/", "--yes")
    assert done.returncode == 1
    assert "127.0.0.1:9" in done.stdout
    assert "pending" in done.stdout


def test_flows_with_mistakes(portal: Program, roster: WriteRoster) -> None:
    flows = portal.folder / "flows"
    flows.mkdir()
    (flows / "portal.yaml").write_text("portal: mine\ntitel: Mine\n", encoding="utf-8")
    done = portal("run", roster(NEWCOMER), "--account", USER, "--flows", flows, "--url", "http://127.0.0.1:9/")
    assert done.returncode == 2
    assert "portal.yaml:2:1" in done.stderr
    assert "title" in done.stderr
