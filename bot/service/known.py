"""What the journal knows already of the cases of a roster: asked before anything is filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.filing.identity import Employer, batch_key, natural_key, origin_of
from bot.flow.case import Case

if TYPE_CHECKING:
    from bot.service.assistant import Assistant


@dataclass(frozen=True)
class KnownCases:
    """Cases of an account that were handed in before, this month."""

    account: str
    batch: str = ""
    """The batch that is exactly these cases: starting them goes on with it."""
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    """How many of them other batches hold, by batch: those are not filed again."""


def known_cases(assistant: Assistant, cases: Sequence[Case], account: str, user: str) -> KnownCases:
    """What the journal knows of the cases of an account, whose user is `user`."""
    from bot.filing.journal.store import open_journal
    from bot.roster.check import portal_date

    employer = Employer(origin_of(assistant.url), user)
    period = f"{portal_date(assistant.library.portal, assistant.now()):%Y-%m}"
    keys = [key for case in cases if (key := natural_key(case, employer, period)) is not None]
    with open_journal(assistant.store) as journal:
        batch, live = journal.known(batch_key(cases, employer, period), keys)
    if batch is not None:
        return KnownCases(account, batch.id)
    return KnownCases(account, elsewhere=Counter(case.batch for case in live.values()))
