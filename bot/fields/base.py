"""What every type of input value has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

import pydantic

from bot.fields.cells import is_blank
from bot.fields.problems import NOTHING, Parsed, Problem
from bot.text import Text

RuleId = Annotated[str, pydantic.Field(pattern=r"^[A-Z]{2}[0-9]{2}$")]
Limit = Annotated[Decimal, pydantic.WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})]
"""A bound of a field. In a flow file it may also be an expression over the portal's settings."""
Written = str | int | float | bool | date | dict[str, str | int]
"""A value as it stands in a flow file or a cell."""


@dataclass(frozen=True)
class Column:
    """How a field shows in a spreadsheet. Most fields have one column, with the key ""."""

    key: str
    label: Text
    choices: tuple[Text, ...] = ()
    text: bool = False
    """Whether the cells must be formatted as text, or the spreadsheet would spoil what is typed."""
    width: int = 16
    """In characters."""
    required: bool = True
    example: str = ""
    """In the reading language."""


class Field(pydantic.BaseModel, ABC):
    """One input of a flow: how it is called, whether it must be there, and what may stand in it."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")

    label: Text = pydantic.Field(description="What people call it: the header of its column.")
    help: Text | None = pydantic.Field(None, description="One or two sentences for the person who fills it in.")
    example: Written | None = pydantic.Field(None, description="A value for the example row of the template.")
    required: bool = pydantic.Field(True, description="Whether it must be filled in.")
    required_when: str | None = pydantic.Field(
        None, description="Must be filled in only when this expression is true, e.g. `migrant_insurance`."
    )
    only_when: str | None = pydantic.Field(None, description="May be filled in only when this expression is true.")
    sensitive: bool = pydantic.Field(False, description="Kept out of logs, progress and shareable copies.")
    default: Written | None = pydantic.Field(None, description="Stands in for a blank cell.")

    def columns(self) -> tuple[Column, ...]:
        """Its columns in a spreadsheet; none for what only the engine fills in."""
        return (Column("", self.label, required=self.always_required, example=self._example()),)

    @property
    def always_required(self) -> bool:
        """Whether it must be filled in whatever else is: that is what a template can mark."""
        return self.required and self.required_when is None and self.only_when is None

    def parse(self, raw: object, *, required: bool, today: date) -> Parsed:
        """What a cell as read from a spreadsheet means. Never raises.

        `required` says whether a blank is an error here and now; `today` is the portal's date.
        """
        if self._is_blank(raw):
            if self.default is None:
                return Parsed(None, (self._missing(),)) if required else NOTHING
            raw = self.default
        return self._read(raw, today)

    def _is_blank(self, raw: object) -> bool:
        return is_blank(raw)

    def _example(self) -> str:
        return "" if self.example is None else str(self.example)

    @abstractmethod
    def _missing(self) -> Problem:
        """What to say of a blank that must not be one."""

    @abstractmethod
    def _read(self, raw: object, today: date) -> Parsed:
        """What a cell that is not blank means."""
