"""The elements of a portal as its flows use them, and the words that the portal's files know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.flow.actions import Choose, Fill, Upload
from bot.flow.models import Library
from bot.flow.shape import walk
from bot.flow.steps import Step
from bot.flow.targets import Target
from bot.text import Language, Text

KINDS = ("button", "link", "field", "heading", "image")
"""Kinds of targets that a screen tells of."""


@dataclass(frozen=True)
class Manner:
    """How flows use an element: `several` if they always say which one of them, `comes_and_goes` if it may be missing.

    `told` if it shows only when the portal has something to say, or is at work.
    """

    several: bool = False
    comes_and_goes: bool = False
    told: bool = False


def manners(library: Library) -> dict[str, Manner]:
    """How each element of the portal is used."""
    plain: set[str] = set()
    narrowed: set[str] = set()
    optional: set[str] = set()
    for model in (library.portal, *library.flows.values()):
        for _, value in walk(model):
            plain |= set(_plainly(value))
            narrowed |= set(_narrowed(value))
            if isinstance(value, Step) and value.optional:
                optional |= {name for _, inner in walk(value.action) for name in (*_plainly(inner), *_narrowed(inner))}
    told = {
        name
        for part in (library.portal.signs, library.portal.busy)
        for _, value in walk(part)
        for name in (*_plainly(value), *_narrowed(value))
    }
    frames = {
        name for _, value in walk(library.portal) if isinstance(value, Target) and value.frame is not None
        for name in [value.frame.element] if name
    }  # fmt: skip
    return {
        name: Manner(name in narrowed - plain, name in optional, name in told - frames)
        for name in library.portal.elements
    }


def _plainly(value: object) -> Iterator[str]:
    match value:
        case Target(element=str(name), has_text=None, nth=None, within=None):
            yield name
        case Fill() | Choose() | Upload():
            yield from value.values


def _narrowed(value: object) -> Iterator[str]:
    if isinstance(value, Target) and value.element and (value.has_text or value.nth or value.within):
        yield value.element


def known_texts(library: Library, language: Language) -> Iterator[str]:
    """Every text that the portal's files say in this language."""
    for model in (library.portal, *library.flows.values()):
        for _, value in walk(model):
            if isinstance(value, Text):
                yield value.to(language)


def texts_of(library: Library, language: Language) -> dict[str, tuple[tuple[str, str], ...]]:
    """By what each element knows its thing: pairs of kind and text, one for each candidate that has such."""
    return {
        name: tuple(
            (kind, text.to(language))
            for candidate in element.candidates
            for kind in KINDS
            if (text := getattr(candidate, kind)) is not None
        )
        for name, element in library.portal.elements.items()
    }


