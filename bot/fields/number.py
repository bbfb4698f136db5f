"""A number that is neither money nor a code."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pydantic

from bot.fields.amounts import Unreadable, is_whole, plain, read_amount
from bot.fields.base import Field, Limit, RuleId
from bot.fields.cells import as_text
from bot.fields.masking import quote
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed


class Number(Field):
    """Yields an int where only whole numbers are taken, else a Decimal."""

    type: Literal["number"]
    whole: bool = pydantic.Field(False, description="Whether only whole numbers are taken.")
    minimum: Limit | None = pydantic.Field(None, description="The least that is taken.")
    maximum: Limit | None = pydantic.Field(None, description="The most that is taken.")
    rule: RuleId = pydantic.Field("NU01", description="The rule that a missing or wrong number breaks.")

    def _missing(self) -> Problem:
        return say.MISSING.error(self.rule, label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        amount = read_amount(raw)
        match amount:
            case Unreadable.TWO_READINGS:
                return failed(say.AMOUNT_AMBIGUOUS.error(self.rule, typed=quote(as_text(raw) or "?")))
            case Unreadable():
                return failed(say.AMOUNT_UNREADABLE.error(self.rule, typed=quote(as_text(raw) or "?")))
        if self.whole and not is_whole(amount):
            return failed(say.AMOUNT_NOT_WHOLE.error(self.rule, amount=quote(plain(amount))))
        if self.minimum is not None and amount < self.minimum:
            notice, limit = say.NUMBER_TOO_SMALL, self.minimum
        elif self.maximum is not None and amount > self.maximum:
            notice, limit = say.NUMBER_TOO_LARGE, self.maximum
        else:
            return Parsed(int(amount) if self.whole else amount)
        return failed(notice.error(self.rule, amount=quote(plain(amount)), limit=plain(limit)))
