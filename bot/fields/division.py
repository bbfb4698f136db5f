"""A place by province, city and county (rules MI03, MI04)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import pydantic

from bot.fields.base import Column, Field
from bot.fields.cells import is_blank
from bot.fields.messages import places as say
from bot.fields.places import LEVELS, Level, read_place
from bot.fields.problems import Parsed, Problem, failed
from bot.fields.values import Place
from bot.text import Text


class Division(Field):
    """A county, or a city without counties, by names or codes. Yields a `Place`.

    It has three columns; one line of names or a single code will do as well.
    """

    type: Literal["division"]
    column_labels: dict[Level, Text] = pydantic.Field(
        default_factory=dict, description="Headers of the three columns, for a flow with several places."
    )

    def columns(self) -> tuple[Column, ...]:
        place = read_place(self.example)
        return tuple(
            Column(
                level,
                self.column_labels.get(level, say.LEVELS[level]),
                width=18,
                required=self.always_required,
                example=getattr(place, level) if isinstance(place, Place) else "",
            )
            for level in LEVELS
        )

    def _is_blank(self, raw: object) -> bool:
        if isinstance(raw, Mapping):
            return all(is_blank(raw.get(level)) for level in LEVELS)
        return is_blank(raw)

    def _missing(self) -> Problem:
        return say.PLACE_MISSING.error("MI03", "province", label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        found = read_place(raw)
        return Parsed(found) if isinstance(found, Place) else failed(*found)
