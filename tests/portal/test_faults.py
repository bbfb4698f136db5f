"""Each fault does what its name says, as often as it was asked to, and then no more."""

from __future__ import annotations

import time

import httpx
import pytest

from mock_portal.faults import KINDS
from tests.portal.clerk import ACCOUNT, ACTIVE, UNKNOWN, UNKNOWN_TOO, Clerk


def test_an_error_500_saves_nothing_and_passes(clerk: Clerk):
    clerk.control("faults", [{"kind": "http_500", "at": "save"}])
    form = {"aac002": UNKNOWN}
    assert clerk.http.post("/operation/add/save", data=form).status_code == 500
    assert clerk.save("add", UNKNOWN)["kind"] == "saved"


@pytest.mark.parametrize(("kind", "saved"), [("commit_then_drop", 1), ("drop_before_commit", 0)])
def test_a_dropped_connection_leaves_the_draft_or_not(clerk: Clerk, kind, saved):
    before = len(clerk.state()["drafts"])
    clerk.control("faults", [{"kind": kind, "at": "save"}])
    with pytest.raises(httpx.RemoteProtocolError):
        clerk.save("add", UNKNOWN)
    assert len(clerk.state()["drafts"]) == before + saved
    assert clerk.save("add", UNKNOWN)["kind"] == ("refused" if saved else "saved")


