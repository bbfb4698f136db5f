"""`portal login`: keep an account's password in the keyring, so that nobody has to be asked for it."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import words
from bot.cli.setting import Setting


def login(
    context: typer.Context,
    account: Annotated[str, typer.Argument(metavar="ACCOUNT")],
    user: Annotated[str | None, typer.Option(metavar="USER")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    forget: Annotated[bool, typer.Option("--forget")] = False,
    test: Annotated[bool, typer.Option("--test")] = False,
) -> int:
    import os

    from bot.cli.account import asked_password
    from bot.cli.filing import workplace
    from bot.cli.who import note
    from bot.filing.identity import origin_of
    from bot.service.access_log import Access
    from bot.service.passwords import forget_password, keep_password, needed_keyring, user_of

    setting: Setting = context.obj
    if test:
        return _tried(setting, account, user or "", url)
    origin = origin_of(setting.assistant(url=url).url)
    known_as = user_of(account, user or "", os.environ)
    if forget:
        forgotten = forget_password(origin, known_as)
        if forgotten:
            note(setting, Access.PORTAL_PASSWORD_FORGOTTEN, f"{known_as} {origin}")
        said = words.FORGOTTEN if forgotten else words.NOTHING_KEPT
        setting.out.print(str(said.format(user=known_as, origin=origin)), soft_wrap=True)
        return 0
    keyring = needed_keyring()
    with workplace(setting.out) as place:
        setting.out.print(str(words.KEPT_FOR.format(user=known_as, origin=origin)), soft_wrap=True)
        password = place.ask(asked_password(known_as, place.asking))
    keep_password(origin, known_as, password)
    note(setting, Access.PORTAL_PASSWORD_KEPT, f"{known_as} {origin}")
    setting.out.print(str(words.KEPT.format(keyring=keyring.name)), soft_wrap=True)
    return 0


def _tried(setting: Setting, name: str, user: str, url: str | None) -> int:
    """Log in and out. What is against it is said as after every command that fails."""
    import os

    from bot.cli.account import account_named
    from bot.cli.filing import workplace

    assistant = setting.assistant(url=url)
    with workplace(setting.out) as place:
        account = place.ask(account_named(name, user, os.environ, place.asking, url=assistant.url))
        place.work(assistant, (name,), lambda watching: assistant.try_account(account, watching))
        setting.out.print(str(words.LOGIN_WORKS.format(user=account.user, url=assistant.url)), soft_wrap=True)
        return place.exit_code(0)
