"""The problems of a roster, for a person and for a program."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import words
from bot.fields import Severity
from bot.roster.check import Checked, RowProblem

SHOWN = 200
"""So many problems are listed at most: a roster with more is better read in its marked copy."""

LOOKS = {
    Severity.ERROR: (words.ERROR, "bad"),
    Severity.WARNING: (words.WARNING, "warn"),
    Severity.INFO: (words.INFO, "faint"),
}


def show_checked(console: Console, checked: Checked) -> None:
    """Print every problem with its place and cure, then the totals."""
    if checked.problems:
        console.print(_table(checked))
    if (more := len(checked.problems) - SHOWN) > 0:
        console.print(str(words.MORE_PROBLEMS.format(count=more)), soft_wrap=True)
    counts = Counter(problem.severity for problem in checked.problems)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if errors:
        said, style = words.CHECKED_WRONG, "bad"
    elif warnings:
        said, style = words.CHECKED_WARNED, "warn"
    else:
        said, style = words.CHECKED_CLEAN, "good"
    totals = said.format(cases=len(checked.cases), errors=errors, warnings=warnings)
    console.print(Styled(str(totals), style=style), soft_wrap=True)


def _table(checked: Checked) -> Table:
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    table.add_column(str(words.ROW), no_wrap=True)
    table.add_column(str(words.COLUMN), overflow="fold")
    table.add_column(str(words.RULE), no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column(str(words.PROBLEM), overflow="fold", ratio=1)
    for problem in checked.problems[:SHOWN]:
        kind, style = LOOKS[problem.severity]
        table.add_row(
            _place(problem),
            f"{problem.column} {problem.header}".strip(),
            problem.rule,
            Styled(str(kind), style=style),
            Styled(f"{problem.message}") + Styled(f" {problem.cure}", style="faint"),
        )
    return table


def _place(problem: RowProblem) -> str:
    return f"{problem.sheet} {problem.row}" if problem.row else problem.sheet


def checked_data(checked: Checked) -> dict[str, Any]:
    """The same for a program."""
    return {
        "ok": checked.ok,
        "cases": len(checked.cases),
        "problems": [
            {
                "sheet": problem.sheet,
                "row": problem.row,
                "column": problem.column,
                "header": problem.header,
                "rule": problem.rule,
                "severity": problem.severity.value,
                "message": str(problem.message),
                "cure": str(problem.cure),
            }
            for problem in checked.problems
        ],
    }
