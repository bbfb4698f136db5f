"""What the console keeps in the record of access, and who sees it."""

from __future__ import annotations

import getpass
import io
import os
import re
import sys
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import keyring
import pytest

from bot.cli.main import run
from bot.console import words
from bot.console.console import Console
from bot.console.pages.users import ON_A_PAGE
from bot.console.security import Role
from bot.console.security.place import behind_proxy, on_this_computer, with_certificate
from bot.service.access_log import Access, AccessLog
from bot.text import LANGUAGES
from tests.console.conftest import PASSWORD, PORT, Visitor
from tests.console.security.sensitive import sensitive_batch
from tests.unit.cli.keyrings import InMemory

OTHER = "another horse battery"


@pytest.fixture
def log(home: Path) -> AccessLog:
    return AccessLog(home)


@pytest.fixture
def administrator(stranger: Visitor) -> Visitor:
    return stranger.sign_in(Role.ADMINISTRATOR)


def told(log: AccessLog) -> list[tuple[Access, str, str, str]]:
    """All of it, the oldest first."""
    return [(one.what, one.by, one.about, one.more) for one in reversed(log.latest(99))]


def try_to_sign_in(visitor: Visitor, name: str, password: str) -> int:
    """By the form, as a browser does."""
    asked = visitor.ask("GET", "/sign-in")
    shown = re.search(rf"{visitor.door.cookie}=([^;]+)", asked.headers["set-cookie"])
    assert shown
    form = {"csrf": visitor.door.csrf(shown[1]), "name": name, "password": password}
    cookie = f"{visitor.door.cookie}={shown[1]}"
    return visitor.ask("POST", "/sign-in", data=form, headers={"cookie": cookie}).status_code


def test_coming_in_and_going_out(stranger: Visitor, log: AccessLog) -> None:
    stranger.door.users.add("Eva", [Role.CLERK], PASSWORD)
    assert try_to_sign_in(stranger, "eva", PASSWORD) == 303
    assert try_to_sign_in(stranger, "EVA", OTHER) == 403
    assert try_to_sign_in(stranger, OTHER, "eva") == 403  # the password in the wrong field
    stranger.sign_in(name="Eva").ask("POST", "/sign-out", form={})
    assert told(log) == [
        (Access.SIGNED_IN, "Eva", "", ""),
        (Access.SIGN_IN_REFUSED, "Eva", "", ""),
        (Access.SIGN_IN_REFUSED, "", "", ""),
        (Access.SIGNED_OUT, "Eva", "", ""),
    ]
    assert not secrets_in(stranger.home)


def test_the_address_that_the_program_shows(stranger: Visitor, log: AccessLog) -> None:
    token = stranger.door.token
    assert stranger.ask("GET", "/enter?token=wrong").status_code == 403
    assert stranger.ask("GET", f"/enter?token={token}").status_code == 200
    assert [one[:2] for one in told(log)] == [(Access.ENTRY_REFUSED, ""), (Access.ENTERED, "ana")]
    assert token and token not in "".join(path.read_text(encoding="utf-8") for path in stranger.home.glob("access*"))


def test_what_becomes_of_users(administrator: Visitor, log: AccessLog) -> None:
    new = {"name": "ana", "role": ["clerk"], "password": PASSWORD, "again": PASSWORD}
    administrator.ask("POST", "/users", form=new)
    administrator.ask("POST", "/users", form=new)  # refused: she is there already

    def change(do: str, **more: object) -> None:
        administrator.ask("POST", "/users/change", form={"name": "ana", "do": do, **more})

    change("roles", role=["approver", "auditor"])
    change("password", password=OTHER, again=OTHER)
    change("password", password="short", again="short")
    change("remove")
    assert told(log) == [
        (Access.USER_ADDED, "eva", "ana", "clerk"),
        (Access.ROLES_GIVEN, "eva", "ana", "clerk → approver, auditor"),
        (Access.PASSWORD_SET, "eva", "ana", ""),
        (Access.USER_REMOVED, "eva", "ana", "approver, auditor"),
    ]
    assert not secrets_in(administrator.home)


def test_the_command_line_keeps_the_same_record(
    home: Path, log: AccessLog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORTAL_PERSON", "root [red]")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n{PASSWORD}\n{OTHER}\n{OTHER}\n"))
    said = ["--home", str(home), "--lang", "en"]
    assert run(["console-user", "add", "ana", "--role", "clerk", *said]) == 0
    assert run(["console-user", "roles", "ana", "--role", "auditor", *said]) == 0
    assert run(["console-user", "password", "ana", *said]) == 0
    assert run(["console-user", "remove", "ana", *said]) == 0
    assert [one[:3] for one in told(log)] == [
        (what, "root [red]", "ana")
        for what in (Access.USER_ADDED, Access.ROLES_GIVEN, Access.PASSWORD_SET, Access.USER_REMOVED)
    ]
    capsys.readouterr()
    assert run(["console-user", "log", "--count", "2", *said]) == 0
    shown = capsys.readouterr().out
    assert "root [red]" in shown and "user removed" in shown and "user added" not in shown
    assert run(["console-user", "log", "--json", *said]) == 0
    assert '"what": "user added"' in capsys.readouterr().out


