"""Going on with a batch: which one, and as whom."""

from __future__ import annotations

import os

from bot.cli import batch_words, words
from bot.cli.account import account_named
from bot.cli.filing import Workplace
from bot.cli.next_steps import spelled
from bot.cli.summary import totals
from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.progress import BatchSummary
from bot.filing.states import UNFINISHED, CaseState
from bot.service import Assistant, BatchView, ResumeOptions
from bot.text import Text

HANDS_ON = UNFINISHED - {CaseState.UNDER_REVIEW}
"""States of cases with which there is more to do than to ask the portal for its decision."""


def only_unfinished(assistant: Assistant, options: tuple[str, ...]) -> BatchView | None:
    """The one batch with something left to do; None if there is none. Raises UsageError if there are several."""
    unfinished = [view for view in assistant.batches() if view.unfinished]
    hands_on = [view for view in unfinished if any(outcome.state in HANDS_ON for outcome in view.outcomes)]
    views = hands_on or unfinished
    if len(views) > 1:
        listed = "".join(f"\n  {_line(view, options)}" for view in views)
        raise UsageError(Text.same(f"{batch_words.SEVERAL_BATCHES}{listed}"), cure=batch_words.SEVERAL_BATCHES_CURE)
    return views[0] if views else None


def _line(view: BatchView, options: tuple[str, ...]) -> str:
    """A batch, what it waits for, and how to name it."""
    stands = totals(outcome.state for outcome in view.outcomes).plain
    return f"{spelled('resume', view.id, options=options)}   {view.account} · {view.roster} · {stands}"


def go_on(place: Workplace, assistant: Assistant, view: BatchView, options: ResumeOptions) -> BatchSummary:
    """Log in with the batch's account and go on with it."""
    account = _logged_in(place, assistant, view, options)
    return place.work(
        assistant, [view.account], lambda watching: assistant.resume(view.id, account, options, watching)
    )


def read_results(place: Workplace, assistant: Assistant, view: BatchView, options: ResumeOptions) -> BatchSummary:
    """Log in with the batch's account and read what became of its filings; nothing else is done."""
    account = _logged_in(place, assistant, view, options)
    return place.work(
        assistant, [view.account], lambda watching: assistant.refresh(view.id, account, options, watching)
    )


def _logged_in(place: Workplace, assistant: Assistant, view: BatchView, options: ResumeOptions) -> Account:
    url = options.url or view.url
    account = place.ask(account_named(view.account, view.user, os.environ, place.asking, url=url))
    portal = assistant.library.portal.title
    opening = words.OPENING.format(portal=portal, url=url, account=view.account)
    place.console.print(str(opening), soft_wrap=True)
    return account
