"""Filing a roster while somebody watches: progress, questions and summary around the service's work."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console

from bot.cli import words
from bot.cli.person import TerminalPerson
from bot.cli.progress import watch_on
from bot.cli.summary import show_cases, show_summary
from bot.filing.desk import Account
from bot.filing.progress import BatchSummary
from bot.service import Assistant, RunOptions

Result = TypeVar("Result")


def asyncio_run(work: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end. Ctrl-C raises KeyboardInterrupt once everything has been put away."""
    return asyncio.run(work)


def file_roster(
    assistant: Assistant, roster: Path, account: Account, options: RunOptions, *, console: Console, yes: bool
) -> BatchSummary:
    """File a checked roster and show it. Ctrl-C still shows how far each case came."""
    watch = watch_on(console)
    person = TerminalPerson(watch, yes=yes)
    portal = assistant.library.portal
    console.print(
        str(words.OPENING.format(portal=portal.title, url=assistant.url, account=account.name)),
        soft_wrap=True,
    )
    try:
        with watch.running():
            summary = asyncio_run(assistant.run(roster, account, options, person=person, progress=watch))
    except KeyboardInterrupt:
        show_cases(console, tuple(watch.records.values()))
        raise
    show_summary(console, summary)
    return summary
