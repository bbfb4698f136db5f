"""Who types the commands: what they decide is recorded under this name."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.cli import batch_words
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.cli.setting import Setting
    from bot.service.access_log import Access

PERSON_VARIABLE = "PORTAL_PERSON"


def person_at_hand(said: str | None, environment: Mapping[str, str]) -> str:
    """The name that was said, else PORTAL_PERSON, else the user of this computer. Raises UsageError without any."""
    name = (said or environment.get(PERSON_VARIABLE) or "").strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:  # no such variable, and no user database to look into
        raise UsageError(batch_words.WHO_ARE_YOU, cure=batch_words.WHO_ARE_YOU_CURE) from error


def whoever_types(environment: Mapping[str, str]) -> str:
    """The same for a record that is kept in any case: where nobody has a name, the number of the system's user."""
    try:
        return person_at_hand(None, environment)
    except UsageError:
        return f"uid {os.getuid()}" if sys.platform != "win32" else ""


def note(setting: Setting, what: Access, about: str) -> None:
    """Keep in the record of access that whoever types did something."""
    from bot.service.access_log import AccessLog

    AccessLog(setting.home).note(what, by=whoever_types(os.environ), about=about)
