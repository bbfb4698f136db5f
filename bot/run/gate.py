"""A gate before whatever changes the portal's books: a flow that meets it goes no further."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.flow.actions import Call
from bot.flow.models import Flow
from bot.flow.steps import Effect, Stage, Step
from bot.run.describe import describe
from bot.run.listener import Listener


class EffectAhead(Exception):
    """What comes next would change the portal's books. No error of anybody's: the flow ends here, unfinished.

    `step` is in words, with its `place`; both are "" for a stage that does not mark which of its steps has the effect.
    """

    def __init__(self, effect: Effect, stage: str, step: str = "", place: str = "") -> None:
        super().__init__(f"{stage} has an effect: {effect}")
        self.effect = effect
        self.stage = stage
        self.step = step
        self.place = place


class Gate(Listener):
    """Raises EffectAhead before a step that `commits`, and before a stage with an effect that marks no such step.

    A stage with an effect is entered only if it, or a flow that it calls by name, says which step that is.
    """

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._flows = flows
        self._effect: Effect = "none"
        self._stage = ""

    def stage_started(self, flow: Flow, stage: Stage) -> None:
        if stage.effect == "none":
            return
        self._effect, self._stage = stage.effect, stage.stage
        if not self._marked(stage.steps, frozenset({flow.flow})):
            raise EffectAhead(stage.effect, stage.stage)

    def step_started(self, flow: Flow, step: Step) -> None:
        if step.commits:
            raise EffectAhead(self._effect, self._stage, describe(step), str(step.place or ""))

    def _marked(self, steps: Iterable[Step], inside: frozenset[str]) -> bool:
        """Whether any of the steps commits, in the flows that they call too."""
        return any(
            step.commits or self._marked(step.do, inside) or self._marked_in_called(step, inside) for step in steps
        )

    def _marked_in_called(self, step: Step, inside: frozenset[str]) -> bool:
        if not isinstance(step.action, Call) or step.action.flow in inside:
            return False
        called = self._flows.get(step.action.flow)
        if called is None:
            return False
        return any(self._marked(stage.steps, inside | {called.flow}) for stage in called.all_stages)
