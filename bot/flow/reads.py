"""What the parts of a flow read and use: elements, names in expressions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bot.fields import Field
from bot.flow.actions import Choose, Fill, RepeatUntil, Upload
from bot.flow.expressions import Compiled, expression_of, expressions_in
from bot.flow.marks import Loc
from bot.flow.models import Portal, Rule
from bot.flow.shape import walk
from bot.flow.steps import Step
from bot.flow.targets import Target
from bot.text import Text


class Named(NamedTuple):
    """A place that names an element."""

    loc: Loc
    name: str
    at_key: bool
    """Whether the name is the key at that place, as in `fill: {name: value}`, and not the value."""


def elements_named(model: Any, loc: tuple[str | int, ...] = ()) -> Iterator[Named]:
    """Every place in a part of a file that names an element of the portal."""
    for inner, value in walk(model, loc):
        match value:
            case Target(element=str(name)):
                yield Named((*inner, "element"), name, at_key=False)
            case Fill() | Choose() | Upload():
                for name in value.values:
                    yield Named((*inner, "values", name), name, at_key=True)


def expressions_read(model: Any) -> Iterator[Compiled]:
    """Every expression in a part of a file, conditions too; those with a mistake are left out."""
    for _, value in walk(model):
        match value:
            case str():
                yield from expressions_in(value)
            case Text():
                yield from (one for words in value.values() for one in expressions_in(words))
            case Step(when=str(condition)) | RepeatUntil(condition=condition) | Rule(when=condition):
                yield from _bare(condition)
            case Field():
                yield from _bare(value.required_when)
                yield from _bare(value.only_when)


def _bare(condition: str | None) -> Iterator[Compiled]:
    """The expression of a condition that is written without `${…}`."""
    if condition is not None and "${" not in condition and (expression := expression_of(condition)):
        yield expression


def names_read(model: Any, portal: Portal | None) -> frozenset[str]:
    """The names that a part of a file reads: its expressions, and those of the elements that it names."""
    used = elements_reached((one.name for one in elements_named(model)), portal)
    parts = [model, *(portal.elements[name] for name in used)] if portal else [model]
    return frozenset(name for part in parts for one in expressions_read(part) for name in one.names)


def elements_reached(names: Iterator[str], portal: Portal | None) -> set[str]:
    """These elements, and those by which they are defined; names of no element are left out."""
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if portal is not None and name in portal.elements and name not in reached:
            reached.add(name)
            waiting += (one.name for one in elements_named(portal.elements[name]))
    return reached
