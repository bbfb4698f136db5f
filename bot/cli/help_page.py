"""The page that `--help` shows: usage, arguments, options, whole examples, in the reader's language."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import words
from bot.cli.help import EXAMPLES, HELP
from bot.cli.setting import THEME
from bot.text import Text

WIDEST = 100


def help_page(name: str, command: Any, context: Any, *, width: int | None = None) -> str:
    """The page as text with colours. `name` is the command's, or "" for the program as a whole."""
    columns = width or min(shutil.get_terminal_size().columns, WIDEST)
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        width=columns,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(_page(name, command, command.get_params(context)))
        for example in EXAMPLES[name]:
            console.print(f"  {example}", soft_wrap=True)
    return captured.get()


def _page(name: str, command: Any, parameters: Iterable[Any]) -> Group:
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    options = [one for one in parameters if one.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    wanted = ["COMMAND"] if commands else [_spelled(one) for one in arguments]
    usage = " ".join(["portal", *name.split(), *wanted, "…"])
    return Group(
        Styled(f"{words.USAGE}: ", style="faint") + Styled(usage, style="name"),
        Padding(Styled(str(HELP[name])), (1, 0)),
        *_section(words.COMMANDS, ((one, str(HELP[f"{name} {one}".strip()]).splitlines()[0]) for one in commands)),
        *_section(words.ARGUMENTS, ((_spelled(one), _explained(name, one)) for one in arguments)),
        *_section(words.OPTIONS, ((_spelled(one), _explained(name, one)) for one in options)),
        Styled(str(words.EXAMPLES), style="faint"),
    )


def _section(title: Text, rows: Iterable[tuple[str, str]]) -> list[Any]:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="name")
    grid.add_column(overflow="fold", ratio=1)
    for spelled, explained in rows:
        grid.add_row(f"  {spelled}", explained)
    return [Styled(str(title), style="faint"), Padding(grid, (0, 0, 1, 0))] if grid.row_count else []


def _spelled(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _explained(command: str, parameter: Any) -> str:
    if parameter.name == "help":
        return str(words.HELP_OPTION)
    said = str(HELP[f"{command}.{parameter.name}"])
    if parameter.required and parameter.param_type_name == "option":
        return f"{said} {words.REQUIRED}"
    if parameter.default not in (None, False, 0):
        return f"{said} {words.DEFAULT.format(value=parameter.default)}"
    return said
