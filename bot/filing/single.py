"""Doing one case's own flow: up to its draft, or the whole of it where the portal has no drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.errors import AssistantError, Fault, Interrupted, PortalClosed, Refusal, Stopped, UsageError
from bot.filing import words
from bot.filing.desk import ATTEMPTS, Desk
from bot.filing.enquiries import FILED, Enquiries
from bot.filing.progress import Progress
from bot.filing.records import CaseRecord, Records
from bot.filing.settle import Settling
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.steps import Stage
from bot.run import CaseReport

UNDER_WAY = {"draft": CaseState.DRAFTING, "filing": CaseState.DECLARING}
"""The state of a case while a stage with this effect is being done."""

DONE_ALL_THE_SAME = {"draft": {CaseState.DRAFTED}, "filing": set(FILED.values())}
"""The states that show that a stage was done, though a fault cut it short."""


class SingleCases:
    """Does cases one by one. A refusal ends the case; a fault is retried where nothing can have been done twice."""

    def __init__(self, desk: Desk, records: Records, progress: Progress) -> None:
        self._desk = desk
        self._records = records
        self._progress = progress
        self._enquiries = Enquiries(desk)
        self._settling = Settling(desk, records, progress)

    async def do(self, case: Case) -> None:
        """Do the flow of a pending case. Raises only what concerns the whole batch: the portal closed, gone; a stop."""
        try:
            if await self._there_already(case):
                return
            for stage in case.flow.all_stages:
                if not await self._stage(case, stage):
                    return
        except PortalClosed:
            await self._nothing_saved(case)
            raise
        except Interrupted:
            raise
        except Stopped as stop:
            self._records.move(case.id, CaseState.WITHDRAWN, reason=str(stop))
            raise
        except Refusal as refusal:
            await self._refused(case, refusal)
            return
        if self._records[case.id].state is CaseState.PENDING:
            self._records.move(case.id, CaseState.DONE)

    async def _there_already(self, case: Case) -> bool:
        """Whether the portal holds already what the case would file without a draft; then it is for a person.

        Asked before anything is done: what is found after a fault is then known to be ours.
        """
        stage = next((stage for stage in case.flow.all_stages if stage.effect == "filing"), None)
        if stage is None or stage.already_done is None:
            return False
        found = await self._enquiries.probe(self._records[case.id], stage)
        if found is None:
            return False
        why = words.THERE_ALREADY.format(number=found.number or "–")
        self._records.move(case.id, CaseState.NEEDS_ATTENTION, number=found.number, reason=str(why))
        return True

    async def _stage(self, case: Case, stage: Stage) -> bool:
        """Do a stage, again if that is safe. False if the case ended here, or stays cut short."""
        self._progress.step(case, stage.title or case.flow.title)
        under_way = UNDER_WAY.get(stage.effect)
        for attempt in range(1, ATTEMPTS + 1):
            if under_way is not None and self._records[case.id].state is not under_way:
                self._records.move(case.id, under_way, kind="intent", reason="")
            scope = self._desk.scope({**dict.fromkeys(case.flow.inputs), **case.values})
            try:
                reports = await self._desk.do_stage(case.flow, stage, scope, about=[case.id])
            except (Fault, UsageError) as fault:
                self._records.note(case.id, error=fault)
                if not await self._after_fault(case, stage, fault, last=attempt == ATTEMPTS):
                    return self._records[case.id].state in DONE_ALL_THE_SAME.get(stage.effect, ())
            else:
                self._leave(case, stage, reports.said)
                return True
        return False

    async def _after_fault(self, case: Case, stage: Stage, fault: AssistantError, *, last: bool) -> bool:
        """Log in anew, and ask the portal what became of the stage. True if it is to be done again."""
        await self._desk.start_again()
        if stage.effect == "draft":
            await self._settling.drafting([self._records[case.id]])
        elif stage.effect == "filing":
            await self._settling.declaring([self._records[case.id]])
        state = self._records[case.id].state
        if stage.effect != "none" and state is not CaseState.PENDING:
            return False
        if fault.retryable and not last:
            return True
        end = CaseState.FAILED if state is CaseState.PENDING else CaseState.NEEDS_ATTENTION
        self._records.move(case.id, end, reason=str(fault), error=fault)
        return False

    async def _nothing_saved(self, case: Case) -> None:
        """The portal closed its doors before it took what was being saved: it can be saved another day."""
        record = self._records[case.id]
        if record.state is CaseState.DRAFTING:
            self._records.move(case.id, CaseState.PENDING, again=True, baseline=None)

    async def _refused(self, case: Case, refusal: Refusal) -> None:
        """The portal says no: final; unless it was begun before and cut short, and was done after all."""
        record, end = self._records[case.id], CaseState.REFUSED
        if record.attempt > 1 and record.state is CaseState.DRAFTING:
            if await self._saved_after_all(record):
                return
            if refusal.held:  # it can only mean ours, which the lists do not show yet
                end = CaseState.NEEDS_ATTENTION
        facts: dict[str, Any] = {"reason": refusal.words or str(refusal), "rule": refusal.rule, "error": refusal}
        self._records.move(case.id, end, **facts)

    async def _saved_after_all(self, record: CaseRecord) -> bool:
        """Look for the draft twice, some time apart: the portal's lists may lag behind its rules."""
        stage = next(stage for stage in record.case.flow.all_stages if stage.effect == "draft")
        if stage.already_done is None:
            return False
        for pause in (self._desk.pauses.apart, 0.0):
            found = await self._enquiries.probe(record, stage)
            if found is not None:
                self._settling.take_over_draft(record, found)
                return True
            if pause:
                self._progress.step(record.case, words.LOOKING_AGAIN.format(seconds=round(pause)))
                await self._desk.stop.pause(pause)
        return False

    def _leave(self, case: Case, stage: Stage, reports: Sequence[CaseReport]) -> None:
        last = reports[-1] if reports else None
        number, reason = (last.number, last.reason) if last else ("", "")
        now = self._desk.now()
        if stage.effect == "draft":
            facts: dict[str, Any] = {"number": number, "drafted_at": now, "error": None, "reason": ""}
            self._records.move(case.id, CaseState.DRAFTED, kind="outcome", **facts)
        elif stage.effect == "filing":
            after = CaseState.UNDER_REVIEW if case.flow.results else CaseState.DONE
            state = FILED.get(last.state, after) if last else after
            facts = {"number": number, "reason": reason, "filed_at": now, "error": None}
            self._records.move(case.id, state, kind="outcome", **facts)
        elif last is not None:
            self._records.note(case.id, number=number, reason=reason)
