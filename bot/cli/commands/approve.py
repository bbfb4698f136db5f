"""`portal approve`: a person looks the drafts over, and exactly those that are approved are declared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import batch_words
from bot.cli.setting import Setting

if TYPE_CHECKING:
    from bot.cli.filing import Workplace
    from bot.service import Assistant, BatchView

REFUSED = 1


def approve(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    cases: Annotated[list[str] | None, typer.Argument(metavar="[CASE]...")] = None,
    none: Annotated[bool, typer.Option("--none")] = False,
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
    headed: Annotated[bool, typer.Option("--headed")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
) -> int:
    import os

    from bot.cli.filing import workplace
    from bot.cli.going_on import go_on
    from bot.cli.next_steps import next_steps, show_next_steps
    from bot.cli.who import person_at_hand
    from bot.service import ResumeOptions

    setting: Setting = context.obj
    assistant = setting.assistant()
    person = person_at_hand(by, os.environ)
    view = assistant.view(batch)
    with workplace(setting.out, setting.options) as place:
        if not view.waiting:
            setting.out.print(str(batch_words.NOTHING_TO_APPROVE.format(batch=batch)), soft_wrap=True)
            show_next_steps(setting.out, next_steps(view, options=setting.options))
            return 0
        if not none:
            assistant.may_approve(batch, person)
        chosen = _chosen(place, assistant, view, cases or (), none=none, yes=yes)
        if not chosen:
            return REFUSED
        if none:
            assistant.withdraw(batch, chosen, person)
            setting.out.print(str(batch_words.WITHDRAWN_NOW.format(count=len(chosen), person=person)), soft_wrap=True)
            show_next_steps(setting.out, next_steps(assistant.view(batch), options=setting.options))
            return 0
        assistant.approve(batch, chosen, person)
        setting.out.print(str(batch_words.APPROVED_NOW.format(count=len(chosen), person=person)), soft_wrap=True)
        options = ResumeOptions(until="declare", headed=headed, by=person, approved_only=True)
        summary = go_on(place, assistant, view, options)
        place.tell(assistant, [summary])
        return place.exit_code(summary.exit_code)


def _chosen(
    place: Workplace, assistant: Assistant, view: BatchView, named: Sequence[str], *, none: bool, yes: bool
) -> list[str]:
    """The cases that the person picks, here or already on the command line; none if the person would rather not."""
    from bot.cli.person import drafts_table
    from bot.cli.pick import ask_which, pick

    cases = [outcome.case for outcome in view.waiting]
    ids = pick(named, cases, batch=view.id) if named else [case.id for case in cases]
    shown = [draft for draft in assistant.drafts(view.id) if draft.case in ids]
    place.console.print(drafts_table(shown, with_ids=True))
    if yes:
        return ids
    if none:
        question = batch_words.WITHDRAW_THESE.format(count=len(ids))
    elif named:
        question = batch_words.APPROVE_THESE.format(count=len(ids))
    else:
        which = batch_words.APPROVE_WHICH.format(count=len(ids))
        return place.ask(ask_which(which, cases, place.asking, batch=view.id))
    return ids if place.ask(place.asking.yes(question)) else []
