"""`portal resolve`: a person says what became of a case that the portal could not tell."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import batch_words
from bot.cli.setting import Setting

LAST = 8
"""So many of the latest events are shown."""
REFUSED = 1


def resolve(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    case: Annotated[str, typer.Argument(metavar="CASE")],
    filed: Annotated[str | None, typer.Option(metavar="NUMBER")] = None,
    not_filed: Annotated[bool, typer.Option("--not-filed")] = False,
    by: Annotated[str | None, typer.Option("--as", metavar="NAME")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
) -> int:
    import os

    from bot.cli.filing import workplace
    from bot.cli.next_steps import next_steps, show_next_steps
    from bot.cli.pick import pick
    from bot.cli.states import LOOKS
    from bot.cli.summary import place as place_of
    from bot.cli.view import show_case
    from bot.cli.who import person_at_hand
    from bot.errors import UsageError

    setting: Setting = context.obj
    if (filed is not None) is not_filed:
        raise UsageError(batch_words.FILED_OR_NOT, cure=batch_words.FILED_OR_NOT_CURE)
    assistant = setting.assistant()
    view = assistant.view(batch)
    [chosen] = pick([case], [outcome.case for outcome in view.outcomes], batch=batch)
    [outcome] = [one for one in view.outcomes if one.case.id == chosen]
    events = [event for event in assistant.events(batch) if event.case == chosen]
    show_case(setting.out, view, outcome, events[-LAST:], assistant.zone)
    question = batch_words.RESOLVE_NOT_FILED if filed is None else batch_words.RESOLVE_FILED.format(number=filed)
    with workplace(setting.out) as place:
        if not yes and not place.ask(place.asking.yes(question)):
            return REFUSED
    person = person_at_hand(by, os.environ)
    settled = assistant.resolve(batch, chosen, filed=filed, by=person)
    said = batch_words.RESOLVED.format(case=place_of(settled.case), state=LOOKS[settled.state].words, person=person)
    setting.out.print(str(said), soft_wrap=True)
    show_next_steps(setting.out, next_steps(assistant.view(batch), options=setting.options))
    return 0
