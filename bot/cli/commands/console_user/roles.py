"""`portal console-user roles`: give a user other roles."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.setting import Setting


def roles(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[list[str], typer.Option("--role", metavar="ROLE")],
) -> int:
    from bot.cli import console_user_words as words
    from bot.cli.console_users import administration_of, named_roles

    setting: Setting = context.obj
    user = administration_of(setting).give(name, named_roles(role))
    said = words.GIVEN.format(name=user.name, roles=", ".join(sorted(user.roles)))
    setting.out.print(str(said), soft_wrap=True)
    return 0
