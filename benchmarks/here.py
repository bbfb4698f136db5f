"""One run of ours in this process, with nobody at it."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.bundled import bundled
from bot.cli.sample import TODAY, sample_account, sample_clock
from bot.filing.progress import BatchSummary, Watching
from bot.filing.records import CaseRecord
from bot.flow.case import Case
from bot.run import Draft, Listener
from bot.service import Assistant, RunOptions
from bot.text import Text

ROSTER = bundled("fixtures", "demo", "roster.csv")
CASES = len(ROSTER.read_text(encoding="utf-8").splitlines()) - 1


@contextmanager
def fresh_portal() -> Iterator[str]:
    """The address of a portal in its initial state."""
    command = [sys.executable, "-m", "mock_portal", "--port", "0", "--lang", "es", "--control"]
    with subprocess.Popen([*command, "--clock", TODAY.isoformat()], stdout=subprocess.PIPE, text=True) as portal:
        assert portal.stdout is not None
        try:
            yield portal.stdout.readline().strip()
        finally:
            portal.terminate()


class YesMan:
    """A person who approves whatever is asked."""

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        raise AssertionError("this portal asks nothing")

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        return True


class Unwatched:
    """A progress that nobody looks at."""

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None: ...

    def phase(self, name: Text, total: int) -> None: ...

    def step(self, case: Case | None, words: Text) -> None: ...

    def case_changed(self, record: CaseRecord) -> None: ...

    def advanced(self, cases: int = 1) -> None: ...


async def run_here(folder: Path, listeners: Sequence[Listener] = ()) -> BatchSummary:
    """File the roster on a portal that was just started; what is left is in `folder`."""
    logging.getLogger("bot").setLevel(logging.ERROR)
    with fresh_portal() as url:
        assistant = Assistant(home=folder, url=url, clock=sample_clock(), listeners=listeners)
        options = RunOptions(results=folder / "results.xlsx", evidence=folder / "evidence")
        watching = Watching(lambda account: YesMan(), lambda account: Unwatched())
        summary = await assistant.run(ROSTER, [sample_account()], options, watching)
    return summary.batches[0]
