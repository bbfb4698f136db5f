"""How a rehearsal went: for a person and for a program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import rehearsal_words as words
from bot.cli.progress import who
from bot.cli.summary import masked, person
from bot.service.rehearsal import RehearsalReport, Rehearsed
from bot.service.rehearsal_words import ENDINGS

GOOD = ("would_draft", "would_file", "done")


def show_rehearsed(console: Console, reports: Sequence[RehearsalReport]) -> None:
    """Print how each case went, and that nothing was saved."""
    for report in reports:
        console.print()
        console.print(Styled(str(words.HEADING.format(account=report.account)), style="warn"), soft_wrap=True)
        for one in report.cases:
            _show_case(console, one)
        if report.left:
            reason = str(report.stopped or "–")
            console.print(Styled(f"  {words.NOT_COME_TO.format(count=report.left, reason=reason)}", style="bad"))
        if any(one.pictures for one in report.cases):
            console.print(str(words.PICTURES.format(folder=report.folder)), soft_wrap=True)


def _show_case(console: Console, one: Rehearsed) -> None:
    line = Styled(f"  {who(one.case)}: ")
    line += Styled(str(ENDINGS[one.ending]), style="good" if one.ending in GOOD else "bad")
    if one.reason:
        line += Styled(f" — {masked(str(one.reason), one.case)}")
    console.print(line, soft_wrap=True)
    if one.step:
        console.print(Styled(f"      {one.step}  {one.place}".rstrip(), style="faint"), soft_wrap=True)
    if one.error is not None and one.error.cure:
        console.print(Styled(f"      → {masked(str(one.error.cure), one.case)}", style="faint"), soft_wrap=True)


def rehearsed_data(reports: Sequence[RehearsalReport], code: int) -> dict[str, Any]:
    """The same for a program."""
    return {
        "dry_run": True,
        "exit_code": code,
        "accounts": [
            {
                "account": report.account,
                "folder": report.folder.as_posix(),
                "stopped": str(report.stopped) if report.stopped else None,
                "left": report.left,
                "seconds": round(report.elapsed.total_seconds(), 3),
                "cases": [_case_data(one) for one in report.cases],
            }
            for report in reports
        ],
    }


def _case_data(one: Rehearsed) -> dict[str, Any]:
    return {
        "case": one.case.id,
        "person": person(one.case),
        "ending": one.ending,
        "says": str(ENDINGS[one.ending]),
        "step": one.step,
        "place": one.place,
        "reason": masked(str(one.reason), one.case),
        "pictures": [path.as_posix() for path in one.pictures],
    }
