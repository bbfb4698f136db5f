"""A command at work on batches while somebody watches: signals, questions, progress, and what is told at the end."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import batch_words
from bot.cli.asking import Asking
from bot.cli.interrupts import Interrupts
from bot.cli.next_steps import next_steps, show_next_steps
from bot.cli.person import Terminal
from bot.cli.progress import Screen, screen_on
from bot.cli.summary import show_summary, show_totals
from bot.cli.trouble import INTERRUPT_EXIT
from bot.cli.view import show_view
from bot.filing.progress import BatchSummary, Watching
from bot.service import Assistant

Result = TypeVar("Result")


@dataclass(frozen=True)
class Workplace:
    """Where a command asks and shows. Made by `workplace`, which sees to it that signals are heard."""

    console: Console
    interrupts: Interrupts
    asking: Asking
    options: tuple[str, ...]
    """The global options that the commands to be typed next have to repeat."""
    yes: bool = False

    def ask(self, question: Coroutine[Any, Any, Result]) -> Result:
        """The answer to a question that comes before any work."""
        return self.interrupts.run(question)

    def work(
        self,
        assistant: Assistant,
        accounts: Sequence[str],
        work: Callable[[Watching], Coroutine[Any, Any, Result]],
    ) -> Result:
        """Do the work of these accounts and show its progress. What is cut short at once is shown as it was left."""
        screen = screen_on(self.console, accounts, assistant.zone)
        terminal = Terminal(screen, self.asking, yes=self.yes)
        watching = Watching(person=terminal.person, progress=screen.watch, stop=self.interrupts.stop)
        try:
            with screen.running():
                return self.interrupts.run(work(watching))
        except KeyboardInterrupt:
            self._left(assistant, screen)
            raise

    def _left(self, assistant: Assistant, screen: Screen) -> None:
        for batch in screen.batches:
            view = assistant.view(batch)
            show_view(self.console, view, assistant.zone)
            show_next_steps(self.console, next_steps(view, options=self.options))

    def tell(self, assistant: Assistant, summaries: Sequence[BatchSummary], *, steps: bool = True) -> None:
        """Show what became of each batch, what is to be done next, and the totals if there are several."""
        for summary in summaries:
            self.console.print()
            heading = batch_words.BATCH_OF.format(batch=summary.batch, account=summary.account)
            self.console.print(Styled(str(heading), style="name"))
            show_summary(self.console, summary)
            if steps:
                show_next_steps(self.console, next_steps(assistant.view(summary.batch), options=self.options))
        if len(summaries) > 1:
            self.console.print()
            show_totals(self.console, summaries)

    def exit_code(self, code: int) -> int:
        """The exit code, unless somebody asked for a stop."""
        return INTERRUPT_EXIT if self.interrupts.stop.asked else code


@contextmanager
def workplace(console: Console, options: Sequence[str] = (), *, yes: bool = False) -> Iterator[Workplace]:
    """A workplace on this console, with an ear for Ctrl-C. `yes`: nobody is asked before drafts are declared."""
    interrupts = Interrupts(console)
    with interrupts.heard():
        yield Workplace(console, interrupts, Asking(interrupts), tuple(options), yes)
