"""A batch as it stands in the journal: in a list, alone, case by case, event by event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Protocol

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import batch_words, words
from bot.cli.next_steps import NextStep, spelled
from bot.cli.states import LOOKS
from bot.cli.summary import masked, person, place, show_cases, totals
from bot.filing.journal.rows import EventRow
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.service import BatchView
from bot.text import Text

TOLD_FACTS = ("number", "reason", "filed", "until", "stopped")
"""What of an event is worth a place on the screen."""
AIMS: dict[str, Text] = {
    "drafts": batch_words.AIM_DRAFTS,
    "review": batch_words.AIM_REVIEW,
    "declare": batch_words.AIM_DECLARE,
}
EVENTS: dict[str, Text] = {
    "accepted": batch_words.EVENT_ACCEPTED,
    "intent": batch_words.EVENT_INTENT,
    "outcome": batch_words.EVENT_OUTCOME,
    "adopted": batch_words.EVENT_ADOPTED,
    "decision": batch_words.EVENT_DECISION,
    "batch": batch_words.EVENT_BATCH,
    "sealed": batch_words.EVENT_SEALED,
    "purged": batch_words.EVENT_PURGED,
    "note": batch_words.EVENT_NOTE,
    "moved": batch_words.EVENT_MOVED,
    "lease": batch_words.EVENT_LEASE,
}


class Cases(Protocol):
    """A batch, or whatever else has cases."""

    @property
    def outcomes(self) -> tuple[CaseOutcome, ...]:
        """Where they stand."""
        ...


def moment(time: datetime, zone: tzinfo) -> str:
    """A time as the portal's clock shows it, e.g. 2026-11-10 09:14."""
    return f"{time.astimezone(zone):%Y-%m-%d %H:%M}"


def show_batches(console: Console, batches: Sequence[tuple[BatchView, list[NextStep]]], zone: tzinfo) -> None:
    """Print each batch in two lines, and below them what to type next."""
    for view, steps in batches:
        begun = (moment(view.created_at, zone), "faint")
        console.print(Styled.assemble((view.id, "name"), f" · {view.account} · {view.roster} · ", begun))
        console.print(Padding(totals(outcome.state for outcome in view.outcomes), (0, 0, 0, 2), expand=False))
        for step in steps:
            console.print(Styled("  → ", style="good") + Styled(step.command), soft_wrap=True)


def show_view(console: Console, view: BatchView, zone: tzinfo, *, options: Sequence[str] = ()) -> None:
    """Print a batch with all its cases, and what to do about those that need a person."""
    console.print(Styled(str(batch_words.BATCH_OF.format(batch=view.id, account=view.account)), style="name"))
    console.print(_facts(view, zone))
    console.print()
    show_cases(console, view.outcomes)
    console.print(totals(outcome.state for outcome in view.outcomes))
    if view.purged_at is not None:
        day = f"{view.purged_at.astimezone(zone):%Y-%m-%d}"
        console.print(Styled(str(batch_words.PURGED_ON.format(day=day)), style="warn"))
    if view.stopped:
        console.print(Styled(str(batch_words.STOPPED_BECAUSE.format(why=view.stopped)), style="warn"))
    for outcome in view.outcomes:
        if outcome.state is CaseState.NEEDS_ATTENTION:
            console.print()
            show_attention(console, view.id, outcome, options=options)


def _facts(view: BatchView, zone: tzinfo) -> Table:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="faint", no_wrap=True)
    facts.add_column(overflow="fold")
    facts.add_row(str(batch_words.ROSTER), view.roster)
    time = moment(view.created_at, zone)
    facts.add_row(str(batch_words.BEGUN), str(batch_words.BEGUN_BY.format(time=time, person=view.started_by)))
    facts.add_row(str(batch_words.AIM), str(AIMS[view.until]))
    if view.four_eyes:
        facts.add_row(str(batch_words.FOUR_EYES), str(batch_words.FOUR_EYES_MEANS))
    facts.add_row(str(words.RESULTS_AT), str(view.results))
    if view.purged_at is None:
        facts.add_row(str(words.PICTURES_AT), str(view.evidence))
    return facts


def show_attention(console: Console, batch: str, outcome: CaseOutcome, *, options: Sequence[str] = ()) -> None:
    """Print the two commands of which one settles a case that is not proven."""
    look = LOOKS[outcome.state]
    console.print(Styled(f"{look.sign} {place(outcome.case)} · {person(outcome.case)}", style=look.style))
    console.print(Padding(str(batch_words.SETTLE_IT), (0, 0, 0, 2), expand=False))
    for answer in (("--filed", str(batch_words.NUMBER_TO_FILL_IN)), ("--not-filed",)):
        command = spelled("resolve", batch, outcome.case.id, options=options)
        console.print(f"  {' '.join((command, *answer))}", soft_wrap=True)


def show_case(
    console: Console, view: BatchView, outcome: CaseOutcome, events: Sequence[EventRow], zone: tzinfo
) -> None:
    """Print all that is known of one case: its state, the portal's words, what happened last, its pictures."""
    console.print(Styled(f"{place(outcome.case)} · {person(outcome.case)} · {outcome.case.flow.title}", style="name"))
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="faint", no_wrap=True)
    facts.add_column(overflow="fold")
    facts.add_row(str(words.STATE), LOOKS[outcome.state].styled())
    for label, fact in ((words.NUMBER, outcome.number), (words.REASON, masked(outcome.reason, outcome.case))):
        if fact:
            facts.add_row(str(label), fact)
    for picture in outcome.evidence:
        facts.add_row(str(words.PICTURE), str(view.evidence / picture))
    console.print(facts)
    show_events(console, view, events, zone)


def show_events(console: Console, view: Cases, events: Sequence[EventRow], zone: tzinfo) -> None:
    """Print what happened, a line each, the oldest first; but for notes that say nothing to a person."""
    table = Table(box=None, pad_edge=False, header_style="faint", padding=(0, 2, 0, 0))
    table.add_column(str(batch_words.WHEN), no_wrap=True)
    table.add_column(str(batch_words.CASE), no_wrap=True)
    table.add_column(str(batch_words.EVENT), overflow="fold", ratio=1)
    table.add_column(str(batch_words.BY), overflow="fold")
    for event in events:
        if event.kind == "note" and not told_facts(event, view):
            continue
        time = f"{event.at.astimezone(zone):%m-%d %H:%M:%S}"
        table.add_row(time, event.case or "", " · ".join(_told(event, view)), event.by)
    console.print(table)


def _told(event: EventRow, view: Cases) -> Iterator[str]:
    yield str(EVENTS.get(event.kind, event.kind))
    if event.to is not None:
        states = [LOOKS[state].words for state in (event.was, event.to) if state is not None]
        yield " → ".join(str(state) for state in states)
    for name, fact in told_facts(event, view).items():
        yield fact if name in ("number", "reason", "stopped") else f"{name}: {fact}"


def told_facts(event: EventRow, view: Cases) -> dict[str, str]:
    """What an event says for people, with the person masked."""
    cases = {outcome.case.id: outcome.case for outcome in view.outcomes}
    told = {name: str(event.facts[name]) for name in TOLD_FACTS if event.facts.get(name)}
    if event.case in cases:
        return {name: masked(fact, cases[event.case]) for name, fact in told.items()}
    return told
