"""A drift report on a screen, and as JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rich.console import Console

from bot.cli import drift_words as words
from bot.drift.report import DriftReport, Finding
from bot.flow.models import Portal


def show_drift(console: Console, report: DriftReport, portal: Portal, url: str, *, proposing: bool) -> None:
    """Everything that the report says, for a person."""
    facts = {"screens": len(report.screens), "elements": len(report.found), "all": len(portal.elements)}
    language = words.LANGUAGES[report.language]
    _line(console, words.LOOKED_AT.format(portal=portal.title, url=url, language=language, **facts))
    if report.findings:
        _heading(console, words.CHANGED)
        for finding in report.findings:
            _entry(console, str(finding.words), _of(finding))
    if report.stops:
        _heading(console, words.NOT_REACHED)
        for stop in report.stops:
            notes = [str(words.AT.format(place=stop.place))] if stop.place else []
            notes += [str(words.NEAREST.format(nearest=", ".join(stop.nearest)))] if stop.nearest else []
            _entry(console, f"{', '.join(stop.screens) or stop.stage}: {stop.reason}", notes)
    if report.is_as_it_was:
        _line(console, words.NOTHING_CHANGED, "good")
    if report.fresh and not report.accepted:
        console.print()
        _line(console, words.NO_BASELINE.format(screens=", ".join(report.fresh)), "warn")
    _show_unseen(console, report)
    _show_written(console, report, proposing=proposing)


def _of(finding: Finding) -> Iterator[str]:
    yield str(words.SCREENS.format(screens=", ".join(finding.screens)))
    if finding.elements and finding.kind not in ("lost", "several", "fallback"):
        yield str(words.ELEMENTS.format(elements=", ".join(finding.elements)))


def _show_unseen(console: Console, report: DriftReport) -> None:
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for unseen in report.unseen:
        like = f" ({words.NEAREST.format(nearest=unseen.like)})" if unseen.like else ""
        by_reason[str(unseen.why)].append(unseen.element + like)
    if by_reason:
        _heading(console, words.NOT_LOOKED_AT)
    for reason, elements in by_reason.items():
        _entry(console, ", ".join(elements), [reason])


def _show_written(console: Console, report: DriftReport, *, proposing: bool) -> None:
    if proposing:
        console.print()
        if report.proposed is None:
            _line(console, words.NOTHING_TO_PROPOSE)
        else:
            console.print(report.diff, soft_wrap=True)
            _line(console, words.PROPOSED.format(path=report.proposed))
        if report.elsewhere:
            _line(console, words.ELSEWHERE.format(places=", ".join(report.elsewhere)), "warn")
    if report.accepted:
        console.print()
        _line(console, words.ACCEPTED.format(count=len(report.accepted), folder=report.accepted[0].parent))


def _heading(console: Console, said: object) -> None:
    console.print()
    _line(console, said, "name")


def _entry(console: Console, said: str, notes: Iterator[str] | list[str]) -> None:
    _line(console, f"  {said}")
    for note in notes:
        _line(console, f"      {note}", "faint")


def _line(console: Console, said: object, style: str | None = None) -> None:
    console.print(str(said), style=style, soft_wrap=True)


def drift_data(report: DriftReport, url: str, code: int) -> dict[str, Any]:
    """Everything that the report says, for a program. Messages are in the reader's language."""
    return {
        "address": url,
        "language": report.language,
        "screens": [
            {"screen": one.screen, "baseline": one.screen not in report.fresh} for one in report.screens
        ],
        "changes": [
            {
                "kind": one.kind,
                "message": str(one.words),
                "screens": list(one.screens),
                "what": one.what,
                "old": one.old,
                "new": one.new,
                "elements": list(one.elements),
            }
            for one in report.findings
        ],
        "not_reached": [
            {
                "stage": one.stage,
                "message": str(one.reason),
                "place": one.place,
                "nearest": list(one.nearest),
                "screens": list(one.screens),
            }
            for one in report.stops
        ],
        "not_looked_at": [{"element": one.element, "why": str(one.why), "nearest": one.like} for one in report.unseen],
        "accepted": [path.as_posix() for path in report.accepted],
        "proposed": report.proposed.as_posix() if report.proposed else None,
        "diff": report.diff,
        "elsewhere": list(report.elsewhere),
        "exit_code": code,
    }
