"""How a batch stands when nothing is under way, in one sentence, and what to do next: the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.console import words
from bot.filing.states import CaseState
from bot.service.overviews import BatchOverview
from bot.text import Text

S = CaseState
NOT_TAKEN = (S.REFUSED, S.REJECTED)


@dataclass(frozen=True)
class Step:
    """Something to do: a link, or a button."""

    said: Text
    path: str
    route: tuple[str, str]
    """As the table of permissions names it."""

    @property
    def done(self) -> bool:
        """Whether something is done by it."""
        return self.route[0] == "POST"


def stands(batch: BatchOverview) -> Text:
    """How a batch stands, and what that asks of a person."""
    if batch.purged_at is not None:
        return words.STANDS_PURGED
    count = batch.counts.get
    for said, how_many in (
        (words.STANDS_DECISION, count(S.NEEDS_ATTENTION, 0)),
        (words.STANDS_REVIEW, batch.waiting),
        (words.STANDS_APPROVED, batch.approved),
        (words.STANDS_LEFT, batch.left),
        (words.STANDS_FAILED, count(S.FAILED, 0)),
        (words.STANDS_UNDER_REVIEW, count(S.UNDER_REVIEW, 0)),
        (words.STANDS_NOT_FILED, sum(count(state, 0) for state in NOT_TAKEN)),
    ):
        if how_many:
            return said.of(how_many)
    return words.STANDS_WELL.of(batch.cases)


def steps(batch: BatchOverview) -> list[Step]:
    """What can be done with a batch now."""
    return [] if batch.purged_at is not None else list(_steps(batch))


def _steps(batch: BatchOverview) -> Iterator[Step]:
    here, count = f"/batches/{batch.id}", batch.counts.get
    if undecided := count(S.NEEDS_ATTENTION, 0):
        yield Step(words.DECIDE_COUNT.of(undecided), f"{here}?state=needs_attention", ("GET", "/batches/{batch}"))
    if batch.waiting:
        yield Step(words.REVIEW_DRAFTS.of(batch.waiting), f"{here}/review", ("GET", "/batches/{batch}/review"))
    if batch.left or batch.approved:
        yield Step(words.GO_ON, f"{here}/resume", ("POST", "/batches/{batch}/resume"))
    elif count(S.FAILED, 0):
        yield Step(words.TRY_AGAIN, f"{here}/resume", ("POST", "/batches/{batch}/resume"))
    if count(S.UNDER_REVIEW, 0):
        yield Step(words.ASK_PORTAL, f"{here}/refresh", ("POST", "/batches/{batch}/refresh"))
