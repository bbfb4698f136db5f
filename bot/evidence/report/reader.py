"""For whom a report is: the language, the clock, and whether what is personal may be seen."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.evidence.masking import Masking
from bot.evidence.record import EnteredValue
from bot.evidence.report import spoken
from bot.redaction import HIDDEN, Redactor, mask_id
from bot.text import Language

_NUMBER = re.compile(r"(?<![\d*])\d(?:[\d.,'’，．\s]*\d)?(?![\d*])")
_MEANS_SOMETHING = 3
"""So many digits, and a number in somebody's words may be a wage."""


@dataclass(frozen=True)
class Reader:
    """What a reader may see, and how it is written for them.

    With a masking nothing sensitive is left to luck: besides the values that it knows, every number goes from the words
    of others that is not the portal's own. A draft that differs from the roster shows another wage than is known.
    """

    language: Language
    zone: ZoneInfo
    masking: Masking | None = None

    @property
    def masked(self) -> bool:
        """Whether what is sensitive is hidden from this reader."""
        return self.masking is not None

    def said(self, texts: Mapping[str, str]) -> str:
        """The words in the reader's language, or in the nearest that there is."""
        return texts.get(self.language) or texts.get("en") or next(iter(texts.values()), "")

    def time(self, at: datetime | None) -> str:
        """A time on the portal's clock; "" for none."""
        return "" if at is None else spoken.moment(at, self.zone, self.language)

    def text(self, said: Any, *, keep: Collection[str] = ()) -> str:
        """Somebody's words, as far as the reader may see them. `keep` are numbers of the portal that stay."""
        words = "" if said is None else str(said)
        if self.masking is None:
            return words
        hidden = self.masking.text(words)
        return _NUMBER.sub(lambda found: found[0] if found[0] in keep or _is_short(found[0]) else HIDDEN, hidden)

    def entered(self, value: EnteredValue) -> str:
        """A value that was asked for."""
        return self.masking.entered(value).value if self.masking else value.value

    def person(self, person: str) -> str:
        """What identifies a person."""
        return mask_id(person) if self.masked else person

    def name(self, said: str) -> str:
        """A name or a number: of a person, a sheet, a file, an account. What is not sensitive in it stays."""
        return self.masking.text(said) if self.masking else said

    def address(self, url: str) -> str:
        """An address; masked, without what was asked of the page."""
        if not self.masked or not url:
            return url
        try:
            parts = urlsplit(url)
        except ValueError:
            return HIDDEN
        return self.name(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}") + self.text(parts.path)


def without_ids(said: str) -> str:
    """The text with every resident number masked, for where everybody looks first."""
    return Redactor().text(said)


def _is_short(number: str) -> bool:
    return sum(character.isdigit() for character in number) < _MEANS_SOMETHING
