"""`portal evidence purge`: remove what is older than it has to be kept."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import evidence_words
from bot.cli.setting import Setting

if TYPE_CHECKING:
    from bot.service.purge import PurgeOutcome

_DAYS = re.compile(r"(\d{1,5})\s*d?", re.IGNORECASE)
LEFT = 1


def purge(
    context: typer.Context,
    older_than: Annotated[str, typer.Option("--older-than", metavar="DAYS")],
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
) -> int:
    import os

    from bot.cli.purged import show_purge
    from bot.cli.who import person_at_hand

    setting: Setting = context.obj
    age = _age(older_than)
    person = person_at_hand(by, os.environ)
    dossiers = setting.assistant().dossiers
    planned = dossiers.purge(older_than=age, by=person, dry_run=True)
    show_purge(setting.out, planned)
    if dry_run or planned.nothing:
        return 0
    if not (yes or _agreed(setting, planned)):
        return LEFT
    done = dossiers.purge(older_than=age, by=person)
    show_purge(setting.out, done)
    return 0


def _age(said: str) -> timedelta:
    """`90d` or `90`. Raises UsageError for anything else."""
    from bot.errors import UsageError

    days = _DAYS.fullmatch(said.strip())
    if days is None:
        raise UsageError(evidence_words.NO_AGE.format(said=said), cure=evidence_words.AGE_CURE)
    return timedelta(days=int(days[1]))


def _agreed(setting: Setting, planned: PurgeOutcome) -> bool:
    from bot.cli.filing import workplace

    others = planned.rehearsals or planned.uploads
    asked = evidence_words.PURGE_ALL_THESE if others else evidence_words.PURGE_THESE
    question = asked.format(
        count=len(planned.purged), rehearsals=len(planned.rehearsals), uploads=len(planned.uploads)
    )
    with workplace(setting.out) as place:
        return place.ask(place.asking.yes(question))
