"""The account's user name and password, and that the password is never on the command line."""

from __future__ import annotations

import io

import pytest

from bot.cli.account import account_named
from bot.errors import UsageError


@pytest.mark.parametrize(
    ("name", "user", "environment", "expected"),
    [
        ("170000001", None, {"PORTAL_PASSWORD": "p"}, ("170000001", "p")),
        ("acme", None, {"PORTAL_PASSWORD": "p", "PORTAL_USER_ACME": "170000002"}, ("170000002", "p")),
        ("acme", "170000003", {"PORTAL_PASSWORD": "p", "PORTAL_USER_ACME": "170000002"}, ("170000003", "p")),
        ("acme", None, {"PORTAL_PASSWORD": "p", "PORTAL_PASSWORD_ACME": "own"}, ("acme", "own")),
        ("la-fábrica 2", None, {"PORTAL_PASSWORD_LA_FÁBRICA_2": "own"}, ("la-fábrica 2", "own")),
    ],
)
async def test_from_the_environment(
    name: str, user: str | None, environment: dict[str, str], expected: tuple[str, str]
) -> None:
    account = await account_named(name, user, environment)
    assert (account.user, account.password.get_secret_value()) == expected
    assert account.name == name


async def test_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("typed\n"))
    account = await account_named("acme", None, {})
    assert account.password.get_secret_value() == "typed"
    assert "typed" not in repr(account)


async def test_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(UsageError) as caught:
        await account_named("acme", None, {})
    assert "Password of acme" in str(caught.value)
    assert "PORTAL_PASSWORD" in str(caught.value.cure)
