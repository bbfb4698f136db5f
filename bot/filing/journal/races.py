"""What a write to the journal may find out: that somebody else was there first."""

from __future__ import annotations

from bot.filing.journal.rows import CaseRow, Change


class OutOfStep(Exception):
    """A case is not where the writer believed it was. Nothing was written."""

    def __init__(self, batch: str, change: Change, now: CaseRow | None) -> None:
        found = f"is {now.state}, attempt {now.attempt}" if now else "is not in the journal"
        super().__init__(f"{batch} {change.case}: expected {change.was}, attempt {change.attempt}; it {found}")
        self.batch = batch
        self.change = change
        self.now = now


class KeyTaken(Exception):
    """A case cannot become live: `other` is live for the same person and operation. Nothing was written."""

    def __init__(self, other: CaseRow) -> None:
        super().__init__(f"live already as {other.batch} {other.id}, which is {other.state}")
        self.other = other
