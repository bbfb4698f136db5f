"""What keeps a file from being taken as a roster, gathered so that a clerk sees all of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import RosterError
from bot.fields.problems import Notice
from bot.roster import reading_words as words
from bot.roster.matching import listed
from bot.text import Text


@dataclass(frozen=True)
class Failure:
    """One thing wrong with a file, and what to do about it."""

    message: Text
    cure: Text


def failure(notice: Notice, **blanks: object) -> Failure:
    """The failure that a notice tells, with its blanks filled in."""
    return Failure(notice.message.format(**blanks), notice.cure.format(**blanks))


def roster_error(path: Path, failures: Sequence[Failure]) -> RosterError:
    """The error for a file with these failures, at least one."""
    if len(failures) == 1:
        only = failures[0]
        return RosterError(words.PROBLEM_IN_FILE.format(file=path.name, problem=only.message), cure=only.cure)
    each = [Text.same("- {problem} {cure}").format(problem=one.message, cure=one.cure) for one in failures]
    problems = listed(each, "\n")
    return RosterError(words.SEVERAL_IN_FILE.format(file=path.name, count=len(failures), problems=problems))
