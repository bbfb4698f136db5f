"""`portal show`: one case, with all that tells why it is as it is."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.setting import Setting


def show(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    case: Annotated[str, typer.Argument(metavar="CASE")],
    full: Annotated[bool, typer.Option("--full")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    from bot.cli.case_screen import case_view_data, show_case_view
    from bot.cli.pick import pick

    setting: Setting = context.obj
    assistant = setting.assistant()
    [chosen] = pick([case], [outcome.case for outcome in assistant.view(batch).outcomes], batch=batch)
    view = assistant.case(batch, chosen)
    if json:
        setting.out.print_json(data=case_view_data(view))
    else:
        show_case_view(setting.out, view, assistant.zone, full=full)
    return 0
