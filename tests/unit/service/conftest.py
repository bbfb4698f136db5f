"""An assistant with a journal of its own, and a batch in it that nobody has worked on yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.filing.desk import Account
from bot.filing.journal.rows import BatchRow, Change
from bot.filing.journal.store import Journal, open_journal
from bot.filing.states import CaseState
from bot.service import Assistant, RunOptions
from bot.service.acceptance import Desired, accept, by_account
from bot.text import read_in

NOW = datetime(2026, 11, 10, 1, tzinfo=UTC)
HEADER = "operation,id_number,name,household,wage,migrant,migrant_insurance,arrears,reason\n"
ADD = "add,330299198706120115,钱嘉树,11,6800,no,no,,\n"
ADD_TOO = "add,330299198310050376,石明远,52,9300,yes,no,,\n"
LEAVE = "interrupt,330299199112221079,马玉兰,,,,,,2\n"
ACCOUNT = Account("demo", "170000001", SecretStr("secret"))

Accept = Callable[..., BatchRow]
Put = Callable[..., None]


@pytest.fixture(autouse=True)
def an_english_reader() -> None:
    read_in("en")


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return Assistant(home=tmp_path / "home", url="http://portal.invalid/", clock=lambda: NOW)


@pytest.fixture
def journal(assistant: Assistant) -> Iterator[Journal]:
    with open_journal(assistant.store) as opened:
        yield opened


@pytest.fixture
def accepted(assistant: Assistant, journal: Journal, tmp_path: Path) -> Accept:
    """`accepted(line, …)`: the batch of a roster of these lines."""

    def take(*lines: str, **options: object) -> BatchRow:
        roster = tmp_path / "roster.csv"
        roster.write_text(HEADER + "".join(lines), encoding="utf-8")
        cases = assistant.check(roster).cases
        desired = Desired(roster, assistant.library, assistant.flows, assistant.url, assistant.home, NOW)
        [(account, group)] = by_account(cases, [ACCOUNT])
        return accept(journal, desired, account, group, RunOptions(by="Ana", **options)).batch  # type: ignore[arg-type]  # a test's own words

    return take


@pytest.fixture
def put(journal: Journal) -> Put:
    """`put(batch, case, state, …)`: lead a case through these states."""

    def lead(batch: str, case: str, *states: CaseState, **facts: object) -> None:
        for state in states:
            row = next(row for row in journal.cases(batch) if row.id == case)
            journal.change(batch, [Change(case, row.state, row.attempt, state, facts=facts)], at=NOW, by="Ana")

    return lead
