"""`portal status`: what has become of the batches, from the journal or, if wanted, fresh from the portal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import batch_words
from bot.cli.setting import Setting

if TYPE_CHECKING:
    from bot.service import Assistant


def status(
    context: typer.Context,
    batch: Annotated[str | None, typer.Argument(metavar="[BATCH]")] = None,
    refresh: Annotated[bool, typer.Option("--refresh")] = False,
    events: Annotated[bool, typer.Option("--events")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    setting: Setting = context.obj
    assistant = setting.assistant()
    code = _refresh(setting, assistant, batch, json=json) if refresh else 0
    if batch is None:
        _list(setting, assistant, json=json)
    else:
        _one(setting, assistant, batch, events=events, json=json)
    return code


def _refresh(setting: Setting, assistant: Assistant, batch: str | None, *, json: bool) -> int:
    """Ask the portal about the batch, or about all that it still reviews; the exit code."""
    import os

    from bot.cli.filing import workplace
    from bot.cli.going_on import read_results
    from bot.cli.who import person_at_hand
    from bot.filing.states import CaseState
    from bot.service import ResumeOptions

    views = [assistant.view(batch)] if batch else [
        view
        for view in assistant.batches()
        if any(outcome.state is CaseState.UNDER_REVIEW for outcome in view.outcomes)
    ]
    told = setting.err if json else setting.out
    if not views:
        told.print(str(batch_words.NOTHING_UNDER_REVIEW), soft_wrap=True)
    options = ResumeOptions(by=person_at_hand(None, os.environ))
    codes = [0]
    with workplace(told, setting.options) as place:
        for view in views:
            summary = read_results(place, assistant, view, options)
            if summary.stopped is not None:
                place.tell(assistant, [summary])
            codes.append(place.exit_code(summary.exit_code))
            if place.interrupts.stop.asked:
                break
    return max(codes)


def _list(setting: Setting, assistant: Assistant, *, json: bool) -> None:
    from bot.cli.next_steps import next_steps
    from bot.cli.view import show_batches
    from bot.cli.view_data import batch_data

    batches = [(view, next_steps(view, options=setting.options)) for view in assistant.batches()]
    if json:
        setting.out.print_json(data={"batches": [batch_data(view, steps) for view, steps in batches]})
    elif batches:
        show_batches(setting.out, batches, assistant.zone)
    else:
        setting.out.print(str(batch_words.NO_BATCHES), soft_wrap=True)


def _one(setting: Setting, assistant: Assistant, batch: str, *, events: bool, json: bool) -> None:
    from bot.cli.next_steps import next_steps, show_next_steps
    from bot.cli.view import show_events, show_view
    from bot.cli.view_data import batch_data, cases_data, event_data

    view = assistant.view(batch)
    steps = next_steps(view, options=setting.options)
    happened = assistant.events(batch) if events else ()
    if json:
        listed = {"events": [event_data(event, view) for event in happened]} if events else {}
        setting.out.print_json(data={**batch_data(view, steps), "cases": cases_data(view), **listed})
        return
    show_view(setting.out, view, assistant.zone, options=setting.options)
    if events:
        setting.out.print()
        show_events(setting.out, view, happened, assistant.zone)
    own = ["portal", "status", view.id, *setting.options]
    show_next_steps(setting.out, [step for step in steps if step.command.split() != own])
