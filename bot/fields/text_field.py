"""Free text, and the path of a file."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Literal

import pydantic

from bot.fields.base import Column, Field, RuleId
from bot.fields.cells import as_text
from bot.fields.masking import quote
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed


class _Written(Field):
    """Kept as typed, but for blanks at its ends. A code that the spreadsheet made a number is text again."""

    def columns(self) -> tuple[Column, ...]:
        return (Column("", self.label, text=True, width=24, required=self.always_required, example=self._example()),)

    @staticmethod
    def _typed(raw: object) -> str | None:
        return raw.strip() if isinstance(raw, str) else as_text(raw)


class TextField(_Written):
    """Text of a certain length or form. Yields a string."""

    type: Literal["text"]
    min_length: int = pydantic.Field(0, ge=0, description="The least characters that it has.")
    max_length: int | None = pydantic.Field(None, ge=1, description="The most characters that it has.")
    pattern: str | None = pydantic.Field(
        None, description="A regular expression for the whole text; where it fails, `example` is shown."
    )
    rule: RuleId = pydantic.Field("TX01", description="The rule that a missing or wrong text breaks.")

    @pydantic.field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str | None) -> str | None:
        try:
            re.compile(pattern or "")
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from error
        return pattern

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(self.pattern or "(?s:.*)")

    def _missing(self) -> Problem:
        return say.MISSING.error(self.rule, label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        typed = self._typed(raw)
        if typed is None:
            return failed(say.TEXT_UNREADABLE.error(self.rule, label=self.label))
        if len(typed) < self.min_length:
            notice, limit = say.TEXT_TOO_SHORT, self.min_length
        elif self.max_length is not None and len(typed) > self.max_length:
            notice, limit = say.TEXT_TOO_LONG, self.max_length
        elif not self._form.fullmatch(typed):
            form = self._example() or self.pattern
            problem = say.TEXT_WRONG_FORM.error(self.rule, label=self.label, typed=quote(typed), form=form)
            return failed(problem)
        else:
            return Parsed(typed)
        return failed(notice.error(self.rule, label=self.label, count=len(typed), limit=limit))


class FilePath(_Written):
    """The path of a file to hand in. Yields a string.

    Whether the file is there is checked by who knows the folder that the path starts from.
    """

    type: Literal["file"]
    rule: RuleId = pydantic.Field("FI01", description="The rule that a missing path breaks.")

    def _missing(self) -> Problem:
        return say.MISSING.error(self.rule, label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        typed = self._typed(raw)
        return Parsed(typed) if typed else failed(say.TEXT_UNREADABLE.error(self.rule, label=self.label))
