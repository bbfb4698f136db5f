"""`portal console-user`: who may sign in; passwords never on the command line, nor on the screen."""

from __future__ import annotations

import io
import stat
import sys
from pathlib import Path

import pytest

from bot.cli.main import run
from bot.console.security import Role, passwords
from bot.console.security.users import FILE, Users
from bot.errors import UsageError

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess costs a test nothing."""
    monkeypatch.setattr(passwords, "COST", passwords.Cost(4, 8, 1))


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """The users of the home that the commands see to."""
    return Users(tmp_path / "home")


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_user_is_added_and_nothing_shows_the_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], users: Users, tmp_path: Path
) -> None:
    typed(monkeypatch, PASSWORD, PASSWORD)
    assert run(["console-user", "add", " Eva  Ruiz", "--role", "clerk", "--role", "approver"]) == 0
    assert run(["console-user", "list"]) == 0
    said = capsys.readouterr()
    assert "Eva Ruiz" in said.out and "approver, clerk" in said.out
    kept = (tmp_path / "home" / FILE).read_text(encoding="utf-8")
    assert PASSWORD not in said.out + said.err + kept
    user = users.get("EVA ruiz")
    assert user is not None and passwords.matches(PASSWORD, user.password)
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "home" / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((PASSWORD, "correct horse batterx"), "not the same"),
        (("short", "short"), "fewer than 12"),
        (("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa"), "easily guessed"),
        (("eva eva eva eva", "eva eva eva eva"), "easily guessed"),
        (("x" * 200 + "yzuvw" * 20, "x" * 200 + "yzuvw" * 20), "more than 256"),
    ],
)
def test_a_password_that_is_none_adds_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], users: Users, lines: tuple[str, ...], said: str
) -> None:
    typed(monkeypatch, *lines)
    assert run(["console-user", "add", "eva", "--role", "clerk"]) == 2
    assert said in capsys.readouterr().err
    assert not users.all()


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a\u202eb", "x" * 65])
def test_a_name_that_cannot_be_recorded_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], users: Users, name: str
) -> None:
    typed(monkeypatch, PASSWORD, PASSWORD)
    assert run(["console-user", "add", name, "--role", "clerk"]) == (0 if name == "a\nb" else 2)
    assert [user.name for user in users.all().values()] == (["a b"] if name == "a\nb" else [])


def test_a_name_is_one_user_however_it_is_written(users: Users) -> None:
    users.add("José", [Role.CLERK], PASSWORD)
    for same in ("JOSÉ", "jose\u0301", " josé ", "ｊｏｓé"):
        assert users.get(same) is not None
        with pytest.raises(UsageError):
            users.add(same, [Role.CLERK], PASSWORD)


def test_roles_and_passwords_change_and_users_go(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], users: Users
) -> None:
    typed(monkeypatch, PASSWORD, PASSWORD, "another horse battery", "another horse battery")
    run(["console-user", "add", "eva", "--role", "clerk"])
    before = users.known("eva")
    assert run(["console-user", "roles", "eva", "--role", "auditor"]) == 0
    assert users.known("eva").roles == {"auditor"}
    assert users.known("eva").stamp == before.stamp
    assert run(["console-user", "password", "Eva"]) == 0
    assert users.known("eva").stamp != before.stamp
    assert passwords.matches("another horse battery", users.known("eva").password)
    assert run(["console-user", "remove", "eva"]) == 0
    assert not users.all()
    assert "only again" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["roles", "bob", "--role", "clerk"], ["password", "bob"], ["remove", "bob"]])
def test_nobody_of_that_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], users: Users, command: list[str]
) -> None:
    typed(monkeypatch, PASSWORD, PASSWORD)
    run(["console-user", "add", "eva", "--role", "clerk"])
    assert run(["console-user", *command]) == 2
    assert "Users: eva" in capsys.readouterr().err


def test_a_role_that_there_is_not(capsys: pytest.CaptureFixture[str], users: Users) -> None:
    assert run(["console-user", "add", "eva", "--role", "king"]) == 2
    assert "clerk, approver, auditor, administrator" in capsys.readouterr().err
    assert run(["console-user", "add", "eva"]) == 2
    assert not users.all()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"users": [{"name": "eva", "roles": ["king"]}]}'])
def test_a_file_of_users_that_is_damaged_lets_nobody_in(users: Users, tmp_path: Path, content: str) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=FILE):
        users.all()


def test_a_hash_says_its_own_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = passwords.hashed(PASSWORD)
    monkeypatch.setattr(passwords, "COST", passwords.Cost(5, 8, 2))
    assert passwords.matches(PASSWORD, kept)
    assert not passwords.matches("another", kept)
    assert not passwords.matches(PASSWORD, None)
    assert passwords.hashed(PASSWORD) != passwords.hashed(PASSWORD)
