"""The steps of a scenario as they were done, each with the pictures that it left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import AssistantError
from bot.flow.actions import Evidence
from bot.flow.models import Flow
from bot.flow.steps import Stage, Step
from bot.run import Listener
from bot.run.describe import describe
from bot.run.listener import Outcome

_PICTURES = (".webp", ".png")
_NUMBER = re.compile(r"\d+-")
_FAILURE = "failure"
"""The name of the picture that is taken when something fails."""


@dataclass
class StepTaken:
    """One step that was come to. `words` never tell what was typed."""

    flow: str
    stage: str
    words: str
    place: str
    depth: int
    """How many steps it is inside of."""
    picture: str = ""
    """The name of the picture that it takes, if it takes one."""
    outcome: str = "cut short"
    seconds: float = 0
    pictures: list[Path] = field(default_factory=list)


class StepNotes(Listener):
    """Notes every step of one account, in the order in which they were begun."""

    def __init__(self) -> None:
        self.taken: list[StepTaken] = []
        self._open: list[StepTaken] = []
        self._stages: list[str] = []

    def stage_started(self, flow: Flow, stage: Stage) -> None:
        self._stages.append(stage.stage)

    def stage_ended(self, flow: Flow, stage: Stage, error: AssistantError | None) -> None:
        self._stages.pop()

    def step_started(self, flow: Flow, step: Step) -> None:
        self._open.append(self._note(flow, step))

    def step_ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        ended = self._note(flow, step) if outcome is Outcome.SKIPPED else self._open.pop()
        ended.outcome, ended.seconds = outcome.value, seconds

    def _note(self, flow: Flow, step: Step) -> StepTaken:
        stage = self._stages[-1] if self._stages else ""
        picture = step.action.name if isinstance(step.action, Evidence) else ""
        taken = StepTaken(flow.flow, stage, describe(step), str(step.place or ""), len(self._open), picture)
        self.taken.append(taken)
        return taken


def pictures_in(folders: Iterable[Path]) -> list[Path]:
    """The pictures in folders of evidence, in the order in which they were written."""
    found = (path for folder in folders for path in folder.glob("*/[0-9]*-*") if path.suffix in _PICTURES)
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path))


def hand_out(pictures: Iterable[Path], steps: Iterable[StepTaken]) -> list[Path]:
    """Give every picture to the step that took it: the first of its name goes to the first step of that name.

    A picture of a failure goes to the innermost step that failed. What is left over is of no step.
    """
    waiting = [step for step in steps if step.outcome in (Outcome.DONE, Outcome.FAILED)]
    failed = [step for step in _innermost(waiting) if step.outcome == Outcome.FAILED]
    left = []
    for path in pictures:
        name = _NUMBER.sub("", path.stem, count=1)
        candidates = failed if name == _FAILURE else [one for one in waiting if one.picture == name]
        taker = next((one for one in candidates if not one.pictures), None)
        if taker is None:
            left.append(path)
        else:
            taker.pictures.append(path)
    return left


def _innermost(steps: list[StepTaken]) -> list[StepTaken]:
    """Without the steps that have others inside."""
    return [
        step
        for step, following in zip(steps, [*steps[1:], None], strict=False)
        if following is None or following.depth <= step.depth
    ]
