"""Lint: the elements of the portal, and every place that names one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Element, Portal
from bot.flow.problems import FlowProblem, nearest
from bot.flow.reads import elements_named
from bot.flow.shape import file_loc, walk
from bot.flow.targets import Target


def check_elements(folder: Folder) -> Iterator[FlowProblem]:
    """Elements that do not exist, or that lead back to themselves."""
    if folder.portal is None or folder.portal_source is None:
        return
    elements = folder.portal.elements
    yield from _references(folder.portal, folder.portal_source, elements)
    for name, flow in folder.flows.items():
        yield from _references(flow, folder.sources[name], elements)
    for name in folder.portal.labels:
        if name not in elements:
            yield _unknown(name, list(elements), folder.portal_source, ("labels", name), at_key=True)
    yield from _cycles(folder.portal, folder.portal_source)


def _references(model: object, source: Source, elements: Mapping[str, Element]) -> Iterator[FlowProblem]:
    for loc, name, at_key in elements_named(model):
        if name not in elements:
            yield _unknown(name, list(elements), source, loc, at_key=at_key)


def _unknown(name: str, known: list[str], source: Source, loc: Loc, *, at_key: bool) -> FlowProblem:
    near = nearest(name, known)
    expected = "" if near else "an element of portal.yaml, or a target such as {button: Save}"
    return source.problem(
        "FL012", f"unknown element {name!r}", file_loc(loc), at_key=at_key, expected=expected, nearest=near
    )


def _cycles(portal: Portal, source: Source) -> Iterator[FlowProblem]:
    refers = {
        name: [value.element for _, value in walk(element) if isinstance(value, Target) and value.element]
        for name, element in portal.elements.items()
    }
    for name in refers:
        if path := _path_back(name, name, refers, set()):
            way = " → ".join((name, *path))
            yield source.problem("FL040", f"the element leads back to itself: {way}", ("elements", name), at_key=True)


def _path_back(start: str, at: str, refers: dict[str, list[str]], seen: set[str]) -> list[str]:
    for following in refers.get(at, []):
        if following == start:
            return [start]
        if following not in seen:
            seen.add(following)
            if rest := _path_back(start, following, refers, seen):
                return [following, *rest]
    return []
