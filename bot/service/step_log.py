"""What a batch does, step by step, for the log: what was done and how it ended, never what was typed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import AssistantError
from bot.filing.records import CaseRecord
from bot.flow.models import Flow
from bot.flow.steps import Stage, Step
from bot.run import CaseReport, Listener
from bot.run.describe import describe
from bot.run.listener import Outcome

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class StepLog(Listener):
    """Logs the steps of one batch."""

    batch: str

    def stage_started(self, flow: Flow, stage: Stage) -> None:
        _log.info("%s %s › %s", self.batch, flow.flow, stage.stage)

    def stage_ended(self, flow: Flow, stage: Stage, error: AssistantError | None) -> None:
        if error is not None:
            at, kind = error.circumstances, type(error).__name__
            _log.warning("%s %s › %s failed, %s: %s (%s)", self.batch, flow.flow, stage.stage, kind, error, at.place)

    def step_started(self, flow: Flow, step: Step) -> None:
        if _log.isEnabledFor(logging.DEBUG):
            _log.debug("%s   %s …", self.batch, describe(step))

    def step_ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        if _log.isEnabledFor(logging.INFO):
            _log.info("%s   %s: %s, %.3f s (%s)", self.batch, describe(step), outcome, seconds, step.place)

    def reported(self, report: CaseReport) -> None:
        _log.info("%s   the portal holds %s: %s", self.batch, report.case or "a case", report.state)

    def and_then(self, tell: Callable[[CaseRecord], None]) -> Callable[[CaseRecord], None]:
        """Logs that a case is in another state, and tells somebody else."""

        def changed(record: CaseRecord) -> None:
            _log.info("%s %s is %s, attempt %d", self.batch, record.case.id, record.state, record.attempt)
            tell(record)

        return changed
