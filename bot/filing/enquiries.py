"""Questions to the portal that change nothing there: what it holds of a case, or of many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.filing.compare import Difference, differences, shown_by
from bot.filing.desk import Desk
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.flow.steps import Stage
from bot.run import CaseReport

FILED = {
    "under_review": CaseState.UNDER_REVIEW,
    "approved": CaseState.APPROVED,
    "rejected": CaseState.REJECTED,
    "done": CaseState.DONE,
}
"""What a flow may report of a case that the portal has taken."""


@dataclass(frozen=True)
class Found:
    """What a probe found on the portal."""

    state: str
    """drafted, or one of FILED; "" where the probe does not say."""
    number: str
    shows: str
    several: bool


class Enquiries:
    """Asks at a desk. A fault that may pass is met with a new login; others are raised."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def about(self, flow: str, records: Sequence[CaseRecord]) -> list[CaseReport]:
        """What a flow over cases reports of them."""
        asking, views = self._desk.flows[flow], self.views(records)
        _, reports = await self._desk.persist(lambda: self._desk.do(asking, {"cases": views}, about=ids(records)))
        return reports.said

    async def probe(self, record: CaseRecord, stage: Stage) -> Found | None:
        """What the probe of a stage finds of a case; None for nothing. The stage has to have a probe."""
        if stage.already_done is None:
            raise AssertionError(f"the stage {stage.stage} has no probe")
        case = record.case
        scope = self._desk.scope({**dict.fromkeys(case.flow.inputs), **case.values})
        given = {name: scope.evaluate(template) for name, template in stage.already_done.with_.items()}
        flow = self._desk.flows[stage.already_done.probe]
        outputs, _ = await self._desk.persist(lambda: self._desk.do(flow, given))
        return _found(outputs)

    def unlike(self, record: CaseRecord, shows: str) -> list[Difference]:
        """Where the portal's words of a case differ from what the roster says."""
        scope = self._desk.scope()
        return differences(shown_by(record.case, scope), shows, scope)

    def views(self, records: Iterable[CaseRecord]) -> list[dict[str, Any]]:
        """The cases as a flow over cases sees them."""
        scope = self._desk.scope()
        return [
            {
                "id": record.case.id,
                "person": record.case.person,
                "flow": record.case.flow.flow,
                "title": record.case.flow.title,
                "number": record.number,
                "values": dict(record.case.values),
                "shows": shown_by(record.case, scope),
            }
            for record in records
        ]


def _found(outputs: Mapping[str, Any]) -> Found | None:
    if not outputs.get("found"):
        return None
    return Found(
        state=str(outputs.get("state") or ""),
        number=str(outputs.get("number") or ""),
        shows=str(outputs.get("shows") or ""),
        several=bool(outputs.get("several")),
    )


def ids(records: Iterable[CaseRecord]) -> list[str]:
    """The ids of cases."""
    return [record.case.id for record in records]


def last_by_case(reports: Sequence[CaseReport]) -> dict[str, CaseReport]:
    """The last word about each case."""
    return {report.case: report for report in reports if report.case is not None}
