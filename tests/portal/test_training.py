"""The training office of the tutorial, as a browser and a test meet it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest

ADA = {"number": "P-48213", "name": "Ada Quist", "course": "FA1", "lunch": "veg"}


@pytest.fixture
def office() -> Iterator[httpx.Client]:
    """Somebody of the first company, signed in."""
    command = [sys.executable, "-m", "mock_portal.training", "--control", "--clock", "2026-11-10T09:00+08:00"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        try:
            with httpx.Client(base_url=process.stdout.readline().strip(), follow_redirects=True) as client:
                client.post("/sign-in", data={"company": "2040", "code": "demo-2040"})
                yield client
        finally:
            process.terminate()


def enrolled(office: httpx.Client) -> list[str]:
    return [one["id_number"] for one in office.get("/_mock/state").json()["filings"][7:]]


def test_only_the_last_step_enrols_and_gives_a_receipt(office: httpx.Client) -> None:
    assert "step 2 of 3" in office.post("/enrol/details", data=ADA).text
    assert "Vegetarian" in office.post("/enrol/check", data=ADA).text
    assert enrolled(office) == []
    assert 'Your receipt: <b class="number">TR-0008</b>' in office.post("/enrol/confirm", data=ADA).text
    assert enrolled(office) == [ADA["number"]]
    assert [one["kind"] for one in office.get("/_mock/state").json()["events"]] == ["login", "enrolled"]


def test_it_says_no(office: httpx.Client) -> None:
    office.post("/enrol/confirm", data=ADA)
    for changed, said in (
        ({}, "already enrolled in this course"),
        ({"course": "FS3"}, "no places left"),
        ({"name": ""}, "fill in all fields"),
    ):
        assert said in office.post("/enrol/details", data=ADA | changed).text
        assert said in office.post("/enrol/confirm", data=ADA | changed).text
    assert enrolled(office) == [ADA["number"]]


def test_the_list_has_pages_and_is_the_company_s_own(office: httpx.Client) -> None:
    first, second = office.get("/enrolments").text, office.get("/enrolments?page=2").text
    assert ("TR-0007" in first, "TR-0002" in first, "Next page" in first) == (True, False, True)
    assert ("TR-0002" in second, "Next page" in second) == (True, False)
    office.get("/sign-out")
    assert "Sign in" in office.get("/enrolments").text
    assert "wrong" in office.post("/sign-in", data={"company": "2041", "code": "guessed"}).text
    office.post("/sign-in", data={"company": "2041", "code": "demo-2041"})
    assert "TR-" not in office.get("/enrolments").text


@pytest.mark.parametrize(("kind", "done"), [("commit_then_drop", True), ("drop_before_commit", False)])
def test_a_connection_breaks_before_the_answer(office: httpx.Client, kind: str, done: bool) -> None:
    office.post("/_mock/faults", json=[{"kind": kind}]).raise_for_status()
    with pytest.raises(httpx.RemoteProtocolError):
        office.post("/enrol/confirm", data=ADA)
    assert bool(enrolled(office)) is done
    assert office.post("/enrol/confirm", data=ADA).status_code == 200, "it happens once"


def test_tests_change_it_and_make_it_new(office: httpx.Client) -> None:
    office.post("/_mock/reset", json={"changes": {"places": {"FS3": 1}}}).raise_for_status()
    assert office.get("/_mock/state").json()["sessions"] == []
    assert office.get("/_mock/state").json()["places"] == {"FA1": 12, "FL2": 9, "FS3": 1}
    for action, body in (("reset", {"changes": {"cats": 1}}), ("faults", [{"kind": "flood"}]), ("clock", {"now": "x"})):
        assert office.post(f"/_mock/{action}", json=body).status_code == 400
    assert office.post("/_mock/nothing", json={}).status_code == 404
