"""Settling what was cut short: the portal is asked, not guessed, and nothing is clicked.

What is found there is adopted, with its number. What is provably not done goes back to where it can be done again: a
draft that the portal does not hold, a declaration whose very draft is still there, seen twice, some time apart. What
is neither, a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bot.errors import Fault, PortalUnreachable
from bot.filing import words
from bot.filing.desk import ATTEMPTS, Desk
from bot.filing.enquiries import FILED, Enquiries, Found, ids, last_by_case
from bot.filing.progress import Progress
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.states import FOLLOWS, CaseState
from bot.run import CaseReport
from bot.text import Text


class Settling:
    """Finds out what became of cases whose drafting or declaring was cut short."""

    def __init__(self, desk: Desk, records: Records, progress: Progress) -> None:
        self._desk = desk
        self._records = records
        self._progress = progress
        self._enquiries = Enquiries(desk)

    async def drafting(self, cut_short: Sequence[CaseRecord]) -> None:
        """Look for the drafts of cases that were being saved. What cannot be asked now stays, to be asked again."""
        for record in cut_short:
            stage = next((stage for stage in record.case.flow.all_stages if stage.effect == "draft"), None)
            if stage is None or stage.already_done is None:
                self.attend(record, words.DRAFT_UNKNOWN)
                continue
            try:
                found = await self._enquiries.probe(record, stage)
            except PortalUnreachable:
                raise
            except Fault as fault:
                self._records.note(record.case.id, error=fault)
                continue
            if found is None:
                said = str(words.NOT_SAVED)
                self._records.move(record.case.id, CaseState.PENDING, again=True, reason=said, baseline=None)
            else:
                self.take_over_draft(record, found)

    def take_over_draft(self, record: CaseRecord, found: Found) -> None:
        """Adopt what the portal holds of a case that was being drafted."""
        case = record.case.id
        if found.several:
            self.attend(record, words.DRAFT_SEVERAL)
        elif found.state not in FILED:
            now = self._desk.now()
            self._records.move(
                case, CaseState.DRAFTED, kind="adopted", number=found.number, reason="", drafted_at=now, error=None
            )
        elif unlike := self._enquiries.unlike(record, found.shows):
            told = "; ".join(map(str, unlike))
            self.attend(record, words.FOUND_DIFFERENT.format(number=found.number, differences=told))
        else:
            self._records.move(
                case, CaseState.UNDER_REVIEW, kind="adopted", number=found.number, filed_at=self._desk.now()
            )

    async def declaring(self, cut_short: Sequence[CaseRecord], *, answered: bool = False) -> None:
        """Look up cases that were being declared: never click. Asks twice, some time apart, before it concludes.

        `answered`: the portal said that it had declared, yet did not prove it. A draft that it left out, it left out
        on purpose; doing it again is for a person to decide.
        """
        in_sets = [record for record in cut_short if record.case.flow.after]
        for record in cut_short:
            if record not in in_sets:
                await self._filed_at_once(record)
        for flow, records in groupby(sorted(in_sets, key=_results_flow), key=_results_flow):
            await self._declared(flow, list(records), answered=answered)

    async def _filed_at_once(self, record: CaseRecord) -> None:
        """A filing without draft: what its probe finds is ours, for nothing was there before."""
        stage = next(stage for stage in record.case.flow.all_stages if stage.effect == "filing")
        found = await self._enquiries.probe(record, stage) if stage.already_done else None
        if found is None or found.number in (record.baseline or ()):
            self.attend(record, words.OUTCOME_UNKNOWN)
            return
        state = FILED.get(found.state, CaseState.UNDER_REVIEW)
        self._records.move(
            record.case.id, state, kind="adopted", number=found.number, filed_at=self._desk.now(), error=None
        )

    async def _declared(self, flow: str, cut_short: Sequence[CaseRecord], *, answered: bool) -> None:
        first = await self._still_drafts(flow, cut_short)
        left = self._left(cut_short)
        if not left:
            return
        pause = self._desk.pauses.apart
        self._progress.step(None, words.LOOKING_AGAIN.format(seconds=round(pause)))
        await self._desk.stop.pause(pause)
        second = await self._still_drafts(flow, left)
        for record in self._left(left):
            if record.case.id not in first & second:
                self.attend(record, words.OUTCOME_UNKNOWN)
            elif answered or record.attempt >= ATTEMPTS:
                self.attend(record, words.STILL_A_DRAFT)
            else:
                said = str(words.NOT_DECLARED)
                self._records.move(record.case.id, CaseState.REVIEWED, again=True, reason=said, error=None)

    async def _still_drafts(self, flow: str, records: Sequence[CaseRecord]) -> set[str]:
        """Adopt what the portal has taken; the cases whose very drafts it still shows as drafts."""
        reports = await self._enquiries.about(flow, records)
        self.adopt(ids(records), reports)
        return {str(report.case) for report in reports if report.state == "drafted"}

    def _left(self, records: Sequence[CaseRecord]) -> list[CaseRecord]:
        now = [self._records[record.case.id] for record in records]
        return [record for record in now if record.state is CaseState.DECLARING]

    def adopt(self, cases: Sequence[str], reports: Sequence[CaseReport]) -> None:
        """Take over what the portal shows of cases that were declared."""
        by_case = last_by_case([report for report in reports if report.state in FILED])
        moves = [self._adopting(self._records[case], by_case[case]) for case in cases if case in by_case]
        if moves := [move for move in moves if move is not None]:
            self._records.change(moves)

    def _adopting(self, record: CaseRecord, report: CaseReport) -> Move | None:
        state = FILED[report.state]
        facts: dict[str, Any] = {"number": report.number or record.number}
        if record.filed_at is None:
            facts["filed_at"] = self._desk.now()
        if state in (CaseState.APPROVED, CaseState.REJECTED):
            facts |= {"reason": report.reason, "decided_at": self._desk.now(), "error": None}
        if state in FOLLOWS[record.state]:
            return Move(record.case.id, state, facts=facts, kind="outcome")
        return None

    def attend(self, record: CaseRecord, why: Text) -> None:
        """A person has to look at it."""
        self._records.move(record.case.id, CaseState.NEEDS_ATTENTION, reason=str(why))


def _results_flow(record: CaseRecord) -> str:
    return str(record.case.flow.results)
