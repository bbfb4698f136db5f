"""Passwords: out of the environment, or of the operating system's keyring, each for one user of one portal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.errors import UsageError
from bot.service import password_words as words

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

USER_VARIABLE = "PORTAL_USER"
PASSWORD_VARIABLE = "PORTAL_PASSWORD"
WORTH_IT = 1
"""The priority from which on `keyring` calls a backend recommended: below are files in clear, and none at all."""


def user_of(name: str, user: str, environment: Mapping[str, str]) -> str:
    """An account's user name: as given, else PORTAL_USER_<NAME>, else the account's own name."""
    return user or environment.get(f"{USER_VARIABLE}_{_suffix(name)}") or name


def given_password(name: str, environment: Mapping[str, str]) -> SecretStr | None:
    """PORTAL_PASSWORD_<NAME>, or PORTAL_PASSWORD; the name in capitals, with _ for whatever is no letter or digit."""
    given = environment.get(f"{PASSWORD_VARIABLE}_{_suffix(name)}") or environment.get(PASSWORD_VARIABLE)
    return SecretStr(given) if given else None


def keyring_name() -> str | None:
    """What this machine's keyring is called; None if it has none that can be relied on."""
    keyring = _keyring()
    return None if keyring is None else keyring.name


def kept_password(origin: str, user: str) -> SecretStr | None:
    """The password of a user of the portal at this origin; None if there is none, or no keyring to be read."""
    keyring = _keyring()
    try:
        password = keyring.get_password(_service(origin), user) if keyring else None
    except Exception:  # locked, dismissed, out of reach: each system has errors of its own, and the person is asked
        return None
    return SecretStr(password) if password else None


def keep_password(origin: str, user: str, password: SecretStr) -> None:
    """Keep it, in the place of an earlier one. Raises UsageError."""
    keyring = needed_keyring()
    try:
        keyring.set_password(_service(origin), user, password.get_secret_value())
    except Exception as error:  # as above
        raise _failed(error) from error


def forget_password(origin: str, user: str) -> bool:
    """Forget it; whether there was one. Raises UsageError."""
    keyring = needed_keyring()
    try:
        if keyring.get_password(_service(origin), user) is None:
            return False
        keyring.delete_password(_service(origin), user)
    except Exception as error:  # as above
        raise _failed(error) from error
    return True


def needed_keyring() -> KeyringBackend:
    """This machine's keyring. Raises UsageError without one."""
    keyring = _keyring()
    if keyring is None:
        raise UsageError(words.NO_KEYRING, cure=words.NO_KEYRING_CURE)
    return keyring


def _keyring() -> KeyringBackend | None:
    try:
        from keyring import get_keyring

        found = get_keyring()
        return found if found.priority >= WORTH_IT else None
    except Exception:  # a backend that was asked for by name and is not there raises whatever it likes
        return None


def _service(origin: str) -> str:
    return f"portal-assistant {origin}"


def _failed(error: Exception) -> UsageError:
    why = str(error) or type(error).__name__
    return UsageError(words.KEYRING_FAILED.format(why=why), cure=words.KEYRING_FAILED_CURE)


def _suffix(name: str) -> str:
    return re.sub(r"\W", "_", name).upper()
