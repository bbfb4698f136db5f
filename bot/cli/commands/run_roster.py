"""`portal run`: file a roster, from the check to the results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli import why_words, words
from bot.cli.setting import Setting

WRONG = 2
REFUSED = 1


def run_roster(
    context: typer.Context,
    roster: Annotated[Path, typer.Argument(metavar="ROSTER")],
    account: Annotated[str | None, typer.Option(metavar="NAME")] = None,
    accounts: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
    user: Annotated[str | None, typer.Option(metavar="USER")] = None,
    until: Annotated[Literal["drafts", "review", "declare"], typer.Option(metavar="drafts|review|declare")] = "declare",
    four_eyes: Annotated[bool, typer.Option("--four-eyes")] = False,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    flows: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    headed: Annotated[bool, typer.Option("--headed")] = False,
    slow_mo: Annotated[float, typer.Option(metavar="MS", min=0)] = 0,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    evidence: Annotated[Path | None, typer.Option(metavar="DIR")] = None,
    debug: Annotated[bool, typer.Option("--debug")] = False,
    trace: Annotated[bool, typer.Option("--trace")] = False,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    step: Annotated[bool, typer.Option("--step")] = False,
    from_stage: Annotated[str | None, typer.Option("--from", metavar="STAGE")] = None,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE")] = None,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    import os

    from bot.cli.account import accounts_wanted, log_ins
    from bot.cli.debug_log import debug_log
    from bot.cli.filing import workplace
    from bot.cli.problems import show_checked
    from bot.cli.rehearsing import Rehearsal
    from bot.cli.summary import summaries_data
    from bot.cli.who import person_at_hand
    from bot.service import RunOptions

    setting: Setting = context.obj
    told = setting.err if json else setting.out
    assistant = setting.assistant(flows, url=url)
    checked = assistant.check(roster)
    if not checked.ok:
        show_checked(told, checked)
        return WRONG
    rehearsal = Rehearsal(
        explain=explain, dry_run=dry_run, step=step, case=case, stage=from_stage, headed=headed, slow_mo=slow_mo
    )
    rehearsal.heed(json=json)
    if explain:
        return rehearsal.told(setting, assistant, checked, account=account, as_json=json)
    wanted = accounts_wanted(checked.cases, named=account, user=user, listed=accounts)
    if rehearsal.wanted:
        if checked.warnings:
            show_checked(told, checked)
        with debug_log(setting.home, told, wanted=debug, about="dry-run"):
            return rehearsal.done(setting, assistant, roster, wanted, as_json=json)
    options = RunOptions(
        until=until,
        headed=headed,
        slow_mo=slow_mo,
        results=output,
        evidence=evidence,
        four_eyes=four_eyes,
        by=person_at_hand(None, os.environ),
        trace=trace,
    )
    logged = debug_log(setting.home, told, wanted=debug, about="run")
    with logged, workplace(told, setting.options, yes=yes) as place:
        if checked.warnings and not yes:
            show_checked(told, checked)
            if not place.ask(place.asking.yes(words.FILE_ANYWAY)):
                return REFUSED
        logins = place.ask(log_ins(wanted, os.environ, place.asking, url=assistant.url))
        names = ", ".join(wanted)
        opening = words.OPENING.format(portal=assistant.library.portal.title, url=assistant.url, account=names)
        told.print(str(opening), soft_wrap=True)
        if trace:
            told.print(str(why_words.TRACE_WARNING), style="warn", soft_wrap=True)
        summary = place.work(
            assistant, tuple(wanted), lambda watching: assistant.run(roster, logins, options, watching)
        )
        place.tell(assistant, summary.batches)
        code = place.exit_code(summary.exit_code)
    if json:
        setting.out.print_json(data=summaries_data(summary.batches, code))
    return code