def test_a_declaration_can_be_done_and_never_answered(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    no = clerk.draft(UNKNOWN)["no"]
    clerk.control("faults", [{"kind": "commit_then_drop", "at": "declare"}])
    with pytest.raises(httpx.RemoteProtocolError):
        clerk.act("declare", no)
    assert clerk.filing(no)["status"] == "approved"


def test_a_session_can_end_after_some_requests(clerk: Clerk):
    clerk.control("faults", [{"kind": "session_expiry", "at": "list", "after": 2}])
    answers = [clerk.http.get("/documents/list") for _ in range(3)]
    assert ["json" in one.headers["content-type"] for one in answers] == [True, True, False]
    assert answers[2].status_code == 200 and 'id="login"' in answers[2].text
    assert clerk.log_in()["kind"] == "ok"
    assert clerk.list()["kind"] == "list"


def test_a_stale_session_is_asked_about_once(fresh, connect):
    clerk = connect(fresh)
    clerk.control("faults", [{"kind": "stale_session"}])
    assert clerk.log_in()["kind"] == "confirm"
    assert clerk.log_in(end_other="1")["kind"] == "ok"


@pytest.mark.parametrize(("kind", "words"), [("month_end", "settlement"), ("employer_incomplete", "incomplete")])
def test_gates_refuse_to_open_save_and_declare(clerk: Clerk, kind, words):
    clerk.save("add", UNKNOWN)
    clerk.control("faults", [{"kind": kind}])
    assert words in clerk.http.get("/operation/renew/gate").json()["text"]
    assert words in clerk.save("add", UNKNOWN_TOO)["text"]
    assert words in clerk.act("declare", clerk.draft(UNKNOWN)["no"])["text"]


def test_settlement_can_begin_in_the_middle_of_a_batch(clerk: Clerk):
    clerk.control("faults", [{"kind": "month_end", "after": 3}])
    gate = "/operation/add/gate"
    assert clerk.http.get(gate).json()["kind"] == "open"
    assert clerk.save("add", UNKNOWN)["kind"] == "saved"
    assert clerk.http.get(gate).json()["kind"] == "open"
    assert "settlement" in clerk.save("add", UNKNOWN_TOO)["text"]
    assert "settlement" in clerk.act("declare", clerk.draft(UNKNOWN)["no"])["text"]


def test_settlement_can_begin_just_before_declaring(clerk: Clerk):
    clerk.control("faults", [{"kind": "month_end", "at": "declare"}])
    assert clerk.http.get("/operation/add/gate").json()["kind"] == "open"
    assert clerk.save("add", UNKNOWN)["kind"] == "saved"
    no = clerk.draft(UNKNOWN)["no"]
    assert "settlement" in clerk.act("declare", no)["text"]
    assert clerk.draft(UNKNOWN)["no"] == no


def test_the_session_can_end_between_tick_and_declare(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    no = clerk.draft(UNKNOWN)["no"]
    clerk.control("faults", [{"kind": "session_expiry", "at": "declare"}])
    assert clerk.list()["total"] == 21
    lost = clerk.http.post("/documents/declare", data={"no": no})
    assert lost.status_code == 200 and 'id="login"' in lost.text
    assert clerk.draft(UNKNOWN)["no"] == no


@pytest.mark.parametrize(("kind", "saved"), [("commit_then_drop", 1), ("drop_before_commit", 0), ("latency", 0)])
def test_an_answer_can_come_too_late(clerk: Clerk, kind, saved):
    clerk.control("faults", [{"kind": kind, "at": "save", "seconds": 1, "times": 1}])
    clerk.http.timeout = 0.3
    with pytest.raises(httpx.ReadTimeout):
        clerk.save("add", UNKNOWN)
    clerk.http.timeout = 5
    assert clerk.events().count("saved") == saved
    assert clerk.save("add", UNKNOWN)["kind"] == ("refused" if saved else "saved")


@pytest.mark.parametrize(("kind", "at"), [("latency", "any"), ("slow_mask", "lookup")])
def test_answers_can_be_slow(clerk: Clerk, kind, at):
    clerk.control("faults", [{"kind": kind, "at": at, "seconds": 0.3}])
    begun = time.monotonic()
    clerk.look_up("add", UNKNOWN)
    assert time.monotonic() - begun >= 0.3


def test_several_hits_can_be_asked_for_one_person(clerk: Clerk):
    clerk.control("faults", [{"kind": "several_hits", "id_number": ACTIVE}])
    assert len(clerk.look_up("interrupt", ACTIVE)["records"]) == 2
    assert clerk.look_up("add", UNKNOWN)["records"] == []


def test_the_form_can_change(clerk: Clerk):
    clerk.control(
        "faults",
        [
            {"kind": "rename_label", "label": "wage", "text": "Monthly base"},
            {"kind": "remove_field", "field": "household"},
            {"kind": "new_required_field", "label": "Telephone"},
            {"kind": "move_button"},
        ],
    )
    form = clerk.http.get("/operation/add").text
    assert "Monthly base" in form and "Declared wage" not in form
    assert 'name="aac009"' not in form
    assert form.index("Save to drafts") < form.index("ID number")
    assert clerk.save("add", UNKNOWN)["text"] == "Required fields are missing: Telephone"
    assert clerk.save("add", UNKNOWN, lxdh="0574")["kind"] == "saved"
    assert clerk.list()["rows"][0]["summary"].endswith("Telephone: 0574")
    clerk.control("faults", [])
    assert "Declared wage (base)" in clerk.http.get("/operation/add").text


def test_review_can_reject_one_person(clerk: Clerk):
    clerk.control("faults", [{"kind": "review_reject", "id_number": UNKNOWN, "reason": "No."}])
    assert clerk.filing(clerk.file("add", UNKNOWN))["reason"] == "No."
    assert clerk.filing(clerk.file("add", UNKNOWN_TOO))["status"] == "approved"


def test_declare_can_leave_a_ready_draft_out(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    clerk.control("faults", [{"kind": "filter_row_silently", "id_number": UNKNOWN}])
    assert clerk.act("declare", clerk.draft(UNKNOWN)["no"])["count"] == 0
    assert clerk.draft(UNKNOWN)["status"] == "ready"


def test_lists_can_lag(clerk: Clerk):
    clerk.control("faults", [{"kind": "lists_lag", "seconds": 3600}])
    clerk.save("add", UNKNOWN)
    assert (clerk.list()["total"], clerk.list()["counts"]["drafts"]) == (20, 20)
    clerk.control("faults", [])
    assert clerk.list()["total"] == 21


@pytest.mark.parametrize(
    ("faults", "error"),
    [
        ([{"kind": "flood"}], "unknown fault 'flood'"),
        ([{"kind": "latency", "at": "moon"}], "unknown place 'moon'"),
        ([{"kind": "remove_field", "field": "id_number"}], "cannot be removed"),
    ],
)
def test_a_fault_that_makes_no_sense_is_told_and_not_set(clerk: Clerk, faults, error):
    answer = clerk.control("faults", faults)
    assert answer.status_code == 400 and error in answer.json()["error"]
    assert clerk.save("add", UNKNOWN)["kind"] == "saved"


def test_the_readme_names_every_fault(request):
    readme = (request.config.rootpath / "mock_portal" / "README.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"| `{kind}` |" not in readme] == []


def test_a_fault_counts_down_only_where_it_is(clerk: Clerk):
    clerk.control("faults", [{"kind": "http_500", "at": "save", "times": 2, "after": 1}])
    clerk.list()
    codes = [clerk.http.post("/operation/add/save", data={}).status_code for _ in range(4)]
    assert codes == [200, 500, 500, 200]
    assert clerk.state()["sessions"] == [ACCOUNT]
