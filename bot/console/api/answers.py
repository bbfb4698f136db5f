"""What a program is told: of a batch, a case, a check, a job. Times are ISO 8601, in UTC."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.console.work import Job
from bot.errors import AssistantError, UsageError
from bot.evidence.verify import Verdict
from bot.filing.progress import CaseOutcome
from bot.flow.case import Origin
from bot.roster.check import Checked
from bot.roster.people import references_of
from bot.service import BatchView
from bot.text import Text

Data = dict[str, Any]


class Refused(UsageError):
    """A program's request that can't be done, with the status that says what kind of mistake it is."""

    def __init__(
        self, status: int, said: Text | str, *, cure: Text | str, problems: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        super().__init__(said, cure=cure)
        self.status = status
        self.problems = list(problems)


def refused(status: int, error: AssistantError) -> Refused:
    """An error of ours with the status that fits it here."""
    return Refused(status, error.message, cure=error.cure)


def batch_data(view: BatchView) -> Data:
    """A batch, without its cases."""
    states = [outcome.state.value for outcome in view.outcomes]
    return {
        "id": view.id,
        "account": view.account,
        "period": view.period,
        "roster": view.roster,
        "until": view.until,
        "four_eyes": view.four_eyes,
        "started_by": view.started_by,
        "created_at": view.created_at.isoformat(),
        "purged_at": view.purged_at.isoformat() if view.purged_at else None,
        "stopped": view.stopped,
        "cases": len(states),
        "states": {state: states.count(state) for state in dict.fromkeys(states)},
        "waiting_for_approval": len(view.waiting),
    }


def case_data(outcome: CaseOutcome, references: Mapping[Origin, str]) -> Data:
    """A case. Who it is about is told by the row of the roster and the program's own reference, not by a number."""
    origin = outcome.case.origin
    return {
        "id": outcome.case.id,
        "operation": outcome.case.flow.flow,
        "sheet": origin.sheet if origin else None,
        "row": origin.row if origin else None,
        "reference": references.get(origin, "") if origin else "",
        "state": outcome.state.value,
        "number": outcome.number,
        "reason": outcome.reason,
        "rule": outcome.rule,
        "filed_at": outcome.filed_at.isoformat() if outcome.filed_at else None,
        "decided_at": outcome.decided_at.isoformat() if outcome.decided_at else None,
        "approved_by": outcome.approved_by,
    }


def roster_data(upload: str, checked: Checked, *, known: bool) -> Data:
    """What the check says of a roster."""
    own = references_of(checked.roster)
    return {
        "id": upload,
        "known": known,
        "rows": checked.rows,
        "ready": checked.ok and bool(checked.cases),
        "cases": [
            {
                "id": case.id,
                "operation": case.flow.flow,
                "account": case.account or "",
                "sheet": case.origin.sheet if case.origin else None,
                "row": case.origin.row if case.origin else None,
                "reference": own.get(case.origin, "") if case.origin else "",
            }
            for case in checked.cases
        ],
        "problems": [
            {
                "rule": one.rule,
                "severity": one.severity.value,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "input": one.input,
                "reference": own.get(Origin(one.sheet, one.row or 0), ""),
                "message": str(one.message),
                "cure": str(one.cure),
                "proposal": str(one.proposal),
            }
            for one in checked.problems
        ],
    }


def job_data(job: Job) -> Data:
    """How far a job is, account by account."""
    return {
        "id": job.id,
        "ended": job.ended,
        "batches": list(job.batches),
        "accounts": [
            {
                "account": lane.account,
                "batch": lane.batch,
                "phase": str(lane.phase_name or ""),
                "done": lane.done,
                "total": lane.total,
            }
            for lane in job.lanes.values()
        ],
        "error": str(job.error) if job.error else "",
        "cure": str(job.error.cure) if job.error else "",
    }


def verdict_data(verdict: Verdict) -> Data:
    """Whether the evidence is as it was sealed."""
    return {
        "intact": verdict.intact,
        "files": verdict.files,
        "head": verdict.head,
        "seals": len(verdict.seals),
        "findings": [
            {"kind": one.kind.value, "path": one.path, "message": str(one.message)} for one in verdict.findings
        ],
    }
