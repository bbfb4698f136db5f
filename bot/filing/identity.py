"""What a case and a batch are recognised by: digests of what they say, whatever file or language they come from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from bot.fields.values import ChosenOption, Place, ResidentNumber
from bot.flow.case import Case


@dataclass(frozen=True)
class Employer:
    """A login at a portal: whose filings they are."""

    origin: str
    """Scheme, host and port of the portal."""
    user: str

    @property
    def key(self) -> str:
        """What its lease is held under."""
        return f"{self.user} @ {self.origin}"


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def input_hash(case: Case) -> str:
    """A digest of what a case asks for."""
    return _digest([case.flow.flow, {name: _plain(value) for name, value in case.values.items()}])


def natural_key(case: Case, employer: Employer, period: str) -> str | None:
    """The same for every case of this employer, person, operation and month; None for a flow that files nothing."""
    if not case.flow.effects - {"none"}:
        return None
    person = _plain(case.values.get(case.flow.person)) if case.flow.person else None
    return _digest([employer.key, case.flow.flow, person or input_hash(case), period])


def batch_key(cases: Sequence[Case], employer: Employer, period: str) -> str | None:
    """The same whenever the same cases are asked for again in a month; None where nothing would be filed."""
    if not any(case.flow.effects - {"none"} for case in cases):
        return None
    return _digest([employer.key, period, sorted(input_hash(case) for case in cases)])


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _plain(value: object) -> object:
    """A value as it is written whatever language is read."""
    match value:
        case None | bool() | int() | str():
            return value
        case ResidentNumber():
            return value.number
        case ChosenOption() | Place():
            return value.code
        case Decimal():
            return str(value.normalize())
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case _:
            raise TypeError(f"no value of a case: {type(value).__name__}")
