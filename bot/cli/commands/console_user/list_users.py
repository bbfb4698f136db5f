"""`portal console-user list`: who may sign in to the console, with their roles."""

from __future__ import annotations

import typer

from bot.cli.setting import Setting


def list_users(context: typer.Context) -> int:
    from rich.table import Table

    from bot.cli import console_user_words as words
    from bot.cli.console_users import users_of

    setting: Setting = context.obj
    everybody = users_of(setting).all().values()
    if not everybody:
        setting.out.print(str(words.NOBODY), soft_wrap=True)
        return 0
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    table.add_column(str(words.NAME), no_wrap=True)
    table.add_column(str(words.ROLES))
    for user in everybody:
        table.add_row(user.name, ", ".join(sorted(user.roles)))
    setting.out.print(table)
    return 0
