"""A process that is killed leaves what it had committed, whole, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import pytest

from bot.filing.journal.races import OutOfStep
from bot.filing.journal.store import Journal, open_journal
from bot.filing.states import CaseState
from tests.unit.filing.journal.paper import NOON, accept, change, states

INTENTS = """
import sys
from bot.filing.journal.races import OutOfStep
from bot.filing.journal.store import open_journal
from bot.filing.states import CaseState
from tests.unit.filing.journal.paper import NOON, change
url, batch, *cases = sys.argv[1:]
with open_journal(url) as journal:
    for one, other in zip(cases[::2], cases[1::2]):
        intents = [change(case, CaseState.PENDING, CaseState.DRAFTING) for case in (one, other)]
        journal.change(batch, intents, at=NOON, by="worker")
        print(one, other, flush=True)
"""
CASES = [str(number) for number in range(400)]


@pytest.mark.parametrize("after", [1, 3, 8])
def test_kill_between_intents(url: str, journal: Journal, after: int) -> None:
    batch = accept(journal, *CASES)
    worker = [sys.executable, "-c", INTENTS, url, batch, *CASES]
    with subprocess.Popen(worker, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        said = [process.stdout.readline().split() for _ in range(after)]
        process.kill()
        said += [line.split() for line in process.stdout.read().splitlines()]
    told = [case for pair in said for case in pair]
    cut_short = CASES[len(told) : len(told) + 2]
    with open_journal(url) as again:
        with suppress(OutOfStep):  # it was committed, and not told any more
            intents = [change(case, CaseState.PENDING, CaseState.DRAFTING) for case in cut_short]
            again.change(batch, intents, at=NOON, by="next life")
        drafting = [case for case, (state, _) in states(again, batch).items() if state is CaseState.DRAFTING]
        events = [event.case for event in again.events(batch)[1:]]
    assert drafting == [*told, *cut_short]
    assert events == drafting, "each once"
