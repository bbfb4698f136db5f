"""Hands that ask before each step: what is to be done, where, and with which value."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import SecretStr

from bot.actions.keep import Keep
from bot.actions.perform import Hands
from bot.browser import Session
from bot.browser.errors import playwright_errors
from bot.browser.locate import Finder, Sought
from bot.browser.look import look
from bot.browser.sensitive import Sensitive
from bot.errors import AssistantError, Stopped
from bot.flow.actions import Choose, Fill, PageAction, Read, Upload
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.flow.targets import Target, Targets
from bot.redaction import HIDDEN, redactor
from bot.text import Text

Answer = Literal["go", "skip", "stop", "run"]
STOPPED = Text(
    es="una persona lo detuvo en este paso", en="a person stopped at this step", zh="已由操作人员在此步骤停止"
)


@dataclass(frozen=True)
class Candidates:
    """What a target is looked for by, and how many things on the page each candidate finds."""

    target: str
    found: tuple[tuple[str, int], ...]
    """In the order in which they are tried: the first that finds one thing is used."""

    @property
    def used(self) -> str:
        """The candidate that would be used now, or "" if none is there yet."""
        return next((words for words, count in self.found if count), "")


@dataclass(frozen=True)
class Paused:
    """A step that is about to be done."""

    step: Step
    values: Mapping[str, str]
    """What is typed or chosen, by element: no secret, and numbers of people masked."""
    targets: tuple[Candidates, ...]


Pause = Callable[[Paused], Awaitable[Answer]]
"""Shows a step to a person, and waits for what is to be done about it."""


class SteppingHands(Hands):
    """Does actions one by one, as a person says."""

    def __init__(
        self, session: Session, keep: Keep, sensitive: Callable[[Sequence[str]], Sensitive], pause: Pause
    ) -> None:
        super().__init__(session, keep, sensitive)
        self._pause = pause

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> dict[str, object]:
        """Do one action if the person says so. What a step that is skipped would have read is null.

        Raises Stopped if the person does not go on; and Refusal, Fault and what is below them.
        """
        if step.place is not None:  # a step of ours, and of no flow, is nothing to be asked about
            answer = await self._pause(await self._paused(step, action, scope))
            if answer == "stop":
                raise Stopped(STOPPED)
            if answer == "skip":
                return dict.fromkeys(action.values) if isinstance(action, Read) else {}
        return await super().perform(step, action, scope)

    async def _paused(self, step: Step, action: PageAction, scope: Scope) -> Paused:
        finder = Finder(self._session.page, scope, frame=step.frame, within=step.within)
        values = dict(action.values) if isinstance(action, Fill | Choose | Upload) else {}
        targets = [await _candidates(finder, one) for one in _targets(action)]
        return Paused(
            step,
            {name: _shown(scope, template) for name, template in values.items()},
            tuple(one for one in targets if one is not None),
        )


def _targets(action: PageAction) -> Iterator[Targets]:
    """What an action acts on."""
    if isinstance(action, Fill | Choose | Upload):
        yield from (Targets(candidates=(Target(element=name),)) for name in action.values)
    elif isinstance(action, Read):
        yield from (source.element for source in action.values.values())
    else:
        for name in ("target", "element", "in_", "table", "click", "of"):
            if isinstance(one := getattr(action, name, None), Targets):
                yield one


async def _candidates(finder: Finder, targets: Targets) -> Candidates | None:
    """How many things each candidate finds now, without waiting; None where what is sought is not known yet."""
    try:
        sought = finder.seek(targets)
        found = []
        for candidate in sought.candidates:
            with playwright_errors():
                found.append((redactor.text(candidate.words), (await look(Sought((candidate,), sought.words))).count))
    except AssistantError:
        return None
    return Candidates(redactor.text(sought.words), tuple(found))


def _shown(scope: Scope, template: object) -> str:
    try:
        value = scope.evaluate(template)  # type: ignore[arg-type]  # what stands in a `fill` is a template
        return HIDDEN if isinstance(value, SecretStr) else redactor.text(scope.spell(value))
    except AssistantError:
        return HIDDEN
