"""Lint: what is defined and never used. Asked only where nothing is wrong: a misspelt name is no lack of use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.flow.actions import Ask, Call, Read, ReadTable, Set
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Flow, Portal
from bot.flow.problems import FlowProblem
from bot.flow.reads import elements_named, elements_reached, names_read
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Probe, Step

OF_PORTAL = re.compile(r"\bportal\.(?:words\.)?(\w+)")
BY_A_NAME = re.compile(r"\bportal(?:\.words)?\s*(?:\[|\.get\b|\.items\b|\.values\b)")
"""A setting or a word that is looked up by a name which only a running flow knows."""
ASSUMED_WORDS = ("yes", "no")
"""Words that the program itself reads."""
GIVEN_ON = "ticked"
"""The variable of a flow over cases that the engine reads: which of them it has ticked."""


def check_unused(folder: Folder) -> Iterator[FlowProblem]:
    """Elements, settings, words, flows, inputs and variables that nothing uses."""
    if folder.portal is not None and folder.portal_source is not None:
        yield from _elements(folder.portal, folder.portal_source, folder)
        yield from _settings(folder.portal, folder.portal_source, folder)
        yield from _flows(folder.portal, folder)
    for name, flow in folder.flows.items():
        read = names_read(flow, folder.portal)
        yield from _inputs(flow, folder.sources[name], read)
        yield from _variables(flow, folder.sources[name], read)


def _elements(portal: Portal, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    others = portal.model_copy(update={"elements": {}})
    named = [one.name for model in (others, *folder.flows.values()) for one in elements_named(model)]
    named += [name for flow in folder.flows.values() for name in flow.shows]
    used = elements_reached(iter(named), portal)
    for name in portal.elements:
        if name not in used:
            message = f"nothing uses the element {name!r}"
            yield source.problem("FL042", message, ("elements", name), at_key=True)


def _settings(portal: Portal, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    """Asked of the text of the files: the options of inputs no longer say what they were read from."""
    text = "\n".join(line for one in (source, *folder.sources.values()) for line in one.lines)
    if BY_A_NAME.search(text):
        return
    read = {*OF_PORTAL.findall(text), *ASSUMED_WORDS}
    for key, names in (("settings", portal.settings), ("words", portal.words)):
        for name in names:
            if name not in read:
                message = f"nothing reads the {key[:-1]} {name!r}"
                yield source.problem("FL045", message, (key, name), at_key=True)


def _flows(portal: Portal, folder: Folder) -> Iterator[FlowProblem]:
    """Of a portal without operations nobody knows yet which flows will be called."""
    called = {name: set(_called(flow)) for name, flow in folder.flows.items()}
    if not portal.operations or any("${" in name for names in called.values() for name in names):
        return
    reached: set[str] = set()
    waiting = [*portal.operations, *filter(None, (portal.login, portal.logout, portal.walk))]
    while waiting:
        name = waiting.pop()
        if name in folder.flows and name not in reached:
            reached.add(name)
            waiting += called[name]
    for name in folder.flows:
        if name not in reached:
            message = f"nothing calls the flow {name!r}, and `operations` does not list it"
            yield folder.sources[name].problem("FL036", message, ("flow",))


def _called(flow: Flow) -> Iterator[str]:
    """The flows that a flow names."""
    named = [flow.results, flow.standing]
    if flow.after is not None:
        named += [flow.after.read_back, flow.after.declare]
    yield from (name for name in named if name is not None)
    for _, value in walk(flow):
        match value:
            case Call():
                yield value.flow
            case Probe():
                yield value.probe


def _inputs(flow: Flow, source: Source, read: frozenset[str]) -> Iterator[FlowProblem]:
    for key, field in flow.inputs.items():
        if key not in {*read, flow.person} and field.type != "cases":  # a set has its cases whether read or not
            yield source.problem("FL025", f"nothing reads the input {key!r}", ("inputs", key), at_key=True)


def _variables(flow: Flow, source: Source, read: frozenset[str]) -> Iterator[FlowProblem]:
    for loc, name in _set_by(flow):
        if name not in {*read, GIVEN_ON}:
            yield source.problem("FL026", f"nothing reads the variable {name!r}", file_loc(loc), at_key=True)


def _set_by(flow: Flow) -> Iterator[tuple[Loc, str]]:
    """Every variable that is set, and where. That of a loop need not be read."""
    for loc, value in walk(flow):
        match value:
            case Set() | Read() | Ask():
                yield from (((*loc, "values", name), name) for name in value.values)
            case ReadTable():
                yield (*loc, "as"), value.as_
            case Step(action=Call(), as_=str(name)):
                yield (*loc, "as"), name
