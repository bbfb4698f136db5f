"""A listener that adds up where the time goes."""

from __future__ import annotations

from collections import Counter

from bot.flow.models import Flow
from bot.flow.steps import Step
from bot.run import Listener, Outcome


class Timings(Listener):
    """Adds up where the time goes, in seconds, by verb. Verbs that only hold other steps are left out."""

    HOLDERS = frozenset({"for_each", "repeat_until", "do", "call"})

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def step_ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        if step.action.verb not in self.HOLDERS:
            self.seconds[step.action.verb] += seconds  # type: ignore[assignment]  # Counter is typed for int only
