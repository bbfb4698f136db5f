"""`portal console-user password`: give a user another password."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.setting import Setting


def password(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> int:
    from bot.cli import console_user_words as words
    from bot.cli.console_users import administration_of, asked_twice

    setting: Setting = context.obj
    administration = administration_of(setting)
    user = administration.users.known(name)
    administration.change_password(name, asked_twice(setting, user.name))
    setting.out.print(str(words.CHANGED.format(name=user.name)), soft_wrap=True)
    return 0
