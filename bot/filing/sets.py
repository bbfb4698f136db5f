"""What is done with the drafts of many people at once: read back, declare, ask for results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any

from bot.errors import AssistantError, Fault
from bot.filing import words
from bot.filing.compare import fold
from bot.filing.desk import Desk
from bot.filing.enquiries import Enquiries, ids, last_by_case
from bot.filing.progress import Progress
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.settle import Settling
from bot.filing.states import CaseState
from bot.flow.models import AfterDrafting, Flow
from bot.flow.scope import Scope
from bot.flow.steps import Stage
from bot.run import CaseReport


class Sets:
    """Reads drafts back, declares exactly those that a person approved, and finds out what became of them."""

    def __init__(self, desk: Desk, records: Records, progress: Progress) -> None:
        self._desk = desk
        self._records = records
        self._progress = progress
        self._enquiries = Enquiries(desk)
        self._settling = Settling(desk, records, progress)

    async def read_back(self, after: AfterDrafting, drafts: Sequence[CaseRecord]) -> None:
        """Compare each draft with its case, field by field. One that is not the same needs a person."""
        by_case = last_by_case(await self._enquiries.about(after.read_back, drafts))
        for record in drafts:
            self._check(record, by_case.get(record.case.id))
            self._progress.advanced()

    def _check(self, record: CaseRecord, report: CaseReport | None) -> None:
        attend = self._settling.attend
        if report is None or report.state == "missing":
            attend(record, words.DRAFT_MISSING)
        elif report.state == "several":
            attend(record, words.DRAFT_SEVERAL)
        elif report.state == "has_errors":
            attend(record, words.DRAFT_HAS_ERRORS)
        elif unlike := self._enquiries.unlike(record, report.shows):
            attend(record, words.DRAFT_DIFFERS.format(differences="; ".join(map(str, unlike))))
        else:
            number = report.number or record.number
            self._records.move(record.case.id, CaseState.REVIEWED, number=number, shows=report.shows)

    async def declare(
        self, after: AfterDrafting, approved: Sequence[CaseRecord], *, still_open: Callable[[], None]
    ) -> None:
        """Declare all these cases, in as many sets as it takes; stop when a round ticks none of them.

        `still_open` raises when it is too late for another set: time may have passed while the batch was held.
        """
        left = list(approved)
        while left:
            await self._desk.stop.safe_point()
            still_open()
            ticked = await self._declare_set(after, left[: after.at_most])
            if not ticked:
                for record in left:
                    self._settling.attend(record, words.NOT_TICKED)
                return
            now = [self._records[record.case.id] for record in left]
            left = [record for record in now if record.state is CaseState.REVIEWED and record.approved_at]

    async def _declare_set(self, after: AfterDrafting, asked: Sequence[CaseRecord]) -> set[str]:
        """One round of the declare flow: it ticks some of the cases asked for, and files exactly those.

        All of them are marked as declaring, in one commit, before the stage that files begins: nothing that was ever
        clicked can look as if it were not.
        """
        flow = self._desk.flows[after.declare]
        ticking = tuple(takewhile(lambda stage: stage.effect != "filing", flow.all_stages))
        filing = flow.all_stages[len(ticking) :]
        scope, reports = await self._desk.persist(lambda: self._tick(flow, ticking, asked))
        ticked = list(dict.fromkeys(report.case for report in reports if report.state == "ticked" and report.case))
        if not (ticked and filing):
            return set()
        if changed := self._changed(reports):
            await self._desk.start_again()  # whatever is ticked goes with the page
            return changed
        self._records.change([Move(case, CaseState.DECLARING, kind="intent", facts={"reason": ""}) for case in ticked])
        try:
            reports = await self._do_stages(flow, filing, scope, about=ticked)
        except AssistantError as error:
            await self._after_trouble(ticked, error)
        else:
            self._settling.adopt(ticked, reports)
            await self._settling.declaring(self._declaring(ticked), answered=True)
        self._progress.advanced(len(ticked))
        return set(ticked)

    def _declaring(self, cases: Sequence[str]) -> list[CaseRecord]:
        records = [self._records[case] for case in cases]
        return [record for record in records if record.state is CaseState.DECLARING]

    async def _after_trouble(self, ticked: Sequence[str], error: AssistantError) -> None:
        """A declaration was cut short: never repeat it, but log in anew and look it up."""
        self._records.change([Move(case, facts={"error": error}) for case in ticked])
        await self._desk.start_again()
        await self._settling.declaring(self._declaring(ticked))
        if not isinstance(error, Fault):
            raise error

    def _changed(self, reports: Sequence[CaseReport]) -> set[str]:
        """The ticked drafts that no longer read as approved: back to be read again, and this round files nothing."""
        changed = set()
        for case, report in last_by_case([one for one in reports if one.state == "ticked" and one.shows]).items():
            record = self._records[case]
            if unlike := self._enquiries.unlike(record, report.shows):
                self._settling.attend(record, words.DRAFT_DIFFERS.format(differences="; ".join(map(str, unlike))))
                changed.add(case)
            elif record.approved_shows and fold(report.shows) != fold(record.approved_shows):
                facts: dict[str, Any] = {"reason": str(words.READS_DIFFERENTLY), "approved_by": "", "approved_at": None}
                self._records.move(case, CaseState.DRAFTED, again=True, **facts)
                changed.add(case)
        return changed

    async def _tick(
        self, flow: Flow, stages: Sequence[Stage], asked: Sequence[CaseRecord]
    ) -> tuple[Scope, list[CaseReport]]:
        """Do the stages before the one that files, from the start."""
        scope = self._desk.scope({**dict.fromkeys(flow.inputs), "cases": self._enquiries.views(asked)})
        return scope, await self._do_stages(flow, stages, scope, about=ids(asked))

    async def _do_stages(
        self, flow: Flow, stages: Sequence[Stage], scope: Scope, *, about: Sequence[str]
    ) -> list[CaseReport]:
        """Do some stages of a set flow; what they reported."""
        reports: list[CaseReport] = []
        for stage in stages:
            self._progress.step(None, stage.title or flow.title)
            reports += (await self._desk.do_stage(flow, stage, scope, about=about)).said
        return reports

    async def results(self, flow: str, filed: Sequence[CaseRecord]) -> None:
        """Ask the portal what became of filed cases."""
        reports = await self._enquiries.about(flow, filed)
        self._settling.adopt(ids(filed), reports)
        self._progress.advanced(len(filed))
