"""Where a command runs: the home folder, the terminal, the language of the reader."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.theme import Theme

from bot.text import LANGUAGES, Language

PLAIN_WIDTH = 160
"""Columns where nobody looks on: wide enough that a table row stays on one line."""

THEME = Theme({"good": "green", "bad": "bold red", "warn": "yellow", "faint": "dim", "name": "bold"})


@dataclass(frozen=True)
class Setting:
    """What every command needs to know of its surroundings."""

    home: Path
    out: Console
    """For what was asked for."""
    err: Console
    """For what went wrong, and for progress where a program reads `out`."""


def terminal(stream: TextIO) -> Console:
    """A console on a stream that never fails on a character which the terminal does not have."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(errors="replace")
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(file=stream, theme=THEME, highlight=False, markup=False, emoji=False, width=width)


def setting(home: Path | None) -> Setting:
    """The setting on this machine. `home` None means the user's own data folder."""
    return Setting(home or default_home(), terminal(sys.stdout), terminal(sys.stderr))


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
