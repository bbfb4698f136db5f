"""Requests that no browser of ours sends: they reach no page, and harm nobody."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from typing import Any
from unittest.mock import Mock

import httpx
import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Message
from uvicorn.server import ServerState

from bot.console.console import Console
from bot.console.pages.form import own_path
from bot.console.security import Role, patience, reading
from bot.console.security.reading import LARGEST, LARGEST_FORM, LARGEST_OF_STRANGERS, largest
from tests.console.conftest import HOST, PASSWORD, Visitor, served

NAME = HOST.removeprefix("http://")


def raw(
    visitor: Visitor, method: str, path: str, headers: Sequence[tuple[str, str]], body: Sequence[bytes] = (b"",)
) -> list[Message]:
    """What the application answers to a request exactly as it stands here. A body that lacks its end never comes."""
    parts, answers = list(body), []
    whole = b"END" not in parts

    async def receive() -> Message:
        if parts and parts[0] != b"END":
            part = parts.pop(0)
            return {"type": "http.request", "body": part, "more_body": bool(parts) or not whole}
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        answers.append(message)

    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1", "method": method,
        "path": path, "raw_path": path.encode(), "query_string": b"", "scheme": "http", "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
        "client": ("10.0.0.9", 1), "server": ("127.0.0.1", 1),
    }  # fmt: skip
    asyncio.run(visitor.app(scope, receive, send))
    return answers


def signed(visitor: Visitor, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """Headers of the clerk's browser, and these."""
    return [("host", NAME), ("origin", HOST), ("cookie", f"{visitor.door.cookie}={visitor.cookie}"), *more]


@pytest.mark.parametrize(
    "headers",
    [
        [("content-length", "abc")],
        [("content-length", "-1")],
        [("content-length", "1_0")],
        [("content-length", "²")],
        [("content-length", "9" * 5000)],
        [("content-length", "+5")],
        [("content-length", "5"), ("content-length", "6")],
        [("content-length", "5"), ("transfer-encoding", "chunked")],
        [("host", NAME)],
        [("origin", "https://evil.example")],
    ],
)
def test_what_can_be_read_in_two_ways_is_not_read(visitor: Visitor, headers: list[tuple[str, str]]) -> None:
    answers = raw(visitor, "POST", "/language", signed(visitor, *headers))
    assert answers[0]["status"] == 400
    assert (b"connection", b"close") in answers[0]["headers"]


def test_a_request_that_names_nobody_is_not_for_us(visitor: Visitor) -> None:
    assert raw(visitor, "GET", "/", [])[0]["status"] == 400
    assert raw(visitor, "GET", "/", [("host", "")])[0]["status"] == 421


def test_a_body_that_does_not_come_is_not_waited_for(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.0)
    kind = ("content-type", "application/x-www-form-urlencoded")
    answers = raw(visitor, "POST", "/language", signed(visitor, kind), [b"csrf=", b"END"])
    assert answers[0]["status"] == 408


def test_a_body_that_comes_drop_by_drop_is_not_waited_for_either(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LONGEST", 0.0)
    kind = ("content-type", "application/x-www-form-urlencoded")
    answers = raw(visitor, "POST", "/language", signed(visitor, kind), [b"csrf=", b"END"])
    assert answers[0]["status"] == 408


def test_only_a_spreadsheet_may_be_large(stranger: Visitor) -> None:
    assert largest("/new", stranger=False) == largest("/api/rosters", stranger=False) == LARGEST
    assert largest("/evidence/verify", stranger=False) == LARGEST_FORM
    assert largest("/new", stranger=True) == LARGEST_OF_STRANGERS
    stranger.door.users.add("eva", [Role.CLERK], PASSWORD)
    sent = stranger.ask("POST", "/sign-in", data={"name": "eva", "password": "x" * LARGEST_OF_STRANGERS})
    assert sent.status_code == 413


def test_a_form_of_more_fields_than_any_of_ours_is_refused(visitor: Visitor) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = visitor.ask("POST", "/language", headers=kind, content=b"a=&" * 50_000)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_five_thousand_ticks_are_not_too_many(visitor: Visitor) -> None:
    data = {"case": [f"interrupt-{number:05}" for number in range(5_000)], "csrf": visitor.door.csrf(visitor.cookie)}
    assert visitor.ask("POST", "/language", data=data).status_code == 303


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_of_another_port_of_this_computer_is_another_page(visitor: Visitor, site: str) -> None:
    for mode in ("cors", "no-cors", "websocket"):
        assert visitor.ask("GET", "/", headers={"sec-fetch-site": site, "sec-fetch-mode": mode}).status_code == 403
    came_by_a_link = {"sec-fetch-site": site, "sec-fetch-mode": "navigate"}
    assert visitor.ask("GET", "/", headers=came_by_a_link).status_code == 200


def test_nobody_opens_a_socket(visitor: Visitor) -> None:
    async def unheard() -> Message:
        raise AssertionError("nothing is read")

    async def send(message: Message) -> None:
        raise AssertionError("nothing is said")

    scope = {"type": "websocket", "path": "/live", "headers": []}
    asyncio.run(visitor.app(scope, unheard, send))


@pytest.mark.parametrize(
    "said",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
        "/\n/evil.example", "/x\r\nset-cookie: a=b", "javascript:alert(1)", "evil", "", "/a b", "/x\x00",
    ],
)  # fmt: skip
def test_no_way_back_leads_to_another_site(visitor: Visitor, said: str) -> None:
    assert own_path(said) == "/"
    answer = visitor.ask("POST", "/language", form={"language": "es", "back": said})
    assert answer.headers["location"] == "/"
    assert answer.headers.get_list("set-cookie")[0].startswith("portal_language=es;")


