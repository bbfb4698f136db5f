"""The console's users, as commands see to them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from bot.cli import console_user_words as words
from bot.cli.filing import workplace
from bot.cli.setting import Setting
from bot.cli.who import whoever_types
from bot.console.security.administration import Administration
from bot.console.security.roles import Role
from bot.console.security.users import Users
from bot.console.words.users import NO_ROLE_CURE, PASSWORDS_DIFFER, PASSWORDS_DIFFER_CURE
from bot.errors import UsageError
from bot.redaction import redactor
from bot.service.access_log import AccessLog


def users_of(setting: Setting) -> Users:
    """The users of this home."""
    return Users(setting.home)


def administration_of(setting: Setting) -> Administration:
    """Changes the users of this home, for whoever types."""
    return Administration(users_of(setting), AccessLog(setting.home), whoever_types(os.environ))


def named_roles(said: Iterable[str]) -> list[Role]:
    """Roles by their names. Raises UsageError for one that there is not."""
    wanted = list(said)
    if strange := [one for one in wanted if one not in list(Role)]:
        raise UsageError(words.NO_SUCH_ROLE.format(role=strange[0]), cure=NO_ROLE_CURE.format(roles=", ".join(Role)))
    return [Role(one) for one in wanted]


def asked_twice(setting: Setting, name: str) -> str:
    """A new password, as the person types it twice; from here on it shows nowhere. Raises UsageError."""
    with workplace(setting.out) as place:
        typed = place.ask(place.asking.line(words.NEW_PASSWORD_OF.format(name=name), secret=True))
        redactor.secret(typed)
        if place.ask(place.asking.line(words.ONCE_MORE, secret=True)) != typed:
            raise UsageError(PASSWORDS_DIFFER, cure=PASSWORDS_DIFFER_CURE)
    return typed
