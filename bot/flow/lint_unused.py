"""Lint: what is defined and never used. Asked only where nothing is wrong: a misspelt name is no lack of use."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flow.folder import Folder
from bot.flow.problems import FlowProblem
from bot.flow.reads import elements_named, elements_reached, names_read


def check_unused(folder: Folder) -> Iterator[FlowProblem]:
    """Elements and inputs that nothing uses."""
    yield from _elements(folder)
    yield from _inputs(folder)


def _elements(folder: Folder) -> Iterator[FlowProblem]:
    portal, source = folder.portal, folder.portal_source
    if portal is None or source is None:
        return
    others = portal.model_copy(update={"elements": {}})
    named = [one.name for model in (others, *folder.flows.values()) for one in elements_named(model)]
    named += [name for flow in folder.flows.values() for name in flow.shows]
    used = elements_reached(iter(named), portal)
    for name in portal.elements:
        if name not in used:
            message = f"nothing uses the element {name!r}"
            yield source.problem("FL042", message, ("elements", name), at_key=True)


def _inputs(folder: Folder) -> Iterator[FlowProblem]:
    for name, flow in folder.flows.items():
        read = names_read(flow, folder.portal) | {flow.person}
        for key, field in flow.inputs.items():
            if key not in read and field.type != "cases":  # the cases of a set are given whether read or not
                message = f"nothing reads the input {key!r}"
                yield folder.sources[name].problem("FL025", message, ("inputs", key), at_key=True)
