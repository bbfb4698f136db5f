"""What a walk found out about the portal: what changed, what could not be looked at, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from bot.drift import words
from bot.drift.baseline import Baseline
from bot.drift.compare import Change, compare, likeness
from bot.drift.elements import Manner, manners, texts_of
from bot.drift.screen import Thing, plain
from bot.flow.models import Library
from bot.text import Language, Text

FindingKind = Literal[
    "renamed", "gone", "new", "moved", "required", "optional", "lost", "several", "fallback", "unvisited"
]


LIKE = 0.6
"""How much alike two names are before one is taken for a hint at the other."""
EXPLAINS = ("renamed", "gone")
"""Changes that explain why an element of portal.yaml finds nothing any more."""

Names = frozenset[tuple[str, str]]
"""Things by their kinds and names."""


@dataclass(frozen=True)
class Finding:
    """One thing that changed, on all screens where it did. `elements` of portal.yaml found it, and do not any more."""

    kind: FindingKind
    words: Text
    screens: tuple[str, ...]
    what: str = ""
    """The kind of thing: button, field …"""
    old: str = ""
    new: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stop:
    """A part of the walk that did not come to its end."""

    stage: str
    reason: Text | str
    place: str = ""
    """file:line:column of the step."""
    nearest: tuple[str, ...] = ()
    """What is on the page that is most like what was looked for."""
    screens: tuple[str, ...] = ()
    """The screens that it did not come to."""


@dataclass(frozen=True)
class Unseen:
    """An element of portal.yaml that was not looked at, and why."""

    element: str
    why: Text
    like: str = ""
    """The name on the screens that is most like the element's own."""


@dataclass(frozen=True)
class DriftReport:
    """How the portal is, compared with how it was."""

    language: Language
    screens: tuple[Baseline, ...]
    """The screens as they are, ready to become the baselines."""
    fresh: tuple[str, ...]
    """Those that have no baseline yet."""
    findings: tuple[Finding, ...]
    unseen: tuple[Unseen, ...]
    stops: tuple[Stop, ...]
    accepted: tuple[Path, ...] = ()
    proposed: Path | None = None
    diff: str = ""
    elsewhere: tuple[str, ...] = ()
    """Places in flows that say an old name themselves: file:line:column."""

    @property
    def found(self) -> frozenset[str]:
        """The elements of portal.yaml that were found on some screen."""
        return frozenset(name for screen in self.screens for name, count in screen.found.items() if count)

    @property
    def is_as_it_was(self) -> bool:
        """Whether everything was compared, and nothing has changed."""
        return not (self.findings or self.stops or self.fresh)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be looked into: all is as it was, or everything was seen and accepted."""
        ambiguous = any(one.kind == "several" for one in self.findings)
        return self.is_as_it_was or bool(self.accepted and not self.stops and not ambiguous)

    def evolve(self, **changes: Any) -> DriftReport:
        """A copy with other facts."""
        return replace(self, **changes)


def report_of(
    library: Library,
    language: Language,
    screens: Sequence[Baseline],
    baselines: Mapping[str, Baseline],
    stops: Sequence[Stop],
    *,
    fallbacks: Mapping[str, Mapping[str, str]],
) -> DriftReport:
    """What there is to say of these screens. `fallbacks` are later candidates that were used: by screen and element."""
    uses, names = manners(library), _names(library, language)
    passing = frozenset(pair for name, manner in uses.items() if manner.comes_and_goes for pair in names[name])
    found: list[Finding] = []
    for now in screens:
        was = baselines.get(now.screen)
        if was is not None:
            stale = {
                name
                for name, before in was.found.items()
                if before and (name in fallbacks.get(now.screen, {}) or not now.found.get(name))
            }
            found += _changes(was, now, passing, {name: names[name] for name in names if name in stale})
        found += _elements(was, now, uses, fallbacks.get(now.screen, {}))
    met = {screen.screen for screen in screens} | {name for stop in stops for name in stop.screens}
    found += [Finding("unvisited", words.SCREEN_GONE, (name,)) for name in baselines if name not in met]
    findings = _together(found)
    told = {name for finding in findings for name in finding.elements}
    unseen = _unseen(library, screens, uses, names, stopped=bool(stops))
    return DriftReport(
        language=language,
        screens=tuple(screens),
        fresh=tuple(one.screen for one in screens if one.screen not in baselines),
        findings=findings,
        unseen=tuple(one for one in unseen if one.element not in told),
        stops=tuple(stops),
    )


def _names(library: Library, language: Language) -> dict[str, Names]:
    """By what each element knows its thing, as screens tell of it."""
    texts = texts_of(library, language)
    return {name: frozenset((kind, plain(text)) for kind, text in known) for name, known in texts.items()}


def _changes(was: Baseline, now: Baseline, passing: Names, stale: Mapping[str, Names]) -> Iterator[Finding]:
    """The differences of two screens, without what is only passing. `stale` elements found something before."""

    def stays(thing: Thing) -> bool:
        return (thing.kind, thing.name) not in passing

    for change in compare([*filter(stays, was.things)], [*filter(stays, now.things)]):
        thing = change.thing
        mine = [name for name, known in stale.items() if change.kind in EXPLAINS and (thing.kind, thing.name) in known]
        new = change.now.name if change.now is not None and change.kind in ("renamed", "new") else ""
        old = "" if change.kind == "new" else thing.name
        yield Finding(change.kind, in_words(change), (now.screen,), thing.kind, old, new, tuple(mine))


def _elements(
    was: Baseline | None, now: Baseline, uses: Mapping[str, Manner], fallbacks: Mapping[str, str]
) -> Iterator[Finding]:
    for name, count in now.found.items():
        if count > 1 and not uses[name].several:
            said = words.SEVERAL.format(element=name, count=count)
            yield Finding("several", said, (now.screen,), elements=(name,))
        if name in fallbacks:
            said = words.LATER_CANDIDATE.format(element=name, candidate=fallbacks[name])
            yield Finding("fallback", said, (now.screen,), elements=(name,))
    for name, before in was.found.items() if was is not None else ():
        if name in uses and before and not now.found.get(name) and not uses[name].comes_and_goes:
            yield Finding("lost", words.LOST.format(element=name), (now.screen,), elements=(name,))


def _together(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each finding once, with all its screens. A lost element that is named with a change needs no line of its own."""
    screens: dict[Finding, list[str]] = {}
    for one in found:
        screens.setdefault(replace(one, screens=()), []).extend(one.screens)
    explained = {
        (name, screen)
        for one in found
        if one.kind in EXPLAINS
        for name in one.elements
        for screen in one.screens
    }
    return tuple(
        replace(one, screens=tuple(left))
        for one, on in screens.items()
        if (left := [s for s in on if one.kind != "lost" or (one.elements[0], s) not in explained])
    )


