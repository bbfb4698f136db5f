"""What is done with the drafts of many people at once: read back, declare, ask for results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from bot.errors import AssistantError, Fault
from bot.filing import words
from bot.filing.compare import differences, shown_by
from bot.filing.desk import Desk, Reports
from bot.filing.progress import Progress
from bot.filing.records import CaseRecord, Records
from bot.filing.single import FILED
from bot.filing.states import FOLLOWS, CaseState
from bot.flow.models import AfterDrafting, Flow
from bot.flow.scope import Scope
from bot.flow.steps import Stage
from bot.run import CaseReport
from bot.text import Text


class Sets:
    """Reads drafts back, declares exactly those that a person approved, and finds out what became of them."""

    def __init__(self, desk: Desk, records: Records, progress: Progress) -> None:
        self._desk = desk
        self._records = records
        self._progress = progress

    async def read_back(self, after: AfterDrafting, drafts: Sequence[CaseRecord]) -> None:
        """Compare each draft with its case, field by field. One that is not the same needs a person."""
        flow = self._desk.flows[after.read_back]
        views = self._views(drafts)
        _, reports = await self._desk.persist(lambda: self._desk.do(flow, {"cases": views}, about=_ids(drafts)))
        by_case = _last_by_case(reports.said)
        scope = self._desk.scope()
        for record in drafts:
            self._check(record, by_case.get(record.case.id), scope)
            self._progress.advanced()

    def _check(self, record: CaseRecord, report: CaseReport | None, scope: Scope) -> None:
        case = record.case
        if report is None or report.state == "missing":
            self._attend(record, words.DRAFT_MISSING)
        elif report.state == "several":
            self._attend(record, words.DRAFT_SEVERAL)
        elif report.state == "has_errors":
            self._attend(record, words.DRAFT_HAS_ERRORS)
        elif unlike := differences(shown_by(case, scope), report.shows, scope):
            told = "; ".join(map(str, unlike))
            self._attend(record, words.DRAFT_DIFFERS.format(differences=told))
        else:
            number = report.number or record.number
            self._records.move(case.id, CaseState.REVIEWED, number=number, shows=report.shows)

    async def declare(self, after: AfterDrafting, approved: Sequence[CaseRecord]) -> None:
        """Declare all these cases, in as many sets as it takes; stop when a round ticks none of them."""
        left = list(approved)
        while left:
            ticked = await self._declare_set(after, left[: after.at_most])
            if not ticked:
                for record in left:
                    self._attend(record, words.NOT_TICKED)
                return
            left = [record for record in left if record.case.id not in ticked]

    async def _declare_set(self, after: AfterDrafting, asked: Sequence[CaseRecord]) -> set[str]:
        """One round of the declare flow: it ticks some of the cases asked for, and files exactly those.

        The cases are marked as declaring before the stage that files begins, so nothing that was ever clicked can
        look as if it were not.
        """
        flow = self._desk.flows[after.declare]
        ticking = tuple(takewhile(lambda stage: stage.effect != "filing", flow.all_stages))
        filing = flow.all_stages[len(ticking) :]
        scope, reports = await self._desk.persist(lambda: self._tick(flow, ticking, asked))
        ticked = [report.case for report in reports if report.state == "ticked" and report.case]
        if not (ticked and filing):
            return set()
        if changed := self._changed(reports, scope):
            await self._desk.start_again()  # whatever is ticked goes with the page
            return changed
        for case in ticked:
            self._records.move(case, CaseState.DECLARING)
        try:
            reports = await self._do_stages(flow, filing, scope, about=ticked)
        except AssistantError as error:
            await self._after_trouble(flow.results, ticked, error)
            if not isinstance(error, Fault):
                raise
        else:
            self._adopt(ticked, reports)
            await self._settle(flow.results, ticked)
        self._progress.advanced(len(ticked))
        return set(ticked)

    def _changed(self, reports: Sequence[CaseReport], scope: Scope) -> set[str]:
        """The ticked drafts that no longer show what was approved: they need a person, and this round files nothing."""
        changed = set()
        for case, report in _last_by_case([one for one in reports if one.state == "ticked" and one.shows]).items():
            record = self._records[case]
            if unlike := differences(shown_by(record.case, scope), report.shows, scope):
                self._attend(record, words.DRAFT_DIFFERS.format(differences="; ".join(map(str, unlike))))
                changed.add(case)
        return changed

    async def _tick(
        self, flow: Flow, stages: Sequence[Stage], asked: Sequence[CaseRecord]
    ) -> tuple[Scope, list[CaseReport]]:
        """Do the stages before the one that files, from the start."""
        scope = self._desk.scope({**dict.fromkeys(flow.inputs), "cases": self._views(asked)})
        return scope, await self._do_stages(flow, stages, scope, about=_ids(asked))

    async def _do_stages(
        self, flow: Flow, stages: Sequence[Stage], scope: Scope, *, about: Sequence[str]
    ) -> list[CaseReport]:
        """Do some stages of a set flow; what they reported."""
        reports: list[CaseReport] = []
        for stage in stages:
            self._progress.step(None, stage.title or flow.title)
            reports += (await self._desk.do_stage(flow, stage, scope, about=about)).said
        return reports

    def _adopt(self, cases: Iterable[str], reports: Sequence[CaseReport]) -> None:
        """Take over what the portal shows of cases that were being declared, or are under review."""
        by_case = _last_by_case([report for report in reports if report.state in FILED])
        for case in cases:
            report = by_case.get(case)
            if report is None:
                continue
            record, state = self._records[case], FILED[report.state]
            facts: dict[str, Any] = {"number": report.number or record.number}
            if record.filed_at is None:
                facts["filed_at"] = self._desk.now()
            if state in (CaseState.APPROVED, CaseState.REJECTED):
                facts |= {"reason": report.reason, "decided_at": self._desk.now()}
            if state in FOLLOWS[record.state]:
                self._records.move(case, state, **facts)
            elif state is record.state:
                self._records.note(case, **facts)

    async def _settle(self, results: str | None, cases: Iterable[str]) -> None:
        """Look up what the declaring did not prove; what the look-up does not prove either, a person decides."""
        unproven = [self._records[case] for case in cases if self._records[case].state is CaseState.DECLARING]
        if not unproven:
            return
        reports = await self._ask(results, unproven) if results else Reports()
        self._adopt(_ids(unproven), reports.said)
        still_drafts = {report.case for report in reports.of("drafted")}
        for record in unproven:
            if self._records[record.case.id].state is CaseState.DECLARING:
                said = words.STILL_A_DRAFT if record.case.id in still_drafts else words.OUTCOME_UNKNOWN
                self._attend(self._records[record.case.id], said)

    async def _after_trouble(self, results: str | None, ticked: Sequence[str], error: AssistantError) -> None:
        """A declaration was cut short: never repeat it; log in anew and look it up."""
        for case in ticked:
            self._records.note(case, error=error)
        try:
            await self._desk.start_again()
            await self._settle(results, ticked)
        except AssistantError:
            for case in ticked:
                if self._records[case].state is CaseState.DECLARING:
                    self._attend(self._records[case], words.OUTCOME_UNKNOWN)
            raise

    async def results(self, flow: str, filed: Sequence[CaseRecord]) -> None:
        """Ask the portal what became of filed cases."""
        reports = await self._ask(flow, filed)
        self._adopt(_ids(filed), reports.said)
        self._progress.advanced(len(filed))

    async def _ask(self, flow: str, records: Sequence[CaseRecord]) -> Reports:
        asking, views = self._desk.flows[flow], self._views(records)
        _, reports = await self._desk.persist(lambda: self._desk.do(asking, {"cases": views}, about=_ids(records)))
        return reports

    def _attend(self, record: CaseRecord, why: Text) -> None:
        self._records.move(record.case.id, CaseState.NEEDS_ATTENTION, reason=str(why))

    def _views(self, records: Sequence[CaseRecord]) -> list[dict[str, Any]]:
        """The cases as a set flow sees them."""
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


def _ids(records: Sequence[CaseRecord]) -> list[str]:
    return [record.case.id for record in records]


def _last_by_case(reports: Sequence[CaseReport]) -> dict[str, CaseReport]:
    return {report.case: report for report in reports if report.case is not None}
