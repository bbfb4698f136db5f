"""Targets → Playwright locators.

Nothing here talks to the browser: a locator is a description, looked up when it is used. Only what a person can
see counts, so ids that repeat in hidden tabs do no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product

from playwright.async_api import FrameLocator, Locator, Page

from bot.browser.kinds import locator_of
from bot.errors import FlowError
from bot.flow.scope import Scope
from bot.flow.targets import Target, Targets


@dataclass(frozen=True)
class Candidate:
    """One way to find a thing. `text` is what it is known by; `frame` the <iframe> to look in, if any."""

    locator: Locator
    words: str
    text: str
    frame: Locator | None = None
    frame_words: str = ""


@dataclass(frozen=True)
class Sought:
    """A thing to find: its candidates in order, and how a person would call it."""

    candidates: tuple[Candidate, ...]
    words: str

    @property
    def first(self) -> Candidate:
        """The candidate that ought to be there."""
        return self.candidates[0]


@dataclass(frozen=True)
class _Plain:
    """A target that is no element's name any more, with all that narrows it, innermost first."""

    target: Target
    frame: Targets | None
    withins: tuple[Targets, ...]
    narrowings: tuple[Target, ...]


@dataclass(frozen=True)
class _Place:
    """A page to look in: the main one, or the one inside an <iframe>."""

    inside: FrameLocator | None = None
    frame: Locator | None = None
    words: str = ""

    def enter(self, locator: Locator) -> Locator:
        """A locator of the main page, looked for in this one."""
        return locator if self.inside is None else self.inside.locator(locator)


class Finder:
    """Turns the targets of one step into locators, by the portal's elements and in the portal's language."""

    def __init__(
        self, page: Page, scope: Scope, *, frame: Targets | None = None, within: Targets | None = None
    ) -> None:
        self._page = page
        self._scope = scope
        self._frame = frame
        self._within = within

    def seek(self, targets: Targets, *, unseen: bool = False) -> Sought:
        """The locators of a target, one for each candidate. `unseen` also takes what a person cannot see."""
        found = tuple(self._seek(targets, unseen=unseen))
        return Sought(found, targets.element or found[0].words)

    def _seek(self, targets: Targets, *, unseen: bool) -> Iterator[Candidate]:
        for target in targets.candidates:
            for plain in self._expand(target):
                within = () if self._within is None or target.within is not None else (self._within,)
                plain = replace(plain, withins=(*plain.withins, *within))
                yield from self._candidates(plain, self._frame, unseen=unseen)

    def _expand(self, target: Target, seen: tuple[str, ...] = ()) -> Iterator[_Plain]:
        """Replace an element's name by its candidates. What is said where the name is used wins or narrows."""
        own_withins = () if target.within is None else (target.within,)
        if target.element is None:
            yield _Plain(target, target.frame, own_withins, (target,))
            return
        if target.element in seen:
            raise FlowError(f"the element {target.element!r} is defined by itself")
        element = self._scope.portal.elements.get(target.element)
        if element is None:
            raise FlowError(f"unknown element {target.element!r}")
        for candidate in element.candidates:
            for plain in self._expand(candidate, (*seen, target.element)):
                yield _Plain(
                    plain.target,
                    target.frame or plain.frame,
                    (*plain.withins, *own_withins),
                    (*plain.narrowings, target),
                )

    def _candidates(self, plain: _Plain, default: Targets | None, *, unseen: bool) -> Iterator[Candidate]:
        frame = plain.frame or self._frame_of(plain.withins) or default
        locators = [
            self._narrow(locator, plain, unseen=unseen)
            for locator in self._locators(plain.target, plain.withins, frame)
        ]
        words, text = self._words(plain.target), target_text(plain.target, self._scope)
        for place in self._places(frame):
            for locator in locators:
                yield Candidate(place.enter(locator), words, text, place.frame, place.words)

    def _frame_of(self, withins: Iterable[Targets]) -> Targets | None:
        plains = (plain for within in withins for plain in self._expand_all(within))
        return next((plain.frame for plain in plains if plain.frame is not None), None)

    def _expand_all(self, targets: Targets) -> Iterator[_Plain]:
        for target in targets.candidates:
            yield from self._expand(target)

    def _places(self, frame: Targets | None) -> Iterator[_Place]:
        """The pages in which to look: those of the frame's candidates, or the main one."""
        if frame is None:
            yield _Place()
            return
        for plain in self._expand_all(frame):
            for candidate in self._candidates(plain, None, unseen=False):
                outer = f" in {candidate.frame_words}" if candidate.frame_words else ""
                words = (frame.element or candidate.words) + outer
                yield _Place(candidate.locator.content_frame, candidate.locator, words)

    def _locators(self, target: Target, withins: Sequence[Targets], frame: Targets | None) -> Iterator[Locator]:
        """What is the target and inside all of `withins`: one locator for each combination of their candidates."""
        parts = [list(self._parts(within, frame)) for within in withins]
        for roots in product(*parts) if parts else [(self._page,)]:
            yield reduce(Locator.and_, [locator_of(root, target, self._scope, self._page) for root in roots])

    def _parts(self, within: Targets, frame: Targets | None) -> Iterator[Locator]:
        for plain in self._expand_all(within):
            if plain.frame is not None and plain.frame != frame:
                raise FlowError(
                    f"{self._words(plain.target)} is in another frame than what is looked for inside it",
                    cure="`within` and its target must be in the same frame",
                )
            for locator in self._locators(plain.target, plain.withins, frame):
                yield self._narrow(locator, plain, unseen=False)

    def _narrow(self, locator: Locator, plain: _Plain, *, unseen: bool) -> Locator:
        if not unseen:
            locator = locator.filter(visible=True)
        for said in plain.narrowings:
            if said.has_text is not None:
                locator = locator.filter(has_text=self._scope.words(said.has_text))
            if said.nth is not None:
                locator = locator.nth(said.nth - 1) if said.nth > 0 else locator.nth(said.nth)
        return locator

    def _words(self, target: Target) -> str:
        return f'{target.kind} "{target_text(target, self._scope)}"'


def target_text(target: Target, scope: Scope) -> str:
    """The text, selector or role by which a target knows its thing, as it stands on the portal."""
    if target.row is not None:
        return ", ".join(scope.words(text) for text in target.row.has)
    if target.name is not None:
        return f"{target.role} {scope.words(target.name)}"
    return scope.words(getattr(target, target.kind))
