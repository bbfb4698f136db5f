"""/_mock/: exact, only when asked for, and able to start over."""

from __future__ import annotations

from starlette.requests import Request

from mock_portal.control import control
from tests.portal.clerk import ACCOUNT, ACTIVE, OTHER_ACCOUNT, UNKNOWN, UNKNOWN_TOO, Clerk


def test_it_is_only_there_with_control(start, connect):
    assert connect(start(control=False)).http.get("/_mock/state").status_code == 404


async def test_it_answers_only_this_machine():
    scope = {"type": "http", "method": "GET", "path": "/_mock/state", "headers": [], "client": ("192.0.2.7", 4711)}
    assert (await control(Request(scope))).status_code == 403


def test_the_events_are_the_whole_story_in_order(clerk: Clerk):
    clerk.look_up("add", UNKNOWN)
    clerk.save("add", UNKNOWN, name="")
    clerk.save("add", UNKNOWN, wage="1")
    clerk.file("add", UNKNOWN)
    clerk.save("add", UNKNOWN)
    clerk.http.get("/logout")
    events = clerk.state()["events"]
    kinds = ["login", "lookup", "refused", "asked", "saved", "declared", "approved", "refused", "logout"]
    assert [one["kind"] for one in events] == kinds
    assert {one["account"] for one in events} == {ACCOUNT}
    assert [one["id_number"] for one in events[1:-1]] == [UNKNOWN] * 7
    assert [events[place]["rule"] for place in (2, 7)] == ["missing", "insured"]
    assert events[4]["no"] == events[5]["no"] == events[6]["no"]
    assert [one["seq"] for one in events] == sorted(one["seq"] for one in events)


def test_filings_say_who_what_and_when(clerk: Clerk):
    filing = clerk.filing(clerk.file("add", UNKNOWN))
    assert {"no", "type", "id_number", "account", "status", "declared_at", "reason"} <= set(filing)
    assert filing["declared_at"].startswith("2026-11-10T09:0") and filing["declared_at"].endswith("+08:00")
    assert filing["shown"]["household"] == "local urban"


def test_reset_goes_back_to_the_beginning(clerk: Clerk):
    beginning = clerk.state()
    clerk.file("add", UNKNOWN)
    clerk.control("faults", [{"kind": "http_500"}])
    clerk.control("review", {"mode": "manual"})
    clerk.control("reset")
    after = clerk.state()
    assert after["employees"] == beginning["employees"]
    assert [one["no"] for one in after["drafts"]] == [one["no"] for one in beginning["drafts"]]
    assert after["sessions"] == after["events"] == []
    clerk.log_in()
    assert clerk.filing(clerk.file("add", UNKNOWN))["status"] == "approved"


def test_reset_takes_a_state_of_ones_own(clerk: Clerk):
    employer = {"account": "1", "password": "one", "name": "测试"}
    clerk.control("reset", {"state": {"employers": [employer]}})
    assert clerk.log_in("1", "one")["kind"] == "ok"
    assert clerk.state()["employees"] == []


def test_nonsense_is_answered_400_and_an_unknown_action_404(clerk: Clerk):
    assert clerk.control("clock", {"now": "soon"}).status_code == 400
    assert clerk.control("clock").status_code == 400
    assert clerk.control("review", {"mode": "never"}).status_code == 400
    assert clerk.control("dance").status_code == 404
    assert clerk.list()["total"] == 20


def test_a_database_file_keeps_the_state(start, connect, tmp_path):
    file = str(tmp_path / "portal.db")
    first = connect(start(db=file))
    first.log_in()
    no = first.file("add", UNKNOWN)
    second = connect(start(db=file))
    assert second.filing(no)["status"] == "approved"


def test_somebody_else_can_save_meanwhile_whatever_the_rules_say(clerk: Clerk):
    own = clerk.save("add", UNKNOWN)
    planted = clerk.plant("add", UNKNOWN, wage="7000")
    assert own["kind"] == "saved"
    first = clerk.list()["rows"][0]
    assert (first["number"], first["ready"]) == (planted, True)
    assert first["summary"].startswith(f"ID number: {UNKNOWN}; Name: 测试甲;") and "7000" in first["summary"]
    assert len([one for one in clerk.state()["drafts"] if one["id_number"] == UNKNOWN]) == 2
    assert clerk.state()["events"][-1]["kind"] == "planted"
    assert clerk.act("declare", planted)["count"] == 1
    assert clerk.filing(planted)["status"] == "approved"


def test_somebody_else_can_have_filed_already(clerk: Clerk):
    no = clerk.plant("45", ACTIVE, status="under_review", reason="reason_2")
    clerk.plant("add", UNKNOWN, account=OTHER_ACCOUNT)
    assert clerk.filing(no)["shown"]["reason"] == "Resignation"
    assert clerk.list("under_review")["rows"][0]["number"] == no
    assert clerk.list()["total"] == 20


def test_somebody_else_can_delete_a_draft_meanwhile(clerk: Clerk):
    no = clerk.plant("add", UNKNOWN)
    assert clerk.control("delete", {"no": no}).status_code == 200
    assert clerk.list()["total"] == 20
    assert [(one["kind"], one["id_number"]) for one in clerk.state()["events"][-2:]] == [
        ("planted", UNKNOWN),
        ("deleted", UNKNOWN),
    ]


def test_what_cannot_be_planted_or_deleted_is_told(clerk: Clerk):
    before = clerk.state()
    draft = {"operation": "add", "account": ACCOUNT, "id_number": UNKNOWN}
    for wrong in ({"operation": "fire"}, {"account": "179999999"}):
        assert clerk.control("drafts", {**draft, **wrong}).status_code == 400
    assert clerk.control("drafts", {"operation": "add", "account": ACCOUNT}).status_code == 400
    assert clerk.control("delete", {"no": clerk.file("add", UNKNOWN_TOO)}).status_code == 400
    assert clerk.state()["drafts"] == before["drafts"]
