"""Inputs that no person fills in: another flow or the engine hands them over."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bot.fields.base import Column, Field
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed

_RULE = "LI01"


class _HandedOver(Field):
    """Taken as it is, as a tuple."""

    def columns(self) -> tuple[Column, ...]:
        return ()

    def _missing(self) -> Problem:
        return say.MISSING.error(_RULE, label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        if isinstance(raw, (list, tuple)):
            return Parsed(tuple(raw))
        return failed(say.NOT_A_LIST.error(_RULE, label=self.label))


class Items(_HandedOver):
    """A list of things that the flow goes through."""

    type: Literal["list"]


class Cases(_HandedOver):
    """The cases of a flow that works on a set of them."""

    type: Literal["cases"]
