"""What the portal holds of the cases before anything is done: taken over where it is the same, never doubled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.filing import words
from bot.filing.desk import Desk
from bot.filing.enquiries import FILED, Enquiries
from bot.filing.progress import Progress
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.states import CaseState
from bot.run import CaseReport


class Standing:
    """Reads the portal's lists for cases that have not been begun, and keeps what was there as their baseline."""

    def __init__(self, desk: Desk, records: Records, progress: Progress) -> None:
        self._desk = desk
        self._records = records
        self._progress = progress
        self._enquiries = Enquiries(desk)

    async def look(self) -> None:
        """Ask for every pending case that was not asked for yet in this attempt."""
        asked = [
            record
            for record in self._records.within(CaseState.PENDING)
            if record.baseline is None and record.case.flow.standing
        ]
        if not asked:
            return
        self._progress.phase(words.STANDING, len(asked))
        for flow, records in groupby(sorted(asked, key=_flow), key=_flow):
            await self._ask(flow, list(records))

    async def _ask(self, flow: str, records: Sequence[CaseRecord]) -> None:
        reports = await self._enquiries.about(flow, records)
        for record in records:
            mine = [report for report in reports if report.case == record.case.id]
            held = list({report.number: report for report in mine}.values())  # one that moved on was met twice
            self._records.change([self._take_over(record, held)])
            self._progress.advanced()

    def _take_over(self, record: CaseRecord, held: Sequence[CaseReport]) -> Move:
        case, baseline = record.case.id, tuple(report.number for report in held)
        open_ones = [report for report in held if report.state in ("drafted", "under_review")]
        if len(open_ones) > 1:
            said = words.FOUND_SEVERAL.format(numbers=", ".join(report.number for report in open_ones))
            return Move(case, CaseState.NEEDS_ATTENTION, facts={"reason": str(said), "baseline": baseline})
        approved = [report for report in held if report.state == "approved" and not self._unlike(record, report)]
        the_same = next((report for report in (*open_ones, *approved)), None)
        if the_same is None:
            return Move(case, facts={"baseline": baseline})
        if unlike := self._unlike(record, the_same):
            said = words.FOUND_DIFFERENT.format(number=the_same.number, differences=unlike)
            facts = {"reason": str(said), "number": the_same.number, "baseline": baseline}
            return Move(case, CaseState.NEEDS_ATTENTION, facts=facts)
        facts = {"reason": str(words.ADOPTED), "number": the_same.number, "baseline": baseline}
        return Move(case, FILED.get(the_same.state, CaseState.DRAFTED), facts=facts, kind="adopted")

    def _unlike(self, record: CaseRecord, report: CaseReport) -> str:
        return "; ".join(map(str, self._enquiries.unlike(record, report.shows)))


def _flow(record: CaseRecord) -> str:
    return str(record.case.flow.standing)
