"""Pages as they are asked for, without a browser."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from bot.console import words
from bot.console.console import Console
from bot.console.pages.case import entered, moments
from bot.console.rendering import about
from bot.console.sentences import SENTENCES, sentences
from bot.console.window import left
from bot.errors import UsageError
from bot.filing.journal.rows import EventRow
from bot.filing.progress import Watching
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.models import Window
from bot.flow.steps import ACTIONS
from bot.service.case_view import Taken
from bot.text import LANGUAGES, Counted, Text
from tests.console.conftest import Visitor, short_roster, with_wrong_id
from tests.console.many import many
from tests.console.test_work import until


def test_everything_is_said_in_each_language() -> None:
    said = [one for one in vars(words).values() if isinstance(one, Text)]
    counted = [one for one in vars(words).values() if isinstance(one, Counted)]
    said += [one.of(count, batch="", day="") for one in counted for count in (1, 2)]
    said += [*words.EFFECTS.values(), *words.HAPPENINGS.values(), *words.ORDERS.values()]
    said += [*words.AIMS.values(), *words.FIRST_STEPS]
    said += [*words.ROLES.values(), *words.ROLES_MAY.values()]
    assert len(said) > 100
    assert not [one for one in said if set(one) != set(LANGUAGES)]


def test_no_name_is_said_in_two_places() -> None:
    said = Counter(
        name
        for module in iter_modules(words.__path__, f"{words.__name__}.")
        for name, one in vars(import_module(module.name)).items()
        if isinstance(one, Text | Counted)
    )
    assert not [name for name, count in said.items() if count > 1], "the later one is said in the place of the other"


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
    ("day", "said", "tone"),
    [
        (10, "13 days left: the portal takes filings until 23 November", "good"),
        (21, "2 days left", "open"),
        (22, "1 day left", "open"),
        (23, "Today, 23 November, is the last day", "bad"),
        (24, "takes filings again on 1 December", "bad"),
    ],
)
def test_the_days_that_are_left_are_counted_on_the_portals_calendar(day: int, said: str, tone: str) -> None:
    found = left(Window(first_day=1, last_day=23), datetime(2026, 11, day, 4, tzinfo=UTC))
    assert said in found.words.to("en")
    assert found.tone == tone


def test_a_day_is_written_as_each_language_writes_it() -> None:
    said = left(Window(first_day=1, last_day=23), datetime(2026, 11, 10, 4, tzinfo=UTC)).words
    assert "23 de noviembre" in said.to("es")
    assert "11月23日" in said.to("zh")


def test_a_window_over_the_end_of_the_month_and_one_without_end() -> None:
    over = left(Window(first_day=25, last_day=5), datetime(2026, 11, 28, 4, tzinfo=UTC))
    assert "7 days left: the portal takes filings until 5 December" in over.words.to("en")
    always = left(Window(first_day=1, last_day=31), datetime(2026, 11, 28, 4, tzinfo=UTC))
    assert "always" in always.words.to("en")


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (20, "less than a minute"),
        (61, "about a minute"),
        (7.4 * 60, "about 7 minutes"),
        (13 * 60, "about 15 minutes"),
        (58 * 60, "about an hour"),
        (2 * 3600 + 100, "about 2 hours"),
        (2.5 * 3600, "about 2 and a half hours"),
    ],
)
def test_the_time_that_is_left_is_said_as_a_person_would(span: float, said: str) -> None:
    assert about(timedelta(seconds=span)).to("en") == said


def test_every_step_of_every_flow_is_a_sentence_in_each_language(console: Console) -> None:
    library = console.assistant.library
    assert set(SENTENCES) == set(ACTIONS)
    said = [
        one
        for flow in library.flows.values()
        for stage in flow.all_stages
        for one in sentences(flow, stage.steps, library)
    ]
    assert all(set(one.said) == set(LANGUAGES) for one in said)
    assert not [one.said for one in said if "${" in str(one.said)]
    told = {one.said.to("en"): one for one in said}
    assert told["Click “Save to drafts”"].commits
    assert told["Do “Save to drafts”"].flow == "save_form"
    assert told["If “Verification code” is there: Do:"].depth == 0
    assert "Wait until the message box is gone" in told
    assert "Press the key Enter in “ID number”" in told
    assert "Read the list, row by row" in told
    assert "If what is seen in “Name” and what is seen in “Name” ≠ “Name”: Refuse the case: NA01" in told
    assert "Esperar al aviso" in {one.said.to("es") for one in said}
    closed = "If '×' is in what is seen in the open tabs: Repeat until '×' is not in what is seen in the open tabs:"
    assert closed in told
    assert told["Ask a person: code"].depth == 1
    county = "If “In migrant insurance?” and home.county: Choose “County or district” from the list"
    assert "counties" in str(told[county].note)
    add = library.flows["add"]
    inner = [one.said.to("en") for one in sentences(add, add.all_stages[0].steps, library)]
    assert inner.index("Do “Fill in the data”") < inner.index("Fill in “Name”, “Declared wage (base)”")


async def test_what_the_browser_does_is_said_step_by_step(console: Console) -> None:
    library = console.assistant.library
    said: list[str] = []

    async def work(watching: Watching) -> None:
        lane = console.works.jobs[job.id].lanes.get("a")
        assert lane is None
        watching.progress("a").phase(Text.same("Preparing drafts"), 3)
        [listener] = watching.listeners("a")
        flow = library.flows["fill_coverage"]
        for step in flow.all_stages[0].steps:
            listener.step_started(flow, step)
            said.append(str(console.act_of(job.lanes["a"])))
        watching.progress("a").step(None, Text.same("Fill in and save"))
        said.append(str(console.act_of(job.lanes["a"])))

    job = console.works.start(Text.same("a job"), ["a"], work)
    await until(console.works, job)
    assert job.error is None
    assert "Fill in “Name”, “Declared wage (base)”" in said
    assert said[-1] == ""


def test_an_error_says_in_a_sentence_what_was_being_done(visitor: Visitor, console: Console) -> None:
    [batch] = many(console.assistant.home, 1)
    [step] = [one for one in console.assistant.library.flows["fill_coverage"].all_stages[0].steps if one.note][:1]

    def page(place: str) -> str:
        async def work(watching: Watching) -> None:
            error = UsageError("It did not work.")
            error.circumstances.step, error.circumstances.place = "wait_for message hidden", place
            raise error

        async def done() -> None:
            await until(console.works, console.works.start(Text.same("a job"), ["a"], work, about=batch))

        asyncio.run(done())
        return visitor.ask("GET", f"/batches/{batch}").text

    assert "Wait until the message box is gone" in page(str(step.place))
    assert "wait_for message hidden" in page("flows/gone.yaml:1:1")
