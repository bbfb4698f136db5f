"""Thousands of cases: what is asked for is read, and no more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.console import words
from bot.console.console import Console
from bot.console.outlook import stands, steps
from bot.console.pages.cases import ON_A_PAGE, Asked, listed
from bot.filing.journal import looking, reading
from bot.filing.states import CaseState
from bot.service import Assistant
from tests.console.conftest import Visitor, served
from tests.console.many import MIXED, many, name, person

COUNT = 2 * ON_A_PAGE + 50
MANY = 5_000
S = CaseState


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How many rows of each kind are read from the journal from now on."""
    counted: Counter[str] = Counter()

    def counting(kind: str, read: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any) -> Any:
            found = read(*arguments)
            counted[kind] += len(found) if isinstance(found, list) else 1
            return found

        return wrapped

    for module in (looking, reading):
        for kind in ("cases_of", "event_of", "file_of"):
            monkeypatch.setattr(module, kind, counting(kind, getattr(module, kind)))
    yield counted


def test_a_list_reads_a_page_of_cases_however_many_there_are(
    home: Path, visitor: Visitor, read: Counter[str]
) -> None:
    [batch] = many(home, COUNT)
    assert f"{COUNT} cases" in visitor.ask("GET", f"/batches/{batch}").text
    assert read == {"cases_of": ON_A_PAGE}
    read.clear()
    last = visitor.ask("GET", f"/batches/{batch}/list?page=3").text
    assert last.count("<tr id=") == 50
    assert read == {"cases_of": 50}
    read.clear()
    some = visitor.ask("GET", f"/batches/{batch}/list?state=refused&q={name(2)}").text
    assert person(2)[:3] in some
    assert 0 < read["cases_of"] <= ON_A_PAGE


def test_home_and_evidence_read_no_case_at_all(home: Path, visitor: Visitor, read: Counter[str]) -> None:
    ids = many(home, 20, batches=3)
    for path in ("/", "/evidence"):
        html = visitor.ask("GET", path).text
        assert all(id in html for id in ids)
    assert read["cases_of"] == 0
    assert read["file_of"] == 0
    assert read["event_of"] <= len(ids)  # when the portal was heard of last


def test_a_case_and_how_far_it_is_read_what_is_theirs(home: Path, visitor: Visitor, read: Counter[str]) -> None:
    [batch] = many(home, COUNT)
    visitor.ask("GET", f"/batches/{batch}/now")
    assert read["cases_of"] == read["event_of"] == 0
    assert "add-7" in visitor.ask("GET", f"/batches/{batch}/cases/add-7").text
    assert read == {"cases_of": 2, "event_of": 3, "file_of": 3}


