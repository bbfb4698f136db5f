"""The reader's language and the consoles."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.setting import chosen_language, clock_of, terminal
from bot.errors import UsageError


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "es_ES.UTF-8"}, "es"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "es_MX"}, "es"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, "zh"),
        (["check", "x", "--lang", "zh"], {"LANG": "es_ES"}, "zh"),
        (["--lang=es", "check"], {"LANG": "zh_CN"}, "es"),
        (["--lang"], {}, "en"),
        (["--lang", "fr"], {"LANG": "es_ES"}, "en"),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert chosen_language(arguments, environment) == language


def test_a_character_that_the_terminal_lacks_does_not_end_the_program() -> None:
    bytes_written = io.BytesIO()
    stream = io.TextIOWrapper(bytes_written, encoding="ascii")
    terminal(stream).print("人员新增 done")
    stream.flush()
    assert bytes_written.getvalue().decode("ascii").strip() == "???? done"


def test_the_clock_can_be_set_to_try_things_out() -> None:
    now = clock_of({"PORTAL_CLOCK": "2026-11-10T09:00+08:00"})()
    assert now.tzinfo is not None
    assert timedelta() <= now - datetime(2026, 11, 10, 1, tzinfo=UTC) < timedelta(minutes=1)


def test_without_a_set_clock_it_is_now() -> None:
    assert abs(clock_of({})() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_clock_that_is_no_time() -> None:
    with pytest.raises(UsageError, match="noon"):
        clock_of({"PORTAL_CLOCK": "noon"})
