"""A service whose batches are in memory, for the commands to be tested on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.journal.rows import EventRow
from bot.filing.progress import BatchSummary, CaseOutcome, RunSummary, Watching
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.run.person import Draft
from bot.service import BatchView, ResumeOptions, RunOptions
from bot.service.case_view import CaseView
from bot.text import Text

MORNING = datetime(2026, 11, 10, 1, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))
Work = Callable[[str, Watching], Awaitable[None]]


def view_of(*outcomes: CaseOutcome, waiting: Sequence[str] = (), **facts: Any) -> BatchView:
    """A batch with these cases, as the journal knows it."""
    known: dict[str, Any] = {
        "id": "202611-01",
        "account": "acme",
        "user": "170000001",
        "period": "2026-11",
        "roster": "roster.csv",
        "url": "http://127.0.0.1/",
        "until": "declare",
        "four_eyes": False,
        "started_by": "ana",
        "created_at": MORNING,
        "attempt": 1,
        "stopped": "",
        "results": Path("out/roster-results.xlsx"),
        "evidence": Path("out/evidence"),
    }
    waits = tuple(outcome for outcome in outcomes if outcome.case.id in waiting)
    return BatchView(outcomes=outcomes, waiting=waits, **known | facts)


def summary_of(view: BatchView, **facts: Any) -> BatchSummary:
    """What is told at the end of a run of the batch."""
    known: dict[str, Any] = {"results": view.results, "evidence": view.evidence, "until": view.until}
    return BatchSummary(
        batch=view.id,
        account=view.account,
        outcomes=view.outcomes,
        elapsed=timedelta(seconds=65),
        **known | facts,
    )


async def nothing(batch: str, watching: Watching) -> None:
    """Work that is done at once."""


@dataclass
class Service:
    """Does what `Assistant` does, without a portal. `work` is what going on with a batch comes to."""

    views: dict[str, BatchView] = field(default_factory=dict)
    happened: tuple[EventRow, ...] = ()
    cases: tuple[Case, ...] = ()
    work: Work = nothing
    asked: list[tuple[Any, ...]] = field(default_factory=list)
    """What was asked of it, in order."""
    shown: CaseView | None = None
    """What it knows of a case."""
    url: str = "http://127.0.0.1/"
    zone: timezone = CHINA
    library: Any = field(default_factory=lambda: SimpleNamespace(portal=SimpleNamespace(title=Text.same("The portal"))))

    def hold(self, *views: BatchView) -> None:
        """Let these be its batches, the newest first."""
        self.views = {view.id: view for view in views}

    def check(self, roster: Path) -> Any:
        return SimpleNamespace(ok=True, warnings=(), cases=self.cases, problems=())

    def batches(self) -> tuple[BatchView, ...]:
        return tuple(self.views.values())

    def view(self, batch: str) -> BatchView:
        if batch not in self.views:
            raise UsageError(f"There is no batch {batch}.")
        return self.views[batch]

    def events(self, batch: str) -> tuple[EventRow, ...]:
        return self.happened

    def case(self, batch: str, case: str) -> CaseView:
        self.asked.append(("case", batch, case))
        assert self.shown is not None
        return self.shown

    def drafts(self, batch: str) -> tuple[Draft, ...]:
        return tuple(
            Draft(one.case.id, one.case.flow.title, "330*************17", one.number, "Wage: 6000")
            for one in self.view(batch).waiting
        )

    async def run(
        self, roster: Path, accounts: Sequence[Account], options: RunOptions, watching: Watching
    ) -> RunSummary:
        self.asked.append(("run", [(account.name, account.user) for account in accounts], options))
        views = [view for view in self.batches() if view.account in {account.name for account in accounts}]
        return RunSummary(tuple([await self._go_on(view, watching) for view in views]))

    async def resume(self, batch: str, account: Account, options: ResumeOptions, watching: Watching) -> BatchSummary:
        self.asked.append(("resume", batch, (account.name, account.user), options))
        return await self._go_on(self.view(batch), watching)

    async def refresh(self, batch: str, account: Account, options: ResumeOptions, watching: Watching) -> BatchSummary:
        self.asked.append(("refresh", batch))
        return await self._go_on(self.view(batch), watching)

    async def _go_on(self, view: BatchView, watching: Watching) -> BatchSummary:
        watching.progress(view.account).accepted(view.id, at=view.created_at, known=False)
        await self.work(view.id, watching)
        return summary_of(self.view(view.id))

    def may_approve(self, batch: str, by: str) -> None:
        if self.view(batch).four_eyes and self.view(batch).started_by == by:
            raise UsageError("Another person has to approve it.", cure="Ask a colleague.")

    def approve(self, batch: str, cases: Sequence[str], by: str) -> None:
        self.asked.append(("approve", batch, list(cases), by))
        self.views[batch] = replace(self.view(batch), waiting=())

    def withdraw(self, batch: str, cases: Sequence[str], by: str) -> None:
        self.asked.append(("withdraw", batch, list(cases), by))
        self.views[batch] = replace(self.view(batch), waiting=())

    def resolve(self, batch: str, case: str, *, filed: str | None, by: str) -> CaseOutcome:
        self.asked.append(("resolve", batch, case, filed, by))
        [outcome] = [one for one in self.view(batch).outcomes if one.case.id == case]
        settled = replace(outcome, state=CaseState.PENDING if filed is None else CaseState.UNDER_REVIEW)
        self.views[batch] = replace(self.view(batch), outcomes=(settled,))
        return settled

    def write_results(self, batch: str, path: Path) -> Path:
        self.asked.append(("write_results", batch))
        return path

    def carry_over(self, batch: str, path: Path) -> tuple[Path, int]:
        self.asked.append(("carry_over", batch))
        return path, 3
