"""`portal console-user remove`: somebody who may sign in no longer."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.setting import Setting


def remove(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> int:
    from bot.cli import console_user_words as words
    from bot.cli.console_users import administration_of

    setting: Setting = context.obj
    administration = administration_of(setting)
    user = administration.remove(name)
    said = words.REMOVED if administration.users.all() else words.REMOVED_LAST
    setting.out.print(str(said.format(name=user.name)), soft_wrap=True)
    return 0
