"""Lint: what the engine needs to know about a flow as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flow.folder import Folder
from bot.flow.marks import Source
from bot.flow.models import Flow
from bot.flow.problems import FlowProblem, listed, nearest


def check_stages(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    """Effects that nobody could prove, sets without cases, and names of inputs that there are not."""
    yield from _inputs(flow, source, folder)
    yield from _effects(flow, source, folder)
    yield from _sets(flow, source, folder)


def _inputs(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    elements = folder.portal.elements if folder.portal else {}
    named = [(("person",), flow.person)] + [
        (("rules", index, "input"), one.input) for index, one in enumerate(flow.rules)
    ]
    for loc, name in named:
        if name is not None and name not in flow.inputs:
            yield _no_input(name, flow, source, loc, at_key=False)
    for name in flow.shows:
        if name not in flow.inputs and name not in elements:
            yield _no_input(name, flow, source, ("shows", name), at_key=True)
    if folder.portal and flow.flow in folder.portal.operations:
        for name, field in flow.inputs.items():
            if field.type in ("cases", "list"):
                message = f"a roster cannot hold {field.type!r}: only flows that others name can have such an input"
                yield source.problem("FL052", message, ("inputs", name), at_key=True)


def _no_input(name: str, flow: Flow, source: Source, loc: tuple[str | int, ...], *, at_key: bool) -> FlowProblem:
    near = nearest(name, flow.inputs)
    expected = "" if near else listed(flow.inputs)
    message = f"unknown input {name!r}"
    return source.problem("FL063", message, loc, at_key=at_key, expected=expected, nearest=near)


def _effects(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    looked_up = _over_cases(flow) and (flow.results or flow.flow in _declaring(folder))
    if flow.after is not None and "draft" in flow.effects and flow.results is None:
        message = "what is declared in sets needs a way to be looked up, should it be cut short"
        yield source.problem("FL050", message, ("after", "declare"), expected="`results` in the flow")
    for index, stage in enumerate(flow.stages):
        loc = ("stages", index, "effect")
        if stage.effect == "filing" and stage.already_done is None and not looked_up:
            message = "a stage that files needs a way to prove what it did, should it be cut short"
            yield source.problem("FL050", message, loc, expected="`already_done` in the stage")
        if stage.effect == "draft" and stage.already_done is None:
            message = "without `already_done`, a draft that is cut short needs a person to look"
            yield source.problem("FL051", message, loc)
        if stage.already_done is not None:
            yield from _probe(stage.already_done.probe, source, ("stages", index, "already_done", "probe"), folder)


def _declaring(folder: Folder) -> set[str]:
    """The flows that declare the drafts of others, whose `results` look up what came of it."""
    return {one.after.declare for one in folder.flows.values() if one.after}


def _over_cases(flow: Flow) -> bool:
    return "cases" in flow.inputs and flow.inputs["cases"].type == "cases"


def _probe(name: str, source: Source, loc: tuple[str | int, ...], folder: Folder) -> Iterator[FlowProblem]:
    """A probe that never says `found` would have everything done again."""
    probe = folder.flows.get(name)
    if probe is not None and probe.effects == {"none"} and "found" not in probe.outputs:
        message = f"the probe {name!r} has no output `found`"
        yield source.problem("FL055", message, loc, expected="outputs: {found: …} in that flow")


def _sets(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    """Flows over sets get the cases, and nothing else."""
    if flow.after is not None and "draft" not in flow.effects:
        message = "`after` is about drafts, and no stage of this flow has the effect draft"
        yield source.problem("FL054", message, ("after",), at_key=True)
    over_sets: list[tuple[tuple[str, ...], str | None]] = [
        (("results",), flow.results),
        (("standing",), flow.standing),
    ]
    if flow.after is not None:
        over_sets += [
            (("after", "read_back"), flow.after.read_back),
            (("after", "declare"), flow.after.declare),
        ]
    for loc, name in over_sets:
        called = folder.flows.get(name) if name else None
        if called is not None and not _over_cases(called):
            message = f"the flow {name!r} must have an input `cases`, of the type `cases`"
            yield source.problem("FL052", message, loc)
