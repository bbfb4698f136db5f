"""All that the assistant can do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.bundled import bundled_flows
from bot.errors import RosterError, UsageError
from bot.filing.batch import REFRESHING
from bot.filing.desk import Account
from bot.filing.progress import BatchSummary, CaseOutcome, RunSummary, Watching
from bot.filing.stop import Pauses
from bot.flow.models import Library
from bot.run import Draft, Listener
from bot.service import words
from bot.service.options import DriftOptions, ResumeOptions, RunOptions
from bot.text import Language

if TYPE_CHECKING:
    from bot.drift.report import DriftReport
    from bot.filing.journal.rows import BatchRow, EventRow
    from bot.filing.journal.store import Journal
    from bot.flow.case import Case
    from bot.flow.models import Flow
    from bot.roster.check import Checked
    from bot.service.case_view import CaseView
    from bot.service.decisions import Decisions
    from bot.service.dossiers import Dossiers
    from bot.service.explaining import Explained
    from bot.service.office import Office
    from bot.service.overviews import Overviews
    from bot.service.rehearsal import RehearsalOptions, RehearsalReport
    from bot.service.reviewing import Reviewed
    from bot.service.views import BatchView

JOURNAL = "journal.sqlite"


class Assistant:
    """All that the assistant can do, for one home folder, one folder of flows and one portal address.

    `store` is the URL of the journal's database: a file in the home folder if not said. `authority` is the address of
    the RFC 3161 authority that stamps each seal; none does if not said.
    """

    def __init__(
        self,
        *,
        home: Path,
        flows: Path | None = None,
        url: str | None = None,
        store: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        listeners: Sequence[Listener] = (),
        authority: str = "",
    ) -> None:
        self.home, self.listeners = home, tuple(listeners)
        self.flows = flows or bundled_flows()
        self._store = store
        self._flows_said = flows is not None
        self._url = url
        self._clock = clock
        self._authority = authority

    @cached_property
    def library(self) -> Library:
        """The portal and its flows. Raises FlowError with every problem in them."""
        return _library(self.flows)

    @property
    def url(self) -> str:
        """Where the portal is."""
        return self._url or self.library.portal.address

    @property
    def store(self) -> str:
        """The URL of the journal's database."""
        from bot.filing.journal.address import file_url

        return self._store or file_url(self.home / JOURNAL)

    @property
    def zone(self) -> ZoneInfo:
        """The portal's time zone, in which times are shown."""
        window = self.library.portal.window
        return ZoneInfo(window.zone if window else "UTC")

    def now(self) -> datetime:
        """What the clock shows, aware."""
        return self._clock()

    def template(self, flows: Sequence[str], path: Path, language: Language) -> Path:
        """Write an empty roster for these operations; all of the portal's if none is named."""
        from bot.roster.template import write_template

        if path.suffix.lower() != ".xlsx":
            raise UsageError(words.TEMPLATE_IS_XLSX.format(path=path), cure=words.TEMPLATE_IS_XLSX_CURE)
        named = [self._operation(name) for name in flows] or list(self.library.operations)
        return write_template(self.library, named, path, language)

    def _operation(self, name: str) -> Flow:
        if name not in self.library.portal.operations:
            known = ", ".join(self.library.portal.operations)
            raise UsageError(words.NO_OPERATION.format(name=name), cure=words.OPERATIONS_ARE.format(known=known))
        return self.library.flows[name]

    def check(self, roster: Path) -> Checked:
        """Check a roster without touching the portal. Raises RosterError where it can't be read as a roster."""
        from bot.roster.check import check
        from bot.roster.read import read_roster

        return check(read_roster(roster, self.library), self.library, today=self._clock())

    def write_marked(self, checked: Checked, path: Path) -> Path:
        """Write a copy of a checked roster in which the wrong cells are marked and explained."""
        from bot.roster.marked import write_marked

        return write_marked(checked.roster, checked, path)

    def accounts_of(self, roster: Path) -> tuple[str, ...]:
        """The accounts that a roster's rows name, in their order; none if it has no such column."""
        return tuple(dict.fromkeys(case.account for case in self.check(roster).cases if case.account))

    def explain(
        self, checked: Checked, *, case: str | None = None, stage: str | None = None, account: str | None = None
    ) -> list[Explained]:
        """What filing a checked roster, or one case of it from a stage on, would do: from the files alone."""
        from bot.roster.check import portal_date
        from bot.service.explaining import chosen, explain, need_one, part_from
        from bot.text import reading_language

        today = portal_date(self.library.portal, self._clock())
        wanted, language = chosen(checked.cases, case), reading_language()
        if stage is not None:
            need_one(wanted)
            wanted = [replace(wanted[0], flow=part_from(wanted[0].flow, stage))]
        return [
            explain(self.library, one, today=today, account=account or one.account or "", language=language)
            for one in wanted
        ]

    # Filing

    async def run(
        self, roster: Path, accounts: Sequence[Account], options: RunOptions, watching: Watching
    ) -> RunSummary:
        """Check a roster and file it: a batch for each account, side by side.

        A batch that was begun before is recognised and gone on with. Raises only before anything was done; after that
        the summary tells it all.
        """
        from bot.service.acceptance import Desired, accept, by_account
        from bot.service.orders import begun, order_of
        from bot.service.work import work

        checked = self.check(roster)
        if not checked.cases:
            raise RosterError(words.NOTHING_TO_FILE, cure=words.NOTHING_TO_FILE_CURE)
        groups = by_account(checked.cases, accounts)
        desired = Desired(roster, self.library, self.flows, self.url, self.home, self._clock())
        async with self._office(self.library, watching, options) as office:
            accepted = [accept(office.journal, desired, account, cases, options) for account, cases in groups]
            orders = [
                order_of(begun(office, one, options.until), account, cases, options.until, by=options.by)
                for one, (account, cases) in zip(accepted, groups, strict=True)
            ]
            return RunSummary(await work(office, orders, self.dossiers, known=[one.known for one in accepted]))

    async def resume(self, batch: str, account: Account, options: ResumeOptions, watching: Watching) -> BatchSummary:
        """Go on with a batch from wherever it is."""
        return await self._go_on(batch, account, options, watching)

    async def refresh(self, batch: str, account: Account, options: ResumeOptions, watching: Watching) -> BatchSummary:
        """Ask the portal what became of a batch; nothing is filed."""
        return await self._go_on(batch, account, options, watching, phases=REFRESHING)

    async def _go_on(
        self,
        batch: str,
        account: Account,
        options: ResumeOptions,
        watching: Watching,
        phases: tuple[str, ...] | None = None,
    ) -> BatchSummary:
        from bot.service.acceptance import cases_of
        from bot.service.office import Order
        from bot.service.orders import next_attempt, order_of
        from bot.service.views import until_of
        from bot.service.work import work

        with self._journal() as journal:
            row = journal.batch(batch)
            library = self._library_of(row)
            cases = cases_of(journal, row, library)
        async with self._office(library, watching, options, durable=phases is None) as office:
            if options.url:
                office.journal.note_batch(batch, at=self._clock(), by=options.by, url=options.url)
            until = options.until or until_of(row)
            row, asking = office.journal.batch(batch), not options.approved_only
            if phases is None:
                row = next_attempt(office, row, until, anew=options.approved_only)
                going_on = order_of(row, account, list(cases.values()), until, by=options.by, asking=asking)
            else:
                going_on = Order(row, account, cases, phases, options.by, durable=False)
            return (await work(office, [going_on], self.dossiers, known=[True]))[0]

    @asynccontextmanager
    async def _office(
        self, library: Library, watching: Watching, options: RunOptions | ResumeOptions, *, durable: bool = True
    ) -> AsyncIterator[Office]:
        from bot.service.office import Furnishing, opened

        pauses, lent = options.pauses or Pauses(), None if options.trace else options.browser
        furnishing = Furnishing(self.home, library, self._clock, watching, pauses, self.listeners, options.trace)
        with self._journal() as journal:
            async with opened(
                furnishing, journal, lent, headed=options.headed, slow_mo=options.slow_mo, durable=durable
            ) as office:
                yield office

    @cached_property
    def dossiers(self) -> Dossiers:
        """What can be done with the evidence."""
        from bot.service.dossiers import Dossiers

        return Dossiers(
            home=self.home,
            clock=self._clock,
            journal=self._journal,
            library_of=self._library_of,
            authority=self._authority,
        )

    def reading(self, watching: Watching, *, headed: bool = False) -> AbstractAsyncContextManager[Office]:
        """An office in which the portal is only looked at."""
        return self._office(self.library, watching, ResumeOptions(headed=headed), durable=False)

    async def try_account(self, account: Account, watching: Watching) -> None:
        """Log in and out, nothing else. Raises what the portal, or the way to it, has against that."""
        from bot.service.drift import log_in_and_out

        async with self.reading(watching) as office:
            await log_in_and_out(office, self.url, account)

    async def drift(self, account: Account, options: DriftOptions, watching: Watching) -> DriftReport:
        """Walk through the portal, read-only, and say what changed since its screens were last accepted."""
        from bot.service.drift import look_for_drift, need_walk

        need_walk(self.library)
        async with self.reading(watching, headed=options.headed) as office:
            return await look_for_drift(office, self.flows, self.url, account, options)

    async def rehearse(
        self, roster: Path, accounts: Sequence[Account], options: RehearsalOptions, watching: Watching
    ) -> list[RehearsalReport]:
        """Do the cases of a roster on the portal, up to where they would have an effect. The journal is not touched."""
        from bot.service.old_rehearsals import rehearsal_folder
        from bot.service.rehearsal import rehearse_roster

        cases = self.check(roster).cases
        settings = ResumeOptions(headed=options.headed, slow_mo=options.slow_mo)
        async with self._office(self.library, watching, settings, durable=False) as office:
            folder = rehearsal_folder(self.home, roster, self._clock())
            return await rehearse_roster(office, self.url, (cases, accounts), options, folder)

    # Looking on, and deciding

    @cached_property
    def overviews(self) -> Overviews:
        """Batches counted, and their cases a page at a time."""
        from bot.service.overviews import Overviews

        return Overviews(self._journal, self._library_of)

    def batches(self) -> tuple[BatchView, ...]:
        """Every batch of the journal, the newest first."""
        from bot.service.views import view_of

        with self._journal() as journal:
            return tuple(view_of(journal, row, self._library_of(row)) for row in journal.batches())

    def view(self, batch: str) -> BatchView:
        """A batch as it stands. Raises UsageError if there is none of that name."""
        from bot.service.views import view_of

        with self._journal() as journal:
            row = journal.batch(batch)
            return view_of(journal, row, self._library_of(row))

    def case(self, batch: str, case: str) -> CaseView:
        """One case of a batch, with all that tells why it is as it is. Raises UsageError if there is none."""
        from bot.service.case_view import case_view

        with self._journal() as journal:
            row = journal.batch(batch)
            return case_view(journal, row, self._library_of(row), case, self.home)

    def events(self, batch: str) -> tuple[EventRow, ...]:
        """All that happened to a batch, in order."""
        with self._journal() as journal:
            journal.batch(batch)
            return tuple(journal.events(batch))

    def cases(self, batch: str) -> dict[str, Case]:
        """The cases of a batch with the roster's values, by their ids. Raises UsageError if the flows do not fit."""
        from bot.service.acceptance import cases_of

        with self._journal() as journal:
            row = journal.batch(batch)
            return cases_of(journal, row, self._library_of(row))

    def drafts(self, batch: str) -> tuple[Draft, ...]:
        """What a person has to look over before it is declared."""
        return tuple(one.draft for one in self.review(batch, {}))

    def review(self, batch: str, cases: Mapping[str, Case]) -> tuple[Reviewed, ...]:
        """What a person has to look over, with the values of `cases` beside what the portal shows."""
        from bot.service.reviewing import reviewed

        with self._journal() as journal:
            row, today = journal.batch(batch), self._clock().astimezone(self.zone).date()
            return reviewed(journal, row, self._library_of(row), cases, today=today)

    def may_approve(self, batch: str, by: str) -> None:
        """Raises UsageError if the batch needs another person's eyes than these."""
        with self._decisions(batch, by) as decisions:
            decisions.may_approve()

    def approve(self, batch: str, cases: Sequence[str], by: str) -> None:
        """Approve cases as they were read back; with four eyes, by another person than who began the batch."""
        with self._decisions(batch, by) as decisions:
            decisions.approve(cases)

    def withdraw(self, batch: str, cases: Sequence[str], by: str) -> None:
        """Say no to cases that wait for approval: they will not be declared."""
        with self._decisions(batch, by) as decisions:
            decisions.withdraw(cases)

    def resolve(self, batch: str, case: str, *, filed: str | None, by: str) -> CaseOutcome:
        """Record what a person found out about a case: filed under this number, or not filed (None)."""
        from bot.service.views import outcome_of

        with self._decisions(batch, by) as decisions:
            return outcome_of(decisions.resolve(case, filed=filed), ())

    @contextmanager
    def _decisions(self, batch: str, by: str) -> Iterator[Decisions]:
        from bot.service.decisions import Decisions

        with self._journal() as journal:
            row = journal.batch(batch)
            yield Decisions(journal, row, self._library_of(row), by=by, clock=self._clock)

    def write_results(self, batch: str, path: Path) -> Path:
        """Write a copy of the roster with where each case stands now."""
        from bot.service.spreadsheets import write_results

        with self._journal() as journal:
            row = journal.batch(batch)
            return write_results(journal, row, self._library_of(row), path)

    def carry_over(self, batch: str, path: Path) -> tuple[Path, int]:
        """Write next period's roster: what was rejected, refused, failed or withdrawn; where, and how many rows."""
        from bot.service.spreadsheets import write_carry_over
        from bot.service.views import view_of

        with self._journal() as journal:
            row = journal.batch(batch)
            return write_carry_over(journal, row, view_of(journal, row, self._library_of(row)), path)

    @contextmanager
    def _journal(self) -> Iterator[Journal]:
        from bot.filing.journal.store import open_journal

        with open_journal(self.store) as journal:
            yield journal

    def _library_of(self, batch: BatchRow) -> Library:
        """The flows that a batch was accepted with, unless others were named."""
        return self.library if self._flows_said or not batch.flows else _library(Path(batch.flows))


@cache
def _library(folder: Path) -> Library:
    from bot.flow.loader import load_library

    return load_library(folder)
