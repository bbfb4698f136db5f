"""One case on the screen, with all that tells why it is as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import why_words, words
from bot.cli.states import LOOKS
from bot.cli.summary import case_data, masked, person, place
from bot.cli.trouble import show_trouble
from bot.cli.view import moment, show_events
from bot.cli.view_data import event_data
from bot.evidence.page import Diagnosis, Frame
from bot.filing.troubles import kept
from bot.service.case_view import CaseView, Taken
from bot.text import Text

LATEST = 8
"""So many events are shown, unless all are wanted."""
SCREENFUL = 24
"""So many lines of the page, unless all are wanted; a third of that of the console."""


def show_case_view(console: Console, view: CaseView, zone: tzinfo, *, full: bool = False) -> None:
    """Print all that is known of a case; of what is long only a screenful, unless it is wanted in `full`."""
    outcome = view.outcome
    console.print(Styled(f"{place(outcome.case)} · {person(outcome.case)} · {outcome.case.flow.title}", style="name"))
    console.print(_facts(_about(view, zone)))
    if outcome.error is not None:
        console.print()
        show_trouble(console, outcome.error, pictures=view.folder)
    if view.events:
        _heading(console, why_words.HAPPENED)
        hidden = 0 if full else max(0, len(view.events) - LATEST)
        if hidden:
            console.print(Styled(str(why_words.EARLIER.format(count=hidden)), style="faint"))
        show_events(console, view, view.events[hidden:], zone)
    if view.diagnosis is not None:
        where = outcome.error.circumstances.url if outcome.error is not None else ""
        _show_diagnosis(console, view.diagnosis, where, zone, full=full)
    elif outcome.error is not None:
        console.print()
        console.print(Styled(str(why_words.NOTHING_SEEN), style="faint"))
    if view.files:
        _heading(console, why_words.PICTURES)
        console.print(_facts((moment(one.taken_at, zone), _where(view, one)) for one in view.files))
    if view.traces:
        _heading(console, why_words.TRACES)
        for trace in view.traces:
            console.print(f"  {trace}", soft_wrap=True)


def _about(view: CaseView, zone: tzinfo) -> Iterator[tuple[Text, Styled | str]]:
    outcome = view.outcome
    since = why_words.SINCE_ATTEMPT.format(time=moment(view.since, zone), attempt=view.attempt)
    yield why_words.BATCH, f"{view.batch} · {view.account} · {view.url}"
    yield words.STATE, LOOKS[outcome.state].styled()
    yield why_words.SINCE, str(since)
    yield words.NUMBER, outcome.number
    yield words.REASON, masked(outcome.reason, outcome.case)
    yield words.RULE, outcome.rule


def _show_diagnosis(console: Console, seen: Diagnosis, where: str, zone: tzinfo, *, full: bool) -> None:
    """Print what there was to see, and first of all in the frame `where` it failed."""
    time = moment(seen.taken_at, zone) if seen.taken_at else ""
    _heading(console, why_words.SEEN.format(time=time))
    console.print(
        _facts(
            (
                (why_words.TITLE, seen.title),
                (words.ADDRESS, seen.url),
                (words.PORTAL_SAYS, seen.portal_says),
                (words.NEAREST, ", ".join(seen.nearest)),
                (why_words.FRAMES, "\n".join(frame_tree(seen.frames))),
            )
        )
    )
    told = [f"{line.type}: {line.text}" for line in seen.console]
    _lines(console, why_words.CONSOLE, told, None if full else SCREENFUL // 3)
    _lines(console, why_words.PAGE_TEXT, snapshot_lines(seen.snapshot, first=where), None if full else SCREENFUL)


def snapshot_lines(snapshot: str, *, first: str = "") -> list[str]:
    """The lines of a page, frame by frame; the frame with the address `first` before all others."""
    frames: list[list[str]] = []
    for line in snapshot.splitlines():
        if line.startswith("# ") or not frames:
            frames.append([])
        frames[-1].append(line)
    frames.sort(key=lambda lines: not (first and lines[0].startswith("# ") and lines[0].endswith(f" {first}")))
    return [line for lines in frames for line in lines]


def frame_tree(frames: Iterable[Frame]) -> list[str]:
    """A line for each frame, indented below the one that it is in. `parent` is that one's address."""
    lines: list[str] = []
    depths: dict[str, int] = {}
    for frame in frames:
        depth = 0 if frame.parent is None else depths.get(frame.parent, 0) + 1
        depths[frame.url] = depth
        lines.append(f"{'  ' * depth}{frame.name or '–'}  {frame.url}")
    return lines


def _lines(console: Console, label: Text, lines: list[str], most: int | None) -> None:
    """Print lines as they are, the first of them if there are too many."""
    if not lines:
        return
    console.print(Styled(f"  {label}", style="faint"))
    for line in lines[:most]:
        console.print(Padding(Styled(line), (0, 0, 0, 4), expand=False))
    if most is not None and len(lines) > most:
        console.print(Styled(f"    {why_words.MORE.format(count=len(lines) - most)}", style="faint"))


def _heading(console: Console, words: Text) -> None:
    console.print()
    console.print(Styled(str(words), style="name"))


def _facts(facts: Iterable[tuple[Text | str, Styled | str]]) -> Table:
    """A line for each fact that there is."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="faint", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, fact in facts:
        if str(fact):
            grid.add_row(f"  {label}", fact)
    return grid


def _where(view: CaseView, file: Taken) -> str:
    if file.path is None:
        return f"{file.name}: {why_words.NOT_TAKEN.format(why=file.failed)}"
    return str(view.folder / file.path)


def case_view_data(view: CaseView) -> dict[str, Any]:
    """The same for a program. Times are ISO 8601 in UTC."""
    outcome = view.outcome
    files = [
        {
            "name": file.name,
            "kind": file.kind,
            "path": str(view.folder / file.path) if file.path else None,
            "taken_at": file.taken_at.isoformat(),
            "failed": file.failed,
        }
        for file in view.files
    ]
    return {
        **{name: value for name, value in case_data(outcome, view.batch).items() if name != "evidence"},
        "account": view.account,
        "url": view.url,
        "attempt": view.attempt,
        "since": view.since.isoformat(),
        "error": kept(outcome.error) if outcome.error else None,
        "events": [event_data(event, view) for event in view.events],
        "seen": view.diagnosis.model_dump(mode="json", by_alias=True) if view.diagnosis else None,
        "files": files,
        "traces": [str(trace) for trace in view.traces],
    }
