"""Declaring, what review then decides, and what that changes."""

from __future__ import annotations

import pytest

from tests.portal.clerk import ACCOUNT, ACTIVE, GAP_1, OTHER_ACCOUNT, REJECTED_BY_LIST, UNKNOWN, UNKNOWN_TOO, Clerk


def test_an_approved_add_insures_the_person(clerk: Clerk):
    no = clerk.file("add", UNKNOWN)
    (record,) = clerk.records(UNKNOWN)
    assert (record["status"], record["account"], record["since"]) == ("active", ACCOUNT, "2026-11")
    assert (record["household"], record["wage"]) == ("11", 6000)
    filing = clerk.filing(no)
    assert (filing["status"], filing["type"], filing["account"], filing["reason"]) == ("approved", "43", ACCOUNT, "")
    assert clerk.events()[-3:] == ["saved", "declared", "approved"]


def test_an_approved_interruption_ends_the_coverage_and_can_be_renewed(clerk: Clerk):
    clerk.file("interrupt", ACTIVE, reason="reason_1")
    (record,) = clerk.records(ACTIVE)
    assert (record["status"], record["last_paid"]) == ("interrupted", "2026-11")
    clerk.file("renew", ACTIVE)
    (record,) = clerk.records(ACTIVE)
    assert record["status"] == "active"
    assert [one["operation"] for one in record["history"]] == ["interrupt", "renew"]


def test_a_person_can_move_to_another_employer(clerk: Clerk, connect):
    other = connect(clerk.url)
    other.log_in(OTHER_ACCOUNT)
    other.file("renew", GAP_1, arrears="yes")
    assert clerk.records(GAP_1)[0]["account"] == OTHER_ACCOUNT


def test_review_rejects_who_is_on_the_list_with_its_reason(clerk: Clerk):
    no = clerk.file("add", REJECTED_BY_LIST)
    assert clerk.filing(no)["status"] == "rejected"
    assert "could not be verified" in clerk.filing(no)["reason"]
    assert clerk.records(REJECTED_BY_LIST) == []
    assert "could not be verified" in clerk.list("rejected")["rows"][0]["rejection_reason"]


def test_review_rejects_what_two_employers_filed_for_the_same_person(clerk: Clerk, connect):
    other = connect(clerk.url)
    other.log_in(OTHER_ACCOUNT)
    assert other.save("add", UNKNOWN)["kind"] == clerk.save("add", UNKNOWN)["kind"] == "saved"
    own, foreign = (clerk.list()["rows"][0]["number"], other.list()["rows"][0]["number"])
    clerk.act("declare", own)
    other.act("declare", foreign)
    assert (clerk.filing(own)["status"], clerk.filing(foreign)["status"]) == ("approved", "rejected")
    assert "already insured" in clerk.filing(foreign)["reason"]


def test_manual_review_waits_for_a_decision(clerk: Clerk):
    clerk.control("review", {"mode": "manual"})
    first, second = clerk.file("add", UNKNOWN), clerk.file("add", UNKNOWN_TOO)
    assert clerk.list("under_review")["rows"][0]["number"] == second
    clerk.control("review", {"no": first, "outcome": "approved"})
    clerk.control("review", {"id_number": UNKNOWN_TOO, "outcome": "rejected", "reason": "No such person."})
    assert clerk.filing(first)["status"] == "approved"
    assert (clerk.filing(second)["status"], clerk.filing(second)["reason"]) == ("rejected", "No such person.")
    assert clerk.control("review", {"no": first, "outcome": "approved"}).status_code == 400


def test_delayed_review_decides_after_the_time_given(clerk: Clerk):
    clerk.control("review", {"mode": "delay:3600"})
    no = clerk.file("add", UNKNOWN)
    assert clerk.filing(no)["status"] == "under_review"
    clerk.control("review", {"mode": "delay:0"})
    assert clerk.filing(no)["status"] == "approved"


def test_an_item_after_declaring_is_no_draft_any_more(clerk: Clerk):
    clerk.control("review", {"mode": "manual"})
    before = clerk.list()["counts"]
    no = clerk.file("add", UNKNOWN)
    after = clerk.list()["counts"]
    assert (after["drafts"], after["under_review"]) == (before["drafts"], before["under_review"] + 1)
    assert clerk.act("declare", no)["count"] == 0
    assert clerk.act("delete", no)["count"] == 0


def test_rows_with_errors_are_left_out_without_a_word(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    clerk.save("add", UNKNOWN_TOO, wage="five")
    numbers = [clerk.draft(number)["no"] for number in (UNKNOWN, UNKNOWN_TOO)]
    assert clerk.act("declare", *numbers) == {"kind": "done", "count": 1, "text": "1 declared."}
    assert clerk.draft(UNKNOWN_TOO)["status"] == "has_errors"


def test_all_means_every_page_of_what_the_filter_shows(clerk: Clerk):
    assert clerk.act("declare", all="1", type="44")["count"] == 4
    assert clerk.act("delete", all="1", type="45")["count"] == 6
    assert {one["type"] for one in clerk.state()["drafts"] if one["account"] == ACCOUNT} == {"43"}


def test_drafts_of_another_account_cannot_be_touched(clerk: Clerk):
    foreign = next(one["no"] for one in clerk.state()["drafts"] if one["account"] == OTHER_ACCOUNT)
    assert clerk.act("declare", foreign)["count"] == clerk.act("delete", foreign)["count"] == 0


def test_a_deleted_drafts_number_is_not_given_again(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    deleted = clerk.draft(UNKNOWN)["no"]
    clerk.act("delete", deleted)
    clerk.save("add", UNKNOWN)
    assert int(clerk.draft(UNKNOWN)["no"]) == int(deleted) + 1


def test_nothing_is_declared_outside_the_window(clerk: Clerk):
    clerk.save("add", UNKNOWN)
    clerk.control("clock", {"now": "2026-11-24T00:00+08:00"})
    assert clerk.act("declare", clerk.draft(UNKNOWN)["no"])["kind"] == "refused"


def test_lists_have_fifteen_rows_a_page_newest_first(clerk: Clerk):
    pages = [clerk.list(page=number) for number in (1, 2)]
    assert [len(page["rows"]) for page in pages] == [15, 5]
    entered = [row["entered"] for page in pages for row in page["rows"]]
    assert entered == sorted(entered, reverse=True)
    assert pages[0]["counts"] == {"drafts": 20, "under_review": 2, "approved": 2, "rejected": 1, "all": 25}


@pytest.mark.parametrize(("filters", "total"), [({"type": "44"}, 4), ({"period": "last_month"}, 0)])
def test_lists_can_be_filtered(clerk: Clerk, filters, total):
    assert clerk.list(**filters)["total"] == total


def test_last_month_has_its_own_counters(clerk: Clerk):
    assert clerk.list("approved", period="last_month")["counts"]["approved"] == 1
