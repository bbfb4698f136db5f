"""One of a fixed set of options (rules HU01, IN01 and the like)."""

from __future__ import annotations

import difflib
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

import pydantic

from bot.fields.base import Column, Field, RuleId
from bot.fields.cells import as_text, fold
from bot.fields.masking import quote
from bot.fields.messages import answers as say
from bot.fields.problems import Parsed, Problem, failed
from bot.fields.values import ChosenOption
from bot.text import Text

Code = Annotated[str, pydantic.Field(coerce_numbers_to_str=True, min_length=1)]


class Choice(Field):
    """An option by its code, its label in any language, or both together. Yields a `ChosenOption`."""

    type: Literal["choice"]
    choices: dict[Code, Text] = pydantic.Field(min_length=1, description="The options: `code: label`.")
    rule: RuleId = pydantic.Field("CH01", description="The rule that a missing or unknown option breaks.")

    @pydantic.model_validator(mode="after")
    def _tell_apart(self) -> Self:
        seen: dict[str, str] = {}
        for code, label in self.choices.items():
            for name in {fold(name) for name in (code, *label.values())}:
                if not name:
                    raise ValueError(f"the choice {code!r} has a code or label without letters or digits")
                if (other := seen.setdefault(name, code)) != code:
                    raise ValueError(f"the choices {other!r} and {code!r} read the same")
        return self

    def columns(self) -> tuple[Column, ...]:
        labels = tuple(self.choices.values())
        width = max(12, *(len(word) + 4 for label in labels for word in label.values()))
        return (
            Column(
                "",
                self.label,
                choices=labels,
                width=min(width, 36),
                required=self.always_required,
                example=self._example(),
            ),
        )

    def _example(self) -> str:
        named = self._options.get(fold(as_text(self.example) or ""))
        return str(named or next(iter(self.choices.values())))

    def _missing(self) -> Problem:
        return say.CHOICE_MISSING.error(self.rule, label=self.label, options=self._listed)

    def _read(self, raw: object, today: date) -> Parsed:
        typed = as_text(raw)
        option = self._options.get(fold(typed)) if typed is not None else None
        return Parsed(option) if option else failed(self._unknown(typed or "?"))

    def _unknown(self, typed: str) -> Problem:
        close = difflib.get_close_matches(fold(typed[:80]), self._options, n=1, cutoff=0.55)
        nearest = self._options[close[0]].label if close else ""
        notice = say.CHOICE_NEARLY if close else say.CHOICE_UNKNOWN
        problem = notice.error(self.rule, typed=quote(typed), label=self.label, nearest=nearest, options=self._listed)
        return problem.proposing(nearest)

    @cached_property
    def _options(self) -> dict[str, ChosenOption]:
        """Every way of naming an option, folded."""
        options: dict[str, ChosenOption] = {}
        for code, label in self.choices.items():
            option = ChosenOption(code, label)
            for word in label.values():
                options.setdefault(fold(code + word), option)
                options.setdefault(fold(word + code), option)
        for code, label in self.choices.items():
            options.update({fold(name): ChosenOption(code, label) for name in (code, *label.values())})
        return options

    @cached_property
    def _listed(self) -> Text:
        """All options in one line, in each language."""
        return Text(
            es=", ".join(f"{code} {label.to('es')}" for code, label in self.choices.items()),
            en=", ".join(f"{code} {label.to('en')}" for code, label in self.choices.items()),
            zh="、".join(f"{code} {label.to('zh')}" for code, label in self.choices.items()),
        )
