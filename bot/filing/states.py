"""The states of a case, and which may follow which."""

from __future__ import annotations

from enum import StrEnum


class CaseState(StrEnum):
    """Where a case is. The order is that of a life without trouble, then the ends."""

    PENDING = "pending"
    DRAFTING = "drafting"
    DRAFTED = "drafted"
    REVIEWED = "reviewed"
    """The draft was read back and is the same: a person may approve it."""
    DECLARING = "declaring"
    UNDER_REVIEW = "under_review"
    APPROVED = "approved"
    DONE = "done"
    """A flow without effect has run."""
    REJECTED = "rejected"
    """The portal's reviewers said no."""
    REFUSED = "refused"
    """The portal did not take it."""
    WITHDRAWN = "withdrawn"
    """A person said no."""
    FAILED = "failed"
    """A fault before anything was done on the portal: it can be run again."""
    NEEDS_ATTENTION = "needs_attention"
    """Something may have been done that is not proven: a person decides."""
    ELSEWHERE = "elsewhere"
    """Another batch has the same person and operation in this period: nothing is done here."""


S = CaseState

FOLLOWS: dict[CaseState, frozenset[CaseState]] = {
    S.PENDING: frozenset(
        {
            *(S.DRAFTING, S.DECLARING, S.DONE),
            *(S.DRAFTED, S.UNDER_REVIEW, S.APPROVED, S.ELSEWHERE),  # adopted: it is there already
            *(S.REFUSED, S.FAILED, S.WITHDRAWN, S.NEEDS_ATTENTION),
        }
    ),
    S.DRAFTING: frozenset({S.DRAFTED, S.UNDER_REVIEW, S.REFUSED, S.FAILED, S.NEEDS_ATTENTION}),
    S.DRAFTED: frozenset({S.REVIEWED, S.UNDER_REVIEW, S.APPROVED, S.REJECTED, S.WITHDRAWN, S.NEEDS_ATTENTION}),
    S.REVIEWED: frozenset({S.DECLARING, S.UNDER_REVIEW, S.APPROVED, S.REJECTED, S.WITHDRAWN, S.NEEDS_ATTENTION}),
    S.DECLARING: frozenset({S.UNDER_REVIEW, S.APPROVED, S.REJECTED, S.REFUSED, S.DONE, S.NEEDS_ATTENTION}),
    S.UNDER_REVIEW: frozenset({S.APPROVED, S.REJECTED}),
    S.NEEDS_ATTENTION: frozenset({S.UNDER_REVIEW, S.APPROVED, S.REJECTED, S.DONE, S.WITHDRAWN}),
    S.APPROVED: frozenset(),
    S.DONE: frozenset(),
    S.REJECTED: frozenset(),
    S.REFUSED: frozenset(),
    S.WITHDRAWN: frozenset(),
    S.FAILED: frozenset(),
    S.ELSEWHERE: frozenset(),
}
"""What may come after a state. A filing that went out never becomes one that did not."""

AGAIN: dict[CaseState, frozenset[CaseState]] = {
    S.DRAFTING: frozenset({S.PENDING}),  # the portal was asked, and no draft is there
    S.REVIEWED: frozenset({S.DRAFTED}),  # it no longer reads as approved
    S.DECLARING: frozenset({S.REVIEWED}),  # the very draft is still there, seen twice
    S.FAILED: frozenset({S.PENDING}),  # nothing had been done
    S.REFUSED: frozenset({S.PENDING}),  # a person says that the reason is gone
    S.NEEDS_ATTENTION: frozenset({S.PENDING, S.DRAFTED}),  # a person, or the portal, says that nothing was filed
}
"""The ways back to where something can be done again. Each begins another attempt: no case runs in circles unseen."""

LIVE = frozenset(S) - {S.REFUSED, S.REJECTED, S.FAILED, S.WITHDRAWN, S.ELSEWHERE}
"""The states in which a case holds its person and operation: no other batch of the period may take them on."""

TROUBLE = frozenset({S.REJECTED, S.REFUSED, S.WITHDRAWN, S.FAILED, S.NEEDS_ATTENTION})
"""The states that a person has to look at: exit code 1."""

WELL = frozenset({S.DRAFTED, S.REVIEWED, S.APPROVED, S.DONE})
"""The states that are good news, as far as the batch was to go."""

UNFINISHED = frozenset({S.PENDING, S.DRAFTING, S.DRAFTED, S.REVIEWED, S.DECLARING, S.UNDER_REVIEW, S.FAILED})
"""The states from which the assistant can go on by itself, or as soon as a person approves."""
