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


S = CaseState

FOLLOWS: dict[CaseState, frozenset[CaseState]] = {
    S.PENDING: frozenset({S.DRAFTING, S.DECLARING, S.DONE, S.NEEDS_ATTENTION, S.REFUSED, S.FAILED, S.WITHDRAWN}),
    S.DRAFTING: frozenset({S.PENDING, S.DRAFTED, S.REFUSED, S.FAILED, S.NEEDS_ATTENTION}),
    S.DRAFTED: frozenset({S.REVIEWED, S.WITHDRAWN, S.NEEDS_ATTENTION}),
    S.REVIEWED: frozenset({S.DECLARING, S.WITHDRAWN, S.FAILED, S.NEEDS_ATTENTION}),
    S.DECLARING: frozenset({S.UNDER_REVIEW, S.APPROVED, S.REJECTED, S.REFUSED, S.DONE, S.NEEDS_ATTENTION}),
    S.UNDER_REVIEW: frozenset({S.APPROVED, S.REJECTED}),
    S.NEEDS_ATTENTION: frozenset({S.UNDER_REVIEW, S.APPROVED, S.REJECTED}),
    S.APPROVED: frozenset(),
    S.DONE: frozenset(),
    S.REJECTED: frozenset(),
    S.REFUSED: frozenset(),
    S.WITHDRAWN: frozenset(),
    S.FAILED: frozenset(),
}
"""What may come after a state. A filing that went out never becomes one that did not."""

TROUBLE = frozenset({S.REJECTED, S.REFUSED, S.WITHDRAWN, S.FAILED, S.NEEDS_ATTENTION})
"""The states that a person has to look at: exit code 1."""

WELL = frozenset({S.DRAFTED, S.REVIEWED, S.APPROVED, S.DONE})
"""The states that are good news, as far as the batch was to go."""
