"""What the pages are about: the assistant, the work under way, the spreadsheets that were handed in."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr
from starlette.concurrency import run_in_threadpool

from bot.console import words
from bot.console.lane import Lane
from bot.console.memory import Errand, Memory
from bot.console.sentences import Teller
from bot.console.work import Job, Work, Works
from bot.errors import AssistantError, LoginRefused, UsageError
from bot.filing.desk import Account
from bot.filing.identity import origin_of
from bot.filing.progress import BatchSummary, RunSummary, Until, Watching
from bot.redaction import redactor
from bot.roster.check import portal_date
from bot.run import Person
from bot.service import Assistant, BatchView, ResumeOptions, RunOptions
from bot.service.overviews import BatchOverview
from bot.service.passwords import given_password, kept_password, user_of
from bot.service.uploads import Uploads
from bot.service.views import BatchHead
from bot.text import Text

if TYPE_CHECKING:
    from bot.flow.case import Case
    from bot.service.rehearsal import RehearsalReport

UNTIL: Mapping[str, Until] = {"drafts": "drafts", "review": "review", "declare": "declare"}
FRESH = 1.0
"""Seconds for which a batch is not read again: its page asks several times in a moment."""


@dataclass(eq=False)
class Console:
    """One console, for one assistant and the person `by`, under whose name decisions are recorded.

    `given` are accounts whose passwords are known already.
    """

    assistant: Assistant
    by: str
    given: Mapping[str, Account] = field(default_factory=dict)
    works: Works = field(default_factory=Works)
    tries: dict[str, Job] = field(default_factory=dict)
    """The last look, by account, whether the portal can be reached and takes the password."""
    trials: dict[str, Job] = field(default_factory=dict)
    """Cases done on the portal up to where they would have an effect, by the job's id."""
    walks: list[Job] = field(default_factory=list)
    """The looks for what has changed on the portal."""
    _typed: dict[tuple[str, str], SecretStr] = field(default_factory=dict, repr=False)
    """Passwords as they were typed, for as long as the console is open and the portal takes them."""
    _filings: dict[str, Job] = field(default_factory=dict)
    """The last job of each upload."""
    _views: dict[str, tuple[int, float, BatchView]] = field(default_factory=dict)
    _cases: dict[str, Mapping[str, Case]] = field(default_factory=dict)

    notices: list[Text] = field(default_factory=list)
    """What a person should know of what was under way when the console went down."""

    def __post_init__(self) -> None:
        self.works.clock = self.assistant.now
        self.memory = Memory(self.assistant.home)
        self.works.remember = self.memory.watch(self.works)

    @cached_property
    def uploads(self) -> Uploads:
        """The spreadsheets that were handed in."""
        return Uploads(self.assistant)

    # Work

    async def file(
        self, upload: str, wanted: Mapping[str, str], options: RunOptions, *, taken_up: bool = False
    ) -> Job:
        """Begin to file an upload for accounts, each with its user name or ""."""
        path = await run_in_threadpool(self.uploads.ready, upload)
        whole = not (await run_in_threadpool(self.uploads.checked, upload)).errors
        options = replace(options, results=self.uploads.results(upload))

        async def work(watching: Watching) -> RunSummary:
            url = self.assistant.url
            accounts = [await self.signed_in(name, user, watching.person(name), url) for name, user in wanted.items()]
            summary = await self.assistant.run(path, accounts, options, watching)
            self._unlearn(accounts, url, summary.batches)
            if whole:
                await run_in_threadpool(self.uploads.filed, upload)
            return summary

        title = words.FILING_OF.format(roster=path.name)
        errand = Errand(
            "file",
            dict(title),
            options.by,
            self.period,
            upload=upload,
            wanted=wanted,
            until=options.until,
            four_eyes=options.four_eyes,
            **_manner(options),
        )
        job = self.works.start(title, list(wanted), work, errand=errand, taken_up=taken_up)
        self._filings[upload] = job
        return job

    async def rehearse(self, upload: str, wanted: Mapping[str, str], case: str | None) -> Job:
        """Do a case of an upload, or all of them, on the portal up to where each would have an effect.

        `wanted` are the accounts, each with its user name or "". Nothing is saved or filed.
        """
        from bot.service.rehearsal import RehearsalOptions

        path, url = await run_in_threadpool(self.uploads.ready, upload), self.assistant.url

        async def work(watching: Watching) -> list[RehearsalReport]:
            accounts = [await self.signed_in(name, user, watching.person(name), url) for name, user in wanted.items()]
            return await self.assistant.rehearse(path, accounts, RehearsalOptions(case=case), watching)

        job = self.works.start(words.REHEARSAL_OF.format(case=case or path.name), list(wanted), work)
        self.trials[job.id] = job
        return job

    def filing_of(self, upload: str) -> Job | None:
        """The job that files an upload now."""
        job = self._filings.get(upload)
        return job if job is not None and not job.ended else None

    @property
    def period(self) -> str:
        """The portal's month."""
        return f"{portal_date(self.assistant.library.portal, self.assistant.now()):%Y-%m}"

    async def take_up(self) -> None:
        """Go on with what was under way in a console that went down, as far as nobody stopped or paused it."""
        for errand in await run_in_threadpool(self.memory.left_behind):
            if errand.period != self.period:  # whoever began it did not mean this month
                self.notices.append(words.NOT_TAKEN_UP.format(title=Text(errand.title)))
                continue
            try:
                await self._again(errand)
            except AssistantError as error:
                self.notices.append(words.COULD_NOT_TAKE_UP.format(title=Text(errand.title), why=str(error)))

    async def _again(self, errand: Errand) -> None:
        until = UNTIL.get(errand.until)
        whole = errand.kind == "file" and until != "declare" and len(errand.wanted) > 1
        if not errand.batches or (whole and await run_in_threadpool(self.uploads.is_there, errand.upload)):
            # a batch that is known by now is recognised, and all accounts go on side by side
            how = RunOptions(until or "review", by=errand.by, four_eyes=errand.four_eyes, **_manner(errand))
            await self.file(errand.upload, errand.wanted, how, taken_up=True)
            return
        for batch in errand.batches:
            view = await self.overview(batch)
            if errand.kind == "refresh":
                self.refresh(view, errand.by, taken_up=True)
                continue
            approved_only = errand.approved_only or (until or view.until) == "declare"
            options = ResumeOptions(until=until, by=errand.by, approved_only=approved_only, **_manner(errand))
            self.go_on(view, options, taken_up=True)

    def go_on(self, view: BatchHead, options: ResumeOptions, *, taken_up: bool = False) -> Job:
        """Go on with a batch."""

        async def work(watching: Watching) -> BatchSummary:
            account = await self.signed_in(view.account, view.user, watching.person(view.account), view.url)
            summary = await self.assistant.resume(view.id, account, options, watching)
            self._unlearn([account], view.url, [summary])
            return summary

        how = {"until": options.until or "", "approved_only": options.approved_only, **_manner(options)}
        return self._about(view, work, ("go_on", options.by, how), taken_up)

    def refresh(self, view: BatchHead, by: str, *, taken_up: bool = False) -> Job:
        """Ask the portal what became of a batch."""

        async def work(watching: Watching) -> BatchSummary:
            account = await self.signed_in(view.account, view.user, watching.person(view.account), view.url)
            summary = await self.assistant.refresh(view.id, account, ResumeOptions(by=by), watching)
            self._unlearn([account], view.url, [summary])
            return summary

        return self._about(view, work, ("refresh", by, {}), taken_up)

    def _about(self, view: BatchHead, work: Work, told: Any, taken_up: bool) -> Job:
        title, (kind, by, how) = words.GOING_ON_WITH.format(batch=view.id), told
        errand = Errand(kind, dict(title), by, self.period, batches=(view.id,), **how)
        for busy in self.works.under_way:  # something else about the batch waits for its turn
            if isinstance(busy.errand, Errand) and busy.errand.does_the_same(errand) and not busy.stop.asked:
                return busy
        return self.works.start(title, [view.account], work, about=view.id, errand=errand, taken_up=taken_up)

    async def signed_in(self, name: str, user: str, person: Person, url: str) -> Account:
        """The account with its password: known already, from the environment, the keyring, or the person."""
        if name in self.given:
            return self.given[name]
        known_as = user_of(name, user, os.environ)
        place = origin_of(url), known_as
        password = given_password(name, os.environ) or self._typed.get(place)
        if password is None:
            password = await run_in_threadpool(kept_password, *place)
        if password is None:
            typed = await person.ask(words.PASSWORD_OF.format(user=known_as), secret=True)
            if not typed:
                raise UsageError(words.NO_PASSWORD)
            redactor.secret(typed)
            password = self._typed[place] = SecretStr(typed)
        return Account(name, known_as, password)

    def _unlearn(self, accounts: Sequence[Account], url: str, batches: Sequence[BatchSummary]) -> None:
        """Forget the passwords that the portal did not take."""
        refused = {one.account for one in batches if isinstance(one.stopped, LoginRefused)}
        for account in accounts:
            if account.name in refused:
                self.unlearn(account, url)

    def unlearn(self, account: Account, url: str) -> None:
        """Forget a password that the portal did not take."""
        self._typed.pop((origin_of(url), account.user), None)

    # Looking on

    async def overview(self, batch: str) -> BatchOverview:
        """A batch, counted. Raises UsageError if there is none of that name."""
        return await run_in_threadpool(self.assistant.overviews.one, batch)

    async def overviews(self) -> Sequence[BatchOverview]:
        """Every batch, counted, the newest first."""
        return await run_in_threadpool(self.assistant.overviews.all)

    async def values(self, batch: str, case: str) -> Case | None:
        """A case with the roster's values, if they can still be read."""
        return await run_in_threadpool(self.assistant.overviews.values, batch, case)

    async def view(self, batch: str) -> BatchView:
        """A batch as it stands, or stood a moment ago. Raises UsageError if there is none of that name."""
        version, now = self.works.version, time.monotonic()
        known = self._views.get(batch)
        if known is not None and known[0] == version and now - known[1] < FRESH:
            return known[2]
        view = await run_in_threadpool(self.assistant.view, batch)
        self._views[batch] = version, now, view
        return view

    def forget(self, batch: str) -> None:
        """Read a batch anew the next time: something was decided."""
        self._views.pop(batch, None)
        self.works.changed()

    async def cases(self, batch: str) -> Mapping[str, Case]:
        """The cases of a batch with the roster's values; none if its roster can't be read with the flows of now."""
        if batch not in self._cases:
            try:
                self._cases[batch] = await run_in_threadpool(self.assistant.cases, batch)
            except UsageError:
                self._cases[batch] = {}
        return self._cases[batch]

    def act_of(self, lane: Lane) -> Text | str:
        """What the browser is doing for a lane, as a sentence; "" if nothing."""
        if lane.act is None:
            return ""
        flow, step = lane.act
        return Teller(flow, self.assistant.library).act(step)

    async def known_accounts(self) -> Sequence[tuple[str, str]]:
        """The accounts that were filed for before, each with its user."""
        views = await self.overviews()
        given = {(one.name, one.user) for one in self.given.values()}
        return sorted({(view.account, view.user) for view in views} | given)


def _manner(options: RunOptions | ResumeOptions | Errand) -> dict[str, Any]:
    """How the browser is to work."""
    return {"headed": options.headed, "slow_mo": options.slow_mo, "trace": options.trace}
