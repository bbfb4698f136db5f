"""What a check has to say about one cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.fields.values import Value
from bot.text import Text


class Severity(StrEnum):
    """What a problem does to its row: an error stops it, a warning wants a yes, an info only informs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Problem:
    """What is wrong (`message`), and what would be right (`cure`).

    `rule` is the id of the broken rule. `column` is the one of several columns that is meant, as "province".
    `proposal` is what may be meant instead, where that can be told: a person takes it or leaves it.
    """

    rule: str
    severity: Severity
    message: Text
    cure: Text
    column: str = ""
    proposal: str | Text = field(default="", repr=False)

    def proposing(self, value: str | Text) -> Problem:
        """The same problem, with what may be meant."""
        return replace(self, proposal=value)


@dataclass(frozen=True)
class Parsed:
    """What a cell means. `value` is None where it is blank or has an error."""

    value: Value | None
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no problem is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


NOTHING = Parsed(None)
"""A blank cell that may be blank."""


@dataclass(frozen=True)
class Notice:
    """The words of a problem, with `{blanks}` that are filled in only when there is one."""

    message: Text
    cure: Text

    def error(self, rule: str, column: str = "", **blanks: object) -> Problem:
        """The problem that stops a row."""
        return self._problem(Severity.ERROR, rule, column, blanks)

    def warning(self, rule: str, column: str = "", **blanks: object) -> Problem:
        """The problem that a person has to accept."""
        return self._problem(Severity.WARNING, rule, column, blanks)

    def info(self, rule: str, column: str = "", **blanks: object) -> Problem:
        """Something worth knowing."""
        return self._problem(Severity.INFO, rule, column, blanks)

    def _problem(self, severity: Severity, rule: str, column: str, blanks: dict[str, object]) -> Problem:
        return Problem(rule, severity, self.message.format(**blanks), self.cure.format(**blanks), column)


def failed(*problems: Problem) -> Parsed:
    """No value, because of these."""
    return Parsed(None, problems)
