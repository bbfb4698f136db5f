"""The person at the terminal, as a batch sees them."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import typer
from rich.table import Table

from bot.cli import batch_words, words
from bot.cli.asking import Asking
from bot.cli.progress import Screen
from bot.run.person import Draft
from bot.text import Text


class Terminal:
    """One terminal for all accounts: they ask one after the other."""

    def __init__(self, screen: Screen, asking: Asking, *, yes: bool = False) -> None:
        self.screen = screen
        self.asking = asking
        self.yes = yes
        self._turn = asyncio.Lock()

    def person(self, account: str) -> TerminalPerson:
        """The person whom this account's batch asks."""
        return TerminalPerson(self, account)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until nobody else asks, and make way for a question."""
        async with self._turn:
            with self.screen.aside():
                yield


class TerminalPerson:
    """Answers a flow's questions from the terminal, looks drafts over; says for which account, if there are several."""

    def __init__(self, terminal: Terminal, account: str) -> None:
        self._terminal = terminal
        self._account = account

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        """The answer to a question; its picture is kept in a file for as long as it is asked."""
        async with self._terminal.turn():
            with self._shown(picture):
                return await self._terminal.asking.line(self._addressed(question), secret=secret)

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        """Whether to go on, after a look at the drafts."""
        if self._terminal.yes:
            return True
        async with self._terminal.turn():
            if drafts:
                self._terminal.screen.console.print(drafts_table(drafts))
            return await self._terminal.asking.yes(self._addressed(question))

    def _addressed(self, question: Text) -> Text:
        account = self._terminal.screen.named(self._account)
        return batch_words.OF_ACCOUNT.format(account=account, said=question) if account else question

    @contextmanager
    def _shown(self, picture: bytes | None) -> Iterator[None]:
        if picture is None:
            yield
            return
        with tempfile.TemporaryDirectory(prefix="portal-") as folder:
            path = Path(folder) / "question.png"
            path.write_bytes(picture)
            said = words.PICTURE_SAVED.format(path=path)
            self._terminal.screen.console.print(str(self._addressed(said)), soft_wrap=True)
            if sys.stdin.isatty() and has_windows():
                typer.launch(str(path))
            yield


def has_windows() -> bool:
    """Whether a picture can be shown in a window: without one, a text browser would take the terminal over."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(variable) for variable in ("DISPLAY", "WAYLAND_DISPLAY"))


def drafts_table(drafts: Sequence[Draft], *, with_ids: bool = False) -> Table:
    """The drafts as the portal shows them; with the ids of their cases where one may pick some."""
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    if with_ids:
        table.add_column(str(batch_words.CASE), no_wrap=True)
    table.add_column(str(words.PERSON), no_wrap=True)
    table.add_column(str(words.OPERATION), overflow="fold")
    table.add_column(str(words.NUMBER), no_wrap=True)
    table.add_column(str(words.SUMMARY), overflow="fold", ratio=1)
    for draft in drafts:
        first = [draft.case] if with_ids else []
        table.add_row(*first, draft.person, str(draft.title), draft.number, draft.shows)
    return table
