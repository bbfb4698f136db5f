"""The account that a roster is filed for: from the environment, or from the person at the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import SecretStr

from bot.cli import words
from bot.cli.person import PASSWORD_VARIABLE, prompt
from bot.filing.desk import Account

USER_VARIABLE = "PORTAL_USER"


async def account_named(name: str, user: str | None, environment: Mapping[str, str]) -> Account:
    """The account with its user name and password.

    PORTAL_USER_<NAME> and PORTAL_PASSWORD_<NAME> are looked at first, with the name in capitals and _ for
    whatever is no letter or digit; then PORTAL_PASSWORD; then the person is asked.
    """
    suffix = re.sub(r"\W", "_", name).upper()
    known_as = user or environment.get(f"{USER_VARIABLE}_{suffix}") or name
    password = environment.get(f"{PASSWORD_VARIABLE}_{suffix}") or environment.get(PASSWORD_VARIABLE)
    if not password:
        password = await prompt(f"{words.PASSWORD_OF.format(user=known_as)}:", secret=True)
    return Account(name, known_as, SecretStr(password))
