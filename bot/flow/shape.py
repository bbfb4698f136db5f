"""The models seen as the shape of a file: which keys may stand where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.flow.steps import ACTIONS, Step
from bot.text import LANGUAGES, Text


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The keys that a model takes from a file, as they are written there, and what they mean."""
    fields = {info.alias or name: info for name, info in model.model_fields.items() if not info.exclude}
    if model is Step:
        del fields["action"]
    return fields


def keys_at(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The keys that may stand in the mapping at `loc`, as pydantic tells it; empty where any may."""
    keys: dict[str, None] = {}
    for shape in _follow([model], list(loc)):
        if shape is Text:
            keys.update(dict.fromkeys(LANGUAGES))
        elif isinstance(shape, type) and issubclass(shape, BaseModel):
            if shape is Step:
                keys.update(dict.fromkeys(ACTIONS))
            keys.update(dict.fromkeys(keys_of(shape)))
    return list(keys)


def _follow(shapes: list[Any], loc: list[str | int]) -> list[Any]:
    for part in loc:
        inside = [inner for shape in shapes for inner in _inside(shape, part)]
        if not inside and isinstance(part, str):
            inside = [shape for shape in shapes if part in _names(shape)]
        shapes = inside or shapes
    return shapes


def _inside(shape: Any, part: str | int) -> Iterator[Any]:
    """What `part` leads to from a shape; nothing if it is not a key or an index of it."""
    origin = get_origin(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, info in shape.model_fields.items():
            if part in (name, info.alias):
                yield from _members(info.annotation)
    elif origin is dict:
        yield from _members(get_args(shape)[1])
    elif origin in (list, tuple) and isinstance(part, int):
        yield from _members(get_args(shape)[0])


def _members(annotation: Any) -> Iterator[Any]:
    """The shapes that an annotation allows, without `Annotated`, unions and None."""
    if get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from _members(one)
    elif annotation is not type(None):
        yield annotation


def _names(shape: Any) -> set[str]:
    """The names that pydantic may put in a location for one member of a union: a verb, a `type`, a class."""
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return set()
    kind = shape.model_fields.get("type")
    return {shape.__name__, str(getattr(shape, "verb", "")), *(get_args(kind.annotation) if kind else ())}


def models_of(*roots: type[BaseModel]) -> list[type[BaseModel]]:
    """Every model that a file can hold, from these on, in the order in which they are met."""
    met: dict[type[BaseModel], None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop(0)
        if model not in met:
            met[model] = None
            waiting += _models_in(model)
    return list(met)


def _models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for info in model.model_fields.values():
        for shape in _members(info.annotation):
            yield from _models_inside(shape)


def _models_inside(shape: Any) -> Iterator[type[BaseModel]]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        yield shape
    elif get_origin(shape) in (dict, list, tuple):
        for argument in get_args(shape):
            if argument is not Ellipsis:
                for member in _members(argument):
                    yield from _models_inside(member)


def file_loc(loc: Sequence[str | int]) -> tuple[str | int, ...]:
    """A location in the models, without the wrappers that a file does not spell out around an action."""
    parts: list[str | int] = []
    wrapper: str | None = None
    for part in loc:
        if part == wrapper:
            wrapper = None
            continue
        wrapper = None
        if parts and parts[-1] == "action" and part in ACTIONS:
            parts.pop()
            action = ACTIONS[str(part)]
            wrapper = action.value_key if action.inner_key is None else None
        parts.append(part)
    return tuple(parts)


def walk(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """A loaded model and everything that is said in it, each with its location in the file."""
    yield loc, value
    match value:
        case None | str() | int() | float() | Text():
            return
        case Step():
            yield from walk(value.action, (*loc, "action", value.action.verb))
            for key, attribute in _attributes(Step):
                if key != "do" and (inner := getattr(value, attribute)) is not None:
                    yield from walk(inner, (*loc, key))
            for index, step in enumerate(value.do):
                yield from walk(_without_shared(step, value), (*loc, "do", index))
        case BaseModel():
            for key, attribute in _attributes(type(value)):
                if (inner := getattr(value, attribute)) is not None:
                    yield from walk(inner, (*loc, key))
        case Mapping():
            for name, inner in value.items():
                yield from walk(inner, (*loc, name))
        case list() | tuple():
            for index, inner in enumerate(value):
                yield from walk(inner, (*loc, index))


def _without_shared(step: Step, around: Step) -> Step:
    """A step without what it only takes over from the step around it, and what the file does not say of it."""
    shared = {key: None for key in ("frame", "within") if getattr(step, key) is getattr(around, key)}
    return step.model_copy(update=shared) if shared else step


@cache
def _attributes(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The keys of a model, and the attributes that hold them."""
    names = {id(info): name for name, info in model.model_fields.items()}
    return tuple((key, names[id(info)]) for key, info in keys_of(model).items())
