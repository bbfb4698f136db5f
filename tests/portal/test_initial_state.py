"""The words, the divisions and the people that come with the portal."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from mock_portal.clock import ZONE, Clock, month_before, months_between
from mock_portal.divisions import name_of, within
from mock_portal.forms import complaints, operation_of
from mock_portal.people import arrears_of
from mock_portal.seed import plant, read_state
from mock_portal.store import Store
from mock_portal.words import ALL
from tests.portal.clerk import GAP_1, GAP_2, GAP_3, GAP_5, NO_GAP

STATE = read_state(None)


def test_every_text_exists_in_each_language_with_the_same_blanks():
    odd = {
        key: words
        for key, words in ALL.items()
        if not all(words) or len({tuple(sorted(re.findall(r"{\w+}", text))) for text in words}) > 1
    }
    assert odd == {}


@pytest.mark.parametrize(
    ("parent", "count", "one"),
    [
        ("", 34, "浙江省"),
        ("330000", 11, "宁波市"),
        ("330200", 11, "测试区"),
        ("110000", 1, "市辖区"),
        ("110100", 16, "海淀区"),
    ],
)
def test_divisions_come_in_three_levels(parent, count, one):
    names = [division.name for division in within(parent)]
    assert len(names) == count and one in names


@pytest.mark.parametrize(
    ("code", "name"), [("441900", "东莞市"), ("442000", "中山市"), ("460400", "儋州市"), ("620200", "嘉峪关市")]
)
def test_some_cities_have_no_counties(code, name):
    assert name_of(code) == name and within(code) == ()


def test_there_are_two_employers_some_forty_people_and_twenty_drafts():
    assert [one["account"] for one in STATE["employers"]] == ["170000001", "170000002"]
    assert 38 <= len(STATE["people"]) <= 45
    own = [one for one in STATE["drafts"] if one["account"] == "170000001"]
    assert len(own) == 20 and {one["type"] for one in own} == {"43", "44", "45"}
    assert len([one for one in own if complaints(operation_of(one["type"]), one["entries"])]) == 2


def test_everybody_is_fictional():
    special = {"810000199001010019", "830000197901010035"}
    numbers = {one["id_number"] for one in STATE["people"]} - special
    assert {number[:6] for number in numbers} == {"330299"}
    interrupt = operation_of("45")
    assert [number for number in numbers | special if complaints(interrupt, {"id_number": number})] == []


@pytest.mark.parametrize("day", ["2026-11-10", "2027-01-01", "2028-02-29", "2026-12-31"])
def test_the_gaps_hold_whatever_the_clock_says(day):
    clock = Clock(datetime.fromisoformat(day).replace(tzinfo=ZONE))
    store = Store()
    with store.transaction() as db:
        plant(db, STATE, clock)
        paid = {row["id_number"]: row["last_paid"] for row in db.execute("SELECT * FROM person")}
    store.close()
    gaps = [months_between(paid[number], clock.month()) for number in (NO_GAP, GAP_1, GAP_2, GAP_3, GAP_5)]
    assert gaps == [0, 1, 2, 3, 5]


@pytest.mark.parametrize(
    ("gap", "payable"),
    [
        (0, ()),
        (1, ("pension", "unemployment", "medical")),
        (2, ("medical",)),
        (3, ("medical",)),
        (4, ()),
    ],
)
def test_arrears_rule(gap, payable):
    assert arrears_of(month_before("2026-03", gap + 1), "2026-03") == (gap, payable)
