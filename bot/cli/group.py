"""The program as a group of commands: global options, help in the reader's language, one error handler."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from bot.cli.help_page import help_page
from bot.cli.setting import Setting, chosen_language, setting
from bot.cli.trouble import report_bug, report_interrupt, report_trouble
from bot.errors import AssistantError
from bot.text import read_in

GLOBAL = ("--lang", "--home", "--store")


class PortalCommand(TyperCommand):
    """One command."""

    def get_help(self, ctx: Any) -> str:
        """Its page, in the reader's language."""
        return help_page(path_of(ctx), self, ctx)


class PortalGroup(TyperGroup):
    """All commands. A command returns its exit code; what it raises ends here."""

    def get_help(self, ctx: Any) -> str:
        """The program's page, or a group's, in the reader's language."""
        return help_page(path_of(ctx), self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the global options from wherever they stand, and speak the reader's language from here on."""
        if ctx.parent is not None:  # a group within the program: it has taken them already
            return super().parse_args(ctx, args)
        read_in(chosen_language(args, os.environ))
        return super().parse_args(ctx, globals_first(args))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; its exit code. The only place that turns errors into exit codes."""
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, TyperException, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            return report_interrupt(_setting(ctx))
        except AssistantError as error:
            return report_trouble(_setting(ctx), error)
        except Exception as error:
            return report_bug(_setting(ctx), error)


def globals_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with the global options in front, so that they may stand after a command too."""
    first: list[str] = []
    rest: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--":
            return [*first, *rest, argument, *left]
        if argument in GLOBAL and left:
            first += [argument, left.pop(0)]
        elif argument.startswith(tuple(f"{name}=" for name in GLOBAL)):
            first.append(argument)
        else:
            rest.append(argument)
    return [*first, *rest]


def path_of(context: Any) -> str:
    """The command of a context as it is typed after `portal`: "run", "evidence verify", or "" for the program."""
    names: list[str] = []
    while context.parent is not None:
        names.insert(0, str(context.info_name))
        context = context.parent
    return " ".join(names)


def _setting(ctx: Any) -> Setting:
    return ctx.obj if isinstance(ctx.obj, Setting) else setting(None)
