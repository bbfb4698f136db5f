"""Lint: texts that lack a language which others have.

Those of the portal's pages and those for the people who read are looked at apart: a portal in one language may have
flows that speak to people in three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from bot.flow.actions import Expect, ReadTable
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Flow, Portal, Sign
from bot.flow.problems import FlowProblem, listed
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Dialog
from bot.flow.targets import Row, Target
from bot.flow.templates import Unclosed, split
from bot.text import LANGUAGES, Language, Text


class _Place(NamedTuple):
    source: Source
    loc: Loc
    text: Text

    @property
    def is_one_for_all(self) -> bool:
        """Whether the file gives a single text, with words in it, and not one for each language."""
        node, _ = self.source.find(self.loc)
        return isinstance(node, yaml.ScalarNode) and node.value in self.text.values() and _has_words(node.value)


def check_languages(folder: Folder) -> Iterator[FlowProblem]:
    """Texts that lack a language, and texts that are one for all languages where others are not."""
    on_pages: list[_Place] = []
    for_people: list[_Place] = []
    for model, source in _files(folder):
        of_page = {tuple(loc) for loc in _on_pages(model)}
        for loc, value in walk(model):
            if isinstance(value, Text) or (isinstance(value, str) and value and loc in of_page):
                text = value if isinstance(value, Text) else Text.same(value)
                (on_pages if loc in of_page else for_people).append(_Place(source, file_loc(loc), text))
    language = folder.portal.language if folder.portal else "auto"
    if language == "auto":
        yield from _uneven(on_pages, "the portal speaks")
    else:
        yield from _lacking(on_pages, {language}, "the portal speaks")
    yield from _uneven(for_people, "others have")


def _files(folder: Folder) -> Iterator[tuple[Flow | Portal, Source]]:
    if folder.portal is not None and folder.portal_source is not None:
        yield folder.portal, folder.portal_source
    yield from ((flow, folder.sources[name]) for name, flow in folder.flows.items())


def _on_pages(model: Flow | Portal) -> Iterator[Loc]:
    """Where texts stand that are compared with what is on a page."""
    if isinstance(model, Portal):
        yield from (("words", name) for name in model.words)
    for loc, value in walk(model):
        match value:
            case Target():
                texts = (value.kind, "name", "has_text")
                yield from ((*loc, key) for key in texts if isinstance(getattr(value, key), Text))
            case Row():
                yield from ((*loc, "has", index) for index in range(len(value.has)))
            case Expect():
                yield from ((*loc, key) for key in ("text", "contains", "title"))
            case Dialog():
                yield (*loc, "says")
            case Sign():
                yield from ((*loc, "says", index) for index in range(len(value.says)))
            case ReadTable():
                yield from ((*loc, "columns", name) for name in value.columns)


def _uneven(places: list[_Place], which: str) -> Iterator[FlowProblem]:
    wanted = {language for place in places if len(set(place.text.values())) > 1 for language in place.text}
    yield from _lacking(places, wanted, which)
    if len(wanted) > 1:
        for place in places:
            if place.is_one_for_all:
                message = f"this text is the same in {listed(_ordered(wanted)).replace(' or ', ' and ')}"
                yield place.source.problem("FL046", message, place.loc)


def _lacking(places: list[_Place], wanted: set[Language], which: str) -> Iterator[FlowProblem]:
    for place in places:
        lacking = [language for language in _ordered(wanted) if language not in place.text]
        if lacking:
            message = f"this text lacks {listed(lacking).replace(' or ', ' and ')}, which {which}"
            yield place.source.problem("FL041", message, place.loc)


def _ordered(languages: set[Language]) -> list[Language]:
    return [language for language in LANGUAGES if language in languages]


def _has_words(text: str) -> bool:
    """Whether there is anything to translate outside of its expressions."""
    try:
        return any(char.isalpha() for part in split(text) if not part.expression for char in part.source)
    except Unclosed:
        return False
