"""A batch while it runs: a bar where somebody looks on, a line per event elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text as Styled

from bot.cli import words
from bot.cli.states import LOOKS
from bot.cli.summary import operation, person, place, spoken
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.text import Text

PASSING = frozenset({CaseState.DRAFTING, CaseState.DECLARING})
"""States that a case is in for a moment only: not worth a line."""


class Watch:
    """Keeps the last state of every case, for whoever asks when a run is cut short."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.records: dict[str, CaseRecord] = {}

    def phase(self, name: Text, total: int) -> None:
        """A phase begins."""

    def step(self, case: Case | None, words: Text) -> None:
        """Something is being done."""

    def case_changed(self, record: CaseRecord) -> None:
        """A case is in another state."""
        self.records[record.case.id] = record

    def advanced(self, cases: int = 1) -> None:
        """The phase is done with so many more cases."""

    @contextmanager
    def running(self) -> Iterator[None]:
        """Show the progress while the run lasts."""
        yield

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Make way for a question."""
        yield


class Lines(Watch):
    """One line for each phase and for each state that a case comes to rest in."""

    def phase(self, name: Text, total: int) -> None:
        self.console.print(f"{name} ({total})" if total else str(name))

    def case_changed(self, record: CaseRecord) -> None:
        super().case_changed(record)
        if record.state not in PASSING:
            reason = f" — {record.reason}" if record.reason else ""
            line = Styled(f"  {who(record.case)}: ") + LOOKS[record.state].styled()
            self.console.print(line + Styled(reason), soft_wrap=True)


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
    """A bar with the time left, and below it who is being worked on and how far that is."""

    def get_renderables(self) -> Iterator[RenderableType]:
        """The two lines."""
        yield self.make_tasks_table(self.tasks)
        for task in self.tasks:
            if task.fields["doing"]:
                yield Styled(f"  {task.fields['doing']}", no_wrap=True, overflow="ellipsis")


class LiveBar(Watch):
    """A bar for the phase at hand, with the person, what is being done, and the time left."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}", style="name", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(table_column=Column(no_wrap=True)),
            TimeLeft(table_column=Column(no_wrap=True)),
            console=console,
            transient=True,
        )
        self._task = self.bar.add_task("", total=None, doing="", visible=False)

    def phase(self, name: Text, total: int) -> None:
        self.bar.reset(self._task, total=total or None, description=str(name), doing="", visible=True)

    def step(self, case: Case | None, words: Text) -> None:
        self.bar.update(self._task, doing=f"{who(case)} · {words}" if case else str(words))

    def case_changed(self, record: CaseRecord) -> None:
        super().case_changed(record)
        if LOOKS[record.state].style == "bad":
            person = (f"  {who(record.case)}", "name")
            line = Styled.assemble(LOOKS[record.state].styled(), person, f"  {record.reason}")
            self.console.print(line)

    def advanced(self, cases: int = 1) -> None:
        self.bar.advance(self._task, cases)

    @contextmanager
    def running(self) -> Iterator[None]:
        with self.bar:
            yield

    @contextmanager
    def aside(self) -> Iterator[None]:
        self.bar.stop()
        try:
            yield
        finally:
            self.bar.start()


def watch_on(console: Console) -> Watch:
    """The progress that fits the console."""
    return LiveBar(console) if console.is_terminal else Lines(console)


def who(case: Case) -> str:
    """A case in a few characters: its place in the roster, its operation if that is not said yet, the masked person."""
    return " · ".join(filter(None, (place(case), operation(case), person(case))))
