"""Exit codes: one place decides them, and no traceback is ever shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.cli.group import globals_first
from bot.cli.main import run
from bot.cli.setting import Setting
from bot.errors import (
    AssistantError,
    LoginRefused,
    OutcomeUnknown,
    PortalClosed,
    PortalUnreachable,
    RosterError,
    UsageError,
)
from bot.service import Assistant
from bot.text import Language, Text, reading_language

Raise = Callable[[BaseException], None]


@pytest.fixture
def writing_raises(monkeypatch: pytest.MonkeyPatch) -> Raise:
    """Make the writing of a template end in this."""

    def arrange(error: BaseException) -> None:
        def template(self: Assistant, flows: Sequence[str], path: Path, language: Language) -> None:
            raise error

        monkeypatch.setattr(Assistant, "template", template)

    return arrange


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RosterError("no sheet"), 2),
        (LoginRefused("wrong password"), 2),
        (PortalClosed("the window is closed"), 1),
        (PortalUnreachable("no answer"), 1),
        (OutcomeUnknown("cut short"), 1),
    ],
)
def test_an_error_of_ours_says_its_message_and_its_exit_code(
    writing_raises: Raise, error: AssistantError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    writing_raises(error)
    assert run(["template"]) == code
    said = capsys.readouterr()
    assert str(error) in said.err
    assert "Traceback" not in said.err + said.out


def test_a_bug_is_owned_up_to_and_its_traceback_kept(
    writing_raises: Raise, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writing_raises(ZeroDivisionError("division by zero"))
    assert run(["template"]) == 3
    said = capsys.readouterr().err
    [log] = (tmp_path / "home" / "logs").iterdir()
    assert "our mistake" in said
    assert str(log) in said
    assert "Traceback" not in said
    assert "ZeroDivisionError: division by zero" in log.read_text(encoding="utf-8")


def test_a_home_that_cannot_be_written_to_does_not_hide_the_bug(
    writing_raises: Raise, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")
    writing_raises(ZeroDivisionError("division by zero"))
    assert run(["template"]) == 3
    assert "ZeroDivisionError: division by zero" in capsys.readouterr().err


def test_ctrl_c_is_130(writing_raises: Raise, capsys: pytest.CaptureFixture[str]) -> None:
    writing_raises(KeyboardInterrupt())
    assert run(["template"]) == 130
    assert "Interrupted" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command"),
        (["approve"], "Missing argument"),
        (["resume", "202611-01", "--until", "lunch"], "'lunch' is not one of"),
        (["run", "roster.xlsx", "--account", "a", "--until", "lunch"], "'lunch' is not one of"),
        (["check"], "Missing argument"),
        (["--lang", "fr", "check", "roster.xlsx"], "'fr' is not one of"),
    ],
)
def test_wrong_arguments_are_2_and_name_the_help(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "--help" in error


def test_the_cure_is_said_in_the_reader_s_language(writing_raises: Raise, capsys: pytest.CaptureFixture[str]) -> None:
    cure = Text(es="Guárdelo como xlsx.", en="Save it as xlsx.", zh="请另存为 xlsx。")
    writing_raises(RosterError("?", cure=cure))
    run(["template", "--lang", "es"])
    assert "→ Guárdelo como xlsx." in capsys.readouterr().err


def test_the_locale_decides_where_no_language_is_named(writing_raises: Raise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    writing_raises(RosterError("?"))
    run(["template"])
    assert reading_language() == "zh"


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["check", "a", "--lang", "es"], ["--lang", "es", "check", "a"]),
        (["check", "a", "--home=x", "--json"], ["--home=x", "check", "a", "--json"]),
        (["status", "--store", "sqlite:///x"], ["--store", "sqlite:///x", "status"]),
        (["check", "--", "--lang", "es"], ["check", "--", "--lang", "es"]),
        (["check", "a", "--lang"], ["check", "a", "--lang"]),
    ],
)
def test_global_options_may_stand_anywhere(given: list[str], taken: list[str]) -> None:
    assert globals_first(given) == taken


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == "portal 0.1.0\n"


@pytest.mark.parametrize(
    ("given", "environment", "store", "repeated"),
    [
        ([], {}, None, ()),
        ([], {"PORTAL_STORE": "sqlite:///x"}, "sqlite:///x", ()),
        (["--store", "sqlite:///x"], {}, "sqlite:///x", ("--store", "sqlite:///x")),
        (
            ["--store", "postgresql://ana:s3cret@db/portal"],
            {},
            "postgresql://ana:s3cret@db/portal",
            ("--store", "postgresql://ana:PASSWORD@db/portal"),
        ),
    ],
)
def test_what_was_said_of_the_store_is_repeated_without_its_password(
    monkeypatch: pytest.MonkeyPatch,
    given: list[str],
    environment: dict[str, str],
    store: str | None,
    repeated: tuple[str, ...],
) -> None:
    seen: list[Setting] = []

    def assistant(setting: Setting, *_: object, **__: object) -> None:
        seen.append(setting)
        raise UsageError("enough")

    monkeypatch.setattr(Setting, "assistant", assistant)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(["status", *given]) == 2
    assert (seen[0].store, seen[0].options) == (store, repeated)
