"""Batches while they run: bars where somebody looks on, a line per event elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo

from rich.console import Console, RenderableType
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text as Styled

from bot.cli import batch_words, words
from bot.cli.states import LOOKS
from bot.cli.summary import masked, operation, person, place, spoken
from bot.filing.progress import Progress as Watcher
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.text import Text

PASSING = frozenset({CaseState.DRAFTING, CaseState.DECLARING})
"""States that a case is in for a moment only: not worth a line."""


class Screen:
    """Where the batches of one or several accounts are watched. Several are told apart by their account's name."""

    def __init__(self, console: Console, accounts: Sequence[str], zone: tzinfo) -> None:
        self.console = console
        self.batches: list[str] = []
        """The batches that were begun, for whoever asks when the work is cut short."""
        self._accounts = accounts
        self._zone = zone
        self._held: list[Styled] | None = None
        self._watches: dict[str, Watcher] = {}

    def named(self, account: str) -> str:
        """The account's name, if it has to be said."""
        return account if len(self._accounts) > 1 else ""

    def watch(self, account: str) -> Watcher:
        """What shows the batch of this account, the same one however often it is asked for."""
        if account not in self._watches:
            self._watches[account] = self._new_watch(account)
        return self._watches[account]

    def _new_watch(self, account: str) -> Watcher:
        raise NotImplementedError

    def say(self, line: Styled) -> None:
        """Print a line, if need be once a question has been answered."""
        if self._held is None:
            self.console.print(line, soft_wrap=not self.console.is_terminal)
        else:
            self._held.append(line)

    def accepted(self, account: str, batch: str, at: datetime, known: bool) -> None:
        """Say which batch this is, and whether it is one that is gone on with."""
        self.batches.append(batch)
        said = batch_words.RECOGNISED if known else batch_words.ACCEPTED
        line = said.format(batch=batch, day=f"{at.astimezone(self._zone):%Y-%m-%d}", account=account)
        self.say(Styled(str(line), style="warn" if known else "name"))

    @contextmanager
    def running(self) -> Iterator[None]:
        """Show the progress while the work lasts."""
        yield

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Make way for a question."""
        self._held = []
        try:
            yield
        finally:
            held, self._held = self._held, None
            for line in held:
                self.say(line)


class PlainScreen(Screen):
    """Lines only."""

    def _new_watch(self, account: str) -> Watcher:
        return Lines(self, account)


class LiveScreen(Screen):
    """A bar for each account, with the person at hand, what is being done, and the time left."""

    def __init__(self, console: Console, accounts: Sequence[str], zone: tzinfo) -> None:
        super().__init__(console, accounts, zone)
        self.bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}", style="name", markup=False),
            BarColumn(bar_width=24 if len(accounts) == 1 else 10),
            MofNCompleteColumn(table_column=Column(no_wrap=True)),
            TimeLeft(table_column=Column(no_wrap=True)),
            console=console,
        )
        self._live = self._drawing()

    def _new_watch(self, account: str) -> Watcher:
        return BarLine(self, account)

    def _drawing(self) -> Live:
        """What keeps the bars on the terminal. One that was stopped would begin where it once was: it is not reused."""
        return Live(get_renderable=self.bar.get_renderable, console=self.console, transient=True, refresh_per_second=10)

    @contextmanager
    def running(self) -> Iterator[None]:
        self._live.start()
        try:
            yield
        finally:
            self._live.stop()

    @contextmanager
    def aside(self) -> Iterator[None]:
        self._live.stop()
        try:
            with super().aside():
                yield
        finally:
            self._live = self._drawing()
            self._live.start()


class Watch:
    """Tells the screen what becomes of one account's batch."""

    def __init__(self, screen: Screen, account: str) -> None:
        self._say: Callable[[Styled], None] = screen.say
        self._screen = screen
        self._account = account
        name = screen.named(account)
        self._prefix = f"{name} · " if name else ""

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None:
        """The batch is in the journal, or was there already."""
        self._screen.accepted(self._account, batch, at, known)

    def came_to_rest(self, record: CaseRecord) -> Styled:
        """A line about a case that is in another state."""
        reason = f" — {masked(record.reason, record.case)}" if record.reason else ""
        line = Styled(f"  {self._prefix}{who(record.case)}: ") + LOOKS[record.state].styled()
        return line + Styled(reason)


class Lines(Watch):
    """One line for each phase and for each state that a case comes to rest in."""

    def phase(self, name: Text, total: int) -> None:
        self._say(Styled(f"{self._prefix}{name} ({total})" if total else f"{self._prefix}{name}"))

    def step(self, case: Case | None, words: Text) -> None:
        """Something is being done. What concerns nobody in particular is worth a line: it says what is waited for."""
        if case is None:
            self._say(Styled(f"  {self._prefix}{words}", style="faint"))

    def case_changed(self, record: CaseRecord) -> None:
        if record.state not in PASSING:
            self._say(self.came_to_rest(record))

    def advanced(self, cases: int = 1) -> None:
        """The phase is done with so many more cases."""


class BarLine(Watch):
    """A bar for the phase at hand; above it only what went wrong."""

    def __init__(self, screen: LiveScreen, account: str) -> None:
        super().__init__(screen, account)
        self._bar = screen.bar
        self._task = self._bar.add_task("", total=None, doing="", visible=False)

    def phase(self, name: Text, total: int) -> None:
        description = f"{self._prefix}{name}"
        self._bar.reset(self._task, total=total or None, description=description, doing="", visible=True)

    def step(self, case: Case | None, words: Text) -> None:
        doing = f"{who(case)} · {words}" if case else str(words)
        self._bar.update(self._task, doing=f"{self._prefix}{doing}")

    def case_changed(self, record: CaseRecord) -> None:
        if LOOKS[record.state].style == "bad":
            self._say(self.came_to_rest(record))

    def advanced(self, cases: int = 1) -> None:
        self._bar.advance(self._task, cases)


class TimeLeft(ProgressColumn):
    """How long the phase will still take, once that can be told.

    The bar is drawn by a thread of its own, which does not know the reader's language: the words are taken before.
    """

    def __init__(self, table_column: Column) -> None:
        super().__init__(table_column)
        self._says = str(words.LEFT)

    def render(self, task: Task) -> Styled:
        left = task.time_remaining
        if left is None or task.finished:
            return Styled("")
        return Styled(self._says.format(time=spoken(timedelta(seconds=left))), style="faint")


class Bar(Progress):
    """Bars with the time left, and below each who is being worked on and how far that is."""

    def get_renderables(self) -> Iterator[RenderableType]:
        """Two lines for each account."""
        for task in self.tasks:
            if task.visible:
                yield self.make_tasks_table([task])
            if task.fields["doing"]:
                yield Styled(f"  {task.fields['doing']}", no_wrap=True, overflow="ellipsis")


def screen_on(console: Console, accounts: Sequence[str], zone: tzinfo) -> Screen:
    """The screen that fits the console."""
    return (LiveScreen if console.is_terminal else PlainScreen)(console, accounts, zone)


def who(case: Case) -> str:
    """A case in a few characters: its place in the roster, its operation if that is not said yet, the masked person."""
    return " · ".join(filter(None, (place(case), operation(case), person(case))))
