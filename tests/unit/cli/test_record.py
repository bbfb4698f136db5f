"""`portal record`, as far as it goes without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import record_help as words
from bot.cli.main import run
from bot.text import Text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--url", "http://127.0.0.1:9/"], words.NO_WINDOW),
        ([], words.WHICH_PORTAL),
        (["--url", "http://127.0.0.1:9/", "--account", "a"], words.NEEDS_ACCOUNT),
        (["--url", "http://127.0.0.1:9/", "--roster", "r.xlsx"], words.NEEDS_ACCOUNT),
        (["--url", "http://127.0.0.1:9/", "--case", "add-002"], words.NEEDS_ACCOUNT),
    ],
)
def test_what_cannot_be_recorded_is_said_before_a_browser_opens(
    given: list[str],
    said: Text,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.cli.person.has_windows", lambda: False)
    folder = tmp_path / "flows"
    assert run(["record", "-o", str(folder), *given]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert str(said).partition("{")[0] in told
    assert "→" in told or said is words.NEEDS_ACCOUNT
    assert not folder.exists()
