"""The values that are more than a string, a number or a date: what flows can ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from bot.fields import divisions
from bot.fields.masking import mask_id
from bot.text import Text


@dataclass(frozen=True, slots=True)
class ResidentNumber:
    """A checked ID number in its 18-character form (GB 11643). `str()` is the number, `repr()` hides it."""

    number: str

    @property
    def birth(self) -> date:
        """Date of birth."""
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))

    @property
    def sex(self) -> Literal["m", "f"]:
        """Odd sequence numbers are men's, even ones women's."""
        return "m" if int(self.number[16]) % 2 else "f"

    @property
    def region(self) -> str:
        """The six digits of the county at first issue; that county may be gone since."""
        return self.number[:6]

    @property
    def foreign(self) -> bool:
        """Whether it is the number of a foreigner's permanent residence: its region is no home."""
        return self.number[0] == "9"

    @property
    def province(self) -> str:
        """The province's name of today; "" for foreigners."""
        if self.foreign:
            return ""
        return divisions.name_of("710000" if self.region == "830000" else f"{self.number[:2]}0000")

    @property
    def city(self) -> str:
        """The city's name of today, "" if its code is gone."""
        return "" if self.foreign or self.number[2:4] == "00" else divisions.name_of(f"{self.number[:4]}00")

    @property
    def county(self) -> str:
        """The county's name of today, "" if its code is gone."""
        return "" if self.foreign or self.number[4:6] == "00" else divisions.name_of(self.region)

    def __str__(self) -> str:
        return self.number

    def __repr__(self) -> str:
        return f"ResidentNumber({mask_id(self.number)})"


@dataclass(frozen=True, slots=True)
class ChosenOption:
    """One of a field's choices. `str()` is its label in the reading language."""

    code: str
    label: Text

    def __str__(self) -> str:
        return str(self.label)


@dataclass(frozen=True, slots=True)
class Place:
    """A county, or a city without counties. The names are Chinese; `county` is "" where the city has none."""

    code: str
    province: str
    city: str
    county: str

    def __str__(self) -> str:
        return " ".join(name for name in (self.province, self.city, self.county) if name)


Value = str | bool | int | Decimal | date | ResidentNumber | ChosenOption | Place | tuple[object, ...]
"""Everything that a field can yield; a tuple is what the engine hands to `list` and `cases`."""
