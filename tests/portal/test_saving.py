"""What the portal takes into the drafts, what it refuses, and what it asks back."""

from __future__ import annotations

import pytest

from tests.portal.clerk import (
    ACTIVE,
    ACTIVE_ELSEWHERE,
    GAP_1,
    GAP_2,
    GAP_3,
    GAP_5,
    NO_GAP,
    UNKNOWN,
    UNKNOWN_TOO,
    Clerk,
)


def test_a_draft_holds_what_was_entered(clerk: Clerk):
    home = {"province": "340000", "city": "341200", "county": "341221"}
    answer = clerk.save("add", UNKNOWN, migrant="yes", migrant_insurance="yes", **home)
    assert answer == {"kind": "saved", "text": "Saved to the drafts.", "question": ""}
    row = clerk.list()["rows"][0]
    assert row["summary"] == (
        f"ID number: {UNKNOWN}; Name: 测试甲; Household registration type: local urban; Declared wage (base): 6000; "
        "Migrant worker?: Yes; In migrant insurance?: Yes; Province: 安徽省; City: 阜阳市; County or district: 临泉县"
    )
    assert row["ready"] and row["number"] == clerk.draft(UNKNOWN)["no"] and len(row["number"]) == 14


def test_missing_fields_are_named_in_one_sentence(clerk: Clerk):
    answer = clerk.save("add", UNKNOWN, name="", wage=" ", migrant_insurance="yes", migrant="yes")
    assert answer["text"] == "Required fields are missing: Name, Declared wage (base), Province"
    assert "saved" not in clerk.events()


@pytest.mark.parametrize(
    ("chosen", "missing"),
    [
        ({"province": "330000"}, "City"),
        ({"province": "330000", "city": "330200"}, "County or district"),
        ({"province": "440000", "city": "441900"}, ""),
        ({"province": "710000"}, ""),
    ],
)
def test_the_home_is_asked_for_as_deep_as_it_goes(clerk: Clerk, chosen, missing):
    answer = clerk.save("add", UNKNOWN, migrant="yes", migrant_insurance="yes", **chosen)
    assert answer["text"] == (f"Required fields are missing: {missing}" if missing else "Saved to the drafts.")


@pytest.mark.parametrize(
    ("operation", "number", "entries", "words"),
    [
        ("add", ACTIVE, {}, "already insured"),
        ("add", ACTIVE_ELSEWHERE, {}, "already insured"),
        ("add", GAP_2, {}, "use renewal"),
        ("renew", UNKNOWN, {}, "use add"),
        ("renew", ACTIVE, {}, "nothing to renew"),
        ("interrupt", UNKNOWN, {"reason": "reason_1"}, "not active"),
        ("interrupt", ACTIVE_ELSEWHERE, {"reason": "reason_1"}, "not active"),
        ("add", UNKNOWN, {"migrant_insurance": "yes", "province": "440000", "city": "441900"}, "Only a migrant"),
        ("add", UNKNOWN, {"household": "household_99"}, "not in the list"),
        ("add", UNKNOWN, {"province": "330000", "city": "340100"}, "value of “City”"),
        ("renew", GAP_5, {"arrears": "yes"}, "not eligible"),
        ("renew", NO_GAP, {"arrears": "yes"}, "not eligible"),
    ],
)
def test_a_refusal_says_why_and_saves_nothing(clerk: Clerk, operation, number, entries, words):
    before = clerk.state()["drafts"]
    answer = clerk.save(operation, number, **entries)
    assert answer["kind"] == "refused" and words in answer["text"]
    assert clerk.state()["drafts"] == before


