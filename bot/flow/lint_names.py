"""Lint: the expressions of a flow, in the order in which it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.fields import ChosenOption, Place, ResidentNumber
from bot.flow.actions import Ask, Call, Choose, Fill, ForEach, Read, ReadTable, RepeatUntil, Set, Upload
from bot.flow.expressions import names_in
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Flow, Portal
from bot.flow.names import Known, check_condition, check_template
from bot.flow.problems import FlowProblem, listed
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Step
from bot.flow.targets import Target
from bot.text import Text

VALUES = {"resident_id": ResidentNumber, "choice": ChosenOption, "division": Place}
"""The values of inputs that have parts."""

SHARED = ("portal", "account", "today")
"""Names that every flow sees."""


def check_names(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    """Expressions with mistakes, and names that the flow does not know, or does not know yet."""
    changed = set_by([step for stage in flow.all_stages for step in stage.steps])
    attributes = folder.attributes | {
        name: attributes_of(field.type) for name, field in flow.inputs.items() if name not in changed
    }
    inputs = Known(frozenset((*SHARED, *flow.inputs)), attributes=attributes)
    yield from _inputs(flow, source, inputs)
    yield from _templates(flow.shows, ("shows",), source, inputs)
    checker = _Checker(source, folder.portal)
    operation = folder.portal is not None and flow.flow in folder.portal.operations
    known = inputs
    for index, stage in enumerate(flow.all_stages):
        loc: Loc = ("stages", index) if flow.stages else ()
        if stage.already_done is not None:
            yield from _templates(stage.already_done.with_, (*loc, "already_done", "with"), source, inputs)
        before = inputs if operation else known
        if stage.effect == "filing" and _over_a_set(flow):
            before = before.plus("ticked")
        ever = set_by(stage.steps) if operation else changed
        checker.known = Known(before.now, frozenset(ever), attributes)
        yield from checker.steps(stage.steps, (*loc, "steps"))
        known = checker.known
    yield from _templates(flow.outputs, ("outputs",), source, known.plus(*known.ever))


def attributes_of(kind: str) -> tuple[str, ...] | None:
    """What expressions can read of the value of an input of this type; None where that is not known."""
    value = VALUES.get(kind)
    return tuple(name for name in dir(value) if not name.startswith("_")) if value else None


def _over_a_set(flow: Flow) -> bool:
    return any(field.type == "cases" for field in flow.inputs.values())


def _inputs(flow: Flow, source: Source, known: Known) -> Iterator[FlowProblem]:
    for name, field in flow.inputs.items():
        yield from check_condition(field.required_when, known, source, ("inputs", name, "required_when"))
        yield from check_condition(field.only_when, known, source, ("inputs", name, "only_when"))
    for index, rule in enumerate(flow.rules):
        yield from check_condition(rule.when, known, source, ("rules", index, "when"))


def set_by(steps: Sequence[Step]) -> set[str]:
    """The variables that steps set, and the steps inside them."""
    return {name for step in steps for name in (*_sets(step), *_looped(step), *set_by(step.do))}


def _sets(step: Step) -> tuple[str, ...]:
    """The variables that a step has set once it is done."""
    match step.action:
        case Set() | Read() | Ask():
            return tuple(step.action.values)
        case ReadTable():
            return (step.action.as_,)
        case Call() if step.as_ is not None:
            return (step.as_,)
        case _:
            return ()


def _looped(step: Step) -> tuple[str, ...]:
    return tuple(step.action.values) if isinstance(step.action, ForEach) else ()


class _Checker:
    """Goes through steps in their order, and knows what has been set so far."""

    def __init__(self, source: Source, portal: Portal | None) -> None:
        self._source = source
        self._portal = portal
        self.known = Known(frozenset())

    def steps(self, steps: Sequence[Step], loc: Loc) -> Iterator[FlowProblem]:
        """Check steps, and those inside them."""
        for index, step in enumerate(steps):
            yield from self._step(step, (*loc, index))

    def _step(self, step: Step, loc: Loc) -> Iterator[FlowProblem]:
        yield from check_condition(step.when, self.known, self._source, (*loc, "when"))
        for key, part in (
            ("frame", step.frame),
            ("within", step.within),
            ("dialog", step.dialogs),
            ("with", step.with_),
        ):
            yield from self._part(part, (*loc, key))
        at = (*loc, "action", step.action.verb)
        if isinstance(step.action, Set):
            for name, template in step.action.values.items():
                yield from _templates(template, (*at, "values", name), self._source, self.known)
                self.known = self.known.plus(name)
        elif not isinstance(step.action, RepeatUntil):
            yield from self._part(step.action, at)
        self.known = self.known.plus(*_looped(step))
        yield from self.steps(step.do, (*loc, "do"))
        self.known = self.known.plus(*_sets(step))
        if isinstance(step.action, RepeatUntil):
            yield from check_condition(step.action.condition, self.known, self._source, (*at, "condition"))

    def _part(self, part: Any, loc: Loc) -> Iterator[FlowProblem]:
        yield from _templates(part, loc, self._source, self.known)
        for inner, value in walk(part, tuple(loc)):
            match value:
                case Target(element=str(name)):
                    yield from self._element(name, inner, at_key=False)
                case Fill() | Choose() | Upload():
                    for name in value.values:
                        yield from self._element(name, (*inner, "values", name), at_key=True)

    def _element(self, name: str, loc: Loc, *, at_key: bool) -> Iterator[FlowProblem]:
        """An element may hold expressions of its own, which read the names of the flow that uses it."""
        lacking = sorted(names_of_element(name, self._portal) - self.known.now - self.known.ever)
        if lacking:
            message = f"the element {name!r} reads {listed(map(repr, lacking))}, which this flow does not have"
            yield self._source.problem("FL024", message, file_loc(loc), at_key=at_key)


def names_of_element(name: str, portal: Portal | None, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The names that the expressions of an element read, and those of the elements that it refers to."""
    if portal is None or name not in portal.elements or name in seen:
        return frozenset()
    names: set[str] = set()
    for _, value in walk(portal.elements[name]):
        if isinstance(value, Target) and value.element is not None:
            names |= names_of_element(value.element, portal, seen | {name})
        elif isinstance(value, str | Text):
            for words in (value,) if isinstance(value, str) else value.values():
                names |= names_in(words)
    return frozenset(names)


def _templates(value: Any, loc: Loc, source: Source, known: Known) -> Iterator[FlowProblem]:
    for inner, one in walk(value, tuple(loc)):
        if isinstance(one, str):
            yield from check_template(one, known, source, inner)
        elif isinstance(one, Text):
            for language, words in {words: language for language, words in one.items()}.items():
                yield from check_template(language, known, source, (*inner, words))
