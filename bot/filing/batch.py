"""A batch: the cases of one roster, filed for one account from the first draft to the results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from bot.errors import AssistantError, Fault
from bot.fields import mask_id
from bot.filing import words
from bot.filing.desk import Desk
from bot.filing.progress import Progress
from bot.filing.records import CaseRecord, Records
from bot.filing.sets import Sets
from bot.filing.single import SingleCases
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.models import AfterDrafting
from bot.run import Draft, Person

SAME_TROUBLES = 3
"""So many cases in a row that fail at the same step end the batch."""

Until = Literal["drafts", "review", "declare"]
"""How far a batch goes: leave drafts, leave drafts that were read back, or declare them."""


class Batch:
    """Files cases at a desk: drafts for everyone, read back, approval by a person, declaring in sets, results."""

    def __init__(self, records: Records, desk: Desk, person: Person, progress: Progress, *, until: Until) -> None:
        self._records = records
        self._desk = desk
        self._person = person
        self._progress = progress
        self._until = until
        self._single = SingleCases(desk, records, progress)
        self._sets = Sets(desk, records, progress)

    async def file(self) -> None:
        """File everything. Raises what stopped the batch as a whole; the records say how far each case came."""
        self._progress.phase(words.LOGGING_IN, 0)
        await self._desk.log_in()
        try:
            await self._cases()
            if self._until != "drafts":
                await self._read_back()
            if self._until == "declare":
                await self._approve()
                await self._declare()
                await self._results()
        except AssistantError:
            await self._leave_quietly()
            raise
        finally:
            self._own_up()
        await self._desk.log_out()

    def _own_up(self) -> None:
        """Whatever was cut short, by Ctrl-C or by a bug of ours, is for a person to look at."""
        for record in self._records.within(CaseState.DRAFTING, CaseState.DECLARING):
            declaring = record.state is CaseState.DECLARING
            why = words.OUTCOME_UNKNOWN if declaring else words.SAVING_CUT_SHORT
            self._records.move(record.case.id, CaseState.NEEDS_ATTENTION, reason=str(why))

    async def _leave_quietly(self) -> None:
        """Log out after trouble: what stopped the batch matters more than a log-out that fails too."""
        try:
            await self._desk.log_out()
        except AssistantError:
            return

    async def _cases(self) -> None:
        cases = [record.case for record in self._records.within(CaseState.PENDING)]
        direct = [case for case in cases if _files_at_once(case)]
        if direct and not await self._may_file(direct):
            cases = [case for case in cases if case not in direct]
        drafting = any(case.flow.after for case in cases)
        self._progress.phase(words.DRAFTING if drafting else words.FILING, len(cases))
        troubles: list[str] = []
        for case in cases:
            self._stop_at_same_trouble(troubles)
            await self._single.do(case)
            self._progress.advanced()
            troubles.append(case.id)

    def _stop_at_same_trouble(self, done: Sequence[str]) -> None:
        """Raise Fault if the last few cases all failed at the same step: the portal has changed."""
        last = [self._records[case] for case in done[-SAME_TROUBLES:]]
        errors = [record.error for record in last if record.state in (CaseState.FAILED, CaseState.NEEDS_ATTENTION)]
        places = {error.circumstances.place for error in errors if error is not None}
        error = errors[-1] if errors else None
        if error is None or None in errors or len(errors) < SAME_TROUBLES or len(places) > 1 or "" in places:
            return
        said = words.SAME_TROUBLE.format(count=SAME_TROUBLES, message=str(error))
        fault = Fault(said, cure=words.SAME_TROUBLE_CURE)
        fault.circumstances = error.circumstances
        raise fault

    async def _may_file(self, direct: Sequence[Case]) -> bool:
        """Whether cases without a draft may be filed; if the batch is to stop earlier they stay as they are."""
        if self._until != "declare":
            return False
        drafts = [_draft(self._records[case.id]) for case in direct]
        yes = await self._person.approve(words.APPROVE_DIRECT.format(count=len(direct)), drafts)
        if not yes:
            for case in direct:
                self._records.move(case.id, CaseState.WITHDRAWN, reason=str(words.PERSON_SAID_NO))
        return yes

    async def _read_back(self) -> None:
        drafted = self._records.within(CaseState.DRAFTED)
        if not drafted:
            return
        self._progress.phase(words.READING_BACK, len(drafted))
        for after, records in _by_after(drafted):
            await self._sets.read_back(after, records)

    async def _approve(self) -> None:
        drafts = [_draft(record) for record in self._records.within(CaseState.REVIEWED)]
        if not drafts or await self._person.approve(words.APPROVE.format(count=len(drafts)), drafts):
            return
        for draft in drafts:
            self._records.move(draft.case, CaseState.WITHDRAWN, reason=str(words.PERSON_SAID_NO))

    async def _declare(self) -> None:
        reviewed = self._records.within(CaseState.REVIEWED)
        if not reviewed:
            return
        self._progress.phase(words.DECLARING, len(reviewed))
        for after, records in _by_after(reviewed):
            await self._sets.declare(after, records)

    async def _results(self) -> None:
        filed = [
            record
            for record in self._records.within(CaseState.UNDER_REVIEW, CaseState.APPROVED, CaseState.REJECTED)
            if record.case.flow.results
        ]
        if not filed:
            return
        self._progress.phase(words.RESULTS, len(filed))
        by_flow = sorted(filed, key=lambda record: str(record.case.flow.results))
        for flow, records in groupby(by_flow, key=lambda record: str(record.case.flow.results)):
            await self._sets.results(flow, list(records))


def _files_at_once(case: Case) -> bool:
    """Whether the case's own flow files, without a draft that a person could look over."""
    return "filing" in case.flow.effects


def _draft(record: CaseRecord) -> Draft:
    """A draft to look over, without the whole of its ID number."""
    case = record.case
    masked = mask_id(case.person)
    return Draft(case.id, case.flow.title, masked, record.number, record.shows.replace(case.person, masked))


def _by_after(records: Sequence[CaseRecord]) -> list[tuple[AfterDrafting, list[CaseRecord]]]:
    """Records grouped by what happens to their drafts; those without anything after drafting are left out."""
    groups: dict[AfterDrafting, list[CaseRecord]] = {}
    for record in records:
        if record.case.flow.after is not None:
            groups.setdefault(record.case.flow.after, []).append(record)
    return list(groups.items())