def test_where_nobody_has_a_name_the_system_s_number_is_kept(
    home: Path, log: AccessLog, stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    stranger.door.users.add("ana", [Role.CLERK], PASSWORD)
    monkeypatch.delenv("PORTAL_PERSON", raising=False)
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert run(["console-user", "remove", "ana", "--home", str(home)]) == 0
    assert log.latest(1)[0].by == (f"uid {os.getuid()}" if sys.platform != "win32" else "")


def test_a_password_of_the_portal(
    administrator: Visitor, log: AccessLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = InMemory()
    monkeypatch.setattr(keyring, "get_keyring", lambda: mine)
    for form in ({"password": OTHER}, {"do": "forget"}):
        assert administrator.ask("POST", "/portal/password", form={"user": "170000001", **form}).status_code == 303
    about = "170000001 http://127.0.0.1:9"
    assert told(log) == [
        (Access.PORTAL_PASSWORD_KEPT, "eva", about, ""),
        (Access.PORTAL_PASSWORD_FORGOTTEN, "eva", about, ""),
    ]
    assert not secrets_in(administrator.home)


def test_what_leaves_the_home_and_what_is_removed(
    administrator: Visitor, console: Console, log: AccessLog, tmp_path: Path
) -> None:
    batch = sensitive_batch(console.assistant, tmp_path / "rosters")
    clerk = Visitor(console).sign_in(Role.CLERK, name="cleo")
    for kind in ("complete", "shareable"):
        assert clerk.ask("POST", f"/batches/{batch}/export", form={"kind": kind}).status_code == 200
    administrator.ask("POST", "/evidence/purge", form={"days": "1", "sure": words.SURE})
    assert told(log) == [(Access.EXPORTED, "cleo", batch, ""), (Access.EXPORTED_MASKED, "cleo", batch, "")], (
        "a purge that removed nothing is none"
    )


def test_it_is_on_the_page_of_users_in_each_language(administrator: Visitor, log: AccessLog) -> None:
    assert words.ACCESS_RECORD_EMPTY.to("en") in administrator.ask("GET", "/users").text
    for number in range(ON_A_PAGE + 3):
        log.note(Access.ROLES_GIVEN, by="<b>eva", about=f"user-{number}.", more="clerk → auditor")
    log.note(Access.SIGN_IN_REFUSED, by="")
    with (administrator.home / "access.jsonl").open("a") as file:
        file.write("{broken")
    for language in LANGUAGES:
        cookie = f"{administrator.door.cookie}={administrator.cookie}; portal_language={language}"
        html = unescape(administrator.ask("GET", "/users", headers={"cookie": cookie}).text)
        assert words.ACCESS[Access.ROLES_GIVEN].to(language) in html
        assert words.UNKNOWN_PERSON.to(language) in html
        assert f"{words.ROLES[Role.CLERK].to(language)} → {words.ROLES[Role.AUDITOR].to(language)}" in html
    html = administrator.ask("GET", "/users").text
    assert "<b>eva" not in html and f"user-{ON_A_PAGE + 2}." in html and "user-1." not in html
    earlier = administrator.ask("GET", "/users?page=2").text
    assert "user-1." in earlier and f"user-{ON_A_PAGE + 2}." not in earlier
    for odd in ("0", "-1", "x", "٣", "9" * 400):
        assert administrator.ask("GET", f"/users?page={odd}").status_code == 200


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (on_this_computer(PORT), ""),
        (behind_proxy(f"https://127.0.0.1:{PORT}", PORT), ""),
        (with_certificate(["127.0.0.1"], PORT), "127.0.0.1"),
    ],
)
def test_where_it_came_from_is_kept_where_others_can_ask(console: Console, place: object, address: str) -> None:
    visitor = Visitor(console, place).sign_in(Role.ADMINISTRATOR)  # type: ignore[arg-type]  # one of ours
    new = {"name": "ana", "role": ["clerk"], "password": PASSWORD, "again": PASSWORD}
    origin = visitor.door.place.address
    answer = visitor.ask("POST", "/users", form=new, headers={"origin": origin})
    assert answer.status_code == 303, answer.text
    assert AccessLog(visitor.home).latest(1)[0].address == address


def secrets_in(home: Path) -> list[Path]:
    """The files of the record in which a password stands."""
    files = list(home.glob("access*"))
    assert files
    return [path for path in files if any(one in path.read_text(encoding="utf-8") for one in (PASSWORD, OTHER))]


def test_the_page_says_which_spreadsheets_would_go(
    administrator: Visitor, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = console.uploads.take("june.xlsx", b"x")
    monkeypatch.setattr(console.assistant.dossiers, "_clock", lambda: datetime(2126, 1, 1, tzinfo=UTC))
    for language in LANGUAGES:
        cookie = f"{administrator.door.cookie}={administrator.cookie}; portal_language={language}"
        html = administrator.ask("POST", "/evidence/purge", form={"days": "9"}, headers={"cookie": cookie}).text
        assert words.PURGE_UPLOAD.to(language).format(name="june.xlsx") in unescape(html)
        assert f'value="{words.SURE}"' in html
    assert console.uploads.is_there(upload)
    administrator.ask("POST", "/evidence/purge", form={"days": "9", "sure": words.SURE})
    assert not console.uploads.is_there(upload)
