"""`portal evidence verify`: is a dossier as it was sealed, and if not, what was done to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.setting import Setting


def verify(
    context: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="PATH|BATCH")],
    key: Annotated[list[Path] | None, typer.Option(metavar="FILE")] = None,
    head: Annotated[str, typer.Option(metavar="DIGEST")] = "",
    authority: Annotated[list[Path] | None, typer.Option(metavar="FILE")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    from bot.cli.verdict import show_verdict, verdict_data
    from bot.service.dossiers import Checking

    setting: Setting = context.obj
    checking = Checking(tuple(key or ()), "".join(head.split()).lower(), tuple(authority or ()))
    verdict = setting.assistant().dossiers.verify(dossier, checking)
    if json:
        setting.out.print_json(data=verdict_data(verdict))
    else:
        show_verdict(setting.out, verdict)
    return 0 if verdict.intact else 1
