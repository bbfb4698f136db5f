"""The person at the terminal."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.table import Table

from bot.cli import words
from bot.cli.progress import Watch
from bot.errors import UsageError
from bot.run.person import Draft
from bot.text import Text

YES = frozenset({"s", "si", "sí", "y", "yes", "是", "好"})
NO = frozenset({"n", "no", "否", "不"})
PASSWORD_VARIABLE = "PORTAL_PASSWORD"


async def prompt(question: Text | str, *, secret: bool = False) -> str:
    """One line from the terminal, hidden if `secret`. Raises UsageError where nobody sits at one.

    Asks without holding up the event loop: the person may have to use the browser before answering.
    """
    if not sys.stdin.isatty():
        return _piped(question)
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession()
    return (await session.prompt_async(f"{question} ", is_password=secret)).strip()


def _piped(question: Text | str) -> str:
    """The next line of a piped input."""
    print(question, file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise UsageError(
            words.NOBODY_TO_ASK.format(question=question),
            cure=words.NOBODY_TO_ASK_CURE.format(variable=PASSWORD_VARIABLE),
        )
    return line.strip()


async def confirm(question: Text) -> bool:
    """Yes or no from the terminal, asked until it is one of the two."""
    while True:
        answer = (await prompt(f"{question} {words.YES_OR_NO}")).casefold()
        if answer in YES | NO:
            return answer in YES


class TerminalPerson:
    """Answers a flow's questions from the terminal, looks drafts over. `yes`: approves unasked."""

    def __init__(self, watch: Watch, *, yes: bool = False) -> None:
        self._watch = watch
        self._yes = yes

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        """The answer to a question; its picture is kept in a file for as long as it is asked."""
        with self._watch.aside(), self._shown(picture):
            return await prompt(question, secret=secret)

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        """Whether to go on, after a look at the drafts."""
        if self._yes:
            return True
        with self._watch.aside():
            if drafts:
                self._watch.console.print(_drafts_table(drafts))
            return await confirm(question)

    @contextmanager
    def _shown(self, picture: bytes | None) -> Iterator[None]:
        if picture is None:
            yield
            return
        with tempfile.TemporaryDirectory(prefix="portal-") as folder:
            path = Path(folder) / "question.png"
            path.write_bytes(picture)
            self._watch.console.print(str(words.PICTURE_SAVED.format(path=path)), soft_wrap=True)
            if sys.stdin.isatty() and _has_windows():
                typer.launch(str(path))
            yield


def _has_windows() -> bool:
    """Whether a picture can be shown in a window: without one, a text browser would take the terminal over."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(variable) for variable in ("DISPLAY", "WAYLAND_DISPLAY"))


def _drafts_table(drafts: Sequence[Draft]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    table.add_column(str(words.PERSON), no_wrap=True)
    table.add_column(str(words.OPERATION), overflow="fold")
    table.add_column(str(words.NUMBER), no_wrap=True)
    table.add_column(str(words.SUMMARY), overflow="fold", ratio=1)
    for draft in drafts:
        table.add_row(draft.person, str(draft.title), draft.number, draft.shows)
    return table
