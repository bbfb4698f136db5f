"""The end of a run: what became of each case, the totals, and where everything is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import batch_words, evidence_words, why_words, words
from bot.cli.redacted import fit
from bot.cli.states import LOOKS
from bot.cli.trouble import show_trouble
from bot.fields import mask_id
from bot.filing.progress import BatchSummary, CaseOutcome
from bot.filing.states import TROUBLE, CaseState
from bot.flow.case import Case

WIDE = 120
"""Columns of a terminal from which on the reasons fit into the table; else they follow it, a line each."""
MOST_LINES = 60
"""Of a longer roster only the cases that need a person are listed."""
HIDDEN = re.compile(r"\*+")
UNEXPECTED = frozenset({CaseState.FAILED, CaseState.NEEDS_ATTENTION})
"""States whose error is told in full: what was tried, what the portal showed, what to do."""


def show_summary(console: Console, summary: BatchSummary) -> None:
    """Print the table of cases, the totals and the places; then what stopped the batch, if anything did."""
    told = [outcome for outcome in summary.outcomes if len(summary.outcomes) <= MOST_LINES or outcome.state in TROUBLE]
    show_cases(console, told)
    for outcome in told:
        if outcome.error is not None and outcome.state in UNEXPECTED:
            console.print()
            console.print(Styled(f"{place(outcome.case)} · {person(outcome.case)}", style="name"))
            show_trouble(console, outcome.error, pictures=summary.evidence)
    console.print(totals(outcome.state for outcome in summary.outcomes))
    places = Table.grid(padding=(0, 2))
    places.add_column(style="faint", no_wrap=True)
    places.add_column(overflow="fold")
    places.add_row(str(words.TOOK), spoken(summary.elapsed))
    for label, path in ((words.RESULTS_AT, summary.results), (words.PICTURES_AT, summary.evidence)):
        if path is not None:
            places.add_row(str(label), str(path))
    for trace in summary.traces:
        places.add_row(str(why_words.TRACE_AT), str(trace))
    console.print(places)
    for why in summary.untraced:
        console.print(Styled(str(why), style="warn"), soft_wrap=True)
    if summary.stopped is not None:
        console.print()
        show_trouble(console, summary.stopped, pictures=summary.evidence)
    if summary.unsealed is not None:
        console.print()
        console.print(Styled(str(evidence_words.NOT_SEALED.format(why=summary.unsealed)), style="warn"), soft_wrap=True)
        command = f"portal evidence seal {summary.batch}"
        console.print(f"→ {evidence_words.NOT_SEALED_CURE.format(command=command)}", soft_wrap=True)


def show_totals(console: Console, summaries: Sequence[BatchSummary]) -> None:
    """Print how many cases of all batches are in which state."""
    states = [outcome.state for summary in summaries for outcome in summary.outcomes]
    together = batch_words.ALL_ACCOUNTS.format(count=len(summaries))
    console.print(Styled.assemble((f"{together} · ", "name"), totals(states)))


def show_cases(console: Console, cases: Sequence[CaseOutcome]) -> None:
    """Print a line for each case: who (masked), what, where it stands, its number, and why."""
    if not cases:
        return
    wide = console.width >= WIDE
    console.print(_table(cases, with_reasons=wide))
    for one in cases:
        if one.reason and not wide:
            look = LOOKS[one.state]
            reason = masked(one.reason, one.case)
            console.print(Styled.assemble((f"{look.sign} {place(one.case)}", look.style), f"  {reason}"))


def _table(cases: Sequence[CaseOutcome], *, with_reasons: bool) -> Table:
    with_operations = any(operation(one.case) for one in cases)
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    table.add_column(str(words.ROW), no_wrap=True)
    table.add_column(str(words.PERSON), no_wrap=True)
    if with_operations:
        table.add_column(str(words.OPERATION), overflow="fold")
    table.add_column(str(words.STATE), overflow="fold")
    table.add_column(str(words.NUMBER), no_wrap=True)
    if with_reasons:
        table.add_column(str(words.REASON), overflow="fold", ratio=1)
    for one in cases:
        who = [place(one.case), person(one.case), *([operation(one.case)] if with_operations else [])]
        why = [masked(one.reason, one.case)] if with_reasons else []
        table.add_row(*who, LOOKS[one.state].styled(), one.number, *why)
    return table


def place(case: Case) -> str:
    """Where in the roster a case stands."""
    return str(case.origin or case.id)


def person(case: Case) -> str:
    """The masked person, short: 330…17."""
    return HIDDEN.sub("…", mask_id(case.person))


def masked(said: str, case: Case) -> str:
    """What was said of a case, fit to be read: its own person masked too, who may not be known yet."""
    return fit(said.replace(case.person, mask_id(case.person)) if case.flow.person else said)


def operation(case: Case) -> str:
    """What is done, unless the name of the case's sheet says it."""
    says = case.origin is not None and case.origin.sheet in case.flow.title.values()
    return "" if says else str(case.flow.title)


def totals(states: Iterable[CaseState]) -> Styled:
    """How many cases, and how many of them are in which state."""
    counts = Counter(states)
    line = Styled(str(words.CASES.format(count=counts.total())), style="name")
    each = [
        Styled(f"{look.words}: {counts[state]}", style=look.style) for state, look in LOOKS.items() if counts[state]
    ]
    return Styled(" · ").join([line, *each])


def spoken(time: timedelta) -> str:
    """A length of time as minutes and seconds, e.g. 1:05."""
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    return f"{minutes}:{seconds:02d}"


def summaries_data(summaries: Sequence[BatchSummary], exit_code: int) -> dict[str, Any]:
    """The same for a program: the batches, and the cases of all of them. Times are ISO 8601 in UTC."""
    return {
        "exit_code": exit_code,
        "batches": [_summary_data(summary) for summary in summaries],
        "cases": [case_data(one, summary.batch) for summary in summaries for one in summary.outcomes],
    }


def _summary_data(summary: BatchSummary) -> dict[str, Any]:
    stopped = summary.stopped
    return {
        "id": summary.batch,
        "account": summary.account,
        "known": summary.known,
        "exit_code": summary.exit_code,
        "seconds": round(summary.elapsed.total_seconds(), 3),
        "results": str(summary.results) if summary.results else None,
        "evidence": str(summary.evidence) if summary.evidence else None,
        "stopped": None if stopped is None else {"message": str(stopped.message), "cure": str(stopped.cure)},
    }


def case_data(outcome: CaseOutcome, batch: str) -> dict[str, Any]:
    """A case for a program. Its person is masked."""
    origin = outcome.case.origin
    return {
        "batch": batch,
        "id": outcome.case.id,
        "sheet": origin.sheet if origin else None,
        "row": origin.row if origin else None,
        "operation": outcome.case.flow.flow,
        "person": mask_id(outcome.case.person),
        "state": outcome.state.value,
        "number": outcome.number,
        "reason": masked(outcome.reason, outcome.case),
        "rule": outcome.rule,
        "filed_at": outcome.filed_at.isoformat() if outcome.filed_at else None,
        "decided_at": outcome.decided_at.isoformat() if outcome.decided_at else None,
        "evidence": [str(path) for path in outcome.evidence],
    }
