"""Problems of flow files, and the report that shows them as a compiler would."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.errors import FlowError
from bot.flow.base import Place
from bot.flow.codes import CODES, Severity

AROUND = 2
"""Lines shown before and after the one with the problem."""

LONG = 80
"""A list of what is expected that is longer than so many characters is left out where the nearest name is known."""


@dataclass(frozen=True)
class FlowProblem:
    """One thing that is wrong in a flow file. `code` names the kind of problem (see docs/flow-language.md)."""

    code: str
    message: str
    place: Place
    width: int = 1
    """How many characters are meant, from the place on."""
    expected: str = ""
    nearest: str = ""
    """The known name most like the one that is wrong."""
    lines: tuple[tuple[int, str], ...] = ()
    """The lines around the place, with their numbers."""

    def __str__(self) -> str:
        return "\n".join((self.headline, *self._excerpt(), *self._notes()))

    @property
    def severity(self) -> Severity:
        """Whether it keeps the folder from being loaded."""
        return CODES[self.code].severity

    @property
    def cure(self) -> str:
        """What to do about it: as particular to this place as is known."""
        if self.nearest:
            return f"did you mean {self.nearest!r}?"
        return f"expected: {self.expected}" if self.expected else CODES[self.code].cure

    @property
    def headline(self) -> str:
        """The problem in one line: place, kind, what is wrong."""
        return f"{self.place}: {self.severity}[{self.code}] {self.message}"

    def _excerpt(self) -> Iterable[str]:
        gutter = len(str(self.lines[-1][0])) if self.lines else 0
        for number, line in self.lines:
            yield f"  {number:>{gutter}} | {line}".rstrip()
            if number == self.place.line:
                before, marked = line[: self.place.column - 1], line[self.place.column - 1 :][: self.width]
                yield f"  {'':>{gutter}} | {' ' * _cells(before)}{'^' * max(_cells(marked), 1)}"

    def _notes(self) -> Iterable[str]:
        if self.expected and not (self.nearest and len(self.expected) > LONG):
            yield f"  = expected: {self.expected}"
        if self.nearest or not self.expected:
            yield f"  = {self.cure}"


def _cells(text: str) -> int:
    """How wide a text is on a terminal: Chinese characters take two cells."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def window(lines: Sequence[str], line: int) -> tuple[tuple[int, str], ...]:
    """A line (from 1) and those around it, with their numbers; empty lines at the edges are left out."""
    first, last = max(line - AROUND, 1), min(line + AROUND, len(lines))
    shown = [(number, lines[number - 1]) for number in range(first, last + 1)]
    while shown and not shown[0][1].strip() and shown[0][0] != line:
        shown.pop(0)
    while shown and not shown[-1][1].strip() and shown[-1][0] != line:
        shown.pop()
    return tuple(shown)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or ""."""
    folded = {one.lower(): one for one in known}
    close = difflib.get_close_matches(name.lower(), folded, n=1)
    return folded[close[0]] if close else ""


def listed(names: Iterable[str]) -> str:
    """Names as they are listed in a message: `a, b or c`."""
    each = list(names)
    return " or ".join(filter(None, (", ".join(each[:-1]), each[-1] if each else "")))


def in_order(problems: Iterable[FlowProblem]) -> list[FlowProblem]:
    """Problems in the order of their places, each once."""
    return sorted(set(problems), key=lambda one: (one.place.file, one.place.line, one.place.column, one.code))


def report(problems: Iterable[FlowProblem]) -> str:
    """All problems in the order of their places, and how many there are."""
    ordered = in_order(problems)
    errors = sum(one.severity == "error" for one in ordered)
    warnings = len(ordered) - errors
    return "\n\n".join((*map(str, ordered), f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def raise_if_any(problems: Iterable[FlowProblem]) -> None:
    """Raise FlowError with the whole report, if there is any error among the problems."""
    every = list(problems)
    if any(one.severity == "error" for one in every):
        raise FlowError(report(every), cure="`portal lint FOLDER` shows this report again")
