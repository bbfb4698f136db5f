"""An amount of money, and the limits that the portal puts on it (rules WA01–WA03)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal

import pydantic

from bot.fields.amounts import Unreadable, is_whole, plain, read_amount
from bot.fields.base import Field, Limit
from bot.fields.cells import as_text, clean
from bot.fields.masking import quote
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed

_YUAN = re.compile(r"^(?:¥|RMB|CNY|人民币)\s*|\s*(?:元整?|圆|RMB|CNY|YUAN)$", re.IGNORECASE)
_MARKS = {"CNY": _YUAN}
"""What people write around an amount of a currency; others are taken by their code alone."""


class Money(Field):
    """A positive amount. Yields an int where only whole amounts are taken, else a Decimal."""

    type: Literal["money"]
    currency: str = pydantic.Field("CNY", pattern="^[A-Z]{3}$", description="Its code (ISO 4217).")
    whole: bool = pydantic.Field(False, description="Whether only whole amounts are taken.")
    floor: Limit | None = pydantic.Field(None, description="Below it the portal applies it: a warning.")
    cap: Limit | None = pydantic.Field(None, description="Above it the portal applies it: a warning.")

    def _missing(self) -> Problem:
        return say.MISSING.error("WA01", label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        amount = read_amount(self._bare(raw) if isinstance(raw, str) else raw)
        if isinstance(amount, Unreadable):
            notice = say.AMOUNT_AMBIGUOUS if amount is Unreadable.TWO_READINGS else say.AMOUNT_UNREADABLE
            return failed(notice.error("WA01", typed=quote(as_text(raw) or "?")))
        if amount <= 0:
            return failed(say.AMOUNT_NOT_POSITIVE.error("WA01", label=self.label))
        if self.whole and not is_whole(amount):
            return failed(say.AMOUNT_NOT_WHOLE.error("WA01", amount=quote(plain(amount))))
        return Parsed(int(amount) if self.whole else amount, self._limits(amount))

    def _bare(self, typed: str) -> str:
        code = rf"^{self.currency}\s*|\s*{self.currency}$"
        marks = _MARKS.get(self.currency) or re.compile(code, re.IGNORECASE)
        return marks.sub("", clean(typed))

    def _limits(self, amount: Decimal) -> tuple[Problem, ...]:
        if self.floor is not None and amount < self.floor:
            rule, notice, limit = "WA02", say.BELOW_FLOOR, self.floor
        elif self.cap is not None and amount > self.cap:
            rule, notice, limit = "WA03", say.ABOVE_CAP, self.cap
        else:
            return ()
        return (notice.warning(rule, amount=quote(plain(amount)), currency=self.currency, limit=plain(limit)),)
