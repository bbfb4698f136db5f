"""A case as the report tells it: who, what was asked for, what the portal said, what happened, the pictures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.evidence.reading import Dossier
from bot.evidence.record import CaseFacts
from bot.evidence.report import spoken, words
from bot.evidence.report.diagnoses import DiagnosisView, diagnoses
from bot.evidence.report.figures import PICTURES, Figure
from bot.evidence.report.reader import Reader, without_ids
from bot.evidence.report.states import Look, look_of
from bot.evidence.report.timeline import Line, lines
from bot.evidence.statement import Subject
from bot.redaction import mask_id
from bot.text import Text

_HIDDEN = re.compile(r"\*+")


@dataclass(frozen=True)
class Fact:
    """A label and what is said there."""

    label: Text
    value: str
    digest: bool = False


@dataclass(frozen=True)
class FileView:
    """A file that came from the portal, to be looked for in the dossier."""

    name: str
    time: str
    size: str
    digest: str


@dataclass(frozen=True)
class CasePage:
    """One case."""

    number: int
    title: str
    name: str
    person: str
    person_short: str
    """Its first three and last two characters."""
    row: Text
    look: Look
    portal_number: str
    filed: str
    decided: str
    reason: str
    """Without ID numbers: it is for the list."""
    entered: tuple[Fact, ...]
    outcome: tuple[Fact, ...]
    trouble: tuple[Fact, ...]
    timeline: tuple[Line, ...]
    figures: tuple[Figure, ...]
    shared: tuple[int, ...]
    """The numbers of the pictures that it is on together with others."""
    diagnoses: tuple[DiagnosisView, ...]
    downloads: tuple[FileView, ...]


def case_page(
    dossier: Dossier, case: CaseFacts, number: int, figures: Mapping[str, Figure], reader: Reader
) -> CasePage:
    """The page of a case. `figures` are all of the report, by the name of their file."""
    files = dossier.of(case.id)
    own = [file for file in files if len(file.annotations.cases) == 1]
    pictures = [figures[file.name] for file in files if file.name in figures]
    keep = portal_numbers(case)
    return CasePage(
        number=number,
        title=reader.said(case.title),
        name=reader.name(case.name),
        person=reader.person(case.person),
        person_short=_HIDDEN.sub("…", mask_id(case.person)),
        row=words.ROW_IN.format(sheet=reader.name(case.sheet), row=case.row),
        look=look_of(case.state),
        portal_number=reader.name(case.number),
        filed=reader.time(case.filed_at),
        decided=reader.time(case.decided_at),
        reason=without_ids(reader.text(case.reason, keep=keep)),
        entered=tuple(
            Fact(Text.same(reader.said(one.label) or one.field), reader.entered(one)) for one in case.entered
        ),
        outcome=tuple(fact for fact in _outcome(case, keep, reader) if fact.value),
        trouble=tuple(fact for fact in _trouble(case, keep, reader) if fact.value),
        timeline=lines(
            dossier.events_of(case.id),
            pictures,
            [failed for failed in dossier.failed if case.id in failed.cases],
            reader,
        ),
        figures=tuple(figure for figure in pictures if figure.subject in own),
        shared=tuple(figure.number for figure in pictures if figure.subject not in own),
        diagnoses=tuple(diagnoses(dossier, own, figures, keep, reader)),
        downloads=downloads(files, reader),
    )


def portal_numbers(case: CaseFacts) -> Collection[str]:
    """The numbers that the portal gave: they are nobody's secret."""
    return (case.number,) if case.number else ()


def downloads(files: Collection[Subject], reader: Reader) -> tuple[FileView, ...]:
    """The files that the portal gave to keep, as receipts."""
    return tuple(
        FileView(
            reader.name(file.name),
            reader.time(file.annotations.taken_at),
            spoken.size(file.annotations.bytes, reader.language),
            file.digest.sha256,
        )
        for file in files
        if file.annotations.kind == "download"
    )


def is_picture(file: Subject) -> bool:
    """Whether a file is one that is shown."""
    return file.annotations.kind in PICTURES and not file.name.endswith(".json")


def _outcome(case: CaseFacts, keep: Collection[str], reader: Reader) -> Iterator[Fact]:
    yield Fact(words.PORTAL_NUMBER, reader.name(case.number))
    yield Fact(words.REASON, reader.text(case.reason, keep=keep))
    yield Fact(words.RULE, case.rule)
    yield Fact(words.SHOWS, reader.text(case.shows, keep=keep))
    if case.approved_shows != case.shows:
        yield Fact(words.SHOWED, reader.text(case.approved_shows, keep=keep))
    yield Fact(words.DRAFTED, reader.time(case.drafted_at))
    if case.approved_at is not None:
        by_at = words.BY_AT.format(person=case.approved_by, time=reader.time(case.approved_at))
        yield Fact(words.APPROVED, by_at.to(reader.language))
    yield Fact(words.FILED, reader.time(case.filed_at))
    yield Fact(words.DECIDED, reader.time(case.decided_at))
    yield Fact(words.SINCE, "" if case.decided_at else reader.time(case.since))
    yield Fact(words.ATTEMPT, str(case.attempt) if case.attempt > 1 else "")


def _trouble(case: CaseFacts, keep: Collection[str], reader: Reader) -> Iterator[Fact]:
    """What went wrong, and under which circumstances, as far as the reason does not say it."""
    trouble = case.trouble or {}
    at = trouble.get("circumstances")
    at = at if isinstance(at, Mapping) else {}
    for label, said in ((words.MESSAGE, trouble.get("message")), (words.PORTAL_SAYS, at.get("portal_says"))):
        yield Fact(label, "" if said == case.reason else reader.text(said, keep=keep))
    yield Fact(words.WHERE, where(at))
    yield Fact(words.LOOKED_FOR, reader.text(at.get("looked_for"), keep=keep))
    if not reader.masked:  # what else was on the page may be about anybody
        yield Fact(words.SHOWN, str(at.get("shown") or ""))
        yield Fact(words.NEAREST, listed(at.get("nearest")))
    yield Fact(words.ADDRESS, reader.address(str(at.get("url") or "")))
    yield Fact(words.CURE, reader.text(trouble.get("cure"), keep=keep))


def where(at: Mapping[str, Any]) -> str:
    """The step of a flow: its flow, its stage, itself, and the line of the file, without where that lies."""
    step = " › ".join(dict.fromkeys(str(at[part]) for part in ("flow", "stage", "step") if at.get(part)))
    place = str(at.get("place") or "").replace("\\", "/").rpartition("/")[2]
    return f"{step} ({place})" if step and place else step or place


def listed(found: Any) -> str:
    """Several things in one line."""
    return ", ".join(map(str, found)) if isinstance(found, list | tuple) else str(found or "")
