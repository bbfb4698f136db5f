"""What is sensitive on a page: values of cases in whichever way a portal writes them, and anybody's ID number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SPECIAL = re.compile(r"([\\^$.*+?()\[\]{}|/])")
_MONEY = re.compile(r"(?P<whole>\d{1,12})(?:[.,](?P<rest>\d{1,2}))?")
_GROUPS = r"[.,'’\s]?"
_APART = r"[\s-]?"
_RESIDENT = r"\d{15,}[Xx]?|(?<!\d)\d{6}[\s-]\d{8}[\s-]\d{3}[\dXx]|(?<!\d)\d{6}[\s-]\d{6}[\s-]\d{3}(?!\d)"
"""15 or 18 characters: ID numbers of residents, old and new; a longer one may hold one."""
_MANY = 200
"""Of more values, ID numbers are left to be found by their look: a pattern with thousands of them is slow."""

NUMBERS = r"\d(?:[.,'’\s]?\d){2,}[Xx]?|[〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟萬]{2,}"
"""What looks like money or a number that means somebody: three digits or more, or written out in Chinese."""


@dataclass(frozen=True)
class Sensitive:
    """Values that a picture shows and not everybody may see, as they were typed; and the labels, in any language, of
    the fields that they were typed in. ID numbers are found by their look, whoever's they are."""

    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def patterns(self) -> dict[str, object]:
        """What page_masks.js goes by."""
        return {"values": pattern(self.values), "numbers": NUMBERS, "labels": list(self.labels)}


def pattern(values: Sequence[str]) -> str:
    """A pattern, for a browser too, of these values as a portal may write them, and of all ID numbers."""
    if len(values) > _MANY:
        values = [value for value in values if not re.fullmatch(_RESIDENT, value)]
    forms = {_money(value) or _plain(value) for value in values if value.strip()}
    return "|".join([*sorted(forms, key=len, reverse=True), _RESIDENT])


def _money(value: str) -> str | None:
    """6800 as 6800, 6,800, 6.800,00, 6 800.00: whatever parts its thousands and its cents; None if it is no amount."""
    amount = _MONEY.fullmatch(value.strip())
    if amount is None:
        return None
    whole = amount["whole"]
    head = len(whole) % 3 or 3
    groups = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    return rf"(?<!\d){_GROUPS.join(groups)}(?:[.,]\d{{1,2}})?(?!\d)"


def _plain(value: str) -> str:
    """A value as it stands, or with something between its characters."""
    characters = [_SPECIAL.sub(r"\\\1", one) for one in value.strip() if not one.isspace() and one != "-"]
    edges = [r"(?<![0-9A-Za-z])" if value.strip()[0].isalnum() else "", r"(?![0-9A-Za-z])"]
    return edges[0] + _APART.join(characters) + (edges[1] if value.strip()[-1].isalnum() else "")
