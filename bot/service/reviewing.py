"""Drafts for a person to look over: what the portal shows of each, beside what the roster says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import AssistantError
from bot.filing.batch import draft_of
from bot.filing.compare import Compared, Labels, side_by_side
from bot.filing.ledger import records_of
from bot.flow.scope import Scope
from bot.run import Draft
from bot.service.overviews import direct_flows
from bot.service.views import case_of
from bot.text import LANGUAGES

if TYPE_CHECKING:
    from datetime import date

    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal
    from bot.filing.records import CaseRecord
    from bot.flow.case import Case
    from bot.flow.models import Library


@dataclass(frozen=True)
class Reviewed:
    """A draft that waits for a person, and its values on both sides; none where the roster can't be read any more."""

    draft: Draft
    compared: tuple[Compared, ...]

    @property
    def differences(self) -> int:
        """How many values the portal does not show as the roster says them."""
        return sum(not one.same for one in self.compared)


def _waiting(journal: Journal, batch: BatchRow, library: Library) -> list[CaseRecord]:
    rows = journal.looking.waiting(batch.id, direct_flows(library))
    return records_of(rows, {row.id: case_of(row, library) for row in rows})


def reviewed(
    journal: Journal, batch: BatchRow, library: Library, cases: Mapping[str, Case], *, today: date
) -> tuple[Reviewed, ...]:
    """The drafts that a person has to approve before they are declared, each with what `cases` says of it."""
    names = {
        "portal": library.portal.names,
        "account": {"name": batch.account, "user": batch.user},
        "today": today,
    }
    wanted = LANGUAGES if library.portal.language == "auto" else (library.portal.language,)
    labels = [Labels(library.portal, language) for language in wanted]
    scopes = {language: Scope(library.portal, language, dict(names)) for language in wanted}

    def compared(record: CaseRecord) -> tuple[Compared, ...]:
        case = cases.get(record.case.id)
        if case is None or not record.shows:
            return ()
        spoken = max(labels, key=lambda one: len(one.parts(record.shows)))  # the portal's language is the one it spoke
        try:
            return tuple(side_by_side(case, record.shows, scopes[spoken.language], spoken))
        except AssistantError:  # the flow was changed meanwhile: a draft can be looked over without it
            return ()

    return tuple(Reviewed(draft_of(record), compared(record)) for record in _waiting(journal, batch, library))