def test_a_way_back_leads_where_it_says() -> None:
    for said in ("/", "/batches/202611-01?state=failed&q=a%20b", "/new/0123#problems"):
        assert own_path(said) == said


@pytest.mark.parametrize("wanted", ["xx", "es; Domain=evil.example", "es\r\nx: y", ""])
def test_only_a_language_becomes_a_cookie(visitor: Visitor, wanted: str) -> None:
    answer = visitor.ask("POST", "/language", form={"language": wanted})
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("value", ["xx", '"><script>', "es\x00", "../../etc"])
def test_a_language_cookie_says_only_which_of_three(visitor: Visitor, value: str) -> None:
    sent = f"{visitor.door.cookie}={visitor.cookie}; portal_language={value}"
    html = visitor.ask("GET", "/", headers={"cookie": sent, "accept-language": "zh"}).text
    assert html.startswith(("<!doctype html>\n<html lang=\"zh-Hans\">", "<!doctype html>\n<html lang=\"es\">"))


@pytest.mark.parametrize("path", ["/static/../security/door.py", "/static/%2e%2e/app.py", "/static//etc/passwd"])
def test_no_other_file_is_handed_out(visitor: Visitor, path: str) -> None:
    answer = visitor.ask("GET", path)
    assert answer.status_code == 404
    assert "import" not in answer.text


@pytest.mark.parametrize("batch", ["..%2f..%2fetc", "x%0d%0aset-cookie:a=b", "%22;filename=evil.exe", "%00"])
@pytest.mark.parametrize("rest", ["/results", "/report", "/pictures/..%2f..%2fconsole.key", "/pictures//etc/passwd"])
def test_a_batch_is_one_of_the_journal_whatever_the_address_says(visitor: Visitor, batch: str, rest: str) -> None:
    answer = visitor.ask("GET", f"/batches/{batch}{rest}")
    assert answer.status_code in (400, 404)
    assert "set-cookie" not in answer.headers
    assert "content-disposition" not in answer.headers


def test_the_token_is_in_no_log(console: Console, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"), served(console) as opened:
        assert httpx.get(opened.address).status_code == 200
        assert httpx.get(opened.address).status_code == 403
    token = opened.address.partition("token=")[2]
    ours = [one.getMessage() for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))]
    assert token and not [said for said in ours if token in said]


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: 127", b"GET /static/icon.svg HTTP/1.1\r\nX: "])
def test_a_head_that_does_not_come_to_its_end_holds_no_connection(
    console: Console, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.01)
    with served(console) as opened:
        port = int(opened.base.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(sent)
            assert connection.recv(1) == b""



async def test_only_a_head_that_is_not_whole_is_waited_for() -> None:
    class Loop:
        """Keeps what is to happen later."""

        def __init__(self) -> None:
            self.later: list[asyncio.TimerHandle] = []

        def call_later(self, seconds: float, act: Any, *more: Any) -> asyncio.TimerHandle:
            self.later.append(asyncio.get_running_loop().call_later(3600, act, *more))
            return self.later[-1]

        def create_task(self, work: Any, **more: Any) -> asyncio.Task[Any]:
            return asyncio.get_running_loop().create_task(work)

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        await PlainTextResponse("there")(scope, receive, send)

    loop = Loop()
    config = uvicorn.Config(answer, lifespan="off", log_config=None)
    connection = patience.PatientProtocol(config, ServerState(), {}, loop)  # type: ignore[arg-type]  # as far as it is used
    connection.connection_made(Mock(get_extra_info=Mock(return_value=None)))
    [giving_up] = loop.later
    connection.data_received(b"GET / HTTP/1.1\r\nHost: x")
    assert not giving_up.cancelled()
    connection.data_received(b"\r\n\r\n")
    assert giving_up.cancelled()
    await asyncio.gather(*connection.tasks)
    connection.data_received(b"GET /")
    again = loop.later[-1]
    assert not again.cancelled()
    connection.connection_lost(None)
    assert all(one.cancelled() for one in loop.later)
