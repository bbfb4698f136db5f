"""Whose accounts a roster is for; that a password is never on the command line, nor in a file."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.account import account_named, accounts_wanted, log_ins, read_accounts
from bot.cli.asking import Asking
from bot.errors import UsageError
from bot.flow.case import Case
from tests.unit.cli.keyrings import InMemory, Locked, in_use

URL = "https://portal.example:8443/login"


@pytest.mark.parametrize(
    ("name", "user", "environment", "expected"),
    [
        ("170000001", "", {"PORTAL_PASSWORD": "p"}, ("170000001", "p")),
        ("acme", "", {"PORTAL_PASSWORD": "p", "PORTAL_USER_ACME": "170000002"}, ("170000002", "p")),
        ("acme", "170000003", {"PORTAL_PASSWORD": "p", "PORTAL_USER_ACME": "170000002"}, ("170000003", "p")),
        ("acme", "", {"PORTAL_PASSWORD": "p", "PORTAL_PASSWORD_ACME": "own"}, ("acme", "own")),
        ("la-fábrica 2", "", {"PORTAL_PASSWORD_LA_FÁBRICA_2": "own"}, ("la-fábrica 2", "own")),
    ],
)
async def test_from_the_environment(
    asking: Asking, name: str, user: str, environment: dict[str, str], expected: tuple[str, str]
) -> None:
    account = await account_named(name, user, environment, asking, url=URL)
    assert (account.user, account.password.get_secret_value()) == expected
    assert account.name == name


async def test_from_a_pipe_one_after_the_other(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("typed\nanother\n"))
    accounts = await log_ins({"acme": "", "umbrella": ""}, {}, asking, url=URL)
    assert [account.password.get_secret_value() for account in accounts] == ["typed", "another"]
    assert "typed" not in repr(accounts)


async def test_nobody_to_ask(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(UsageError) as caught:
        await account_named("acme", "", {}, asking, url=URL)
    assert "Password of acme" in str(caught.value)
    assert "PORTAL_PASSWORD" in str(caught.value.cure)


async def test_a_password_that_is_none(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    with pytest.raises(UsageError, match="No password was typed"):
        await account_named("acme", "", {}, asking, url=URL)


async def test_the_environment_then_the_keyring_then_the_person(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("typed\ntyped\ntyped\n"))
    kept = {("portal-assistant https://portal.example:8443", "170000001"): "kept"}
    environment = {"PORTAL_USER_ACME": "170000001"}
    with in_use(InMemory(kept)):
        expected = {
            ("acme", URL, "PORTAL_PASSWORD"): "given",
            ("acme", URL, ""): "kept",
            ("acme", "https://PORTAL.example:8443/other/page?x=1", ""): "kept",
            ("acme", "https://portal.example/login", ""): "typed",
            ("acme", "http://portal.example:8443/login", ""): "typed",
            ("umbrella", URL, ""): "typed",
        }
        for (name, url, variable), password in expected.items():
            account = await account_named(name, "", {**environment, variable: "given"}, asking, url=url)
            assert account.password.get_secret_value() == password


async def test_a_keyring_that_cannot_be_read_is_passed_over(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("typed\n"))
    with in_use(Locked()):
        account = await account_named("acme", "", {}, asking, url=URL)
    assert account.password.get_secret_value() == "typed"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A file of two accounts, as a spreadsheet program saves it."""
    path = tmp_path / "accounts.csv"
    path.write_text("\ufeffaccount,user\r\nacme, 170000001\r\n\r\numbrella,170000002\r\n", encoding="utf-8")
    return path


def cases(case: Case, *accounts: str | None) -> list[Case]:
    """A case for each of these accounts."""
    return [replace(case, id=f"add-{row:03}", account=account) for row, account in enumerate(accounts, start=2)]


def test_one_account_for_a_roster_that_names_none(case: Case) -> None:
    assert accounts_wanted(cases(case, None), named="acme") == {"acme": ""}
    assert accounts_wanted(cases(case, None), named="acme", user="170000001") == {"acme": "170000001"}


def test_the_accounts_of_the_roster_in_its_order(case: Case, listed: Path) -> None:
    two = cases(case, "umbrella", "acme", "umbrella")
    assert accounts_wanted(two) == {"umbrella": "", "acme": ""}
    assert accounts_wanted(two, listed=listed) == {"umbrella": "170000002", "acme": "170000001"}


def test_a_row_without_an_account_is_only_filed_for_one_that_was_named(case: Case) -> None:
    assert accounts_wanted(cases(case, "acme", None), named="acme") == {"acme": ""}
    with pytest.raises(UsageError, match="do not say which account they are for, while others do: add 4"):
        accounts_wanted(cases(case, "acme", None))


@pytest.mark.parametrize(
    ("in_roster", "named", "user", "with_list", "said"),
    [
        ((None,), None, None, False, "Neither the roster nor the command"),
        (("acme", "umbrella"), "acme", None, False, "rows for other accounts than acme: umbrella"),
        (("initech",), None, None, True, "lacks accounts that are in the roster: initech"),
        ((None,), None, None, True, "does not say which row is whose"),
        ((None,), "acme", None, True, "Both --account and --accounts"),
        (("acme", "umbrella"), None, "170000001", False, "for one account only"),
    ],
)
def test_what_does_not_agree_is_said(
    case: Case,
    listed: Path,
    in_roster: tuple[str | None, ...],
    named: str | None,
    user: str | None,
    with_list: bool,
    said: str,
) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        accounts_wanted(cases(case, *in_roster), named=named, user=user, listed=listed if with_list else None)
    assert str(caught.value.cure)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "first line"),
        (b"account,user,password\nacme,170000001,secret\n", "first line"),
        (b"account,user\n\nacme\n", "Line 3"),
        (b"account,user\nacme,1\nacme,2\n", "Line 3"),
        (b"account,user\n,170000001\n", "Line 2"),
        ("account,user\naña,1\n".encode("latin-1"), "cannot be read"),
    ],
)
def test_a_file_of_accounts_that_is_none(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "accounts.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=said) as caught:
        read_accounts(path)
    assert "secret" not in f"{caught.value} {caught.value.cure}"
    assert "Never passwords" in str(caught.value.cure)


def test_a_file_of_accounts_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_accounts(tmp_path / "accounts.csv")