def test_only_the_batches_that_changed_are_counted_again(
    home: Path, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = many(home, 10, batches=2)
    overviews = assistant.overviews
    assert {one.id for one in overviews.all()} == {first, second}
    asked: list[set[str]] = []
    tallies = looking.Looking.tallies

    def counted(self: looking.Looking, batches: Any) -> Any:
        asked.append(set(batches))
        return tallies(self, batches)

    monkeypatch.setattr(looking.Looking, "tallies", counted)
    assert overviews.all() == overviews.all()
    assert asked == []
    assistant.withdraw(first, [assistant.drafts(first)[0].case], "ana")
    before = overviews.one(second)
    assert overviews.one(first).counts[S.WITHDRAWN] == 1
    assert overviews.one(second) is before
    assert asked == [{first}]


def test_a_part_that_is_the_same_is_not_sent_again(home: Path, visitor: Visitor, assistant: Assistant) -> None:
    [batch] = many(home, 20)
    for path in (f"/batches/{batch}/now", f"/batches/{batch}/list", "/"):
        first = visitor.ask("GET", path, headers={"hx-request": "true"})
        [have] = re.findall('name="have" value="([^"]+)"', first.text)
        assert visitor.ask("GET", f"{path}?have={have}", headers={"hx-request": "true"}).status_code == 204
        assistant.withdraw(batch, [assistant.drafts(batch)[0].case], "ana")
        again = visitor.ask("GET", f"{path}?have={have}", headers={"hx-request": "true"})
        assert again.status_code == 200
        assert have not in again.text


def test_cases_are_found_by_what_a_clerk_knows_of_them(home: Path, assistant: Assistant) -> None:
    [batch] = many(home, COUNT)
    overviews = assistant.overviews
    view = overviews.one(batch)

    def found(**asked: Any) -> set[str]:
        return {row.outcome.case.id for row in listed(overviews, view, Asked(**asked)).rows}

    for said in (person(123), "ADD-125", "roster 125", f" {name(123)} ", f"{name(123)[:1]} {person(123)[-4:]}"):
        assert "add-125" in found(q=said), said
    assert found(q="nobody of that name") == set()
    assert len(found(state="refused")) == COUNT // len(MIXED)
    assert found(operation="renew") == set()
    assert listed(overviews, view, Asked(order="state")).rows[0].outcome.state is S.APPROVED
    assert listed(overviews, view, Asked(page=99)).page == 3


@pytest.mark.parametrize(
    ("states", "said", "first"),
    [
        ((S.NEEDS_ATTENTION, S.REVIEWED), "need your decision", "?state=needs_attention"),
        ((S.REVIEWED, S.REFUSED), "ready for your review", "/review"),
        ((S.PENDING, S.APPROVED), "still to be done", "/resume"),
        ((S.FAILED, S.APPROVED), "can be tried again", "/resume"),
        ((S.UNDER_REVIEW, S.APPROVED), "results tomorrow", "/refresh"),
        ((S.REFUSED, S.APPROVED), "carry them over", None),
        ((S.APPROVED,), "All 4 cases are done", None),
    ],
)
def test_a_batch_says_how_it_stands_and_what_to_do(
    home: Path, assistant: Assistant, states: tuple[CaseState, ...], said: str, first: str | None
) -> None:
    [batch] = many(home, 4, states=states)
    view = assistant.overviews.one(batch)
    assert said in stands(view).to("en")
    found = steps(view)
    assert (found[0].path.removeprefix(f"/batches/{batch}") if found else None) == first


def test_what_was_not_filed_is_handed_out_as_the_next_roster(
    home: Path, visitor: Visitor, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    [batch] = many(home, 6, states=(S.REFUSED, S.APPROVED))
    assert "/carry-over" in visitor.ask("GET", f"/batches/{batch}/now").text
    answer = visitor.ask("GET", f"/batches/{batch}/carry-over")
    path = tmp_path / "next.xlsx"
    path.write_bytes(answer.content)
    people = [row[1] for row in load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True) if row[1]]
    assert people == [person(number) for number in (0, 2, 4)]
    [well] = many(home, 3, states=(S.APPROVED,))
    assert visitor.ask("GET", f"/batches/{well}/carry-over").status_code == 400


def test_the_log_is_read_a_part_at_a_time(home: Path, visitor: Visitor, read: Counter[str]) -> None:
    [batch] = many(home, 80)
    first = visitor.ask("GET", f"/batches/{batch}/log").text
    assert first.count("<td class=\"time\">") == 100
    assert read["event_of"] == 101
    [earlier] = re.findall(r"log\?before=(\d+)", first)
    assert f"before={earlier}" not in visitor.ask("GET", f"/batches/{batch}/log?before={earlier}").text


def test_five_thousand_cases_are_listed_and_filtered_in_a_browser(page: Page, home: Path, console: Console) -> None:
    [batch] = many(home, MANY, events=1)
    with served(console) as opened:
        page.goto(opened.address)
        page.get_by_role("link", name=batch, exact=True).click()
        rows = page.locator("#cases tbody tr")
        expect(rows).to_have_count(ON_A_PAGE)
        expect(page.locator("#cases")).to_contain_text("5,000 cases")
        page.get_by_role("button", name=words.LATER.to("en")).click()
        expect(page.locator("#case-add-102")).to_be_visible()
        page.locator("select[name=state]").select_option("refused")
        expect(page.locator("#cases")).to_contain_text("1,000 cases")
        page.locator("input[name=q]").fill(person(4_002))
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text(name(4_002))
        console.forget(batch)  # something changed: the list stays as it was asked for
        expect(rows).to_have_count(1)
        page.locator("input[name=q]").fill("nobody of that name")
        expect(page.get_by_text(words.NONE_FOUND.to("en"))).to_be_visible()
