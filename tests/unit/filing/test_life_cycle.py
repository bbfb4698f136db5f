"""No sequence of events leads to a second filing or to a lost case."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.filing.journal.rows import CaseRow
from bot.filing.states import LIVE, CaseState
from tests.unit.filing.model_desk import FILED, Office, Until, masked
from tests.unit.filing.model_portal import Mishap, ModelPortal

S = CaseState
PEOPLE = st.tuples(st.sampled_from(["add", "renew", "direct"]), st.sampled_from(["Ana", "Bo", "Cai"]))
MISHAPS = st.lists(st.tuples(st.integers(1, 20), st.sampled_from(get_args(Mishap))), min_size=1, max_size=4)
CUTS = st.lists(st.tuples(st.integers(1, 12), st.sampled_from(["before", "after"])), max_size=1)
FINAL = {S.APPROVED, S.DONE, S.REJECTED, S.REFUSED, S.WITHDRAWN, S.ELSEWHERE}
LONGEST_LAG = 8
"""Seconds: shorter than the time between two looks, without which no look proves anything."""


class LifeCycle(RuleBasedStateMachine):
    """One account, its batches, and a world in which everything goes wrong that can."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.office = Office(ModelPortal(), Path(self._folder.name))

    @initialize(
        people=st.lists(PEOPLE, min_size=2, max_size=5, unique=True),
        lag=st.sampled_from([0, 3, LONGEST_LAG]),
        lax=st.booleans(),
        delay=st.sampled_from([0.3, 5, 15, 100]),
        mishaps=MISHAPS,
        cuts=CUTS,
    )
    def begin(self, people, lag, lax, delay, mishaps, cuts) -> None:  # type: ignore[no-untyped-def]  # from above
        """A batch, and a first life of it: from there on anything may happen."""
        self.office.portal.lag, self.office.portal.lax, self.office.portal.delay = lag, lax, delay
        self.office.live(self.office.accept(people), "declare", mishaps=mishaps, cuts=cuts)

    @property
    def batches(self) -> list[str]:
        return list(self.office.cases)

    @rule(people=st.lists(PEOPLE, min_size=1, max_size=4, unique=True))
    def accept(self, people: list[tuple[str, str]]) -> None:
        self.office.accept(people)

    @rule(data=st.data())
    def accept_somebody_again(self, data: st.DataObject) -> None:
        row = data.draw(st.sampled_from(self.office.rows))
        self.office.accept([(row.flow, row.person), ("renew", "Cai")])

    @rule(data=st.data(), until=st.sampled_from(get_args(Until)), mishaps=MISHAPS, cuts=CUTS, yes=st.booleans())
    def live(self, data, until, mishaps, cuts, yes) -> None:  # type: ignore[no-untyped-def]  # hypothesis gives them
        batch = data.draw(st.sampled_from(self.batches))
        self.office.live(batch, until, mishaps=mishaps, cuts=cuts, yes=yes)

    @rule(data=st.data(), click=st.integers(1, 30), mishap=st.sampled_from(["crash_done", "late_crash", "drop_after"]))
    def cut_short_and_gone_on_with_at_once(self, data: st.DataObject, click: int, mishap: Mishap) -> None:
        batch = data.draw(st.sampled_from(self.batches))
        self.office.live(batch, "declare", mishaps=[(click, mishap)])
        self.office.live(batch, "declare")

    @rule(data=st.data())
    def changed_after_it_was_approved(self, data: st.DataObject) -> None:
        batch = data.draw(st.sampled_from(self.batches))
        self.office.live(batch, "review")
        self.office.approve(batch)
        for item in self.office.portal.items:
            if item.state == "draft":
                item.more = "; and more"
        self.office.live(batch, "declare", yes=False)

    @rule(data=st.data(), what=st.sampled_from(["approve", "withdraw", "do_again"]))
    def decide(self, data: st.DataObject, what: str) -> None:
        getattr(self.office, what)(data.draw(st.sampled_from(self.batches)))

    @rule(data=st.data())
    def resolve(self, data: st.DataObject) -> None:
        """Only once nothing is under way any more: before that nobody can know."""
        self.office.portal.heal()
        self.office.resolve(data.draw(st.sampled_from(self.batches)))

    @precondition(lambda self: self.office.portal.items)
    @rule(data=st.data(), what=st.sampled_from(["delete", "edit", "approve", "reject"]))
    def somebody_else(self, data: st.DataObject, what: str) -> None:
        item = data.draw(st.sampled_from(self.office.portal.items))
        if what in ("delete", "edit") and item.state == "draft":
            if what == "edit":
                item.pay = "8"
            else:
                self.office.portal.move(item.number, "deleted")
        elif what in ("approve", "reject") and item.state == "under_review":
            self.office.portal.move(item.number, "approved" if what == "approve" else "rejected")

    @rule(who=st.sampled_from(["", "Ana", "Bo", "Xu"]), pay=st.sampled_from(["7", "9"]), seconds=st.integers(0, 200))
    def meanwhile(self, who: str, pay: str, seconds: int) -> None:
        """Time passes, and another clerk saves a draft."""
        self.office.portal.pass_time(seconds)
        if who:
            self.office.portal.save(who, "add", pay, ours=False)

    @invariant()
    def nobody_is_filed_twice(self) -> None:
        live = [one for one in self.office.portal.items if one.filed_by_us and one.state != "rejected"]
        twice = [key for key, times in Counter((one.who, one.what) for one in live).items() if times > 1]
        assert not twice, f"filed twice: {twice}"

    @invariant()
    def nothing_is_filed_that_nobody_approved(self) -> None:
        for item in self.office.portal.items:
            if item.filed_by_us and item.what != "direct":
                shown = item.filed_as.replace(item.who, masked(item.who))
                assert shown in self.office.approved, f"{item.filed_as} was declared, but never approved"

    @invariant()
    def every_filed_case_is_in_the_portal_s_books(self) -> None:
        books = {one.number: one for one in self.office.portal.items}
        for row in self.office.rows:
            if row.state in FILED:
                item = books[row.number]
                assert (item.who, item.what) == _key(row)
                assert item.state not in ("draft", "deleted")
                assert row.state is S.UNDER_REVIEW or item.state == row.state.value

    def teardown(self) -> None:
        """In the end, with the portal well again and a person who says truthfully what is there, all is settled."""
        try:
            for _ in range(3):
                self._settle()
                for batch in self.batches:
                    self.office.resolve(batch)
            self._settle()
            held = {_key(row) for row in self.office.rows if row.state in LIVE}
            left = [row for row in self.office.rows if row.state not in FINAL]
            # What failed here, and was taken over by another batch, stays as it is: its person is settled there.
            left = [row for row in left if row.state is not S.FAILED or _key(row) not in held]
            assert not left, [f"{row.id} {row.state} {row.reason}" for row in left]
        finally:
            self.office.journal.close()
            self._folder.cleanup()

    def _settle(self) -> None:
        """Go on with every batch, and see what the books then say."""
        for batch in self.batches:
            for until in ("declare", "refresh"):
                self.office.portal.heal()
                self.office.live(batch, until)
                for item in self.office.portal.items:
                    if item.state == "under_review":
                        self.office.portal.move(item.number, "approved")
        self.nobody_is_filed_twice()
        self.nothing_is_filed_that_nobody_approved()
        self.every_filed_case_is_in_the_portal_s_books()
        for item in self.office.portal.items:
            if item.filed_by_us:
                rows = [row for row in self.office.rows if _key(row) == (item.who, item.what)]
                known = any(row.number == item.number and row.state in FILED for row in rows)
                assert known or any(row.state is S.NEEDS_ATTENTION for row in rows), f"{item} is lost"


def _key(row: CaseRow) -> tuple[str, str]:
    return row.person, row.flow


LifeCycle.TestCase.settings = settings(
    max_examples=40, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLifeCycle = LifeCycle.TestCase
