"""How the state of a case is shown: in words, in colour, and by a sign for whom colours say nothing."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text as Styled

from bot.filing.states import CaseState
from bot.filing.words import STATES
from bot.text import Text


@dataclass(frozen=True)
class Look:
    """A state as a person sees it."""

    words: Text
    sign: str
    style: str

    def styled(self) -> Styled:
        """Sign and words in their colour."""
        return Styled(f"{self.sign} {self.words}", style=self.style)


LOOKS: dict[CaseState, Look] = {
    CaseState.PENDING: Look(STATES[CaseState.PENDING], "·", "faint"),
    CaseState.DRAFTING: Look(STATES[CaseState.DRAFTING], "·", "faint"),
    CaseState.DRAFTED: Look(STATES[CaseState.DRAFTED], "✓", "good"),
    CaseState.REVIEWED: Look(STATES[CaseState.REVIEWED], "✓", "good"),
    CaseState.DECLARING: Look(STATES[CaseState.DECLARING], "·", "warn"),
    CaseState.UNDER_REVIEW: Look(STATES[CaseState.UNDER_REVIEW], "…", "warn"),
    CaseState.APPROVED: Look(STATES[CaseState.APPROVED], "✓", "good"),
    CaseState.DONE: Look(STATES[CaseState.DONE], "✓", "good"),
    CaseState.REJECTED: Look(STATES[CaseState.REJECTED], "✗", "bad"),
    CaseState.REFUSED: Look(STATES[CaseState.REFUSED], "✗", "bad"),
    CaseState.WITHDRAWN: Look(STATES[CaseState.WITHDRAWN], "-", "warn"),
    CaseState.FAILED: Look(STATES[CaseState.FAILED], "✗", "bad"),
    CaseState.NEEDS_ATTENTION: Look(STATES[CaseState.NEEDS_ATTENTION], "!", "bad"),
    CaseState.ELSEWHERE: Look(STATES[CaseState.ELSEWHERE], "=", "faint"),
}
