"""Looking drafts over: some of them at a time, all of them at once, and none that nobody has seen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.console import words
from bot.console.console import Console
from bot.console.pages.review import ON_A_PAGE
from bot.filing.states import CaseState
from bot.flow.case import Case
from tests.console.conftest import Visitor
from tests.console.many import many, name, person

COUNT = ON_A_PAGE + 7


@pytest.fixture
def batch(home: Path, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, console: Console) -> str:
    """A batch whose drafts all wait; what would go on with it is only noted."""
    [made] = many(home, COUNT, states=(CaseState.REVIEWED,))
    flow = console.assistant.library.flows["add"]
    empty = dict.fromkeys(flow.inputs)
    cases = {
        f"add-{at + 2}": Case(f"add-{at + 2}", flow, {**empty, "id_number": person(at), "name": name(at), "wage": 6000})
        for at in range(COUNT)
    }

    async def read_again(self: Console, batch: str) -> Mapping[str, Case]:
        return cases

    monkeypatch.setattr(Console, "cases", read_again)  # the journal was made without the values that go into its hashes
    monkeypatch.setattr(Console, "go_on", lambda self, view, options: gone_on.append((view.id, options)))
    gone_on.clear()
    return made


gone_on: list[tuple[str, object]] = []


def approved(console: Console, batch: str) -> list[str]:
    return [one.case.id for one in console.assistant.view(batch).outcomes if one.approved_at]


def test_drafts_are_looked_over_a_page_at_a_time(visitor: Visitor, batch: str) -> None:
    first = visitor.ask("GET", f"/batches/{batch}/review").text
    assert first.count('name="case"') == ON_A_PAGE
    assert words.ALL_PAGES.to("en").format(total=COUNT) in first
    assert visitor.ask("GET", f"/batches/{batch}/review?page=2").text.count('name="case"') == 7
    assert visitor.ask("GET", f"/batches/{batch}/review?page=99").text.count('name="case"') == 7


def test_a_value_that_the_portal_does_not_show_is_marked(visitor: Visitor, batch: str) -> None:
    html = visitor.ask("GET", f"/batches/{batch}/review").text  # they all read as 钱嘉树's, with a wage of 6000
    assert '<mark class="differs">钱嘉树</mark>' in html
    assert f"<td>{name(3)}</td>" in html
    assert '<mark class="differs">6000</mark>' not in html
    assert words.DIFFERENT.to("en").format(count=COUNT, total=COUNT) in html
    assert visitor.ask("GET", f"/batches/{batch}/review?only=differences").text.count("unlike") == ON_A_PAGE


@pytest.mark.parametrize(
    ("form", "count"),
    [({"case": ["add-2", "add-4"]}, 2), ({"all": "yes"}, COUNT), ({"case": ["add-2", "nobody"]}, 1), ({}, 0)],
)
def test_exactly_what_was_ticked_is_approved(
    visitor: Visitor, console: Console, batch: str, form: dict[str, object], count: int
) -> None:
    visitor.ask("POST", f"/batches/{batch}/review", form={**form, "decision": "approve_only"})
    assert len(approved(console, batch)) == count
    assert not gone_on
    again = visitor.ask("GET", f"/batches/{batch}/review").text
    assert (words.APPROVED_NOT_DECLARED.to("en").format(count=count) in again) is (count > 0)


def test_what_was_approved_is_declared_when_that_is_said(visitor: Visitor, console: Console, batch: str) -> None:
    visitor.ask("POST", f"/batches/{batch}/review", form={"case": ["add-3"], "decision": "approve"})
    assert approved(console, batch) == ["add-3"]
    [(id, options)] = gone_on
    assert (id, options.until, options.approved_only, options.by) == (batch, "declare", True, "ana")
    visitor.ask("POST", f"/batches/{batch}/declare", form={})
    assert len(gone_on) == 2


def test_a_no_takes_drafts_out(visitor: Visitor, console: Console, batch: str) -> None:
    visitor.ask("POST", f"/batches/{batch}/review", form={"case": ["add-5"], "decision": "withdraw"})
    states = {one.case.id: one.state for one in console.assistant.view(batch).outcomes}
    assert states["add-5"] is CaseState.WITHDRAWN
    assert not approved(console, batch)
    assert not gone_on
