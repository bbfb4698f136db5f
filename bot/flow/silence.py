"""Comments that silence a warning at their place: `# lint: FL042 because the drift looks at it`.

They stand at the end of the line that the warning is about, or on lines of their own right above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from bot.flow.base import Place
from bot.flow.codes import CODES
from bot.flow.folder import Folder
from bot.flow.marks import Source
from bot.flow.problems import FlowProblem, nearest, window

COMMENT = re.compile(r"(?:^|(?<=\s))#\s*lint:\s*(?P<said>.*)$")
SAID = re.compile(r"(?P<codes>\w+(?:\s*,\s*\w+)*)(?:\s+because\s+(?P<reason>\S.*))?\s*")
HOW = "# lint: FL042 because …"


@dataclass(frozen=True)
class Silence:
    """One comment: the codes that it names, and the line that it is about, counted from 1."""

    source: Source
    place: Place
    width: int
    codes: tuple[str, ...]
    reason: str
    line: int

    def covers(self, problem: FlowProblem) -> bool:
        """Whether it keeps quiet about a problem. Errors are never silenced."""
        here = problem.place.file == self.place.file and problem.place.line == self.line
        return here and problem.severity == "warning" and problem.code in self.codes

    def problem(self, message: str, *, near: str = "") -> FlowProblem:
        """What is wrong with the comment itself."""
        lines = window(self.source.lines, self.place.line)
        return FlowProblem("FL080", message, self.place, self.width, expected=HOW, nearest=near, lines=lines)


def unsilenced(problems: Iterable[FlowProblem], folder: Folder) -> list[FlowProblem]:
    """The problems without those that a comment silences, and what is wrong with the comments."""
    found = list(problems)
    sources = [one for one in (folder.portal_source, *folder.sources.values()) if one is not None]
    silences = [silence for source in sources for silence in silences_in(source)]
    left = [one for one in found if not any(silence.covers(one) for silence in silences)]
    complete = all(one.severity == "warning" for one in found)
    return left + [wrong for silence in silences for wrong in _wrong(silence, found, complete=complete)]


def silences_in(source: Source) -> Iterator[Silence]:
    """Every comment of a file that begins with `lint:`."""
    for index, line in enumerate(source.lines):
        match = COMMENT.search(line)
        if match is None or _in_a_text(source.root, index, match.start()):
            continue
        said = SAID.fullmatch(match["said"])
        codes = tuple(re.split(r"\s*,\s*", said["codes"])) if said else ()
        place = Place(file=source.file, line=index + 1, column=match.start() + 1)
        about = index if line[: match.start()].strip() else _next(source.lines, index)
        reason = (said["reason"] or "") if said else ""
        yield Silence(source, place, len(match[0].rstrip()), codes, reason, about + 1)


def _next(lines: list[str], index: int) -> int:
    """The next line that is neither empty nor a comment."""
    return next((at for at in range(index + 1, len(lines)) if lines[at].strip()[:1] not in ("", "#")), index)


def _in_a_text(node: yaml.Node | None, line: int, column: int) -> bool:
    """Whether a place is inside a text, where a # is no comment."""
    match node:
        case yaml.ScalarNode():
            start, end = node.start_mark, node.end_mark
            return bool((start.line, start.column) <= (line, column) < (end.line, end.column))
        case yaml.SequenceNode():
            return any(_in_a_text(item, line, column) for item in node.value)
        case yaml.MappingNode():
            return any(_in_a_text(part, line, column) for pair in node.value for part in pair)
        case _:
            return False


def _wrong(silence: Silence, problems: list[FlowProblem], *, complete: bool) -> Iterator[FlowProblem]:
    """Where there are errors, not everything has been looked at: what is silenced may be there all the same."""
    if not silence.codes:
        yield silence.problem("this comment names no code that it silences")
    elif not silence.reason:
        yield silence.problem("a warning is silenced with a reason")
    for code in silence.codes:
        if code not in CODES:
            yield silence.problem(f"there is no code {code!r}", near=nearest(code, CODES))
        elif CODES[code].severity == "error":
            yield silence.problem(f"{code} is an error, and errors are not silenced")
        elif complete and not any(one.code == code and silence.covers(one) for one in problems):
            yield silence.problem(f"this comment silences nothing: there is no {code} here")
