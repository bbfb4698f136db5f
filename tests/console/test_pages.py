"""Pages as they are asked for, without a browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.console import words
from bot.console.console import Console
from bot.console.pages.batch import ON_A_PAGE, listed
from bot.console.pages.case import entered, moments
from bot.console.pages.home import days_left
from bot.console.sentences import SENTENCES, sentences
from bot.filing.journal.rows import EventRow
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.flow.case import Case, Origin
from bot.flow.models import Window
from bot.flow.steps import ACTIONS
from bot.service import BatchView
from bot.service.case_view import Taken
from bot.text import LANGUAGES, Text
from tests.console.conftest import Visitor, short_roster, with_wrong_id

MANY = 5_000


def test_everything_is_said_in_each_language() -> None:
    said = [one for one in vars(words).values() if isinstance(one, Text)]
    said += [*words.EFFECTS.values(), *words.HAPPENINGS.values()]
    assert len(said) > 100
    assert not [one for one in said if set(one) != set(LANGUAGES)]


@pytest.mark.parametrize(("accept", "found"), [("zh-CN,zh;q=0.9", "zh-Hans"), ("es-MX", "es"), ("fr, en", "en")])
def test_the_first_page_speaks_the_browsers_language(visitor: Visitor, accept: str, found: str) -> None:
    sent = {"cookie": f"{visitor.door.cookie}={visitor.cookie}", "accept-language": accept}
    assert f'<html lang="{found}">' in visitor.ask("GET", "/", headers=sent).text


def test_a_roster_with_errors_is_not_started_unawares(visitor: Visitor, console: Console) -> None:
    console.assistant.home.mkdir(exist_ok=True)
    path = short_roster(console.assistant, console.assistant.home / "june.xlsx")
    with_wrong_id(path)
    handed = visitor.ask("POST", "/new", form={}, files={"roster": (path.name, path.read_bytes())})
    answer = visitor.ask("POST", f"{handed.headers['location']}/start", form={"account": "demo"})
    assert answer.status_code == 400
    assert str(words.STILL_WRONG.to("en")) in answer.text
    assert not console.works.jobs


def test_a_start_without_account_says_what_is_missing(visitor: Visitor, console: Console) -> None:
    console.assistant.home.mkdir(exist_ok=True)
    path = short_roster(console.assistant, console.assistant.home / "june.xlsx")
    handed = visitor.ask("POST", "/new", form={}, files={"roster": (path.name, path.read_bytes())})
    answer = visitor.ask("POST", f"{handed.headers['location']}/start", form={"account": " "})
    assert answer.status_code == 400
    assert words.NO_ACCOUNT.to("en") in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(("name", "content"), [("x.xlsx", b"no workbook"), ("x.csv", b"\xff\x00"), ("x.exe", b"MZ")])
def test_what_is_no_roster_is_said_with_a_cure(visitor: Visitor, name: str, content: bytes) -> None:
    handed = visitor.ask("POST", "/new", form={}, files={"roster": (name, content)})
    answer = visitor.ask("GET", handed.headers["location"])
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert words.CURE.to("en") in answer.text


def test_the_template_has_the_operations_that_were_picked(visitor: Visitor, tmp_path: Path, console: Console) -> None:
    from openpyxl import load_workbook

    flow = next(iter(console.assistant.library.operations))
    answer = visitor.ask("GET", f"/template?flow={flow.flow}")
    path = tmp_path / "t.xlsx"
    path.write_bytes(answer.content)
    assert flow.title.to("en") in load_workbook(path).sheetnames


def test_a_flow_is_shown_with_its_source(visitor: Visitor, console: Console) -> None:
    flow = next(iter(console.assistant.library.operations))
    html = visitor.ask("GET", f"/flows/{flow.flow}").text
    assert flow.title.to("en") in html
    assert f"flow: {flow.flow}" in html


@pytest.mark.parametrize("path", ["/batches/none", "/batches/none/review", "/batches/none/cases/x"])
def test_a_batch_that_is_not_there_is_said_so(visitor: Visitor, path: str) -> None:
    answer = visitor.ask("GET", path)
    assert answer.status_code == 400
    assert "none" in answer.text


def view_of(console: Console, count: int) -> BatchView:
    flow = next(iter(console.assistant.library.operations))
    states = [CaseState.APPROVED, CaseState.REFUSED]
    outcomes = tuple(
        CaseOutcome(
            Case(f"add-{number}", flow, {flow.person or "id": f"P{number:05}"}, origin=Origin("Adds", number)),
            states[number % 2],
            number=f"N{number}",
        )
        for number in range(count)
    )
    at = datetime(2026, 11, 10, tzinfo=UTC)
    return BatchView(
        "202611-01", "demo", "u", "2026-11", "r.xlsx", "http://x/", "review", False, "ana", at, 1, "",
        Path("r"), Path("e"), outcomes, (),
    )  # fmt: skip


def test_five_thousand_cases_are_shown_a_page_at_a_time(console: Console) -> None:
    view = view_of(console, MANY)
    first = listed(view, {}, state="", said="", number=1)
    assert (len(first.rows), first.found, first.pages) == (ON_A_PAGE, MANY, MANY // ON_A_PAGE)
    last = listed(view, {}, state="", said="", number=10_000)
    assert last.rows[-1].outcome is view.outcomes[-1]
    assert listed(view, {}, state="refused", said="", number=1).found == MANY // 2


def test_cases_are_found_by_what_a_clerk_knows_of_them(console: Console) -> None:
    view = view_of(console, MANY)
    case = view.outcomes[1234].case
    named = {case.id: replace(case, values={**case.values, "name": "钱嘉树"})}
    for said in ("p01234", "add-1234", "N1234", "adds 1234"):
        assert case.id in {row.outcome.case.id for row in listed(view, {}, state="", said=said, number=1).rows}
    [found] = listed(view, named, state="", said=" 钱嘉 ", number=1).rows
    assert (found.outcome.case.id, found.name) == (case.id, "钱嘉树")


def event(minute: int, **more: object) -> EventRow:
    said: dict[str, Any] = {"kind": "moved", "was": None, "to": None, "facts": {}, **more}
    at = datetime(2026, 11, 10, 9, minute, tzinfo=UTC)
    return EventRow(minute, at, "b", "add-2", said["kind"], said["was"], said["to"], 1, said["facts"], "ana")


def taken(minute: int) -> Taken:
    return Taken(f"p{minute}", "picture", Path("x.webp"), datetime(2026, 11, 10, 9, minute, tzinfo=UTC), "")


def test_pictures_stand_with_what_had_happened_when_they_were_taken() -> None:
    events = [event(1, to=CaseState.DRAFTING), event(3, kind="note"), event(4, facts={"number": "N7"})]
    found = moments(events, [taken(0), taken(2), taken(3), taken(5)])
    assert [[number for number, _ in one.pictures] for one in found] == [[1], [2, 3], [4]]
    assert [one.event and one.event.seq for one in found] == [None, 1, 4]
    assert found[2].facts == ["N7"]


def test_what_the_roster_says_of_a_case_is_said_by_its_labels(console: Console) -> None:
    flow = next(iter(console.assistant.library.operations))
    said = dict(entered(Case("add-1", flow, {"name": "钱嘉树", "migrant": False, "home": None, "other": 1})))
    assert list(said.values()) == ["钱嘉树", str(words.NO)]


@pytest.mark.parametrize(
    ("day", "said"), [(10, "13 days left"), (22, "1 days left"), (23, "last day"), (24, "closed"), (30, "closed")]
)
def test_the_days_that_are_left_are_counted_on_the_portals_calendar(day: int, said: str) -> None:
    window = Window(first_day=1, last_day=23)
    assert said in days_left(window, datetime(2026, 11, day, 4, tzinfo=UTC)).to("en")


def test_every_step_of_every_flow_is_a_sentence_in_each_language(console: Console) -> None:
    library = console.assistant.library
    assert set(SENTENCES) == set(ACTIONS)
    said = [
        one
        for flow in library.flows.values()
        for stage in flow.all_stages
        for one in sentences(stage.steps, library.flows)
    ]
    assert all(set(one.said) == set(LANGUAGES) for one in said)
    assert not [one.said for one in said if "${" in str(one.said)]
    told = {one.said.to("en"): one for one in said}
    assert told["Click save to drafts"].commits
    assert told["Do “Save to drafts”"].flow == "save_form"
    assert told["If captcha box is not none: Do:"].depth == 0
    assert told["Ask a person: code"].depth == 1
