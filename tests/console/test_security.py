"""Nobody but the clerk's own browser gets anything out of the console."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.console.api import API
from bot.console.console import Console
from bot.console.pages import PAGES
from bot.console.security import Door, Role
from bot.console.security.place import on_this_computer
from bot.console.security.reading import LARGEST
from tests.console.conftest import HOST, PORT, Visitor, short_roster

OUTSIDE = {"/language", *(f"/static/{one}" for one in ("icon.svg", "pico.min.css", "console.css"))}
"""What a page leads to that is shown to whoever is not let in."""
ALL = [(method, path) for method, path, _ in (*PAGES, *API)]


@pytest.mark.parametrize(("method", "path"), ALL)
def test_nothing_is_shown_to_a_stranger(stranger: Visitor, method: str, path: str) -> None:
    answer = stranger.ask(method, path)
    assert answer.status_code == 403
    assert set(re.findall(r'(?:href|action|hx-get|sse-connect)="(/[^"]*)"', answer.text)) <= OUTSIDE


@pytest.mark.parametrize("path", [path for method, path, _ in PAGES if method == "POST"])
def test_a_form_that_is_not_ours_does_nothing(visitor: Visitor, path: str) -> None:
    assert visitor.ask("POST", path, data={"csrf": "x"}).status_code == 403
    assert visitor.ask("POST", path, data={}).status_code == 403


@pytest.mark.parametrize("said", ["", "Bearer", "Bearer x", "Basic eDp4"])
def test_a_program_needs_the_token_and_a_browser_s_cookie_is_none(visitor: Visitor, said: str) -> None:
    assert visitor.ask("GET", "/api/batches", headers={"authorization": said}).status_code == 403


def test_the_token_is_good_once(stranger: Visitor) -> None:
    token = stranger.door.token
    first = stranger.ask("GET", f"/enter?token={token}", headers={"sec-fetch-site": "none"})
    assert (first.status_code, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert stranger.ask("GET", f"/enter?token={token}").status_code == 403


@pytest.mark.parametrize("token", ["", "x", "%00", "é"])
def test_a_wrong_token_opens_nothing_and_uses_nothing_up(stranger: Visitor, token: str) -> None:
    assert stranger.ask("GET", f"/enter?token={token}").status_code == 403
    assert stranger.door.token is not None


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", f"127.0.0.1.evil.example:{PORT}", "localhost:1"])
def test_another_name_for_this_computer_is_a_trick(visitor: Visitor, host: str) -> None:
    assert visitor.ask("GET", "/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"http://127.0.0.1:{PORT + 1}"])
def test_no_page_of_another_site_asks_on_the_clerks_behalf(visitor: Visitor, origin: str) -> None:
    assert visitor.ask("GET", "/", headers={"origin": origin}).status_code == 403
    sent = visitor.ask("POST", "/language", headers={"origin": origin}, form={"language": "zh"})
    assert sent.status_code == 403


def test_a_request_that_changes_something_says_where_it_comes_from(visitor: Visitor) -> None:
    sent = {"cookie": f"{visitor.door.cookie}={visitor.cookie}"}
    token = visitor.door.csrf(visitor.cookie)
    visitor.cookie = ""
    answer = visitor.ask("POST", "/language", headers={**sent, "origin": ""}, data={"csrf": token})
    assert answer.status_code == 403


def test_a_cookie_that_was_made_up_opens_nothing(visitor: Visitor) -> None:
    for forged in (f"{visitor.cookie}x", visitor.cookie[:-1], visitor.cookie.upper(), "", "é.é"):
        assert visitor.door.caller(forged).is_stranger
    assert visitor.door.caller(visitor.cookie).roles == frozenset(Role)


def test_a_page_that_is_open_outlives_a_restart_but_not_another_home(visitor: Visitor, console: Console) -> None:
    home = console.assistant.home
    place = on_this_computer(PORT)
    assert not Door(home, place).caller(visitor.cookie).is_stranger
    assert Door(home.with_name("other"), place).caller(visitor.cookie).is_stranger


@pytest.mark.parametrize("path", ["/", "/new", "/static/console.css", "/nowhere"])
def test_every_answer_says_what_a_browser_may_do_with_it(visitor: Visitor, path: str) -> None:
    headers = visitor.ask("GET", path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_pages_have_no_script_and_no_style_of_their_own(visitor: Visitor) -> None:
    for path in ("/", "/new", "/questions", "/evidence", "/portal", "/flows"):
        html = visitor.ask("GET", path).text
        assert "<style" not in html
        assert " style=" not in html
        assert html.count("<script") == html.count("<script src=")


def test_what_is_too_large_is_not_read(visitor: Visitor) -> None:
    announced = visitor.ask("POST", "/new", headers={"content-length": str(LARGEST + 1)}, content=b"")
    assert announced.status_code == 413
    kind = {"content-type": "multipart/form-data; boundary=x", "content-length": "10"}
    lied = visitor.ask("POST", "/new", headers=kind, content=b"--x\r\n" + b"x" * (LARGEST + 1))
    assert lied.status_code == 413


@pytest.mark.parametrize("name", ["../../evil.xlsx", "..\\evil.xlsx", "/etc/evil.xlsx", "C:\\evil.xlsx"])
def test_a_file_lands_in_its_own_folder_whatever_it_is_called(visitor: Visitor, console: Console, name: str) -> None:
    answer = visitor.ask("POST", "/new", form={}, files={"roster": (name, b"x")})
    upload = answer.headers["location"].rpartition("/")[2]
    path = console.uploads.roster(upload)
    assert path.parent == console.assistant.home / "uploads" / upload
    assert path.name == "evil.xlsx"


@pytest.mark.parametrize("upload", ["%2e%2e", "0123456789abcdef", "x"])
def test_only_what_was_handed_in_is_looked_at(visitor: Visitor, upload: str) -> None:
    assert visitor.ask("GET", f"/new/{upload}").status_code in (400, 404)


def test_what_a_spreadsheet_says_is_only_ever_text(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    book = load_workbook(path)
    for cell in book.worksheets[0][2]:
        cell.value = "\"'><script>alert(1)</script>"
    book.save(path)
    name = "<img src=x onerror=alert(1)>.xlsx"
    answer = visitor.ask("POST", "/new", form={}, files={"roster": (name, path.read_bytes())})
    html = visitor.ask("GET", answer.headers["location"]).text
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_way_back_leads_nowhere_else(visitor: Visitor) -> None:
    for back in ("https://evil.example", "//evil.example", "javascript:alert(1)"):
        answer = visitor.ask("POST", "/language", form={"language": "es", "back": back})
        assert answer.headers["location"] == "/"
    assert HOST not in visitor.ask("POST", "/language", form={"language": "es", "back": "/new"}).headers["location"]
