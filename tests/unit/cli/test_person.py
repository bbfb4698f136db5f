"""Questions at the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.cli.person import TerminalPerson
from bot.cli.progress import Watch
from bot.errors import UsageError
from bot.run.person import Draft
from bot.text import Text
from tests.unit.cli.conftest import output, readable

QUESTION = Text(es="¿Seguir?", en="Go on?", zh="继续吗？")
DRAFT = Draft("add-004", Text.same("Add employee"), "330*************17", "20261100000021", "Wage: 6000")


@pytest.fixture
def watch() -> Watch:
    return Watch(readable())


def place_of_the_picture(watch: Watch) -> Path:
    """Where the person was told that the picture is."""
    return Path(output(watch.console).split("The picture is in ")[1].strip())


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("y\n", True),
        ("sí\n", True),
        ("是\n", True),
        ("n\n", False),
        ("No\n", False),
        ("perhaps\n\nyes\n", True),
    ],
)
async def test_approval(watch: Watch, monkeypatch: pytest.MonkeyPatch, typed: str, answer: bool) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert await TerminalPerson(watch).approve(QUESTION, [DRAFT]) is answer
    assert "Wage: 6000" in output(watch.console)
    assert "20261100000021" in output(watch.console)


async def test_approved_beforehand(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert await TerminalPerson(watch, yes=True).approve(QUESTION, [DRAFT])


async def test_silence_is_no_approval(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(UsageError, match="nobody here to ask"):
        await TerminalPerson(watch).approve(QUESTION)


async def test_a_picture_is_there_while_it_is_asked_about_and_gone_after(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Typist(io.StringIO):
        """Reads the captcha off the picture whose place was printed."""

        def readline(self, *_: object) -> str:
            return place_of_the_picture(watch).read_text(encoding="ascii") + "\n"

    monkeypatch.setattr("sys.stdin", Typist())
    assert await TerminalPerson(watch).ask(QUESTION, picture=b"2468", secret=True) == "2468"
    assert not place_of_the_picture(watch).exists()
    assert "2468" not in output(watch.console)
