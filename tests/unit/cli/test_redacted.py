"""What gets to a terminal: no password, no whole ID number, nothing that it would obey; whatever prints it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from rich.console import Console, Group
from rich.live import Live
from rich.padding import Padding
from rich.progress import Progress, TextColumn
from rich.table import Table
from rich.text import Text as Styled

from bot.cli.setting import terminal
from bot.errors import Circumstances, Fault
from bot.redaction import HIDDEN, mask_id, redactor
from tests.unit.cli.conftest import output

ID = "330299198706120115"
PASSWORD = 'pa"ss\\word & more'
SAID = f"{ID}\x1b]0;owned\x07\x1b[2J\u202e used {PASSWORD}\x9b31m"
SHOWN = f"{mask_id(ID)}]0;owned[2J used {HIDDEN}31m"


class Window(io.StringIO):
    """A terminal that can be read."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def known() -> None:
    """A program that knows a password and a person."""
    redactor.secret(PASSWORD)
    redactor.person(ID)


def table(*cells: str | Styled) -> Table:
    made = Table(title=cells[0], caption=cells[0])
    for cell in cells:
        made.add_column(cell, overflow="fold")
    made.add_row(*cells)
    return made


def watched(console: Console) -> None:
    """Print while a bar is drawn."""
    progress = Progress(TextColumn("{task.description}", markup=False), console=console)
    progress.add_task(SAID, total=3)
    with Live(get_renderable=progress.get_renderable, console=console, auto_refresh=False) as live:
        console.print(SAID)
        live.refresh()


PRINTS: dict[str, Callable[[Console], None]] = {
    "words": lambda console: console.print(SAID, soft_wrap=True),
    "several words": lambda console: console.print("a", SAID, Styled(SAID)),
    "styled words": lambda console: console.print(Styled(f"✗ {SAID}", style="bad")),
    "words in styles": lambda console: console.print(Styled.assemble(("✗ ", "bad"), (SAID, "faint"), " after")),
    "a table": lambda console: console.print(table(SAID, Styled(SAID))),
    "things in things": lambda console: console.print(Padding(Group(SAID, table(SAID)), 2)),
    "progress": watched,
}


@pytest.mark.parametrize("prints", PRINTS.values(), ids=PRINTS)
@pytest.mark.parametrize("width", [160, 33])
def test_whatever_is_printed(prints: Callable[[Console], None], width: int) -> None:
    console = terminal(Window())
    console.width = width
    prints(console)
    shown = output(console)
    plain = Styled.from_ansi(shown).plain
    assert "\x07" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    assert "\x1b]" not in shown
    assert "\x1b[2J" not in shown
    together = "".join(character for character in plain if character not in " │┃\n")
    assert ID not in together
    assert 'pa"ss' not in together
    assert "330*************15" in together


def test_words_and_their_styles_stay() -> None:
    console = terminal(Window())
    console.print(Styled.assemble(("✗ ", "bad"), (ID, "faint"), " after\nline"))
    assert output(console) == f"\x1b[1;31m✗ \x1b[0m\x1b[2m{mask_id(ID)}\x1b[0m after\nline\n"


def test_json_stays_json() -> None:
    console = terminal(io.StringIO())
    data = {"said": [SAID, 'ends "\\'], ID: Counter(a=1), "nice": "\nice", "none": None, "turned": "\u202e\x9b"}
    redactor.secret("nice")
    console.print_json(data=data)
    said = output(console)
    assert "\u202e" not in said
    assert "\x9b" not in said
    assert json.loads(said) == {
        "said": [f"{mask_id(ID)}\x1b]0;owned\x07\x1b[2J\u202e used {HIDDEN}\x9b31m", 'ends "\\'],
        mask_id(ID): {"a": 1},
        HIDDEN: "\nice",
        "none": None,
        "turned": "\u202e\x9b",
    }
    console = terminal(io.StringIO())
    console.print_json(json.dumps({"a": ID}))
    assert json.loads(output(console)) == {"a": mask_id(ID)}


def test_json_in_a_window_is_coloured_and_clean() -> None:
    console = terminal(Window())
    console.print_json(data={"said": SAID})
    assert "\x1b[" in output(console)
    assert json.loads(Styled.from_ansi(output(console)).plain)["said"].startswith(mask_id(ID))


def test_an_error_is_shown_clean(capsys: pytest.CaptureFixture[str]) -> None:
    from bot.cli.trouble import show_trouble

    error = Fault(f"It said {SAID}", cure=f"Ask {ID}.")
    error.circumstances = Circumstances(flow="add", portal_says=SAID, nearest=[SAID], url=f"http://p/?id={ID}")
    show_trouble(terminal(sys.stdout), error)
    shown = capsys.readouterr().out
    assert f"It said {SHOWN}" in shown
    assert ID not in shown
    assert f"http://p/?id={mask_id(ID)}" in shown
    assert "\x1b" not in shown


UNCAUGHT = """
import logging, os, sys, threading
from bot.cli.redacted import redact_everything
from bot.redaction import redactor
redact_everything()
redactor.secret("open sesame")
assert not {"DEBUG", "DEBUGP"} & set(os.environ), "the browser's driver would write down what it types"

def fail():
    raise ValueError("open sesame\\x1b[2J")

logging.getLogger("somebody").warning("it was %s", "open sesame")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
fail()
"""


def test_what_goes_past_the_consoles_is_clean_too() -> None:
    environment = {**os.environ, "DEBUG": "pw:api", "DEBUGP": "1"}
    done = subprocess.run(
        [sys.executable, "-c", UNCAUGHT], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stderr.count(f"ValueError: {HIDDEN}[2J") == 2
    assert f"it was {HIDDEN}" in done.stderr
    assert "sesame\x1b" not in done.stderr
    assert "\x1b" not in done.stderr
