"""From what somebody wrote about a place to the place itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from bot.fields import divisions
from bot.fields.cells import as_text, is_blank
from bot.fields.divisions import Division
from bot.fields.masking import quote
from bot.fields.messages import places as say
from bot.fields.problems import Problem
from bot.fields.values import Place

Level = Literal["province", "city", "county"]
LEVELS: tuple[Level, ...] = get_args(Level)
Typed = dict[Level, str]
Problems = tuple[Problem, ...]

_BETWEEN = re.compile(r"[\s/\\,、>›»·|;_\-–—]+")
_DIGITS = re.compile(r"[0-9]+")


def read_place(raw: object) -> Place | Problems:
    """The place meant by `{province, city, county}` of names or codes, by one code, or by one line."""
    typed = _from_cells(raw) if isinstance(raw, Mapping) else _from_line(as_text(raw))
    return _walk(typed) if isinstance(typed, dict) else typed


def _from_cells(cells: Mapping[object, object]) -> Typed | Problems:
    typed: Typed = {}
    for level in LEVELS:
        raw = cells.get(level)
        text = "" if is_blank(raw) else as_text(raw)
        if text is None:
            return (say.PLACE_UNREADABLE.error("MI04", level, example=_for_example("")),)
        typed[level] = text
    return _completed(typed)


def _completed(typed: Typed) -> Typed:
    """The blanks before a code, filled in from it; a code that stands alone says everything in any column."""
    given = [text for text in typed.values() if text]
    if len(given) == 1 and _DIGITS.fullmatch(given[0]):
        return _lineage(given[0]) or typed
    for level in ("county", "city"):
        for above, code in _lineage(typed[level]).items():
            if LEVELS.index(above) < LEVELS.index(level):
                typed[above] = typed[above] or code
    return typed


def _lineage(digits: str) -> Typed:
    """The codes of a division and of what it belongs to; empty if the digits are no code of today."""
    code = divisions.full_code(digits)
    if not code:
        return {}
    city = "" if code[2:4] == "00" else f"{code[:4]}00"
    return {"province": f"{code[:2]}0000", "city": city, "county": "" if code.endswith("00") else code}


def _from_line(line: str | None) -> Typed | Problems:
    if line is None:
        return (say.PLACE_UNREADABLE.error("MI04", "province", example=_for_example("")),)
    if _DIGITS.fullmatch(line):
        return _lineage(line) or (say.NO_SUCH_CODE.error("MI04", "province", typed=quote(line)),)
    names = [name for name in _BETWEEN.split(line) if name]
    if len(names) == 1:
        names = _taken_apart(names[0])
    if len(names) > len(LEVELS):
        return (say.PLACE_UNREADABLE.error("MI04", "province", example=_for_example("")),)
    return dict(zip(LEVELS, [*names, "", "", ""], strict=False))


def _taken_apart(line: str) -> list[str]:
    """Names that were written without anything between them: 浙江省宁波市海曙区."""
    names, parent = [], ""
    while line and (division := divisions.begins_with(line, parent)):
        names.append(division.name)
        line, parent = line.removeprefix(division.name), division.code
    return [*names, line] if line else names


def _walk(typed: Typed) -> Place | Problems:
    """From the province down to the county, as far as what was typed makes sense."""
    if not typed["province"]:
        return tuple(_level_missing(level, "") for level in LEVELS if not typed[level])
    province = divisions.find(typed["province"], "")
    if province is None:
        return (_no_such_province(typed["province"]),)
    if not divisions.within(province.code):
        below = [level for level in LEVELS[1:] if typed[level]]
        nothing_there = (say.HAS_NONE.error("MI04", level, parent=province.name) for level in below)
        return tuple(nothing_there) or Place(province.code, province.name, "", "")
    if directly := _directly_below(province, typed):
        return directly
    if not typed["city"]:
        return _city_missing(province, typed)
    city = divisions.find(typed["city"], province.code)
    if city is None:
        return (_not_in("city", typed["city"], province),)
    return _in_city(province, city, typed["county"])


def _directly_below(province: Division, typed: Typed) -> Place | None:
    """A county that no city has, written without the row that stands for the city, as in 北京市 朝阳区."""
    names = {typed["city"], typed["county"]} - {"", typed["province"], province.name}
    for city in divisions.within(province.code):
        if city.nameless and len(names) == 1 and (county := divisions.find(*names, city.code)):
            return Place(county.code, province.name, city.name, county.name)
    return None


def _city_missing(province: Division, typed: Typed) -> Problems:
    cities = divisions.within(province.code)
    if typed["county"] and all(city.nameless for city in cities):
        return (_not_in("county", typed["county"], province),)
    blank = [level for level in LEVELS[1:] if not typed[level]]
    return tuple(_level_missing(level, province.code) for level in blank)


def _in_city(province: Division, city: Division, typed: str) -> Place | Problems:
    if not divisions.within(city.code):
        if typed and divisions.find(typed, province.code) != city:
            return (say.HAS_NONE.error("MI04", "county", parent=city.name),)
        return Place(city.code, province.name, city.name, "")
    if not typed:
        return (_level_missing("county", city.code),)
    county = divisions.find(typed, city.code)
    if county is None:
        return (_not_in("county", typed, city),)
    return Place(county.code, province.name, city.name, county.name)


def _level_missing(level: Level, parent: str) -> Problem:
    example = _for_example(parent) if parent or level == "province" else "海曙区 (330203)"
    return say.LEVEL_MISSING.error("MI03", level, level=say.LEVELS[level], example=example)


def _no_such_province(typed: str) -> Problem:
    problem = say.NO_SUCH_PROVINCE.error("MI04", "province", typed=quote(typed), example=_for_example("", typed))
    return problem.proposing(divisions.nearest(typed, ""))


def _not_in(level: Level, typed: str, parent: Division) -> Problem:
    homes = divisions.homes_of(typed)
    if 0 < len(homes) <= 3:
        return say.BELONGS_ELSEWHERE.error(
            "MI04", level, typed=quote(typed), parent=parent.name, homes=" / ".join(homes)
        )
    example = _for_example(parent.code, typed)
    problem = say.NOT_IN_PARENT.error("MI04", level, typed=quote(typed), parent=parent.name, example=example)
    return problem.proposing(divisions.nearest(typed, parent.code))


def _for_example(parent: str, typed: str = "") -> str:
    """A name in `parent` with its code: the one that is most like what was typed, or the first."""
    siblings = divisions.within(parent)
    name = divisions.nearest(typed, parent) if typed else ""
    shown = next((one for one in siblings if one.name == name), siblings[0])
    return f"{shown.name} ({shown.code})"
