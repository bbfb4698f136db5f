"""What is shown to some and not to others on the same page: questions, and people's numbers."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from starlette.requests import Request

from bot.console import rendering
from bot.console.console import Console
from bot.console.security import Caller, Role
from bot.console.security.questions import answers
from bot.console.security.roles import ALL
from bot.console.work import Job, Question
from bot.redaction import mask_id
from bot.run.person import Draft
from bot.text import Text, read_in
from tests.console.conftest import Visitor

NUMBER = "330299199001010017"
"""Of a region that is in no table, and right otherwise."""


def question(console: Console, name: str, **more: object) -> Question:
    """A question that waits."""
    job = console.works.jobs["1"] = Job("1", Text.same("Filing"), ("demo",))
    loop = asyncio.new_event_loop()
    asked = Question(name, job, "demo", Text.same(f"{name}?"), loop.create_future(), **more)  # type: ignore[arg-type]  # as asked for
    loop.close()
    console.works.questions[name] = asked
    return asked


@pytest.fixture
def asked(console: Console) -> None:
    """A password, a captcha, and whether drafts are to be declared."""
    question(console, "password", secret=True)
    question(console, "captcha", picture=b"png")
    draft = Draft("add-1", "330*************17", Text.same("Add"), "N1", "shows")
    question(console, "declare", is_choice=True, drafts=(draft,))


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.CLERK, {"password", "captcha"}),
        (Role.APPROVER, {"declare"}),
        (Role.AUDITOR, set()),
        (Role.ADMINISTRATOR, set()),
    ],
)
def test_a_question_is_shown_to_whoever_may_answer_it(
    stranger: Visitor, asked: None, console: Console, role: Role, seen: set[str]
) -> None:
    visitor = stranger.sign_in(role)
    for path in ("/questions", "/"):
        html = visitor.ask("GET", path).text
        assert {name for name in console.works.questions if f"{name}?" in html} == seen
        assert ('type="password"' in html) == (path == "/questions" and "password" in seen)
    badge = visitor.ask("GET", "/waiting").text
    assert (str(len(seen)) in badge) if seen else not badge.strip()
    for name, one in console.works.questions.items():
        answer = visitor.ask("POST", f"/questions/{name}", form={"answer": "yes"})
        assert (answer.status_code == 303, one.answer.done()) == ((name in seen,) * 2)


def test_a_picture_of_a_question_goes_with_it(stranger: Visitor, asked: None) -> None:
    assert stranger.sign_in(Role.CLERK).ask("GET", "/questions/captcha/picture").content == b"png"
    assert stranger.sign_in(Role.APPROVER, name="pia").ask("GET", "/questions/captcha/picture").status_code == 403


def test_every_question_is_somebodys(console: Console) -> None:
    assert answers(question(console, "code")) is Role.CLERK
    assert answers(replace(question(console, "yes"), is_choice=True)) is Role.CLERK


@pytest.mark.parametrize(
    ("roles", "in_full"),
    [
        ({Role.CLERK}, True),
        ({Role.APPROVER}, True),
        ({Role.AUDITOR, Role.CLERK}, True),
        (ALL, True),
        ({Role.AUDITOR}, False),
        ({Role.ADMINISTRATOR}, False),
        (set(), False),
    ],
)
def test_numbers_are_shown_in_full_to_whoever_files_or_approves(
    stranger: Visitor, roles: set[Role], in_full: bool
) -> None:
    from bot.errors import UsageError

    read_in("en")
    scope = {
        "type": "http", "path": "/x", "headers": [], "app": stranger.app, "server": ("h", 1), "scheme": "http",
        "query_string": b"", "console.csrf": "c", "console.caller": Caller("eva", frozenset(roles)),
    }  # fmt: skip
    html = bytes(rendering.page(Request(scope), "error.html", error=UsageError(f"of {NUMBER}, says")).body).decode()
    assert (NUMBER in html) is in_full
    assert (mask_id(NUMBER) in html) is not in_full
