"""One owner at a time in an account, and every taking under a higher number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.errors import AccountBusy, LeaseLost
from bot.filing.journal.store import Journal, open_journal
from bot.text import LANGUAGES, Text
from tests.unit.filing.journal.paper import NOON, minutes


@pytest.fixture
def other(url: str, journal: Journal) -> Iterator[Journal]:
    """The same journal, over a connection of its own."""
    with open_journal(url) as opened:
        yield opened


def test_while_one_has_it_no_other_gets_it(journal: Journal, other: Journal) -> None:
    fence = journal.take("acme", "one", at=NOON, ttl=minutes(2))
    assert (fence.account, fence.owner, fence.token, fence.until) == ("acme", "one", 1, NOON + minutes(2))
    with pytest.raises(AccountBusy) as busy:
        other.take("acme", "two", at=NOON + minutes(1), ttl=minutes(2), mine=True)
    assert (busy.value.owner, busy.value.until) == ("one", NOON + minutes(2))
    for said in (busy.value.message, busy.value.cure):
        assert isinstance(said, Text) and set(said) == set(LANGUAGES)
    assert "acme" in str(busy.value) and "60" in str(busy.value.cure)


def test_accounts_do_not_get_in_each_others_way(journal: Journal, other: Journal) -> None:
    assert journal.take("acme", "one", at=NOON, ttl=minutes(2)).token == 1
    assert other.take("beta", "two", at=NOON, ttl=minutes(2)).token == 1


def test_a_lease_that_ran_out_is_free_and_its_fence_worthless(journal: Journal, other: Journal) -> None:
    old = journal.take("acme", "one", at=NOON, ttl=minutes(2))
    new = other.take("acme", "two", at=NOON + minutes(2), ttl=minutes(2))
    assert new.token == old.token + 1
    with pytest.raises(LeaseLost) as lost:
        journal.renew(old, at=NOON + minutes(1), ttl=minutes(9))
    assert isinstance(lost.value.message, Text) and lost.value.exit_code == 1
    journal.release(old)
    other.renew(new, at=NOON + minutes(3), ttl=minutes(2))


def test_renewing_keeps_it(journal: Journal, other: Journal) -> None:
    fence = journal.take("acme", "one", at=NOON, ttl=minutes(2))
    longer = journal.renew(fence, at=NOON + minutes(1), ttl=minutes(2))
    assert longer == replace(fence, until=NOON + minutes(3))
    with pytest.raises(AccountBusy):
        other.take("acme", "two", at=NOON + minutes(2.5), ttl=minutes(2))
    with pytest.raises(LeaseLost):
        journal.renew(longer, at=NOON + minutes(3), ttl=minutes(2))


def test_released_it_is_free_at_once_and_its_number_used(journal: Journal, other: Journal) -> None:
    fence = journal.take("acme", "one", at=NOON, ttl=minutes(2))
    journal.release(fence)
    with pytest.raises(LeaseLost):
        journal.renew(fence, at=NOON, ttl=minutes(2))
    assert other.take("acme", "two", at=NOON, ttl=minutes(2)).token == 2
    journal.release(fence)
    with pytest.raises(AccountBusy):
        journal.take("acme", "one", at=NOON, ttl=minutes(2))


def test_the_same_owner_takes_over_its_earlier_life_only_if_that_is_over(journal: Journal, other: Journal) -> None:
    first = journal.take("acme", "slot-0", at=NOON, ttl=minutes(2))
    with pytest.raises(AccountBusy):
        other.take("acme", "slot-0", at=NOON, ttl=minutes(2))
    second = other.take("acme", "slot-0", at=NOON, ttl=minutes(2), mine=True)
    assert second.token == first.token + 1
    with pytest.raises(LeaseLost):
        journal.renew(first, at=NOON, ttl=minutes(2))


def test_every_taking_is_told(journal: Journal) -> None:
    journal.take("acme", "one", at=NOON, ttl=minutes(1))
    journal.take("acme", "two", at=NOON + minutes(1), ttl=minutes(1))
    told = [(event.kind, event.by, event.facts["token"], event.facts["before"]) for event in journal.events("")]
    assert told == [("lease", "one", 1, ""), ("lease", "two", 2, "one")]
