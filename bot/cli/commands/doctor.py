"""`portal doctor`: whether everything is ready, and what to do where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.setting import Setting


def doctor(
    context: typer.Context,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    install: Annotated[bool, typer.Option("--install")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    from bot.cli.checkup import checkup, findings_data, is_ready, show_findings
    from bot.cli.install import install_browser

    setting: Setting = context.obj
    if install:
        install_browser(setting.err)
    findings = checkup(home=setting.home, flows=flows, url=url)
    if json:
        setting.out.print_json(data=findings_data(findings))
    else:
        show_findings(setting.out, findings)
    return 0 if is_ready(findings) else 1
