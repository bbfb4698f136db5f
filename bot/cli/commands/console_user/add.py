"""`portal console-user add`: somebody who may sign in to the console."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.setting import Setting


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[list[str], typer.Option("--role", metavar="ROLE")],
) -> int:
    from bot.cli import console_user_words as words
    from bot.cli.console_users import administration_of, asked_twice, named_roles

    setting: Setting = context.obj
    administration, roles = administration_of(setting), named_roles(role)
    administration.users.refuse_name(name)
    user = administration.add(name, roles, asked_twice(setting, name))
    setting.out.print(str(words.ADDED.format(name=user.name)), soft_wrap=True)
    return 0
