"""A batch: the cases of one roster, filed for one account from the first draft to the results, in phases.

Each phase can be begun again at any time: it asks the records what is left to do, and whatever the last life of the
batch left between an intent and its outcome is settled before anything else is done.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from itertools import groupby

from bot.errors import Fault, PortalClosed
from bot.fields import mask_id
from bot.filing import words
from bot.filing.closing import minutes_left
from bot.filing.desk import Desk
from bot.filing.journal.races import KeyTaken
from bot.filing.ledger import in_other_batch
from bot.filing.progress import Progress, Until
from bot.filing.records import CaseRecord, Move, Records
from bot.filing.sets import Sets
from bot.filing.settle import Settling
from bot.filing.single import SingleCases
from bot.filing.standing import Standing
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.flow.models import AfterDrafting
from bot.run import Draft, Person
from bot.text import Text

SAME_TROUBLES = 3
"""So many cases in a row that fail at the same step end the batch."""

CLOSING_MINUTES = 10
"""So close to the end of the portal's window nothing new is declared: what is cut short then cannot be put right."""

PHASES: dict[Until, tuple[str, ...]] = {
    "drafts": ("again", "settle", "drafts"),
    "review": ("again", "settle", "drafts", "read_back"),
    "declare": ("again", "settle", "drafts", "read_back", "approve", "declare", "results"),
}
"""What is done one after the other, so far."""

REFRESHING = ("settle", "refresh")
"""What only asks the portal."""


class Batch:
    """Does the phases of a batch at a desk, where it logs in once there is something to do."""

    def __init__(self, records: Records, desk: Desk, person: Person, progress: Progress, *, by: str) -> None:
        self._records = records
        self._desk = desk
        self._person = person
        self._progress = progress
        self._by = by
        self._single = SingleCases(desk, records, progress)
        self._sets = Sets(desk, records, progress)
        self._settling = Settling(desk, records, progress)
        self._standing = Standing(desk, records, progress)
        self._work: dict[str, Callable[[], Awaitable[None]]] = {
            "again": self._again,
            "settle": self._settle,
            "drafts": self._drafts,
            "read_back": self._read_back,
            "approve": self._approve,
            "declare": self._declare,
            "results": self._results,
            "refresh": self._refresh,
        }

    async def do(self, phase: str) -> None:
        """Do a phase, as far as there is anything to do. Raises what stops the batch; the records say where it is."""
        await self._desk.stop.safe_point()
        await self._work[phase]()

    async def _at_desk(self) -> None:
        if not self._desk.seated:
            self._progress.phase(words.LOGGING_IN, 0)
            await self._desk.log_in()

    async def _again(self) -> None:
        """What failed before anything was done is done again."""
        facts = {"reason": "", "rule": "", "error": None, "baseline": None}
        for record in self._records.within(CaseState.FAILED):
            try:
                self._records.change([Move(record.case.id, CaseState.PENDING, True, facts)])
            except KeyTaken as taken:  # a corrected roster has taken it on
                self._records.note(record.case.id, reason=in_other_batch(taken.other), error=None)

    async def _settle(self) -> None:
        """Ask the portal about whatever was cut short between an intent and its outcome."""
        drafting = self._records.within(CaseState.DRAFTING)
        declaring = self._records.within(CaseState.DECLARING)
        if not (drafting or declaring):
            return
        await self._at_desk()
        self._progress.phase(words.SETTLING, len(drafting) + len(declaring))
        await self._settling.drafting(drafting)
        await self._settling.declaring(declaring)
        self._progress.advanced(len(drafting) + len(declaring))

    async def _drafts(self) -> None:
        await self._settle()
        await self._begin(self._records.within(CaseState.PENDING))
        await self._settle()

    async def _begin(self, pending: Sequence[CaseRecord]) -> None:
        """Do the flows of cases that nothing was done of yet; those without a draft only once a person approved."""
        if not pending:
            return
        await self._at_desk()
        await self._standing.look()
        left = [self._records[record.case.id] for record in pending]
        cases = [record.case for record in left if record.state is CaseState.PENDING and not files_at_once(record.case)]
        await self._one_by_one(cases, drafting=any(case.flow.after for case in cases))

    async def _one_by_one(self, cases: Sequence[Case], *, drafting: bool) -> None:
        if not cases:
            return
        self._progress.phase(words.DRAFTING if drafting else words.FILING, len(cases))
        for at, case in enumerate(cases):
            await self._desk.stop.safe_point()
            self._stop_at_same_trouble(cases[:at])
            await self._single.do(case)
            self._progress.advanced()

    def _stop_at_same_trouble(self, done: Sequence[Case]) -> None:
        """Raise Fault if the last few cases all failed at the same step: the portal has changed."""
        last = [self._records[case.id] for case in done[-SAME_TROUBLES:]]
        errors = [record.error for record in last if record.state in (CaseState.FAILED, CaseState.NEEDS_ATTENTION)]
        places = {error.circumstances.place for error in errors if error is not None}
        error = errors[-1] if errors else None
        if error is None or None in errors or len(errors) < SAME_TROUBLES or len(places) > 1 or "" in places:
            return
        said = words.SAME_TROUBLE.format(count=SAME_TROUBLES, message=str(error))
        fault = Fault(said, cure=words.SAME_TROUBLE_CURE)
        fault.circumstances = error.circumstances
        raise fault

    async def _read_back(self) -> None:
        drafted = self._records.within(CaseState.DRAFTED)
        if not any(record.case.flow.after for record in drafted):
            return
        await self._at_desk()
        self._progress.phase(words.READING_BACK, len(drafted))
        for after, records in _by_after(drafted):
            await self._sets.read_back(after, records)

    async def _approve(self) -> None:
        """Ask a person about what nobody has approved yet. Whoever says no can still say yes later."""
        for question, waiting in self._questions():
            if not waiting:
                continue
            drafts = [draft_of(record) for record in waiting]
            if await self._person.approve(question.format(count=len(waiting)), drafts):
                self._records.change(approvals(waiting, by=self._by, at=self._desk.now()))

    def _questions(self) -> list[tuple[Text, list[CaseRecord]]]:
        waiting = [record for record in self._records if awaits_approval(record)]
        direct = [record for record in waiting if record.state is CaseState.PENDING]
        return [(words.APPROVE_DIRECT, direct), (words.APPROVE, [one for one in waiting if one not in direct])]

    async def _declare(self) -> None:
        await self._settle()
        direct = [record.case for record in self._records.within(CaseState.PENDING) if record.approved_at]
        reviewed = [record for record in self._records.within(CaseState.REVIEWED) if record.approved_at]
        if not (direct or reviewed):
            return
        self._still_open()
        await self._at_desk()
        await self._one_by_one(direct, drafting=False)
        if reviewed:
            self._progress.phase(words.DECLARING, len(reviewed))
        for after, records in _by_after(reviewed):
            await self._sets.declare(after, records, still_open=self._still_open)
        await self._settle()

    def _still_open(self) -> None:
        """Raise PortalClosed shortly before the portal's window ends."""
        left = minutes_left(self._desk.window, self._desk.now())
        if left is not None and left < CLOSING_MINUTES:
            raise PortalClosed(words.OUTSIDE_SOON.format(minutes=CLOSING_MINUTES), cure=words.OUTSIDE_SOON_CURE)

    async def _results(self) -> None:
        await self._ask_for_results(self._records.within(CaseState.UNDER_REVIEW))

    async def _refresh(self) -> None:
        """Ask about everything that may have gone on without us, too: a person may have declared it by hand."""
        known = self._records.within(CaseState.DRAFTED, CaseState.REVIEWED, CaseState.NEEDS_ATTENTION)
        await self._ask_for_results(
            [*self._records.within(CaseState.UNDER_REVIEW), *(record for record in known if record.number)]
        )

    async def _ask_for_results(self, records: Sequence[CaseRecord]) -> None:
        filed = [record for record in records if record.case.flow.results]
        if not filed:
            return
        await self._at_desk()
        self._progress.phase(words.RESULTS, len(filed))
        for flow, group in groupby(sorted(filed, key=_results_flow), key=_results_flow):
            await self._sets.results(flow, list(group))


