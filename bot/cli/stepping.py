"""`portal run --step`: a person at the terminal looks at each step before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.cli import rehearsal_words as words
from bot.run import Person
from bot.run.describe import describe
from bot.text import Text

if TYPE_CHECKING:
    from bot.actions.stepping import Answer, Candidates, Paused

ANSWERS: dict[str, Answer] = {"g": "go", "": "go", "s": "skip", "q": "stop", "r": "run"}
"""What the person types, and what it means. Enter alone goes on."""


class Stepper:
    """Asks about each step, until the person lets the rest run."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._asking = True

    async def __call__(self, paused: Paused) -> Answer:
        """What is to be done about a step; asked until it is one of the answers."""
        while self._asking:
            said = "\n".join([*_lines(paused), str(words.ASK_STEP)])
            answer = ANSWERS.get((await self._person.ask(Text.same(said))).casefold())
            if answer == "run":
                self._asking = False
            elif answer is not None:
                return answer
        return "go"


def _lines(paused: Paused) -> Iterator[str]:
    """The step in words with its place; what is typed; and by which candidate each target is found."""
    yield f"\n{paused.step.place}"
    yield f"  {describe(paused.step)}"
    if paused.step.note:
        yield f"  # {paused.step.note}"
    for name, value in paused.values.items():
        yield f"    {name} ← {value}"
    for one in paused.targets:
        yield from _candidates(one)


def _candidates(one: Candidates) -> Iterator[str]:
    if not one.used:
        yield f"    {one.target}: {words.NOT_THERE_YET}"
    for candidate, count in one.found:
        mark = f"  {words.USED}" if candidate == one.used else ""
        yield f"    {one.target}: {candidate} ({words.FOUND.format(count=count)}){mark}"
