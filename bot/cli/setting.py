"""Where a command runs: the home folder, the terminal, the time, the language of the reader."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.theme import Theme

from bot.cli.redacted import RedactedConsole
from bot.errors import UsageError
from bot.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from bot.service import Assistant

PLAIN_WIDTH = 160
"""Columns where nobody looks on: wide enough that a table row stays on one line."""

CLOCK_VARIABLE = "PORTAL_CLOCK"
WRONG_CLOCK = Text(
    es="PORTAL_CLOCK no es una fecha y hora ISO 8601: {said}",
    en="PORTAL_CLOCK is no ISO 8601 date and time: {said}",
    zh="PORTAL_CLOCK 不是 ISO 8601 日期时间：{said}",
)

THEME = Theme({"good": "green", "bad": "bold red", "warn": "yellow", "faint": "dim", "name": "bold"})


@dataclass(frozen=True)
class Setting:
    """What every command needs to know of its surroundings."""

    home: Path
    out: Console
    """For what was asked for."""
    err: Console
    """For what went wrong, and for progress where a program reads `out`."""
    store: str | None = None
    """The journal's database, if it is not the one in the home."""
    options: tuple[str, ...] = ()
    """The global options that a command to be typed next has to repeat."""

    def assistant(
        self, flows: Path | None = None, *, url: str | None = None, clock: Callable[[], datetime] | None = None
    ) -> Assistant:
        """The assistant for this home. Its clock is the real one, unless PORTAL_CLOCK or `clock` says otherwise."""
        from bot.service import Assistant

        return Assistant(home=self.home, flows=flows, url=url, clock=clock or clock_of(os.environ), store=self.store)


def clock_of(environment: Mapping[str, str]) -> Callable[[], datetime]:
    """The real time; or, to try things out, a clock that starts at PORTAL_CLOCK (ISO 8601 with its offset).

    Raises UsageError for a PORTAL_CLOCK that is no such time.
    """
    said = environment.get(CLOCK_VARIABLE)
    if not said:
        return lambda: datetime.now(UTC)
    try:
        return running_from(datetime.fromisoformat(said).astimezone(UTC))
    except ValueError as error:
        raise UsageError(WRONG_CLOCK.format(said=said), cure=Text.same("2026-11-10T09:00+08:00")) from error


def running_from(start: datetime) -> Callable[[], datetime]:
    """A clock that shows `start` now and runs on."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def terminal(stream: TextIO) -> Console:
    """A console on a stream, redacted; it never fails on a character which the terminal does not have."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(errors="replace")
    width = None if stream.isatty() else PLAIN_WIDTH
    return RedactedConsole(file=stream, theme=THEME, highlight=False, markup=False, emoji=False, width=width)


def setting(home: Path | None, store: str | None = None, options: Sequence[str] = ()) -> Setting:
    """The setting on this machine. `home` None means the user's own data folder."""
    return Setting(home or default_home(), terminal(sys.stdout), terminal(sys.stderr), store, tuple(options))


def default_home() -> Path:
    """The folder for what the assistant keeps between runs."""
    from platformdirs import user_data_path

    return user_data_path("portal-assistant", appauthor=False)


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The reader's language: `--lang` anywhere among the arguments, else the locale, else English."""
    for at, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == "--lang":
            named = value if equals else "".join(arguments[at + 1 : at + 2])
            return next((one for one in LANGUAGES if one == named), "en")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(variable):
            return next((one for one in LANGUAGES if locale.lower().startswith(one)), "en")
    return "en"
