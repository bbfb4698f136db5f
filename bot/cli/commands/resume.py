"""`portal resume`: go on with a batch from wherever it is."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from bot.cli import batch_words, why_words
from bot.cli.setting import Setting


def resume(
    context: typer.Context,
    batch: Annotated[str | None, typer.Argument(metavar="[BATCH]")] = None,
    until: Annotated[
        Literal["drafts", "review", "declare"] | None, typer.Option(metavar="drafts|review|declare")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    headed: Annotated[bool, typer.Option("--headed")] = False,
    slow_mo: Annotated[float, typer.Option(metavar="MS", min=0)] = 0,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    debug: Annotated[bool, typer.Option("--debug")] = False,
    trace: Annotated[bool, typer.Option("--trace")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    import os

    from bot.cli.debug_log import debug_log
    from bot.cli.filing import workplace
    from bot.cli.going_on import go_on, only_unfinished
    from bot.cli.summary import summaries_data
    from bot.cli.who import person_at_hand
    from bot.service import ResumeOptions

    setting: Setting = context.obj
    told = setting.err if json else setting.out
    assistant = setting.assistant(url=url)
    view = assistant.view(batch) if batch else only_unfinished(assistant, setting.options)
    if view is None:
        told.print(str(batch_words.NOTHING_TO_RESUME), soft_wrap=True)
        return 0
    by = person_at_hand(None, os.environ)
    options = ResumeOptions(until=until, headed=headed, slow_mo=slow_mo, url=url, by=by, trace=trace)
    logged = debug_log(setting.home, told, wanted=debug, about=view.id)
    with logged, workplace(told, setting.options, yes=yes) as place:
        if trace:
            told.print(str(why_words.TRACE_WARNING), style="warn", soft_wrap=True)
        summary = go_on(place, assistant, view, options)
        place.tell(assistant, [summary])
        code = place.exit_code(summary.exit_code)
    if json:
        setting.out.print_json(data=summaries_data([summary], code))
    return code