def files_at_once(case: Case) -> bool:
    """Whether the case's own flow files, without a draft that a person could look over."""
    return "filing" in case.flow.effects


def awaits_approval(record: CaseRecord) -> bool:
    """Whether a person has to approve a case before it is filed, and nobody has."""
    if record.approved_at is not None:
        return False
    return record.state is CaseState.REVIEWED or (record.state is CaseState.PENDING and files_at_once(record.case))


def approvals(records: Sequence[CaseRecord], *, by: str, at: object) -> list[Move]:
    """A person's yes to these cases, as they read now."""
    return [
        Move(
            record.case.id,
            facts={"approved_by": by, "approved_at": at, "approved_shows": record.shows},
            kind="decision",
        )
        for record in records
    ]


def draft_of(record: CaseRecord) -> Draft:
    """A draft to look over, without the whole of its ID number."""
    case = record.case
    masked = mask_id(case.person)
    return Draft(case.id, case.flow.title, masked, record.number, record.shows.replace(case.person, masked))


def _results_flow(record: CaseRecord) -> str:
    return str(record.case.flow.results)


def _by_after(records: Sequence[CaseRecord]) -> list[tuple[AfterDrafting, list[CaseRecord]]]:
    """Records grouped by what happens to their drafts; those without anything after drafting are left out."""
    groups: dict[AfterDrafting, list[CaseRecord]] = {}
    for record in records:
        if record.case.flow.after is not None:
            groups.setdefault(record.case.flow.after, []).append(record)
    return list(groups.items())
