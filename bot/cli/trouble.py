"""What a person reads when something went wrong, and the exit code that goes with it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled
from typer.exceptions import TyperException

from bot.bugs import bug_log, keep_bug
from bot.cli import words
from bot.cli.setting import Setting
from bot.errors import AssistantError, Circumstances
from bot.text import Text

BUG_EXIT = 3
INTERRUPT_EXIT = 130


def report_trouble(setting: Setting, error: AssistantError) -> int:
    """Say what went wrong, under which circumstances and what to do; the exit code."""
    show_trouble(setting.err, error)
    return error.exit_code


def show_trouble(console: Console, error: AssistantError, *, pictures: Path | None = None) -> None:
    """Print an error for a person: what happened, what the portal showed, what to do.

    `pictures` is the folder that the error's picture is in.
    """
    console.print(Styled(f"✗ {error.message}", style="bad"), soft_wrap=True)
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="faint", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, fact in _facts(error.circumstances, pictures or Path()):
        facts.add_row(f"  {label}", fact)
    if facts.row_count:
        console.print(facts)
    if str(error.cure):
        console.print(Styled("→ ", style="good") + Styled(str(error.cure)), soft_wrap=True)


def _facts(at: Circumstances, pictures: Path) -> Iterator[tuple[Text, str]]:
    step = " › ".join(part for part in (at.flow, at.stage, at.step) if part)
    everything = (
        (words.PORTAL_SAYS, at.portal_says),
        (words.WHERE, f"{step}  ({at.place})" if at.place else step),
        (words.LOOKED_FOR, f"{at.looked_for}  ({at.frame})" if at.frame else at.looked_for),
        (words.SHOWN, at.shown),
        (words.NEAREST, ", ".join(at.nearest)),
        (words.ADDRESS, at.url),
        (words.PICTURE, str(pictures / at.picture) if at.picture else ""),
    )
    return ((label, fact) for label, fact in everything if fact)


def report_interrupt(setting: Setting) -> int:
    """Say that Ctrl-C was heard; the exit code."""
    setting.err.print(Styled(str(words.INTERRUPTED), style="warn"), soft_wrap=True)
    return INTERRUPT_EXIT


def report_bug(setting: Setting, error: Exception) -> int:
    """Own up to a bug, and keep its traceback where it can be sent from; the exit code."""
    what = type(error).__name__
    console = setting.err
    console.print(Styled(f"✗ {words.BUG.format(what=what)}", style="bad"), soft_wrap=True)
    log = bug_log(setting.home)
    try:
        keep_bug(log, error)
    except OSError:
        console.print(str(words.NOT_LOGGED.format(log=log)), soft_wrap=True)
        console.print("".join(traceback.format_exception_only(error)).strip(), soft_wrap=True)
    else:
        console.print(f"→ {words.BUG_CURE.format(log=log)}", soft_wrap=True)
    return BUG_EXIT


def report_usage(setting: Setting, error: TyperException) -> int:
    """Say what is wrong with the arguments, and where the right ones are listed; the exit code."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "portal"
    setting.err.print(Styled(f"✗ {error.format_message()}", style="bad"), soft_wrap=True)
    setting.err.print(f"→ {words.SEE_HELP.format(command=command)}", soft_wrap=True)
    return error.exit_code
