"""The loop that does a flow's steps, in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, assert_never

from bot.errors import AssistantError, FlowError, Refusal, Stopped, TargetNotFound
from bot.flow.actions import (
    Approve,
    Ask,
    Call,
    Do,
    ForEach,
    PageAction,
    Refuse,
    RepeatUntil,
    Report,
    Set,
    SteeringAction,
)
from bot.flow.models import Flow
from bot.flow.scope import Scope
from bot.flow.steps import Stage, Step
from bot.flow.targets import Targets
from bot.redaction import redactor
from bot.run.answer import Answer
from bot.run.describe import describe
from bot.run.listener import CaseReport, Listener, Outcome
from bot.run.person import Person
from bot.text import Text


class Hands(Protocol):
    """Whatever can act on a page: a browser in earnest, a plain object in tests."""

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> Mapping[str, object]:
        """Do one action; the variables that it read."""
        ...

    async def picture(self, targets: Targets, scope: Scope) -> bytes:
        """A picture of one element, to show to a person."""
        ...


class Runner:
    """Does flows with the hands, the person and the listeners that it is given.

    `hide` is told of every answer that a person gives, before anything is done with it.
    """

    def __init__(
        self,
        flows: Mapping[str, Flow],
        hands: Hands,
        person: Person,
        listeners: Sequence[Listener] = (),
        *,
        hide: Callable[[Answer], object] = redactor.secret,
    ) -> None:
        self._hide = hide
        self._flows = flows
        self._hands = hands
        self._person = person
        self._listeners = listeners

    async def run(self, flow: Flow, scope: Scope) -> dict[str, Any]:
        """Do all stages of a flow; its outputs."""
        for stage in flow.all_stages:
            await self.run_stage(flow, stage, scope)
        return {name: scope.evaluate(template) for name, template in flow.outputs.items()}

    async def run_stage(self, flow: Flow, stage: Stage, scope: Scope) -> None:
        """Do one stage. Raises what its failing step raised, with its circumstances."""
        for listener in self._listeners:
            listener.stage_started(flow, stage)
        error: AssistantError | None = None
        try:
            await self._steps(flow, stage.steps, scope)
        except AssistantError as raised:
            error = raised
            raised.circumstances.stage = raised.circumstances.stage or stage.stage
            raise
        finally:
            for listener in self._listeners:
                listener.stage_ended(flow, stage, error)

    async def _steps(self, flow: Flow, steps: Iterable[Step], scope: Scope) -> None:
        for step in steps:
            await self._step(flow, step, scope)

    async def _step(self, flow: Flow, step: Step, scope: Scope) -> None:
        if step.when is not None and not scope.holds(step.when):
            self._ended(flow, step, Outcome.SKIPPED, 0.0)
            return
        for listener in self._listeners:
            listener.step_started(flow, step)
        started = time.perf_counter()
        outcome = Outcome.FAILED
        try:
            outcome = await self._do(flow, step, scope)
        except AssistantError as error:
            _place(error, flow, step)
            raise
        finally:
            self._ended(flow, step, outcome, time.perf_counter() - started)

    async def _do(self, flow: Flow, step: Step, scope: Scope) -> Outcome:
        action = step.action
        if isinstance(action, SteeringAction):
            await self._steer(flow, step, action, scope)
            return Outcome.DONE
        try:
            scope.names.update(await self._hands.perform(step, action, scope))
        except TargetNotFound:
            if not step.optional:
                raise
            return Outcome.MISSING
        return Outcome.DONE

    def _ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        for listener in self._listeners:
            listener.step_ended(flow, step, outcome, seconds)

    async def _steer(self, flow: Flow, step: Step, action: SteeringAction, scope: Scope) -> None:
        match action:
            case Set():
                for name, template in action.values.items():
                    scope.names[name] = scope.evaluate(template)
            case ForEach():
                [(name, things)] = action.values.items()
                for thing in scope.evaluate(things) or ():
                    scope.names[name] = thing
                    await self._steps(flow, step.do, scope)
            case RepeatUntil():
                await self._repeat(flow, step, action, scope)
            case Do():
                await self._steps(flow, step.do, scope)
            case Call():
                await self._call(step, action, scope)
            case Ask():
                await self._ask(action, scope)
            case Approve():
                if not await self._person.approve(_words(action.question, scope)):
                    raise Stopped("a person said not to go on")
            case Report():
                self._report(action, scope)
            case Refuse():
                message = _words(action.message, scope)
                raise Refusal(message, words=str(message), rule=action.rule)
            case _:
                assert_never(action)

    async def _repeat(self, flow: Flow, step: Step, action: RepeatUntil, scope: Scope) -> None:
        for _ in range(action.at_most):
            await self._steps(flow, step.do, scope)
            if scope.holds(action.condition):
                return
        raise FlowError(
            f"after {action.at_most} rounds `{action.condition}` is still not true",
            cure="raise `at_most`, or look at what should end the loop",
        )

    async def _call(self, step: Step, action: Call, scope: Scope) -> None:
        called = self._flows[str(scope.evaluate(action.flow))]
        given = {name: scope.evaluate(template) for name, template in step.with_.items()}
        missing = {name: field.default for name, field in called.inputs.items() if name not in given}
        outputs = await self.run(called, scope.inner({**missing, **given}))
        if step.as_ is not None:
            scope.names[step.as_] = outputs

    async def _ask(self, action: Ask, scope: Scope) -> None:
        [(name, question)] = action.values.items()
        picture = await self._hands.picture(question.picture, scope) if question.picture else None
        answer = Answer(
            await self._person.ask(_words(question.question, scope), picture=picture, secret=question.secret)
        )
        self._hide(answer)
        scope.names[name] = answer

    def _report(self, action: Report, scope: Scope) -> None:
        case = scope.evaluate(action.case)
        said = {
            key: scope.spell(scope.evaluate(getattr(action, key)))
            for key in ("number", "reason", "shows", "entered", "decided")
        }
        identity = case["id"] if isinstance(case, Mapping) else case
        report = CaseReport(identity, str(scope.evaluate(action.state)), **said)
        for listener in self._listeners:
            listener.reported(report)


def _words(text: Text, scope: Scope) -> Text:
    """A text for a person, its expressions filled in."""
    return text.each(lambda words: scope.spell(scope.evaluate(words)))


def _place(error: AssistantError, flow: Flow, step: Step) -> None:
    """Say where it failed: the innermost flow and step that know of it."""
    at = error.circumstances
    if not at.step:
        at.flow, at.step, at.place = flow.flow, describe(step), str(step.place or "")
