"""A password in the keyring: kept for one portal and one user, typed unseen, forgotten on demand; or why it is not."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

import pytest

from bot.cli.checkup import keyring as checked_keyring
from bot.cli.main import run
from bot.errors import LoginRefused
from bot.filing.desk import Account
from bot.filing.progress import Watching
from bot.redaction import HIDDEN, redactor
from bot.service import Assistant
from tests.unit.cli.conftest import Standing
from tests.unit.cli.keyrings import InMemory, InTheClear, Locked, in_use
from tests.unit.cli.service import Service, view_of

URL = "https://portal.example:8443/login"
ORIGIN = "https://portal.example:8443"
PASSWORD = "open sesame 7"
KEY = (f"portal-assistant {ORIGIN}", "170000001")


@pytest.fixture
def kept() -> Iterator[dict[tuple[str, str], str]]:
    """What a keyring holds that works."""
    keyring = InMemory()
    with in_use(keyring):
        yield keyring.kept


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who types the password."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))


@pytest.mark.usefixtures("typed")
def test_a_password_is_kept_for_one_portal_and_one_user(
    kept: dict[tuple[str, str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["login", "170000001", "--url", URL]) == 0
    assert kept == {KEY: PASSWORD}
    said = capsys.readouterr()
    assert f"For user 170000001 at {ORIGIN} alone." in said.out
    assert "Kept in the keyring: Keyring in memory." in said.out
    assert PASSWORD not in said.out + said.err
    assert redactor.text(PASSWORD) == HIDDEN


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("arguments", [["acme", "--user", "170000001"], ["the acme"]])
def test_it_is_kept_under_the_name_that_the_portal_knows(
    kept: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("PORTAL_USER_THE_ACME", "170000001")
    assert run(["login", *arguments, "--url", URL]) == 0
    assert set(kept) == {KEY}


def test_without_an_address_it_is_the_portal_s_own(kept: dict[tuple[str, str], str]) -> None:
    from bot.bundled import bundled_flows
    from bot.filing.identity import origin_of
    from bot.flow.loader import load_library

    origin = origin_of(load_library(bundled_flows()).portal.address)
    kept[f"portal-assistant {origin}", "acme"] = "old"
    assert run(["login", "acme", "--forget"]) == 0
    assert kept == {}


def test_a_password_is_forgotten(kept: dict[tuple[str, str], str], capsys: pytest.CaptureFixture[str]) -> None:
    other = ("portal-assistant https://other.example", "170000001")
    kept |= {KEY: PASSWORD, other: "other"}
    for said in (f"The password of 170000001 at {ORIGIN} is forgotten.", "No password of 170000001"):
        assert run(["login", "170000001", "--url", URL, "--forget"]) == 0
        assert said in capsys.readouterr().out
    assert kept == {other: "other"}


@pytest.mark.parametrize("forget", [[], ["--forget"]])
@pytest.mark.parametrize("backend", [InTheClear(), None])
def test_without_a_keyring_nobody_is_asked_and_the_cure_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], backend: InMemory | None, forget: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    import keyring.backends.fail

    with in_use(backend or keyring.backends.fail.Keyring()):
        assert run(["login", "acme", "--url", URL, *forget]) == 2
    said = capsys.readouterr().err
    assert "has no keyring" in said
    assert "PORTAL_PASSWORD_<ACCOUNT>" in said


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("forget", [[], ["--forget"]])
def test_a_keyring_that_fails_says_why(capsys: pytest.CaptureFixture[str], forget: list[str]) -> None:
    with in_use(Locked()):
        assert run(["login", "acme", "--url", URL, *forget]) == 2
    said = capsys.readouterr().err
    assert "stays locked" in said
    assert "Unlock it" in said
    assert PASSWORD not in said


def test_nothing_typed_is_nothing_kept(kept: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert run(["login", "acme", "--url", URL]) == 2
    assert kept == {}


def test_the_checkup_names_the_keyring_or_says_what_to_do() -> None:
    with in_use(InMemory()):
        assert (checked_keyring().ok, checked_keyring().found) == (True, "Keyring in memory")
    with in_use(InTheClear()):
        found = checked_keyring()
    assert (found.ok, found.vital) == (False, False)
    assert "PORTAL_PASSWORD_<ACCOUNT>" in found.cure


def test_a_keyring_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    monkeypatch.setitem(os.environ, "PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    assert not checked_keyring().ok


@pytest.mark.parametrize(("address", "asked"), [([], False), (["--url", "https://elsewhere.example/"], True)])
def test_a_batch_that_goes_on_elsewhere_is_not_offered_the_password(
    service: Service, standing: Standing, monkeypatch: pytest.MonkeyPatch, address: list[str], asked: bool
) -> None:
    monkeypatch.delenv("PORTAL_PASSWORD")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    service.hold(view_of(standing("pending"), url=URL))
    with in_use(InMemory({KEY: PASSWORD})):
        run(["resume", *address])
    assert bool(service.asked) is not asked


@pytest.mark.parametrize(
    ("refused", "code", "told"),
    [
        (None, 0, f"✓ {URL} answers, and takes the password of 170000001."),
        (LoginRefused("no such user"), 2, "no such user"),
    ],
)
def test_a_trial_says_whether_the_portal_takes_the_password(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    refused: LoginRefused | None,
    code: int,
    told: str,
) -> None:
    tried: list[str] = []

    async def try_account(self: Assistant, account: Account, watching: Watching) -> None:
        tried.append(account.password.get_secret_value())
        if refused:
            raise refused

    monkeypatch.setattr(Assistant, "try_account", try_account)
    monkeypatch.setenv("PORTAL_PASSWORD", PASSWORD)
    assert run(["login", "170000001", "--test", "--url", URL]) == code
    said = capsys.readouterr()
    assert told in said.out + said.err
    assert tried == [PASSWORD]
