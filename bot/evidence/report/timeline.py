"""What happened to a case or to the batch, line by line, with the pictures that were taken meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.evidence.record import EventFacts
from bot.evidence.report import happenings, words
from bot.evidence.report.figures import Figure
from bot.evidence.report.reader import Reader
from bot.evidence.statement import FailedCapture
from bot.text import Text


@dataclass(frozen=True)
class Line:
    """Something that happened: when, what, why, by whom. A picture that was taken has its number."""

    at: datetime
    time: str
    what: Text
    why: str = ""
    number: str = ""
    by: str = ""
    attempt: int = 1
    figure: int = 0


def step_name(step: str) -> Text:
    """What a capture is of, as its flow names it."""
    return words.STEPS.get(step) or Text.same(step.replace("-", " "))


def lines(
    events: Iterable[EventFacts], figures: Iterable[Figure], failed: Iterable[FailedCapture], reader: Reader
) -> tuple[Line, ...]:
    """Everything in the order of its time; what has the same, events first."""
    every = [*_events(events, reader), *_figures(figures, reader), *_failed(failed, reader)]
    return tuple(sorted(every, key=lambda line: line.at))


def _events(events: Iterable[EventFacts], reader: Reader) -> Iterator[Line]:
    for event in events:
        number = happenings.number(event)
        why = reader.text(happenings.why(event), keep=(number,))
        yield Line(
            aware(event.at),
            reader.time(event.at),
            happenings.told(event),
            why=why,
            number=reader.name(number),
            by=event.by,
            attempt=event.attempt or 1,
        )


def _figures(figures: Iterable[Figure], reader: Reader) -> Iterator[Line]:
    for figure in figures:
        about = figure.subject.annotations
        what = words.PICTURE_TAKEN.format(number=figure.number, step=step_name(about.step))
        yield Line(aware(about.taken_at), reader.time(about.taken_at), what, figure=figure.number)


def _failed(failed: Iterable[FailedCapture], reader: Reader) -> Iterator[Line]:
    for one in failed:
        what = words.NOT_TAKEN.format(step=step_name(one.name), reason=reader.text(one.reason))
        yield Line(aware(one.taken_at), reader.time(one.taken_at), what)


def aware(at: datetime) -> datetime:
    """The time with its zone: UTC, where it has none."""
    return at if at.tzinfo else at.replace(tzinfo=UTC)
