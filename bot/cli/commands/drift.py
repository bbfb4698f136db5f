"""`portal drift`: what has changed on the portal since its flows were written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting

CHANGED = 1


def drift(
    context: typer.Context,
    account: Annotated[str, typer.Option(metavar="NAME")],
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    accept: Annotated[bool, typer.Option("--accept")] = False,
    propose: Annotated[bool, typer.Option("--propose")] = False,
    headed: Annotated[bool, typer.Option("--headed")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    import os

    from bot.cli.account import account_named
    from bot.cli.drift_view import drift_data, show_drift
    from bot.cli.filing import workplace
    from bot.service import DriftOptions

    setting: Setting = context.obj
    told = setting.err if json else setting.out
    assistant = setting.assistant(flows, url=url)
    portal = assistant.library.portal
    options = DriftOptions(accept=accept, propose=propose, headed=headed)
    with workplace(told, setting.options) as place:
        known = place.ask(account_named(account, "", os.environ, place.asking, url=assistant.url))
        told.print(str(words.OPENING.format(portal=portal.title, url=assistant.url, account=account)), soft_wrap=True)
        report = place.work(assistant, (account,), lambda watching: assistant.drift(known, options, watching))
        code = place.exit_code(0 if report.is_settled else CHANGED)
    if json:
        setting.out.print_json(data=drift_data(report, assistant.url, code))
    else:
        show_drift(setting.out, report, portal, assistant.url, proposing=propose)
    return code
