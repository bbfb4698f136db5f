"""What a flow would do for a case, worked out from its file and the case's values: no page is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from bot.errors import FlowError
from bot.flow.actions import Ask, Call, ForEach, Read, ReadTable, RepeatUntil, Set, Template
from bot.flow.expressions import names_in
from bot.flow.models import Flow
from bot.flow.scope import Scope
from bot.flow.steps import Effect, Step
from bot.redaction import HIDDEN, redactor
from bot.run.describe import describe
from bot.run.plan_details import details
from bot.text import Text


@dataclass(frozen=True)
class PlannedStep:
    """One step as it would be done. What only the page can tell stands there as in the file: `${…}`."""

    depth: int
    """How many calls, loops and blocks it is inside of."""
    place: str
    """File and line."""
    words: str
    step: Step
    """The step itself, and the `flow` that it stands in: for whoever says it in other words."""
    flow: str
    details: tuple[tuple[str, str], ...] = ()
    """What goes where, what is expected, what is kept; no password, and numbers of people masked."""
    condition: str = ""
    """Its `when`."""
    holds: bool | None = None
    """Whether the condition is met; None where only the page can tell. Steps inside one that is not are left out."""
    until: str = ""
    """Of a loop: what ends it."""
    optional: bool = False
    commits: bool = False
    note: str = ""


@dataclass(frozen=True)
class PlannedStage:
    """A stage with its steps, those of called flows in their place."""

    flow: str
    stage: str
    title: Text
    effect: Effect
    steps: tuple[PlannedStep, ...]
    probe: str = ""
    """The flow that asks the portal whether this has happened."""


def plan(flow: Flow, flows: Mapping[str, Flow], scope: Scope) -> tuple[PlannedStage, ...]:
    """The stages of a flow with all steps. `scope` knows what is known beforehand; it is left as it is."""
    planner = _Planner(flows, Scope(scope.portal, scope.language, dict(scope.names)), (flow.flow,))
    return tuple(
        PlannedStage(
            flow.flow,
            stage.stage,
            stage.title or flow.title,
            stage.effect,
            tuple(planner.steps(stage.steps, 0)),
            stage.already_done.probe if stage.already_done else "",
        )
        for stage in flow.all_stages
    )


class _Planner:
    """Walks through steps, and keeps account of which variables are known."""

    def __init__(self, flows: Mapping[str, Flow], scope: Scope, inside: tuple[str, ...]) -> None:
        self._flows = flows
        self._scope = scope
        self._inside = inside
        """The flows that are being called, the innermost last."""

    def steps(self, steps: Iterable[Step], depth: int) -> Iterator[PlannedStep]:
        for step in steps:
            yield from self._step(step, depth)

    def _step(self, step: Step, depth: int) -> Iterator[PlannedStep]:
        holds = self._holds(step.when) if step.when is not None else True
        until = step.action.condition if isinstance(step.action, RepeatUntil) else ""
        if isinstance(step.action, ForEach | RepeatUntil):  # later rounds see what earlier ones have set
            self._forget(_set_in([step]))
        yield PlannedStep(
            depth,
            f"{step.place.file}:{step.place.line}" if step.place else "",
            describe(step),
            step,
            self._inside[-1],
            tuple((name, redactor.text(value)) for name, value in details(step, self._said)),
            condition=step.when or "",
            holds=holds,
            until=until,
            optional=step.optional,
            commits=step.commits,
            note=str(step.note or ""),
        )
        if holds is False:
            return
        yield from self._inner(step, depth + 1)
        if holds is None:
            self._forget(_set_in([step]))

    def _inner(self, step: Step, depth: int) -> Iterator[PlannedStep]:
        """The steps inside a step; and what is known after it."""
        action = step.action
        match action:
            case Set():
                for name, template in action.values.items():
                    self._learn(name, template)
            case Call():
                yield from self._called(step, action, depth)
                self._forget(_set_in([step]))
            case Read() | ReadTable() | Ask():
                self._forget(_set_in([step]))
            case _:
                yield from self.steps(step.do, depth)
                if isinstance(action, ForEach | RepeatUntil):
                    self._forget(_set_in([step]))

    def _called(self, step: Step, action: Call, depth: int) -> Iterator[PlannedStep]:
        name = self._value(action.flow)
        called = self._flows.get(str(name[0])) if name else None
        if called is None or called.flow in self._inside:
            return
        known: dict[str, Any] = {one: field.default for one, field in called.inputs.items() if one not in step.with_}
        for one, template in step.with_.items():
            if value := self._value(template):
                known[one] = value[0]
        inner = _Planner(self._flows, self._scope.inner(known), (*self._inside, called.flow))
        for stage in called.all_stages:
            yield from inner.steps(stage.steps, depth)

    def _learn(self, name: str, template: Template) -> None:
        value = self._value(template)
        self._forget([name])
        if value:
            self._scope.names[name] = value[0]

    def _forget(self, names: Iterable[str]) -> None:
        for name in names:
            self._scope.names.pop(name, None)

    def _value(self, template: Template) -> tuple[Any] | None:
        """The value of a template in a tuple; None where it is not known yet."""
        if not names_in(template) <= set(self._scope.names):
            return None
        try:
            return (self._scope.evaluate(template),)
        except FlowError:  # e.g. an attribute of what was left empty: the run will say so, if it comes to it
            return None

    def _holds(self, condition: str) -> bool | None:
        if not names_in(condition, condition=True) <= set(self._scope.names):
            return None
        try:
            return self._scope.holds(condition)
        except FlowError:
            return None

    def _said(self, template: Template | Text) -> str:
        """A value as it would be typed or read on the portal; as it stands in the file where it is not known."""
        if isinstance(template, Text):
            template = template.to(self._scope.language)
        value = self._value(template)
        if value is None:
            return str(template)
        if isinstance(value[0], SecretStr):
            return HIDDEN
        try:
            return self._scope.spell(value[0])
        except (FlowError, KeyError):  # the portal has no word for it
            return str(value[0])


def _set_in(steps: Sequence[Step]) -> Iterator[str]:
    """The variables that steps may set, those inside them too."""
    for step in steps:
        match step.action:
            case Set() | Read() | Ask() | ForEach():
                yield from step.action.values
            case ReadTable():
                yield step.action.as_
            case Call() if step.as_ is not None:
                yield step.as_
            case _:
                pass
        yield from _set_in(step.do)
