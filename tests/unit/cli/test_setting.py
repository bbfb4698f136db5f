"""The reader's language and the consoles."""

from __future__ import annotations

import io

import pytest

from bot.cli.setting import chosen_language, terminal


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
