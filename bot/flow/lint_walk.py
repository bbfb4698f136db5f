"""Lint: the walk through the portal's screens only looks. It is done in a real account, among real drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.flow.actions import (
    Action,
    Call,
    Choose,
    Click,
    Do,
    Evidence,
    Expect,
    Fill,
    ForEach,
    Hover,
    Open,
    Press,
    Read,
    ReadTable,
    RepeatUntil,
    Set,
    Tick,
    Untick,
    Upload,
    WaitFor,
)
from bot.flow.folder import Folder
from bot.flow.models import Flow, Portal
from bot.flow.problems import FlowProblem
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Step
from bot.flow.targets import Targets
from bot.text import Text

_LOOKS = (Open, Click, Hover, WaitFor, Expect, Read, ReadTable, Evidence, Set, ForEach, RepeatUntil, Do, Call)
"""Actions that change nothing by themselves."""
_ENTERS = (Fill, Choose, Tick, Untick, Upload, Press)
"""Actions that put something into a page; what is clicked after the last of them is what takes effect."""

Marks = frozenset[tuple[str, str]]
"""What tells one thing on a page from another: kinds of targets, with their texts."""


def check_walk(folder: Folder) -> Iterator[FlowProblem]:
    """Every step of the walk, and of the flows that it calls, that does more than look."""
    portal, walked = folder.portal, folder.portal.walk if folder.portal else None
    if portal is None or walked is None or walked not in folder.flows:
        return
    for name, field in folder.flows[walked].inputs.items():
        if field.required and field.default is None:
            message = "nobody gives a walk its inputs"
            yield folder.sources[walked].problem("FL035", message, ("inputs", name), at_key=True)
    effects = frozenset(mark for flow in folder.flows.values() for mark in _effects(flow, folder, portal))
    for name in _reached(walked, folder, set()):
        for loc, value in walk(folder.flows[name]):
            if isinstance(value, Step) and (message := _too_much(value, effects, portal)):
                yield folder.sources[name].problem("FL035", message, file_loc((*loc, "action", value.action.verb)))


def _too_much(step: Step, effects: Marks, portal: Portal) -> str:
    """What is wrong with a step of a walk; "" if it only looks."""
    action = step.action
    if not isinstance(action, _LOOKS):
        return f"a walk only looks, and `{action.verb}` does more"
    if isinstance(action, Call) and "${" in action.flow:
        return "a walk calls flows by their names, so that it can be known to only look"
    if isinstance(action, Click) and _marks(action.target, portal) & effects:
        return "a walk only looks, and another flow clicks on this to make a draft or to file"
    if any(dialog.answer == "accept" for dialog in step.dialogs):
        return "a walk only looks, and accepts no dialog"
    return ""


def _reached(name: str, folder: Folder, seen: set[str]) -> set[str]:
    """A flow and all that it calls."""
    if name in folder.flows and name not in seen:
        seen.add(name)
        for _, value in walk(folder.flows[name]):
            if isinstance(value, Call):
                _reached(value.flow, folder, seen)
    return seen


def _effects(flow: Flow, folder: Folder, portal: Portal) -> Iterator[tuple[str, str]]:
    """What is clicked in stages with an effect, after all has been filled in."""
    for stage in flow.all_stages:
        if stage.effect != "none":
            actions = list(_actions(stage.steps, folder, (flow.flow,)))
            last = max((at for at, one in enumerate(actions) if isinstance(one, _ENTERS)), default=-1)
            for action in actions[last + 1 :]:
                if isinstance(action, Click):
                    yield from _marks(action.target, portal)


def _actions(steps: Sequence[Step], folder: Folder, within: tuple[str, ...]) -> Iterator[Action]:
    """All actions in order, with those of called flows."""
    for step in steps:
        yield step.action
        yield from _actions(step.do, folder, within)
        if isinstance(step.action, Call) and step.action.flow not in within:
            called = folder.flows.get(step.action.flow)
            for stage in called.all_stages if called else ():
                yield from _actions(stage.steps, folder, (*within, step.action.flow))


def _marks(targets: Targets, portal: Portal, seen: tuple[str, ...] = ()) -> Marks:
    """By what a target knows its thing, in each language; of an element also by what its candidates do."""
    marks: set[tuple[str, str]] = set()
    for target in targets.candidates:
        said = getattr(target, target.kind)
        if isinstance(said, Text):
            marks |= {(target.kind, words) for words in said.values()}
        elif target.element is None:
            marks.add((target.kind, str(said)))
        elif target.element not in seen:
            marks.add(("element", target.element))
            element = portal.elements.get(target.element)
            marks |= _marks(element, portal, (*seen, target.element)) if element is not None else set()
    return frozenset(marks)
