"""What happens while a flow runs, told to whoever listens: progress, evidence, journal, timing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import AssistantError
from bot.flow.models import Flow
from bot.flow.steps import Stage, Step


class Outcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    """Its condition was not met."""
    MISSING = "missing"
    """It was optional, and its target was not there."""
    FAILED = "failed"


@dataclass(frozen=True)
class CaseReport:
    """What a flow says the portal holds of one case. Texts are the portal's own; "" where it showed none."""

    case: str | None
    state: str
    number: str = ""
    reason: str = ""
    shows: str = ""
    entered: str = ""
    decided: str = ""


class Listener:
    """Hooks, each empty: override those that matter. A hook that raises ends the run."""

    def stage_started(self, flow: Flow, stage: Stage) -> None:
        """A stage of a flow begins. Called flows have no stage of their own."""

    def stage_ended(self, flow: Flow, stage: Stage, error: AssistantError | None) -> None:
        """A stage is over; `error` is why it failed."""

    def step_started(self, flow: Flow, step: Step) -> None:
        """A step is about to be done."""

    def step_ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        """A step is over; `seconds` is what it took, with the steps inside it."""

    def reported(self, report: CaseReport) -> None:
        """A `report` step said what the portal holds of a case."""
