"""Asking the person at the terminal."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager

from bot.cli import words
from bot.cli.interrupts import Interrupts
from bot.cli.redacted import fit
from bot.errors import UsageError
from bot.text import Text

YES = frozenset({"s", "si", "sí", "y", "yes", "是", "好"})
NO = frozenset({"n", "no", "否", "不"})
PASSWORD_VARIABLE = "PORTAL_PASSWORD"


class Asking:
    """Asks one thing at a time. Ctrl-C at a question stops what is at work, as it does elsewhere."""

    def __init__(self, interrupts: Interrupts) -> None:
        self._interrupts = interrupts

    def blocking(self) -> AbstractContextManager[None]:
        """Something else that may want an answer and holds up the event loop. Raises Interrupted if Ctrl-C ends it."""
        return self._interrupts.blocking()

    async def line(self, question: Text | str, *, secret: bool = False) -> str:
        """One line from the terminal, hidden if `secret`.

        Does not hold up the event loop: the person may have to use the browser before answering.
        Raises UsageError where nobody sits at a terminal, Interrupted if the person would rather stop.
        """
        asked = fit(str(question))
        if not sys.stdin.isatty():
            return self._piped(asked)
        return await self._interrupts.unless_stopped(self._typed(asked, secret=secret))

    async def yes(self, question: Text) -> bool:
        """Yes or no, asked until it is one of the two."""
        while True:
            answer = (await self.line(f"{question} {words.YES_OR_NO}")).casefold()
            if answer in YES | NO:
                return answer in YES

    async def _typed(self, question: str, *, secret: bool) -> str:
        from prompt_toolkit import PromptSession

        session: PromptSession[str] = PromptSession()
        try:
            answer = await session.prompt_async(f"{question} ", is_password=secret, handle_sigint=False)
        except (KeyboardInterrupt, EOFError):
            raise self._interrupts.interrupted() from None
        return answer.strip()

    def _piped(self, question: str) -> str:
        """The next line of a piped input."""
        print(question, file=sys.stderr, flush=True)
        with self._interrupts.blocking():
            line = sys.stdin.readline()
        if not line:
            raise UsageError(
                words.NOBODY_TO_ASK.format(question=question),
                cure=words.NOBODY_TO_ASK_CURE.format(variable=PASSWORD_VARIABLE),
            )
        return line.strip()
