"""What pydantic finds wrong with a file, in the words of the flow language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.flow.marks import Source
from bot.flow.problems import FlowProblem, listed, nearest
from bot.flow.shape import file_loc, keys_at, keys_of
from bot.flow.steps import ACTIONS, HOLDERS, Step

EXPECTED = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "dict": "a mapping (`key: value`)",
    "model": "a mapping (`key: value`)",
    "tuple": "a list",
    "list": "a list",
    "date": "a date (2026-01-31)",
    "none": "nothing",
}
"""Pydantic's names of types, and what a person would write for one."""

PATTERNS = {
    "^[a-z][a-z0-9_]*$": "small letters, digits and _, beginning with a letter, as in save_draft",
    "^[a-z0-9][a-z0-9-]*$": "small letters, digits and -, as in form-filled",
    "^[A-Z]{2}[0-9]{2}$": "two capitals and two digits, as in MI02",
}

RANGES = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}

Loc = tuple[str | int, ...]


def explain(error: ValidationError, model: type[BaseModel], source: Source) -> list[FlowProblem]:
    """Every problem that pydantic found, one for each place in the file."""
    details = error.errors(include_url=False)
    in_language = {detail["loc"][: detail["loc"].index("typed-dict")] for detail in details if _in_language(detail)}
    by_node: dict[int, list[ErrorDetails]] = {}
    for detail in details:
        if detail["loc"][:-1] in in_language and not _in_language(detail):
            continue
        node, _ = source.find(file_loc(detail["loc"]))
        by_node.setdefault(id(node), []).append(detail)
    return [problem for at_one in by_node.values() for problem in _at_one_place(at_one, model, source)]


def _in_language(detail: ErrorDetails) -> bool:
    """Whether the trouble is inside a text in several languages; then it is no trouble that it is not one text."""
    return "typed-dict" in detail["loc"][:-1]


def _at_one_place(details: Sequence[ErrorDetails], model: type[BaseModel], source: Source) -> Iterator[FlowProblem]:
    """The problems of one value. That none of several types fits is one problem."""
    types = [detail for detail in details if _type_of(detail) is not None]
    others = [detail for detail in details if _type_of(detail) is None]
    for detail in others:
        yield _problem(detail, model, source)
    if types and not others:
        yield _wrong_type(types, source)


def _type_of(detail: ErrorDetails) -> str | None:
    kind, _, what = detail["type"].partition("_")
    return EXPECTED.get(kind) if what in ("type", "parsing", "from_float", "attributes_type") else None


def _wrong_type(details: Sequence[ErrorDetails], source: Source) -> FlowProblem:
    wanted = list(dict.fromkeys(str(_type_of(detail)) for detail in details))
    languages = any("typed-dict" in detail["loc"] for detail in details)
    if languages:
        wanted = ["a text", "one for each language: {es: …, en: …, zh: …}"]
    given = details[0]["input"]
    loc = file_loc(details[0]["loc"])
    expected = listed(wanted)
    if isinstance(given, int | float) and "a text" in wanted:
        shown = str(given).lower() if isinstance(given, bool) else str(given)
        expected += f"; in quotes it is one: '{shown}'"
    return source.problem("FL013", f"{_subject(loc, source)} is {_kind(given)}", loc, expected=expected)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case Mapping():
            return "a mapping"
        case _:
            return "a list"


def _subject(loc: Loc, source: Source) -> str:
    """The value at `loc`, as a sentence would call it."""
    _, key = source.find(loc)
    if isinstance(key, yaml.ScalarNode):
        return f"`{key.value}`"
    return "this item" if any(isinstance(part, int) for part in loc) else "the file"


def _problem(detail: ErrorDetails, model: type[BaseModel], source: Source) -> FlowProblem:
    loc, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    place = file_loc(loc)
    subject = _subject(place, source)
    match kind:
        case "extra_forbidden":
            return _unknown_key(loc, model, source)
        case "missing" if isinstance(loc[-1], int):
            return source.problem("FL015", f"{subject} has too few", place, expected=f"{loc[-1] + 1} of them")
        case "missing":
            owner = file_loc(loc[:-1])
            return source.problem("FL011", f"{_subject(owner, source)} lacks the key '{loc[-1]}'", owner, at_key=True)
        case "step_verbs":
            return _step_verbs(place, context, source)
        case "union_tag_not_found":
            return source.problem("FL011", f"{subject} lacks the key 'type'", place, at_key=True)
        case "union_tag_invalid":
            tags = [tag.strip().strip("'") for tag in str(context["expected_tags"]).split(",")]
            message = f"unknown type {context['tag']!r}"
            near = nearest(str(context["tag"]), tags)
            return source.problem("FL017", message, (*place, "type"), expected=listed(tags), nearest=near)
        case "literal_error":
            allowed = str(context["expected"]).replace("'", "")
            near = nearest(str(detail["input"]), allowed.replace(" or ", ", ").split(", "))
            message = f"{subject} cannot be {_shown(detail['input'])}"
            return source.problem("FL015", message, place, expected=allowed, nearest=near)
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            message = f"{subject} cannot be {_shown(detail['input'])}"
            return source.problem("FL015", message, place, expected=PATTERNS.get(pattern, f"like {pattern}"))
        case "too_short" | "string_too_short":
            return source.problem("FL015", f"{subject} is empty", place, expected="one at least", at_key=True)
        case "too_long":
            wanted = f"{context['max_length']} at most"
            return source.problem("FL015", f"{subject} has too many", place, expected=wanted, at_key=True)
        case _ if kind in RANGES:
            name, words = RANGES[kind]
            message = f"{subject} cannot be {_shown(detail['input'])}"
            return source.problem("FL015", message, place, expected=f"{words} {context[name]:g}")
        case "value_error":
            return source.problem("FL016", str(context["error"]), place, at_key=True)
        case _:
            said = detail["msg"][:1].lower() + detail["msg"][1:]
            return source.problem("FL015", f"{subject}: {said}", place)


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, str) else str(value).lower()


def _unknown_key(loc: Loc, model: type[BaseModel], source: Source) -> FlowProblem:
    key = str(loc[-1])
    known = keys_at(model, loc[:-1])
    place = file_loc(loc)
    if "typed-dict" in loc:
        message = f"unknown language {key!r}"
    else:
        owner = _subject(file_loc(loc[:-1]), source)
        message = f"unknown key {key!r}" + (f" in {owner}" if owner.startswith("`") else "")
    return source.problem("FL010", message, place, at_key=True, expected=listed(known), nearest=nearest(key, known))


def _step_verbs(place: Loc, context: Mapping[str, Any], source: Source) -> FlowProblem:
    """None or several actions in a step; a mistyped one is the likeliest."""
    verbs: list[str] = context["verbs"]
    strange = [key for key in context["keys"] if key not in keys_of(Step) and key not in ACTIONS]
    if verbs:
        message = f"a step has one action; this one has {len(verbs)}: {listed(verbs).replace(' or ', ' and ')}"
        cure = "one `- …` for each action"
        if verbs[0] in HOLDERS or verbs[-1] in HOLDERS:
            cure += "; those to be repeated stand under `do:`"
        return source.problem("FL014", message, (*place, verbs[-1]), at_key=True, expected=cure)
    if strange:
        key = strange[0]
        message = f"unknown action {key!r}"
        near = nearest(key, ACTIONS)
        return source.problem("FL014", message, (*place, key), at_key=True, expected=listed(ACTIONS), nearest=near)
    return source.problem("FL014", "a step without an action", place, expected=listed(ACTIONS))
