"""Listeners that turn what a flow does into progress and timings."""

from __future__ import annotations

from collections import Counter

from bot.filing.progress import Progress
from bot.flow.case import Case
from bot.flow.models import Flow
from bot.flow.steps import Stage, Step
from bot.run import Listener, Outcome


class StageProgress(Listener):
    """Tells the progress which stage is running, where the stage has a title."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.case: Case | None = None

    def stage_started(self, flow: Flow, stage: Stage) -> None:
        if stage.title is not None:
            self._progress.step(self.case, stage.title)


class Timings(Listener):
    """Adds up where the time goes, in seconds, by verb. Verbs that only hold other steps are left out."""

    HOLDERS = frozenset({"for_each", "repeat_until", "do", "call"})

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def step_ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        if step.action.verb not in self.HOLDERS:
            self.seconds[step.action.verb] += seconds  # type: ignore[assignment]  # Counter is typed for int only
