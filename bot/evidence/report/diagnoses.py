"""What was on the page when a step failed, in short; the whole of it is in the dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.errors import UsageError
from bot.evidence.page import Diagnosis, Frame
from bot.evidence.reading import Dossier
from bot.evidence.report import words
from bot.evidence.report.figures import Figure
from bot.evidence.report.reader import Reader
from bot.evidence.statement import Subject
from bot.text import Text

_MOST_LINES = 8


@dataclass(frozen=True)
class DiagnosisView:
    """What a diagnosis says, group by group; the number of its picture, 0 without one."""

    heading: Text
    groups: tuple[tuple[Text, tuple[Text, ...]], ...]
    whole: Text
    figure: int = 0


def diagnoses(
    dossier: Dossier,
    files: Collection[Subject],
    figures: Mapping[str, Figure],
    keep: Collection[str],
    reader: Reader,
) -> Iterator[DiagnosisView]:
    """The diagnoses among these files. `figures` are by the name of their file."""
    by_stem = {_stem(name): figure.number for name, figure in figures.items()}
    for file in files:
        if file.annotations.kind != "diagnosis":
            continue
        number = by_stem.get(_stem(file.name), 0)
        heading = words.DIAGNOSIS_OF.format(number=number) if number else words.DIAGNOSIS
        try:
            found = dossier.diagnosis(file.name)
        except UsageError:
            yield DiagnosisView(heading, (), words.DIAGNOSIS_UNREADABLE.format(name=file.name), number)
            continue
        groups = tuple((label, said) for label, said in _groups(found, keep, reader) if said)
        yield DiagnosisView(heading, groups, words.WHOLE_DIAGNOSIS.format(name=file.name), number)


def _groups(found: Diagnosis, keep: Collection[str], reader: Reader) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    yield words.PORTAL_SAYS, _shortened([reader.text(found.portal_says, keep=keep)])
    yield words.PAGE_TITLE, _shortened([reader.text(found.title)])
    yield words.FRAMES, _shortened([_frame(frame, reader) for frame in found.frames])
    console = [f"{line.type}: {line.text}" if line.type else line.text for line in found.console]
    if reader.masked:  # what pages and programs say there may be about anybody
        count = words.COUNT_HIDDEN.format(count=len(console))
        yield words.CONSOLE, (count,) if console else ()
    else:
        yield words.NEAREST, _shortened(list(found.nearest))
        yield words.CONSOLE, _shortened(console)


def _frame(frame: Frame, reader: Reader) -> str:
    address = reader.address(frame.url)
    return f"{reader.text(frame.name)} · {address}" if frame.name else address


def _shortened(said: list[str]) -> tuple[Text, ...]:
    told = [Text.same(one) for one in said[:_MOST_LINES] if one]
    more = len(said) - _MOST_LINES
    return (*told, words.MORE_LINES.format(count=more)) if more > 0 else tuple(told)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
