"""Checking the names that expressions read: inputs, variables, `portal`, `account` and `today`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.flow.expressions import Compiled, expression_of, expressions_in, problem_in
from bot.flow.marks import Loc, Source
from bot.flow.problems import FlowProblem, listed, nearest
from bot.flow.shape import file_loc


@dataclass(frozen=True)
class Known:
    """The names that an expression may read at some point of a flow."""

    now: frozenset[str]
    ever: frozenset[str] = frozenset()
    """Names that the flow sets somewhere, perhaps only later."""
    attributes: Mapping[str, Collection[str] | None] | None = None
    """What can be read of a name, as in `portal.base_floor`; None where anything may be."""

    def plus(self, *names: str) -> Known:
        """The same, once these names have been set."""
        return replace(self, now=self.now | set(names))


def check_template(template: Any, known: Known, source: Source, loc: Loc) -> Iterator[FlowProblem]:
    """What is wrong with the expressions of one string of a flow."""
    if not isinstance(template, str) or "${" not in template:
        return
    if wrong := problem_in(template):
        span = slice(wrong.offset, wrong.offset + wrong.length)
        yield source.problem("FL020", wrong.message, file_loc(loc), span=span)
        return
    for expression in expressions_in(template):
        yield from _check(expression, template, known, source, file_loc(loc))


def check_condition(condition: str | None, known: Known, source: Source, loc: Loc) -> Iterator[FlowProblem]:
    """What is wrong with a condition."""
    if condition is None:
        return
    if wrong := problem_in(condition, condition=True):
        span = slice(wrong.offset, wrong.offset + wrong.length)
        yield source.problem("FL020", wrong.message, file_loc(loc), span=span)
    elif expression := expression_of(condition):
        yield from _check(expression, condition, known, source, file_loc(loc))


def _check(expression: Compiled, text: str, known: Known, source: Source, loc: Loc) -> Iterator[FlowProblem]:
    for name in sorted(expression.names - known.now):
        span = _span(text, name)
        if name in known.ever:
            message = f"the name {name!r} is set only later in this flow"
            yield source.problem("FL023", message, loc, span=span)
        else:
            names = sorted(known.now | known.ever)
            near = nearest(name, names)
            message = f"unknown name {name!r}"
            yield source.problem("FL021", message, loc, span=span, expected=listed(names), nearest=near)
    for name, attribute in sorted(expression.attributes):
        allowed = (known.attributes or {}).get(name)
        if allowed is not None and attribute not in allowed:
            near = nearest(attribute, allowed)
            expected = listed(sorted(allowed)) or "nothing of it: portal.yaml says none"
            message = f"{name!r} has no {attribute!r}"
            span = _span(text, f"{name}.{attribute}")
            yield source.problem("FL022", message, loc, span=span, expected=expected, nearest=near)


def _span(text: str, name: str) -> slice | None:
    at = text.find(name)
    return slice(at, at + len(name)) if at >= 0 else None
