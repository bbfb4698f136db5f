"""One step being done: all that an action needs for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from playwright.async_api import Locator

from bot.actions.keep import Keep
from bot.actions.patience import Patience
from bot.browser import Session
from bot.browser.locate import Finder, Sought
from bot.browser.sensitive import Sensitive
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.flow.targets import Target, Targets


@dataclass
class Memory:
    """What the hands remember from one step to the next."""

    cases: Sequence[str] = ()
    """The cases that pictures belong to."""
    cursor: Locator | None = None
    """The field that was filled last, if nothing was done elsewhere since: a person's cursor would still be in it."""
    sensitive: Callable[[Sequence[str]], Sensitive] = lambda cases: Sensitive()
    """What is sensitive in pictures of these cases."""
    keeping: Awaitable[object] | None = None
    """A picture that was taken and is still being kept."""

    async def settled(self) -> None:
        """Wait until every picture that was taken is on the disk and recorded. Raises what prevented it."""
        keeping, self.keeping = self.keeping, None
        if keeping is not None:
            await keeping


@dataclass(frozen=True)
class Act:
    """A step, its finder and its patience, on the page of a session."""

    session: Session
    step: Step
    scope: Scope
    finder: Finder
    patience: Patience
    keep: Keep
    memory: Memory

    def seek(self, targets: Targets) -> Sought:
        """The locators of a target."""
        return self.finder.seek(targets)

    def element(self, name: str) -> Targets:
        """The element of this name, as a target."""
        return Targets(candidates=(Target(element=name),))
