"""`portal console-user log`: who came in, who changed what somebody may, what left the home."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.setting import Setting


def log(
    context: typer.Context,
    count: Annotated[int, typer.Option(metavar="COUNT", min=1)] = 50,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    from rich.table import Table
    from rich.text import Text as Styled

    from bot.cli import console_user_words as words
    from bot.console.words.access import ACCESS, ACCESS_RECORD_EMPTY, UNKNOWN_PERSON
    from bot.service.access_log import AccessLog

    setting: Setting = context.obj
    noted = AccessLog(setting.home).latest(count)
    if json:
        setting.out.print_json(data=[one.data() for one in noted])
        return 0
    if not noted:
        setting.out.print(str(ACCESS_RECORD_EMPTY), soft_wrap=True)
        return 0
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    for title in (words.WHEN, words.WHO, words.WHAT, words.ABOUT, words.FROM):
        table.add_column(str(title), overflow="fold")
    for one in noted:
        about = " ".join(part for part in (one.about, f"({one.more})" if one.more else "") if part)
        cells = (one.by or str(UNKNOWN_PERSON), str(ACCESS[one.what]), about, one.address)
        table.add_row(f"{one.at:%Y-%m-%d %H:%M:%S}", *map(Styled, cells))  # whatever brackets are in a name
    setting.out.print(table)
    return 0
