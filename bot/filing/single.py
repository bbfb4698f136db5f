"""Doing one case's own flow: up to its draft, or the whole of it where the portal has no drafts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.errors import AssistantError, Fault, PortalClosed, PortalUnreachable, Refusal, Stopped, UsageError
from bot.filing import words
from bot.filing.desk import ATTEMPTS, Desk, Reports
from bot.filing.progress import Progress
from bot.filing.records import Records
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.scope import Scope
from bot.flow.steps import Stage

FILED = {
    "under_review": CaseState.UNDER_REVIEW,
    "approved": CaseState.APPROVED,
    "rejected": CaseState.REJECTED,
    "done": CaseState.DONE,
}
"""What a flow may report of a case that the portal has taken."""


class SingleCases:
    """Does cases one by one. A refusal ends the case; a fault is retried where nothing can have been done twice."""

    def __init__(self, desk: Desk, records: Records, progress: Progress) -> None:
        self._desk = desk
        self._records = records
        self._progress = progress

    async def do(self, case: Case) -> None:
        """Do the flow of a case. Raises only what concerns the whole batch: the portal closed or gone, a stop."""
        try:
            if await self._there_already(case):
                return
            for stage in case.flow.all_stages:
                if not await self._stage(case, stage):
                    return
        except PortalClosed:
            if self._records[case.id].state is CaseState.DRAFTING:
                self._records.move(case.id, CaseState.PENDING, again=True)
            raise
        except Stopped as stop:
            self._records.move(case.id, CaseState.WITHDRAWN, reason=str(stop))
            raise
        except Refusal as refusal:
            reason = refusal.words or str(refusal)
            self._records.move(case.id, CaseState.REFUSED, reason=reason, rule=refusal.rule, error=refusal)
            return
        if self._records[case.id].state is CaseState.PENDING:
            self._records.move(case.id, CaseState.DONE)

    async def _there_already(self, case: Case) -> bool:
        """Whether the portal holds already what the case would file without a draft; then it is for a person.

        Asked before anything is done: what is found after a fault is then known to be ours.
        """
        stage = next((stage for stage in case.flow.all_stages if stage.effect == "filing"), None)
        if stage is None:
            return False
        found = await self._probe(stage, self._desk.scope({**dict.fromkeys(case.flow.inputs), **case.values}))
        if found is None or not found.get("found"):
            return False
        number = str(found.get("number") or "–")
        why = words.THERE_ALREADY.format(number=number)
        self._records.move(case.id, CaseState.NEEDS_ATTENTION, number=number, reason=str(why))
        return True

    async def _stage(self, case: Case, stage: Stage) -> bool:
        """Do a stage, again if that is safe. False if the case ended here."""
        self._progress.step(case, stage.title or case.flow.title)
        self._enter(case, stage)
        for attempt in range(1, ATTEMPTS + 1):
            scope = self._desk.scope({**dict.fromkeys(case.flow.inputs), **case.values})
            try:
                reports = await self._desk.do_stage(case.flow, stage, scope, about=[case.id])
            except Refusal as refusal:
                if attempt == 1 or isinstance(refusal, PortalClosed):
                    raise
                return await self._refused_after_all(case, stage, scope, refusal)
            except (Fault, UsageError) as fault:
                await self._start_again(case, stage, fault)
                found = await self._probe(stage, scope)
                if found is not None and found.get("found"):
                    self._adopt(case, stage, found)
                    return True
                safe = stage.effect == "none" or (stage.effect == "draft" and found is not None)
                if safe and fault.retryable and attempt < ATTEMPTS:
                    continue
                self._give_up(case, safe=safe, fault=fault)
                return False
            else:
                self._leave(case, stage, reports)
                return True
        return False

    async def _refused_after_all(self, case: Case, stage: Stage, scope: Scope, refusal: Refusal) -> bool:
        """The portal says no to what was begun before and cut short: perhaps because that was done after all."""
        found = await self._probe(stage, scope)
        if found is not None and found.get("found"):
            self._adopt(case, stage, found)
            return True
        if stage.effect == "none":
            raise refusal
        reason = refusal.words or str(refusal)
        self._records.move(case.id, CaseState.NEEDS_ATTENTION, reason=reason, rule=refusal.rule, error=refusal)
        return False

    def _enter(self, case: Case, stage: Stage) -> None:
        state = self._records[case.id].state
        if stage.effect == "draft" and state is CaseState.PENDING:
            self._records.move(case.id, CaseState.DRAFTING)
        elif stage.effect == "filing":
            self._records.move(case.id, CaseState.DECLARING)

    def _leave(self, case: Case, stage: Stage, reports: Reports) -> None:
        last = reports.said[-1] if reports.said else None
        number = last.number if last else ""
        now = self._desk.now()
        if stage.effect == "draft":
            self._records.move(case.id, CaseState.DRAFTED, number=number, drafted_at=now)
        elif stage.effect == "filing":
            after = CaseState.UNDER_REVIEW if case.flow.results else CaseState.DONE
            state = FILED.get(last.state, after) if last else after
            self._records.move(case.id, state, number=number, reason=last.reason if last else "", filed_at=now)
        elif last is not None:
            self._records.note(case.id, number=number, reason=last.reason)

    async def _start_again(self, case: Case, stage: Stage, fault: AssistantError) -> None:
        try:
            await self._desk.start_again()
        except AssistantError:
            self._give_up(case, safe=stage.effect == "none", fault=fault)
            raise

    async def _probe(self, stage: Stage, scope: Scope) -> Mapping[str, Any] | None:
        """What the stage's probe finds; None where there is no probe, or it failed too."""
        if stage.already_done is None:
            return None
        given = {name: scope.evaluate(template) for name, template in stage.already_done.with_.items()}
        try:
            probe = self._desk.flows[stage.already_done.probe]
            outputs, _ = await self._desk.persist(lambda: self._desk.do(probe, given))
        except PortalUnreachable:
            raise
        except Fault:
            return None
        return outputs

    def _adopt(self, case: Case, stage: Stage, found: Mapping[str, Any]) -> None:
        """Take over what the portal already holds."""
        number = str(found.get("number") or "")
        if stage.effect == "draft":
            self._records.move(case.id, CaseState.DRAFTED, number=number)
        elif stage.effect == "filing":
            state = FILED.get(str(found.get("state")), CaseState.UNDER_REVIEW)
            self._records.move(case.id, state, number=number, filed_at=self._desk.now())

    def _give_up(self, case: Case, *, safe: bool, fault: AssistantError) -> None:
        if safe:
            self._records.move(case.id, CaseState.FAILED, reason=str(fault), error=fault)
        else:
            state = self._records[case.id].state
            said = words.OUTCOME_UNKNOWN if state is CaseState.DECLARING else words.DRAFT_UNKNOWN
            self._records.move(case.id, CaseState.NEEDS_ATTENTION, reason=str(said), error=fault)
