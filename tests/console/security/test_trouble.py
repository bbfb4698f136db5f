"""What a person reads where something can't be had: a page in their language, the way on, and never a traceback."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.console import app, words
from bot.console.console import Console
from bot.console.pages import PAGES
from bot.console.security import Role
from bot.console.security.permissions import PERMISSIONS
from bot.console.security.users import FILE
from bot.text import LANGUAGES, Language, Text
from tests.console.conftest import Visitor

SECRET = "hunter2 of 330299199001010017"


@pytest.fixture
def broken(console: Console, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """A console in which a page has a mistake of ours."""

    async def view(request: Request) -> Response:
        raise ZeroDivisionError(SECRET)

    async def half(request: Request) -> Response:
        async def said():  # type: ignore[no-untyped-def]  # a generator, as Starlette takes it
            yield "one"
            raise ZeroDivisionError(SECRET)

        return StreamingResponse(said())

    monkeypatch.setattr(app, "PAGES", (*PAGES, ("GET", "/broken", view), ("GET", "/half", half)))
    more = {("GET", "/broken"): frozenset(Role), ("GET", "/half"): frozenset(Role)}
    monkeypatch.setattr("bot.console.security.permissions.PERMISSIONS", {**PERMISSIONS, **more})
    return Visitor(console).enter()


def asked(visitor: Visitor, path: str, language: Language, method: str = "GET") -> tuple[int, str]:
    cookie = f"{visitor.door.cookie}={visitor.cookie}; portal_language={language}"
    answer = visitor.ask(method, path, headers={"cookie": cookie, "accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    return answer.status_code, answer.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "status", "said"),
    [("/nowhere", 404, words.NOT_THERE), ("/sign-out", 405, words.NOT_SO), ("/broken", 500, words.BUG)],
)
def test_it_is_said_on_a_page_with_the_way_on(
    broken: Visitor, language: Language, path: str, status: int, said: Text
) -> None:
    found, html = asked(broken, path, language)
    assert found == status
    assert said.to(language) in html
    assert '<a href="/">' in html
    assert "Traceback" not in html and "ZeroDivisionError" not in html and "hunter2" not in html


def test_a_mistake_of_ours_is_kept_to_be_sent(broken: Visitor, capfd: pytest.CaptureFixture[str]) -> None:
    _, html = asked(broken, "/broken", "en")
    [log] = (broken.home / "logs").iterdir()
    assert str(log) in html
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert "330299199001010017" not in kept
    asked(broken, "/broken", "en")
    assert len(list((broken.home / "logs").iterdir())) == 2
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_disk_that_is_full_is_said_too(broken: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(log: Path, error: BaseException) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("bot.console.pages.trouble.keep_bug", full)
    status, html = asked(broken, "/broken", "en")
    assert (status, words.NOT_KEPT_AT.to("en") in html) == (500, True)


def test_a_mistake_in_the_middle_of_an_answer_is_kept(broken: Visitor) -> None:
    with suppress(AssertionError):  # the client's, for the answer has no end
        broken.ask("GET", "/half")
    [log] = (broken.home / "logs").iterdir()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_part_of_a_page_is_told_in_a_part_and_a_program_in_json(broken: Visitor) -> None:
    answer = broken.ask("GET", "/broken", headers={"hx-request": "true"})
    assert answer.status_code == 500
    assert "<html" not in answer.text and 'role="alert"' in answer.text
    told = broken.as_program("GET", "/api/nowhere")
    assert told.status_code == 404
    assert told.json()["error"] == words.NOT_THERE.to("en")
    assert broken.as_program("PUT", "/api/batches").json()["cure"]


def test_who_is_not_let_in_reads_how_to_get_in(stranger: Visitor) -> None:
    answer = stranger.ask("GET", "/")
    assert answer.status_code == 403
    assert words.NOT_LET_IN.to("en") in answer.text
    assert not re.search(r"<a [^>]*href=\"/\"", answer.text)


def test_as_long_as_nobody_knows_who_may_come_in_nobody_does(visitor: Visitor) -> None:
    (visitor.home / FILE).write_text("{", encoding="utf-8")
    for path in ("/", "/sign-in", "/new"):
        answer = visitor.ask("GET", path)
        assert answer.status_code == 400
        assert FILE in answer.text
    assert visitor.ask("GET", "/batches/x/list", headers={"hx-request": "true"}).status_code == 400
