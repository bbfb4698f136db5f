"""Who types the commands: what they decide is recorded under this name."""

from __future__ import annotations

import getpass
from collections.abc import Mapping

from bot.cli import batch_words
from bot.errors import UsageError

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
