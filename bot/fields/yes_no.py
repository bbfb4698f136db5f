"""A question that is answered with yes or no (rules MI01, RE02 and the like)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pydantic

from bot.fields.base import Column, Field, RuleId
from bot.fields.cells import as_text, fold
from bot.fields.masking import quote
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed
from bot.text import Text

YES = Text(es="Sí", en="Yes", zh="是")
NO = Text(es="No", en="No", zh="否")
_MEANING = {
    **dict.fromkeys(("si", "s", "yes", "y", "true", "verdadero", "1", "是", "是的", "对"), True),
    **dict.fromkeys(("no", "n", "false", "falso", "0", "否", "不", "不是", "不对"), False),
}


class YesNo(Field):
    """Yes or no in any of the three languages. Yields a bool."""

    type: Literal["yes_no"]
    rule: RuleId = pydantic.Field("YN01", description="The rule that a missing or unclear answer breaks.")

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "",
                self.label,
                choices=(YES, NO),
                width=12,
                required=self.always_required,
                example=self._example(),
            ),
        )

    def _example(self) -> str:
        return str(YES if _meaning(self.example) else NO)

    def _missing(self) -> Problem:
        return say.YES_NO_MISSING.error(self.rule, label=self.label)

    def _read(self, raw: object, today: date) -> Parsed:
        answer = _meaning(raw)
        if answer is None:
            return failed(say.YES_NO_UNKNOWN.error(self.rule, label=self.label, typed=quote(as_text(raw) or "?")))
        return Parsed(answer)


def _meaning(raw: object) -> bool | None:
    if isinstance(raw, bool):
        return raw
    typed = as_text(raw)
    return None if typed is None else _MEANING.get(fold(typed))
