"""The `portal` command."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.exceptions import TyperException

from bot.cli.commands import (
    approve,
    check,
    console,
    demo,
    doctor,
    drift,
    export_flow,
    import_recording,
    lint,
    login,
    record,
    resolve,
    results,
    resume,
    run_roster,
    schema,
    show,
    status,
    template,
)
from bot.cli.commands.console_user import add, list_users, log, password, remove, roles
from bot.cli.commands.evidence import export, key, purge, report, seal, verify
from bot.cli.group import PortalCommand, PortalGroup
from bot.cli.redacted import redact_everything
from bot.cli.setting import setting
from bot.cli.trouble import report_usage
from bot.errors import UsageError

app = typer.Typer(name="portal", cls=PortalGroup, add_completion=False, pretty_exceptions_enable=False)

COMMANDS: dict[str, Callable[..., int]] = {
    "demo": demo.demo,
    "console": console.console,
    "template": template.template,
    "check": check.check,
    "run": run_roster.run_roster,
    "resume": resume.resume,
    "status": status.status,
    "show": show.show,
    "approve": approve.approve,
    "resolve": resolve.resolve,
    "results": results.results,
    "lint": lint.lint,
    "drift": drift.drift,
    "record": record.record,
    "import": import_recording.import_recording,
    "export": export_flow.export_flow,
    "schema": schema.schema,
    "login": login.login,
    "doctor": doctor.doctor,
}
"""Every command, in the order of the help."""

EVIDENCE: dict[str, Callable[..., int]] = {
    "verify": verify.verify,
    "report": report.report,
    "export": export.export,
    "seal": seal.seal,
    "key": key.key,
    "purge": purge.purge,
}
"""The commands of `portal evidence`."""

CONSOLE_USER: dict[str, Callable[..., int]] = {
    "add": add.add,
    "list": list_users.list_users,
    "roles": roles.roles,
    "password": password.password,
    "remove": remove.remove,
    "log": log.log,
}
"""The commands of `portal console-user`."""

for name, function in COMMANDS.items():
    app.command(name, cls=PortalCommand)(function)
evidence_app = typer.Typer(name="evidence", cls=PortalGroup, add_completion=False)
for name, function in EVIDENCE.items():
    evidence_app.command(name, cls=PortalCommand)(function)
app.add_typer(evidence_app)
console_user_app = typer.Typer(name="console-user", cls=PortalGroup, add_completion=False)
for name, function in CONSOLE_USER.items():
    console_user_app.command(name, cls=PortalCommand)(function)
app.add_typer(console_user_app)


@evidence_app.callback(invoke_without_command=True)
def evidence(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(UsageError.exit_code)


@console_user_app.callback(invoke_without_command=True)
def console_user(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(UsageError.exit_code)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"portal {version_of('portal-assistant')}")
        raise typer.Exit


def _said(context: typer.Context, **options: object) -> list[str]:
    """The options that stood on the command line. A password in the address of a database is not repeated."""
    spelled: list[str] = []
    for name, value in options.items():
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            spelled += [f"--{name}", re.sub(r"(://[^/@]*?:)[^@/]*@", r"\1PASSWORD@", str(value))]
    return spelled


@app.callback(invoke_without_command=True)
def portal(
    context: typer.Context,
    lang: Annotated[Literal["es", "en", "zh"] | None, typer.Option(metavar="es|en|zh")] = None,
    home: Annotated[Path | None, typer.Option(envvar="PORTAL_HOME", metavar="DIR")] = None,
    store: Annotated[str | None, typer.Option(envvar="PORTAL_STORE", metavar="URL")] = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_say_version)] = False,
) -> None:
    context.obj = setting(home, store, _said(context, home=home, store=store))
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(UsageError.exit_code)


def run(arguments: Sequence[str] | None = None) -> int:
    """The way in: do what the arguments (the program's own if not given) say; the exit code."""
    if arguments is None:  # the process is ours
        redact_everything()
    try:
        return app(arguments, prog_name="portal", standalone_mode=False) or 0
    except TyperException as error:
        return report_usage(setting(None), error)


if __name__ == "__main__":
    sys.exit(run())
