"""The report as HTML: no script, no address, nothing to load; whatever came from elsewhere is only ever text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.evidence.masking import Masking
from bot.evidence.reading import Dossier
from bot.evidence.report import spoken, words
from bot.evidence.report.case_page import case_page, downloads, is_picture, portal_numbers
from bot.evidence.report.cover import cover
from bot.evidence.report.diagnoses import diagnoses
from bot.evidence.report.figures import Figure, as_sealed
from bot.evidence.report.reader import Reader
from bot.evidence.report.timeline import lines, step_name
from bot.evidence.report.visible import css_text, visible
from bot.evidence.statement import Subject
from bot.text import Language, Text

if TYPE_CHECKING:
    from bot.evidence.verify import Verdict

_TAGS: dict[Language, str] = {"es": "es", "en": "en", "zh": "zh-Hans"}
_SHORT_DIGEST = 16


def render_report(
    dossier: Dossier,
    language: Language,
    *,
    verdict: Verdict | None,
    zone: ZoneInfo,
    masked: bool = False,
    picture: Callable[[Subject], bytes | None] | None = None,
) -> str:
    """The report on a dossier, in a language, with times in a zone; `verdict` is what verifying it found.

    `masked`: for others to read: nothing sensitive in any text, and only those pictures that `picture` gives; it
    returns None for one that must be withheld, and without it all are. Otherwise the pictures are the dossier's own, as
    long as they are what was sealed. ID numbers are in full on the pages of their cases, never on those before.
    """
    masking = _masking(dossier) if masked else None
    reader = Reader(language, zone, masking)
    source = (picture or (lambda subject: None)) if masked else as_sealed(dossier)
    figures = _figures(dossier, source)
    shared = [figure for figure in figures.values() if len(figure.subject.annotations.cases) != 1]
    keep = [number for case in dossier.cases for number in portal_numbers(case)]
    files = [file for file in dossier.files if len(file.annotations.cases) != 1]
    report = _environment(language).get_template("report.html")
    return "".join(
        report.generate(
            lang=_TAGS[language],
            masked=masked,
            cover=cover(dossier, verdict, reader),
            cases=[
                case_page(dossier, case, number, figures, reader) for number, case in enumerate(dossier.cases, start=1)
            ],
            timeline=lines(
                dossier.events_of(None),
                shared,
                [failed for failed in dossier.failed if not failed.cases],
                reader,
            ),
            shared=shared,
            diagnoses=list(diagnoses(dossier, files, figures, keep, reader)),
            downloads=downloads(files, reader),
            address=reader.address,
            time=reader.time,
        )
    )


def _masking(dossier: Dossier) -> Masking:
    numbers = [number for case in dossier.cases for number in portal_numbers(case)]
    return Masking(dossier.cases, shown=numbers)


def _figures(dossier: Dossier, source: Callable[[Subject], bytes | None]) -> dict[str, Figure]:
    """Every picture by the name of its file, numbered as the report shows them: case by case, then the others."""
    places = {case.id: place for place, case in enumerate(dossier.cases)}

    def place(file: Subject) -> int:
        cases = file.annotations.cases
        return places.get(cases[0], len(places)) if len(cases) == 1 else len(places)

    numbers = count(1)
    pictures = sorted(filter(is_picture, dossier.files), key=place)
    return {file.name: Figure(next(numbers), file, source) for file in pictures}


@lru_cache
def _environment(language: Language) -> Environment:
    def shown(value: Any) -> Any:
        """What every value passes on its way into the page, before it is escaped."""
        if isinstance(value, Markup):
            return value
        return visible(value.to(language) if isinstance(value, Text) else str(value), language)

    environment = Environment(
        loader=PackageLoader("bot.evidence.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    environment.globals |= {"words": words, "step_name": step_name, "short": _SHORT_DIGEST, "spoken": spoken}
    environment.filters["css"] = lambda value: css_text(shown(value))
    return environment
