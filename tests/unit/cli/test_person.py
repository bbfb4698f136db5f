"""Questions at the terminal."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import pytest

from bot.cli.asking import Asking
from bot.cli.person import Terminal, TerminalPerson
from bot.cli.progress import PlainScreen
from bot.errors import UsageError
from bot.run.person import Draft
from bot.text import Text
from tests.unit.cli.conftest import output, readable
from tests.unit.cli.service import CHINA

QUESTION = Text(es="¿Seguir?", en="Go on?", zh="继续吗？")
DRAFT = Draft("add-004", Text.same("Add employee"), "330*************17", "20261100000021", "Wage: 6000")


@pytest.fixture
def terminal(asking: Asking) -> Terminal:
    return Terminal(PlainScreen(readable(), ["acme"], CHINA), asking)


@pytest.fixture
def person(terminal: Terminal) -> TerminalPerson:
    return terminal.person("acme")


def place_of_the_picture(terminal: Terminal) -> Path:
    """Where the person was told that the picture is."""
    return Path(output(terminal.screen.console).split("The picture is in ")[1].strip())


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
async def test_approval(
    terminal: Terminal, person: TerminalPerson, monkeypatch: pytest.MonkeyPatch, typed: str, answer: bool
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert await person.approve(QUESTION, [DRAFT]) is answer
    assert "Wage: 6000" in output(terminal.screen.console)
    assert "20261100000021" in output(terminal.screen.console)


async def test_approved_beforehand(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    terminal.yes = True
    assert await terminal.person("acme").approve(QUESTION, [DRAFT])


async def test_silence_is_no_approval(person: TerminalPerson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(UsageError, match="nobody here to ask"):
        await person.approve(QUESTION)


async def test_a_picture_is_there_while_it_is_asked_about_and_gone_after(
    terminal: Terminal, person: TerminalPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Typist(io.StringIO):
        """Reads the captcha off the picture whose place was printed."""

        def readline(self, *_: object) -> str:
            return place_of_the_picture(terminal).read_text(encoding="ascii") + "\n"

    monkeypatch.setattr("sys.stdin", Typist())
    assert await person.ask(QUESTION, picture=b"2468", secret=True) == "2468"
    assert not place_of_the_picture(terminal).exists()
    assert "2468" not in output(terminal.screen.console)


async def test_several_accounts_ask_one_after_the_other_and_say_who_they_are(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(PlainScreen(readable(), ["acme", "umbrella"], CHINA), asking)
    began: list[str] = []
    answer = asyncio.Event()

    async def line(question: Text, *, secret: bool = False) -> str:
        began.append(str(question))
        await answer.wait()
        return str(question)

    monkeypatch.setattr(asking, "line", line)
    both = [asyncio.create_task(terminal.person(one).ask(QUESTION)) for one in ("acme", "umbrella")]
    for _ in range(10):
        await asyncio.sleep(0)
    assert began == ["acme: Go on?"]
    answer.set()
    assert await asyncio.gather(*both) == ["acme: Go on?", "umbrella: Go on?"]
