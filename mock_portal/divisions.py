"""Provinces, cities and counties: GB/T 2260 codes and names, plus one test district (330299)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Division(NamedTuple):
    """A six-digit code and the Chinese name, which every language of the portal shows."""

    code: str
    name: str


@cache
def _children() -> dict[str, tuple[Division, ...]]:
    """Divisions by the code of the one they belong to; "" holds the provinces."""
    found: dict[str, list[Division]] = {}
    table = (files("mock_portal") / "data" / "divisions.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        found.setdefault(_parent(row["code"]), []).append(Division(row["code"], row["name"]))
    return {parent: tuple(children) for parent, children in found.items()}


def _parent(code: str) -> str:
    if code.endswith("0000"):
        return ""
    if code.endswith("00"):
        return code[:2] + "0000"
    return code[:4] + "00"


def within(code: str = "") -> tuple[Division, ...]:
    """What belongs to the division `code`; without one, the provinces. Empty if nothing does."""
    return _children().get(code, ())


def name_of(code: str) -> str:
    """The name of the division `code`, or "" if there is none."""
    return next((one.name for one in within(_parent(code)) if one.code == code), "")
