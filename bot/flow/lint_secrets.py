"""Lint: passwords and answers go into fields of the portal and nowhere else, and stand in no file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.flow.actions import Ask, Call, Fill, RepeatUntil, Set
from bot.flow.expressions import compiled, problem_in
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Flow, Portal, Rule
from bot.flow.problems import FlowProblem
from bot.flow.reads import elements_named, names_read
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Probe, Step
from bot.flow.targets import Target
from bot.flow.templates import split
from bot.text import Text

PASSWORD_NAME = re.compile(r"(^|_)(password|passwd|pwd|passphrase|passcode|contrasena)(_|$)", re.IGNORECASE)
"""Names that people give to passwords."""
PASSWORD_LABEL = re.compile(r"password|passphrase|contraseña|密码|口令|type=.?password", re.IGNORECASE)
"""What stands beside a field for a password, or in the CSS that finds one."""
IN_ADDRESS = re.compile(r"://[^/@\s:]+:[^/@\s$]+@")
"""A user name and a password in an address."""
OPERATORS = re.compile(r"[|~+%*]|\bif\b")
CONDITIONS = ("when", "condition")
OUT = "a password or an answer goes only into a field, by itself"


def check_secrets(folder: Folder) -> Iterator[FlowProblem]:
    """Secrets among the words of a step, a message, a name, and passwords that are written down."""
    secrets = _secrets(folder)
    if folder.portal is not None and folder.portal_source is not None:
        yield from _leaks(folder.portal, folder.portal_source, frozenset())
        yield from _written_in_portal(folder.portal, folder.portal_source)
    for name, flow in folder.flows.items():
        source = folder.sources[name]
        yield from _leaks(flow, source, secrets[name])
        yield from _elements(flow, source, folder, secrets[name])
        yield from _written(flow, source, folder.portal)


def _secrets(folder: Folder) -> dict[str, frozenset[str]]:
    """The names of each flow that hold a secret: by what they are called, by `ask`, or since they are given one."""
    found = {name: {key for key in flow.inputs if PASSWORD_NAME.search(key)} for name, flow in folder.flows.items()}
    parts = {name: [value for _, value in walk(flow)] for name, flow in folder.flows.items()}
    before = -1
    while (now := sum(map(len, found.values()))) > before:
        before = now
        for name, values in parts.items():
            for value in values:
                match value:
                    case Ask():
                        found[name] |= set(value.values)
                    case Set():
                        found[name] |= _given(value.values, found[name])
                    case Step(action=Call(flow=called)) if called in found:
                        found[called] |= _given(value.with_, found[name])
                    case Probe() if value.probe in found:
                        found[value.probe] |= _given(value.with_, found[name])
    return {name: frozenset(names) for name, names in found.items()}


def _given(values: Mapping[str, Any], secrets: set[str]) -> set[str]:
    return {key for key, value in values.items() if isinstance(value, str) and _alone(value) and _reads(value, secrets)}


def _leaks(model: Flow | Portal, source: Source, secrets: frozenset[str]) -> Iterator[FlowProblem]:
    allowed = set(_places(model))
    for loc, value in walk(model):
        if loc[:1] == ("inputs",):
            continue  # conditions, and options that have been evaluated when the file was read
        texts = [(loc, value)] if isinstance(value, str) else []
        if isinstance(value, Text):
            texts = [((*loc, language), words) for words, language in _once(value)]
        for at, words in texts:
            if _reads(words, secrets) and not (at in allowed and _alone(words)) and not _is_condition(at, model):
                yield source.problem("FL027", OUT, file_loc(at))


def _once(text: Text) -> Iterator[tuple[str, str]]:
    yield from {words: language for language, words in text.items()}.items()


def _places(model: Flow | Portal) -> Iterator[Loc]:
    """Where a lone secret may stand: it is filled in, kept, or handed on."""
    for loc, value in walk(model):
        match value:
            case Fill() | Set():
                yield from ((*loc, "values", name) for name in value.values)
            case Step(action=Call()) | Probe():
                yield from ((*loc, "with", name) for name in value.with_)


def _is_condition(loc: Loc, model: Flow | Portal) -> bool:
    """Secrets may be compared. What is not the condition of a step, a loop or a rule is no condition."""
    if not loc or loc[-1] not in CONDITIONS:
        return False
    owner = next((value for at, value in walk(model) if tuple(at) == tuple(loc[:-1])), None)
    return isinstance(owner, Step | RepeatUntil | Rule)


def _reads(template: str, secrets: frozenset[str] | set[str]) -> bool:
    if "${" not in template or problem_in(template):
        return False
    for part in split(template):
        if part.expression:
            names = compiled(part.source).names
            if names & secrets or ("account" in names and "password" in part.source):
                return True
    return False


def _alone(template: str) -> bool:
    """Whether a string is one expression, and that one thing as it is."""
    parts = split(template)
    return len(parts) == 1 and parts[0].expression and not OPERATORS.search(parts[0].source)


def _elements(flow: Flow, source: Source, folder: Folder, secrets: frozenset[str]) -> Iterator[FlowProblem]:
    """An element may read the names of the flow that uses it."""
    for loc, name, at_key in elements_named(flow):
        if secrets and folder.portal and name in folder.portal.elements:
            read = names_read(folder.portal.elements[name], folder.portal) & secrets
            if read:
                message = f"{OUT}, and the element {name!r} reads {min(read)!r}"
                yield source.problem("FL027", message, file_loc(loc), at_key=at_key)


def _written(flow: Flow, source: Source, portal: Portal | None) -> Iterator[FlowProblem]:
    for key, field in flow.inputs.items():
        if PASSWORD_NAME.search(key):
            for option, value in (("default", field.default), ("example", field.example)):
                if _is_literal(value):
                    yield _literal(source, ("inputs", key, option))
    for loc, value in walk(flow):
        match value:
            case Fill():
                for name, given in value.values.items():
                    if _is_literal(given) and (PASSWORD_NAME.search(name) or _for_passwords(name, portal)):
                        yield _literal(source, file_loc((*loc, "values", name)))
            case Set() | Step(action=Call()):
                values, key = (value.values, "values") if isinstance(value, Set) else (value.with_, "with")
                for name, given in values.items():
                    if _is_literal(given) and PASSWORD_NAME.search(name):
                        yield _literal(source, file_loc((*loc, key, name)))
            case str() if IN_ADDRESS.search(value):
                yield _literal(source, file_loc(loc))


def _written_in_portal(portal: Portal, source: Source) -> Iterator[FlowProblem]:
    for loc, value in walk(portal.settings, ("settings",)):
        if _is_literal(value) and any(PASSWORD_NAME.search(str(part)) for part in loc[1:]):
            yield _literal(source, loc)
    if IN_ADDRESS.search(portal.address):
        yield _literal(source, ("address",))


def _is_literal(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != "" and "${" not in str(value)


def _literal(source: Source, loc: Loc) -> FlowProblem:
    return source.problem("FL028", "a password stands in this file, for everybody who reads it", loc)


def _for_passwords(name: str, portal: Portal | None) -> bool:
    """Whether an element is a field for a password, by what it is known by."""
    element = portal.elements.get(name) if portal else None
    for target in element.candidates if element else ():
        said = getattr(target, target.kind) if isinstance(target, Target) else None
        words = tuple(said.values()) if isinstance(said, Text) else (str(said), str(target.name or ""))
        if any(PASSWORD_LABEL.search(one) for one in words):
            return True
    return False
