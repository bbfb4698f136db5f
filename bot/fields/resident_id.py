"""The ID number of a resident, and its check (rules ID01–ID09; GB 11643)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

import pydantic

from bot.fields import divisions
from bot.fields.base import Column, Field
from bot.fields.cells import clean
from bot.fields.masking import mask_id
from bot.fields.messages import people as say
from bot.fields.problems import Parsed, Problem, failed
from bot.fields.values import ResidentNumber

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_RIGHT_FORM = re.compile(r"[0-9]{17}[0-9X]")
_OLD_FORM = re.compile(r"[0-9]{15}")
_WAS_A_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+|[0-9]{15,}[.,]0*")
_GAPS = re.compile(r"[\s\-‐-―−\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LEAST_AGE = 16


class RetirementAge(pydantic.BaseModel):
    """The ages in full years from which insuring somebody is worth a question."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")

    m: int = pydantic.Field(60, description="For men.")
    f: int = pydantic.Field(55, description="For women.")


class ResidentId(Field):
    """An 18-character ID number, also of residence permits. Yields a `ResidentNumber`."""

    type: Literal["resident_id"]
    retirement_age: RetirementAge = pydantic.Field(
        RetirementAge(m=60, f=55), description="Ages from which the check asks whether insuring is still due."
    )

    def columns(self) -> tuple[Column, ...]:
        return (Column("", self.label, text=True, width=22, required=self.always_required, example=self._example()),)

    def _missing(self) -> Problem:
        return say.ID_MISSING.error("ID01")

    def _read(self, raw: object, today: date) -> Parsed:
        if isinstance(raw, (int, float, Decimal)) and not isinstance(raw, bool):
            return failed(say.ID_STORED_AS_NUMBER.error("ID02"))
        if not isinstance(raw, str):
            return failed(say.ID_NOT_TEXT.error("ID04"))
        number = clean(raw).upper()
        if _WAS_A_NUMBER.fullmatch(number):
            return failed(say.ID_STORED_AS_NUMBER.error("ID02"))
        if _RIGHT_FORM.fullmatch(number):
            problems = [*_ending(number), *self._content(number, today)]
        elif _OLD_FORM.fullmatch(number):
            number = eighteen(number)
            problems = [
                say.ID_OLD_FORM.warning("ID03", number=mask_id(number)).proposing(number),
                *self._content(number, today),
            ]
        else:
            return Parsed(None, tuple(_shape(number)))
        parsed = Parsed(ResidentNumber(number), tuple(problems))
        return parsed if parsed.ok else Parsed(None, parsed.problems)

    def _content(self, number: str, today: date) -> Iterator[Problem]:
        yield from _region(number)
        birth = _birth(number)
        if birth is None:
            yield say.ID_NO_SUCH_DATE.error("ID06")
        elif not date(1900, 1, 1) <= birth <= today:
            yield say.ID_BIRTH_OUT_OF_RANGE.error("ID06")
        else:
            yield from self._age(number, _years_between(birth, today))

    def _age(self, number: str, age: int) -> Iterator[Problem]:
        limit = self.retirement_age.m if ResidentNumber(number).sex == "m" else self.retirement_age.f
        if age < _LEAST_AGE:
            yield say.ID_TOO_YOUNG.error("ID07", age=age, least=_LEAST_AGE)
        elif age >= limit:
            yield say.ID_RETIRED.warning("ID07", age=age, limit=limit)


def check_character(first_seventeen: str) -> str:
    """The check character of ISO 7064 MOD 11-2 for the first seventeen digits."""
    return _CHECK_CHARACTERS[sum(w * int(d) for w, d in zip(_WEIGHTS, first_seventeen, strict=True)) % 11]


def eighteen(old: str) -> str:
    """The 18-character form of a number of 15 digits. Those were given out until 1999: the year is a 19xx."""
    body = f"{old[:6]}19{old[6:]}"
    return body + check_character(body)


def _shape(number: str) -> Iterator[Problem]:
    """What is wrong with a number that does not even look like one."""
    closed_up = _GAPS.sub("", number)
    if len(closed_up) not in (15, 18):
        yield say.ID_LENGTH.error("ID03", count=len(closed_up))
    foreign = _foreign_characters(closed_up)
    if foreign:
        yield say.ID_CHARACTERS.error("ID04", characters=" ".join(foreign))
    if closed_up != number:
        whole = _RIGHT_FORM.fullmatch(closed_up) or _OLD_FORM.fullmatch(closed_up)
        yield say.ID_GAPS.error("ID04").proposing(closed_up if whole else "")


def _foreign_characters(number: str) -> list[str]:
    """The characters that cannot stand where they stand, each once, at most five."""
    body, last = (number[:-1], number[-1:]) if len(number) == 18 else (number, "")
    foreign = [one for one in body if one not in "0123456789"]
    if last not in "0123456789X":
        foreign.append(last)
    return [one for one in dict.fromkeys(foreign) if one.isprintable()][:5] or ["?"] * bool(foreign)


def _ending(number: str) -> Iterator[Problem]:
    if number.endswith("000"):
        yield say.ID_ENDS_IN_ZEROS.warning("ID02")
    expected = check_character(number[:17])
    if number[17] != expected:
        yield say.ID_CHECK.error("ID05", expected=expected)


def _region(number: str) -> Iterator[Problem]:
    region, prefix = number[:6], number[:2]
    if number[0] == "9":
        yield say.ID_FOREIGNER.warning("ID09")
    elif region in say.ORIGINS:
        yield say.ID_RESIDENCE_PERMIT.warning("ID09", origin=say.ORIGINS[region])
    elif prefix in ("81", "82", "83"):
        yield say.ID_NO_SUCH_PERMIT.error("ID09", prefix=prefix)
    elif not (province := divisions.name_of(f"{prefix}0000")):
        yield say.ID_NO_SUCH_PROVINCE.error("ID08", prefix=prefix)
    elif not divisions.issuable(region):
        yield say.ID_NO_SUCH_COUNTY.warning("ID08", province=province)


def _birth(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _years_between(birth: date, today: date) -> int:
    """Full years; who is born on 29 February has a birthday on 1 March in other years."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
