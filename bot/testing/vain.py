"""Expectations that hold whatever happens: each is turned into its opposite, to which the judge must object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from bot.testing.judge import disagreements
from bot.testing.play import Played
from bot.testing.scenario import Expected, Scenario

Loc = tuple[str | int, ...]
_NEVER = "zz-never"
_OTHERS: dict[str, tuple[Any, ...]] = {
    "state": ("failed", "approved"),
    "rule": ("ZZ99",),
    "severity": ("error", "warning", "info"),
}
"""Keys that take only some values: one of these is another."""


def vain_expectations(scenario: Scenario, played: Played) -> list[Loc]:
    """Where the expectations stand to whose opposite the judge does not object either."""
    said = scenario.expect.model_dump(exclude_unset=True)
    found = []
    for loc, other in _opposites(said):
        try:
            turned = scenario.model_copy(update={"expect": Expected.model_validate(other)})
        except ValidationError:  # no opposite of this kind: it is held by the schema
            continue
        if not disagreements(turned, played):
            found.append(("expect", *loc))
    return found


def _opposites(said: dict[str, Any]) -> Iterator[tuple[Loc, dict[str, Any]]]:
    """What is expected, each time with one value turned round."""
    for loc, value in _values(said):
        yield loc, _with(said, loc, _turned(str(loc[-1]), value))


def _values(said: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    match said:
        case dict():
            for key, value in said.items():
                yield from _values(value, (*loc, key))
        case list() | tuple() if said:
            for at, value in enumerate(said):
                yield from _values(value, (*loc, at))
        case None:
            return
        case _ if loc:
            yield loc, said


def _turned(key: str, value: Any) -> Any:
    match value:
        case _ if key in _OTHERS:
            return next(other for other in _OTHERS[key] if other != value)
        case bool():
            return not value
        case int() | float():
            return value + 1
        case list() | tuple():  # nothing of the kind is expected
            return [{"no": _NEVER}]
        case _:
            return f"{value}{_NEVER}"


def _with(said: Any, loc: Loc, value: Any) -> Any:
    if not loc:
        return value
    first, rest = loc[0], loc[1:]
    if isinstance(said, dict):
        return {key: _with(one, rest, value) if key == first else one for key, one in said.items()}
    return [_with(one, rest, value) if at == first else one for at, one in enumerate(said)]
