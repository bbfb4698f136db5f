"""What of a batch is hidden on pages from whoever may not see it: numbers, and what else the flows call sensitive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from bot.console.pages.form import caller_of, console_of
from bot.errors import AssistantError, UsageError
from bot.evidence.masked_record import masked_diagnosis
from bot.filing.progress import CaseOutcome
from bot.redaction import HIDDEN
from bot.text import each

if TYPE_CHECKING:
    from bot.evidence.masking import Masking
    from bot.evidence.page import Diagnosis


class Hiding:
    """Hides what is sensitive in what a page says of a batch. Whoever files or approves gets all of it as it is."""

    def __init__(self, masking: Masking | None, *, sees: bool) -> None:
        """`masking` is None where nobody can say what is sensitive: then everything is hidden that may be."""
        self._masking = masking
        self.sees = sees

    def text(self, said: str) -> str:
        """Words of the portal or of the roster."""
        if self.sees or not said:
            return said
        return self._masking.text(said) if self._masking else HIDDEN

    def value(self, said: str, *, sensitive: bool) -> str:
        """What was entered in a field."""
        shown = self.text(said)
        return HIDDEN if sensitive and not self.sees and shown == said else shown

    def outcome(self, outcome: CaseOutcome) -> CaseOutcome:
        """Where a case stands."""
        if self.sees:
            return outcome
        return replace(outcome, reason=self.text(outcome.reason), error=self.error(outcome.error))

    def diagnosis(self, found: Diagnosis | None) -> Diagnosis | None:
        """What there was to see when something failed; nothing where it is not certain what to hide."""
        if self.sees or found is None:
            return found
        return masked_diagnosis(found, self._masking) if self._masking else None

    def error(self, error: AssistantError | None) -> AssistantError | None:
        """What went wrong."""
        if self.sees or error is None:
            return error
        masked = AssistantError(each(error.message, self.text), cure=each(error.cure, self.text))
        says = self.text(error.circumstances.portal_says)
        masked.circumstances = replace(error.circumstances, portal_says=says)
        return masked


EVERYTHING = Hiding(None, sees=True)
"""Nothing is hidden."""


async def hiding(request: Request, batch: str) -> Hiding:
    """What is hidden of a batch from whoever asks."""
    if caller_of(request).sees_numbers:
        return EVERYTHING
    try:
        masking = await run_in_threadpool(console_of(request).assistant.dossiers.masked.masking, batch)
    except UsageError:  # purged: there is nothing left to hide
        masking = None
    return Hiding(masking, sees=False)
