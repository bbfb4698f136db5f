"""Lint: flows that name other flows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.flow.actions import Call
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Flow
from bot.flow.problems import FlowProblem, nearest
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Probe, Step


def check_calls(folder: Folder) -> Iterator[FlowProblem]:
    """Flows that do not exist, calls with the wrong inputs, circles of calls, effects where there must be none."""
    if folder.portal is not None and folder.portal_source is not None:
        portal, source = folder.portal, folder.portal_source
        for index, name in enumerate(portal.operations):
            yield from _reference(name, source, ("operations", index), folder)
        yield from _quiet(portal.login, source, ("login",), folder, "logging in")
        if portal.logout is not None:
            yield from _quiet(portal.logout, source, ("logout",), folder, "logging out")
        if portal.walk is not None:
            yield from _quiet(portal.walk, source, ("walk",), folder, "a walk through the portal")
    for name, flow in folder.flows.items():
        yield from _of_flow(flow, folder.sources[name], folder)
        if way := _way_back(name, name, folder, set()):
            message = f"the flow calls itself: {' → '.join((name, *way))}"
            yield folder.sources[name].problem("FL033", message, ("flow",))


def _of_flow(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    for loc, value in walk(flow):
        match value:
            case Step(action=Call(flow=called)) if "${" not in called:
                at = (*loc, "action", "call", "flow")
                yield from _quiet(called, source, at, folder, "a called flow")
                yield from _inputs(called, value.with_, source, loc, folder)
            case Probe():
                yield from _quiet(value.probe, source, (*loc, "probe"), folder, "a probe")
                yield from _inputs(value.probe, value.with_, source, loc, folder)
    if flow.results is not None:
        yield from _quiet(flow.results, source, ("results",), folder, "asking for results")
    if flow.standing is not None:
        yield from _quiet(flow.standing, source, ("standing",), folder, "looking at what the portal holds already")
    if flow.after is not None:
        yield from _quiet(flow.after.read_back, source, ("after", "read_back"), folder, "reading back")
        yield from _reference(flow.after.declare, source, ("after", "declare"), folder)


def _reference(name: str, source: Source, loc: Loc, folder: Folder) -> Iterator[FlowProblem]:
    if name not in folder.sources:
        near = nearest(name, folder.sources)
        expected = "" if near else "the name of a flow in this folder"
        yield source.problem("FL030", f"unknown flow {name!r}", file_loc(loc), expected=expected, nearest=near)


def _quiet(name: str, source: Source, loc: Loc, folder: Folder, what: str) -> Iterator[FlowProblem]:
    """A reference to a flow that must not change the portal's books."""
    yield from _reference(name, source, loc, folder)
    called = folder.flows.get(name)
    if called is not None and called.effects != {"none"}:
        effects = " and ".join(sorted(called.effects - {"none"}))
        message = f"{what} must have no effect, and the flow {name!r} has the effect {effects}"
        yield source.problem("FL034", message, file_loc(loc))


def _inputs(name: str, given: Mapping[str, object], source: Source, loc: Loc, folder: Folder) -> Iterator[FlowProblem]:
    called = folder.flows.get(name)
    if called is None:
        return
    for key in given:
        if key not in called.inputs:
            near = nearest(key, called.inputs)
            message = f"the flow {name!r} has no input {key!r}"
            yield source.problem("FL032", message, file_loc((*loc, "with", key)), at_key=True, nearest=near)
    for key, field in called.inputs.items():
        if key not in given and field.required and field.required_when is None and field.default is None:
            message = f"the flow {name!r} needs the input {key!r}"
            yield source.problem("FL031", message, file_loc(loc), expected=f"with: {{{key}: …}}")


def _way_back(start: str, at: str, folder: Folder, seen: set[str]) -> list[str]:
    flow = folder.flows.get(at)
    if flow is None:
        return []
    for _, value in walk(flow):
        if isinstance(value, Call) and value.flow not in seen:
            if value.flow == start:
                return [start]
            seen.add(value.flow)
            if rest := _way_back(start, value.flow, folder, seen):
                return [value.flow, *rest]
    return []
