"""What is left to do with a batch, and the command that does it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import batch_words
from bot.filing.states import CaseState
from bot.service import BatchView
from bot.text import Text

UNDER_WAY = frozenset(
    {CaseState.PENDING, CaseState.DRAFTING, CaseState.DRAFTED, CaseState.REVIEWED, CaseState.DECLARING}
)
"""The assistant can go on with these by itself, once those that wait for a person's approval are left out."""
CARRIED_OVER = frozenset({CaseState.REJECTED, CaseState.REFUSED, CaseState.FAILED, CaseState.WITHDRAWN})


@dataclass(frozen=True)
class NextStep:
    """Something to do: why, and what to type."""

    why: Text
    command: str


def next_steps(view: BatchView, *, options: Sequence[str] = ()) -> list[NextStep]:
    """What can be done with the batch now, the most pressing first. `options` are the global ones to repeat."""
    if view.purged_at is not None:
        return []
    return [NextStep(why, spelled(*command, options=options)) for why, command in _steps(view)]


def spelled(*words: str, options: Sequence[str] = ()) -> str:
    """A command as it is typed at this system's prompt."""
    command = ["portal", *words, *options]
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)


def _steps(view: BatchView) -> Iterator[tuple[Text, tuple[str, ...]]]:
    states = {outcome.state for outcome in view.outcomes}
    waiting = {outcome.case.id for outcome in view.waiting}
    left = {outcome.state for outcome in view.outcomes if outcome.case.id not in waiting} & UNDER_WAY
    if left == {CaseState.DRAFTED} and view.until == "drafts":
        yield batch_words.NEXT_REVIEW, ("resume", view.id, "--until", "review")
    elif left:
        yield batch_words.NEXT_RESUME, ("resume", view.id)
    elif CaseState.FAILED in states:
        yield batch_words.NEXT_AGAIN, ("resume", view.id)
    if waiting:
        yield batch_words.NEXT_APPROVE.format(count=len(waiting)), ("approve", view.id)
    if CaseState.NEEDS_ATTENTION in states:
        yield batch_words.NEXT_ATTENTION, ("status", view.id)
    if CaseState.UNDER_REVIEW in states:
        yield batch_words.NEXT_REFRESH, ("status", view.id, "--refresh")
    if states & CARRIED_OVER and not (left or waiting):
        yield batch_words.NEXT_CARRY_OVER, ("results", view.id, "--carry-over", "next.xlsx")


def show_next_steps(console: Console, steps: Sequence[NextStep]) -> None:
    """Print each with its command on a line of its own, to be copied."""
    for step in steps:
        console.print(Styled("→ ", style="good") + Styled(str(batch_words.NEXT.format(why=step.why))))
        console.print(f"  {step.command}", soft_wrap=True)