def test_a_second_draft_for_the_same_person_and_type_is_refused(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    assert "already exists" in clerk.save("add", UNKNOWN)["text"]
    assert clerk.save("add", UNKNOWN_TOO)["kind"] == "saved"


def test_a_draft_after_declaring_is_refused_while_under_review(clerk: Clerk):
    clerk.control("review", {"mode": "manual"})
    clerk.file("interrupt", ACTIVE, reason="reason_2")
    assert "already exists" in clerk.save("interrupt", ACTIVE, reason="reason_2")["text"]


@pytest.mark.parametrize(("wage", "limit"), [("4499", "4500"), ("22501", "22500"), ("0", "4500")])
def test_a_wage_beyond_the_limits_is_asked_about_and_moved(clerk: Clerk, wage, limit):
    answer = clerk.save("add", UNKNOWN, wage=wage)
    assert answer["kind"] == "question" and limit in answer["text"]
    assert clerk.save("add", UNKNOWN, wage=wage, **{answer["question"]: "1"})["kind"] == "saved"
    assert clerk.draft(UNKNOWN)["entries"]["wage"] == limit


@pytest.mark.parametrize("wage", ["4500", "22500"])
def test_a_wage_on_the_limit_is_taken(clerk: Clerk, wage):
    assert clerk.save("add", UNKNOWN, wage=wage)["kind"] == "saved"


def test_a_portal_that_rejects_wages_says_the_limits(clerk: Clerk):
    state = {
        "settings": {"wage_policy": "reject"},
        "employers": [{"account": "170000001", "password": "demo-170000001", "name": "测试"}],
    }
    clerk.control("reset", state)
    clerk.log_in()
    answer = clerk.save("add", UNKNOWN, wage="4499", wage_limit="1")
    assert answer["text"] == "The declared wage is outside the limits (4500 to 22500)."


@pytest.mark.parametrize(
    ("number", "notice", "unlock"),
    [
        (NO_GAP, "", False),
        (GAP_1, "pension: arrears can be paid\nunemployment: arrears can be paid\nmedical: arrears can be paid", True),
        (GAP_2, "unemployment: cannot be paid\nmedical: arrears can be paid", True),
        (GAP_3, "unemployment: cannot be paid\nmedical: arrears can be paid", True),
        (GAP_5, "pension: cannot be paid\nunemployment: cannot be paid\nmedical: cannot be paid", False),
    ],
)
def test_the_arrears_follow_the_gap(clerk: Clerk, number, notice, unlock):
    (record,) = clerk.look_up("renew", number)["records"]
    assert notice in record["notice"] and bool(record["notice"]) == bool(notice)
    assert record["unlock"] is unlock
    answer = clerk.save("renew", number)
    assert answer["text"] == ("Required fields are missing: Pay arrears?" if unlock else "Saved to the drafts.")


def test_the_gap_grows_with_the_clock(clerk: Clerk):
    clerk.control("clock", {"now": "2027-01-05T10:00+08:00"})
    assert "Months without contributions: 3." in clerk.look_up("renew", GAP_1)["records"][0]["notice"]


@pytest.mark.parametrize(
    ("operation", "number", "hits", "error"),
    [
        ("add", UNKNOWN, 0, ""),
        ("add", GAP_1, 1, ""),
        ("renew", UNKNOWN, 0, "No interrupted record of this person was found."),
        ("renew", ACTIVE, 0, "No interrupted record of this person was found."),
        ("interrupt", ACTIVE, 1, ""),
        ("interrupt", ACTIVE_ELSEWHERE, 0, "This person is not active in your company."),
        ("add", "330299198508221353", 2, ""),
        ("renew", "330299198801011363", 2, ""),
    ],
)
def test_the_look_up_finds_who_can_be_filed(clerk: Clerk, operation, number, hits, error):
    answer = clerk.look_up(operation, number)
    assert (len(answer["records"]), answer["error"]) == (hits, error)


@pytest.mark.parametrize("wrong", [{"wage": "five"}, {"name": "测试1"}])
def test_a_draft_of_the_wrong_form_is_kept_and_marked(clerk: Clerk, wrong):
    assert clerk.save("add", UNKNOWN, **wrong)["kind"] == "saved"
    assert clerk.draft(UNKNOWN)["status"] == "has_errors"


def test_a_wrong_check_character_is_marked(clerk: Clerk):
    clerk.save("add", "330299199001010010")
    assert clerk.draft("330299199001010010")["status"] == "has_errors"


def test_editing_a_draft_keeps_its_number(clerk: Clerk):
    clerk.save("add", UNKNOWN, wage="five")
    no = clerk.draft(UNKNOWN)["no"]
    assert clerk.save("add", UNKNOWN, no=no, wage="5000")["kind"] == "saved"
    assert (clerk.draft(UNKNOWN)["no"], clerk.draft(UNKNOWN)["status"]) == (no, "ready")


def test_a_declared_item_cannot_be_edited(clerk: Clerk):
    no = clerk.file("add", UNKNOWN)
    assert "has been declared" in clerk.save("add", UNKNOWN, no=no)["text"]


def test_an_interruption_takes_the_name_from_the_register(clerk: Clerk):
    clerk.save("interrupt", ACTIVE, reason="reason_3")
    (record,) = clerk.records(ACTIVE)
    assert clerk.draft(ACTIVE)["entries"]["name"] == record["name"]


@pytest.mark.parametrize(("day", "kind"), [("01", "open"), ("23", "open"), ("24", "refused"), ("30", "refused")])
def test_the_window_is_open_from_the_1st_to_the_23rd(clerk: Clerk, day, kind):
    clerk.control("clock", {"now": f"2026-11-{day}T23:59+08:00"})
    assert clerk.http.get("/operation/add/gate").json()["kind"] == kind
    assert clerk.save("add", UNKNOWN)["kind"] == ("saved" if kind == "open" else "refused")
    assert clerk.http.get("/operation/insured/gate").json()["kind"] == "open"


def test_the_window_goes_by_the_portals_zone(clerk: Clerk):
    clerk.control("clock", {"now": "2026-11-23T16:30+00:00"})
    assert clerk.http.get("/operation/add/gate").json()["kind"] == "refused"
