"""Provinces, cities and counties: their codes, their names, and what belongs to what."""

from __future__ import annotations

import csv
import difflib
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_LEFT_OUT = re.compile(r".*自治[区州县旗]|特别行政区|地区|林区|特区|新区|矿区|省|市|盟|区|县|旗")
"""What people leave out at the end of a name: 浙江(省), 延边(朝鲜族自治州), 香港(特别行政区)."""

_NAMELESS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Rows of the city level that only hold counties together and are no city."""


class Division(NamedTuple):
    """A six-digit code and its Chinese name. Provinces end in 0000, cities in 00."""

    code: str
    name: str

    @property
    def nameless(self) -> bool:
        """Whether it only holds together the counties that no city has."""
        return self.name in _NAMELESS


@cache
def _names() -> dict[str, str]:
    """The whole table, by code."""
    lines = (files("bot.fields") / "data" / "divisions.csv").read_text(encoding="utf-8").splitlines()
    return {code: name for code, name in csv.reader(lines[1:])}


@cache
def _children() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for code, name in _names().items():
        found.setdefault(parent_of(code), []).append(Division(code, name))
    return {parent: tuple(children) for parent, children in found.items()}


def name_of(code: str) -> str:
    """The name of the division with this code, "" if there is none today."""
    return _names().get(code, "")


def parent_of(code: str) -> str:
    """The code of what the division belongs to; "" for a province."""
    if code.endswith("0000"):
        return ""
    return f"{code[:2]}0000" if code.endswith("00") else f"{code[:4]}00"


def within(parent: str) -> tuple[Division, ...]:
    """What belongs directly to the division with this code; "" holds the provinces."""
    return _children().get(parent, ())


def full_code(digits: str) -> str:
    """The six-digit code that two, four or six digits stand for, "" if today's table has none."""
    code = digits.ljust(6, "0") if len(digits) in (2, 4, 6) else ""
    return code if code in _names() else ""


@lru_cache(maxsize=4096)
def find(typed: str, parent: str) -> Division | None:
    """The division of `parent` that was meant: by code, by name, or by name without its ending (省, 市 …)."""
    siblings = within(parent)
    if typed.isascii() and typed.isdigit():
        code = full_code(typed)
        return next((one for one in siblings if one.code == code), None)
    if exact := next((one for one in siblings if one.name == typed), None):
        return exact
    short = [one for one in siblings if len(typed) > 1 and _is_short_for(typed, one.name)]
    return short[0] if len(short) == 1 else None


def _is_short_for(typed: str, name: str) -> bool:
    return name.startswith(typed) and _LEFT_OUT.fullmatch(name, len(typed)) is not None


def nearest(typed: str, parent: str) -> str:
    """The name in `parent` that is most like what was typed, "" if none is."""
    close = difflib.get_close_matches(typed, [one.name for one in within(parent)], n=1, cutoff=0.4)
    return close[0] if close else ""


@lru_cache(maxsize=1024)
def homes_of(name: str) -> tuple[str, ...]:
    """Where divisions of exactly this name or code are, as in "浙江省 杭州市"."""
    return tuple(
        " ".join(name_of(above) for above in reversed(_above(code)))
        for code, other in _names().items()
        if name in (other, code) and parent_of(code)
    )


def _above(code: str) -> list[str]:
    above = []
    while code := parent_of(code):
        above.append(code)
    return above


def begins_with(text: str, parent: str) -> Division | None:
    """The division of `parent` with whose name a run-together text begins: 浙江省 of 浙江省宁波市海曙区."""
    whole = [one for one in within(parent) if text.startswith(one.name)]
    return max(whole, key=lambda one: len(one.name), default=None)


def issuable(region: str) -> bool:
    """Whether ID numbers are issued with these six digits today: a county, or what has no county below it."""
    return region in _names() and not within(region)
