"""Several at once: threads with connections of their own, and processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from bot.errors import AccountBusy
from bot.filing.journal.races import KeyTaken, OutOfStep
from bot.filing.journal.rows import Change
from bot.filing.journal.store import Journal, open_journal
from bot.filing.states import CaseState
from tests.unit.filing.journal.paper import NOON, accept, change, elsewhere, minutes, new_batch, new_case, states

S = CaseState
T = TypeVar("T")
RIVALS = 4


def together(url: str, do: Callable[[Journal, int], T]) -> list[T]:
    """What each of several threads gets that open the journal and do this at the same moment."""
    barrier = Barrier(RIVALS, timeout=60)

    def one(number: int) -> T:
        with open_journal(url) as journal:
            barrier.wait()
            return do(journal, number)

    with ThreadPoolExecutor(RIVALS) as pool:
        return list(pool.map(one, range(RIVALS)))


def test_several_open_a_new_journal_at_once(url: str) -> None:
    assert together(url, lambda journal, _: journal.batches()) == [[]] * RIVALS


def test_of_several_who_accept_the_same_one_adds_it(url: str, journal: Journal) -> None:
    cases = [new_case(str(number), f"k{number}") for number in range(20)]
    accepted = together(url, lambda mine, _: mine.accept(new_batch(), cases, elsewhere=elsewhere))
    assert sorted(one.known for one in accepted) == [False] + [True] * (RIVALS - 1)
    assert {one.batch.id for one in accepted} == {"202611-01"}
    assert len(journal.cases("202611-01")) == 20
    assert [event.kind for event in journal.events("202611-01")] == ["accepted"]


def test_of_several_batches_with_the_same_person_one_has_them(url: str, journal: Journal) -> None:
    made = together(url, lambda mine, number: accept(mine, "1", key=str(number)))
    assert sorted(made) == [f"202611-{number:02}" for number in range(1, RIVALS + 1)]
    found = sorted(states(journal, batch)["1"][0] for batch in made)
    assert found == [S.ELSEWHERE] * (RIVALS - 1) + [S.PENDING]


def test_of_several_with_the_same_intent_one_has_it(url: str, journal: Journal) -> None:
    ids = [str(number) for number in range(15)]
    batch = accept(journal, *ids)

    def declare(mine: Journal, number: int) -> bool:
        try:
            mine.change(batch, [change(id, S.PENDING, S.DECLARING) for id in ids], at=NOON, by=str(number))
        except OutOfStep:
            return False
        return True

    assert sorted(together(url, declare)) == [False] * (RIVALS - 1) + [True]
    assert set(states(journal, batch).values()) == {(S.DECLARING, 1)}
    assert len({event.by for event in journal.events(batch)[1:]}) == 1


def test_of_several_ways_back_into_one_natural_key_one_is_open(url: str, journal: Journal) -> None:
    batches = []
    for number in range(RIVALS):
        batches.append(accept(journal, "1", key=str(number)))
        journal.change(batches[-1], [change("1", S.PENDING, S.FAILED)], at=NOON, by="worker")

    def back(mine: Journal, number: int) -> str | None:
        try:
            mine.change(batches[number], [Change("1", S.FAILED, 1, S.PENDING, again=True)], at=NOON, by="ana")
        except KeyTaken as taken:
            return taken.other.batch
        return None

    got = together(url, back)
    winner = batches[got.index(None)]
    assert sorted(other or "" for other in got) == ["", *[winner] * (RIVALS - 1)]


def test_of_several_who_take_a_lease_one_gets_it(url: str, journal: Journal) -> None:
    def take(mine: Journal, number: int) -> int:
        try:
            return mine.take("acme", str(number), at=NOON, ttl=minutes(2)).token
        except AccountBusy:
            return 0

    assert sorted(together(url, take)) == [0] * (RIVALS - 1) + [1]


def test_tokens_are_never_given_twice(url: str, journal: Journal) -> None:
    def take(mine: Journal, number: int) -> list[int]:
        return [mine.take("acme", "slot", at=NOON, ttl=minutes(2), mine=True).token for _ in range(5)]

    tokens = [token for some in together(url, take) for token in some]
    assert sorted(tokens) == list(range(1, 5 * RIVALS + 1))


ACCEPT = """
import sys
from bot.filing.journal.store import open_journal
from tests.unit.filing.journal.paper import elsewhere, new_batch, new_case
sys.stdin.read(1)
with open_journal(sys.argv[1]) as journal:
    accepted = journal.accept(new_batch(), [new_case("1", "k")], elsewhere=elsewhere)
print(accepted.batch.id, accepted.known)
"""


def test_processes_that_start_with_no_journal_at_all(url: str) -> None:
    start = [sys.executable, "-W", "error", "-c", ACCEPT, url]
    processes = [
        subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = sorted(process.communicate(timeout=60)[0].strip() for process in processes)
    assert said == ["202611-01 False", "202611-01 True"]
