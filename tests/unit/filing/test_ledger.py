"""The records of a batch on a real journal: what a lease, a rival and another batch do to a change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import AccountBusy, LeaseLost, Overtaken
from bot.filing.journal.address import file_url
from bot.filing.journal.rows import NewBatch, NewCase, NewRoster
from bot.filing.journal.store import Journal, open_journal
from bot.filing.ledger import LEASE, JournalLedger, Lease, held, records_of
from bot.filing.records import Records
from bot.filing.states import CaseState as S
from bot.flow.case import Case
from bot.text import read_in
from tests.unit.run.fakes import flow

ACCOUNT = "170000001 @ http://portal.invalid"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 10, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    read_in("en")
    with open_journal(file_url(tmp_path / "journal.sqlite")) as opened:
        roster = NewRoster("roster.csv", "roster.csv", "0", b"")
        batch = NewBatch(
            "key", "paper", "http://portal.invalid", "http://portal.invalid/", "", "demo", "170000001", "2026-11",
            roster, "declare", False, "Ana", "results.xlsx", "evidence", clock(),
        )  # fmt: skip
        case = NewCase("add-2", "natural", "add", "0", "0", "roster", 2, "Ana")
        opened.accept(batch, [case], elsewhere=lambda other: "")
        yield opened


def records(journal: Journal, clock: Clock, lease: Lease | None = None, by: str = "Ana") -> Records:
    cases = {"add-2": Case("add-2", flow(flow="add", steps=[{"click": "a"}]), {})}
    ledger = JournalLedger(journal, "202611-01", by, clock, lease)
    return Records(records_of(journal.cases("202611-01"), cases), ledger, lambda record: None)


def state(journal: Journal) -> S:
    return journal.cases("202611-01")[0].state


async def test_a_lease_that_ran_out_while_the_machine_slept_is_renewed(journal: Journal, clock: Clock) -> None:
    async with held(journal, ACCOUNT, "us", clock) as lease:
        kept = records(journal, clock, lease)
        clock.now += LEASE * 100
        kept.move("add-2", S.DRAFTING, kind="intent")
        assert state(journal) is S.DRAFTING
        assert lease.fence.until == clock.now + LEASE


async def test_a_lease_that_somebody_else_took_meanwhile_stops_every_change(journal: Journal, clock: Clock) -> None:
    async with held(journal, ACCOUNT, "us", clock) as lease:
        kept = records(journal, clock, lease)
        clock.now += LEASE * 100
        async with held(journal, ACCOUNT, "them", clock):
            with pytest.raises(LeaseLost):
                kept.move("add-2", S.DRAFTING, kind="intent")
            assert (state(journal), kept["add-2"].state) == (S.PENDING, S.PENDING)


async def test_an_account_is_ours_alone_until_we_leave_it(journal: Journal, clock: Clock) -> None:
    async with held(journal, ACCOUNT, "us", clock):
        with pytest.raises(AccountBusy):
            async with held(journal, ACCOUNT, "them", clock):
                pass
    async with held(journal, ACCOUNT, "them", clock) as lease:
        assert lease.fence.owner == "them"


async def test_the_same_slot_takes_over_at_once_what_its_earlier_life_held(journal: Journal, clock: Clock) -> None:
    earlier = journal.take(ACCOUNT, "us", at=clock(), ttl=timedelta(hours=1))
    async with held(journal, ACCOUNT, "us", clock) as lease:
        assert lease.fence.token > earlier.token


def test_a_rival_that_was_faster_leaves_nothing_half_done(journal: Journal, clock: Clock) -> None:
    ours, theirs = records(journal, clock), records(journal, clock, by="Eva")
    theirs.move("add-2", S.REFUSED)
    with pytest.raises(Overtaken, match="add-2 was changed meanwhile: it is “refused by the portal” now") as raised:
        ours.move("add-2", S.DRAFTING, kind="intent")
    assert "portal resume 202611-01" in str(raised.value.cure)
    assert (state(journal), ours["add-2"].state) == (S.REFUSED, S.PENDING)
    assert [event.by for event in journal.events("202611-01") if event.case == "add-2"] == ["Eva"]