def _unseen(
    library: Library,
    screens: Sequence[Baseline],
    uses: Mapping[str, Manner],
    names: Mapping[str, Names],
    *,
    stopped: bool,
) -> Iterator[Unseen]:
    taken = frozenset(pair for known in names.values() for pair in known)
    for name in library.portal.elements:
        counts = [screen.found[name] for screen in screens if name in screen.found]
        if any(counts):
            continue
        if screens and not counts:
            why = words.WHY_VALUES
        elif uses[name].told:
            why = words.WHY_TOLD
        elif uses[name].comes_and_goes:
            why = words.WHY_NOT_NOW
        else:
            why = words.WHY_STOPPED if stopped else words.WHY_NOT_MET
        yield Unseen(name, why, _like(names[name], screens, taken))


def _like(known: Names, screens: Sequence[Baseline], taken: Names) -> str:
    """What an element may be called now: a thing of its kind that no element knows, of a name much like its own."""
    free = {(one.kind, one.name) for screen in screens for one in screen.things if not one.doubtful} - taken
    scored = [(likeness(name, other), other) for kind, name in known for of, other in free if of == kind]
    score, name = max(scored, default=(0.0, ""))
    return name if score >= LIKE else ""


def in_words(change: Change) -> Text:
    """A change as a person would tell it."""
    thing, now = called(change.thing), change.now or change.thing
    match change.kind:
        case "renamed":
            return words.RENAMED.format(thing=thing, name=now.name)
        case "gone":
            return words.GONE.format(thing=thing)
        case "new":
            return words.NEW_REQUIRED.format(name=now.name) if now.required else words.NEW.format(thing=called(now))
        case "required":
            return words.REQUIRED.format(thing=thing)
        case "optional":
            return words.OPTIONAL.format(thing=thing)
        case "moved":
            return words.MOVED.format(thing=thing, place=_place(change.after), now=_place(change.now_after))


def called(thing: Thing) -> Text:
    """A thing as a person would call it: button ‘Save’."""
    kind = words.KINDS.get(thing.kind, Text.same(thing.kind))
    return words.THING.format(kind=kind, name=thing.name) if thing.name else kind


def _place(after: Thing | None) -> Text:
    return words.AT_THE_TOP if after is None else words.AFTER.format(name=after.name)
