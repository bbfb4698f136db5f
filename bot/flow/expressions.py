"""Expressions: `${…}` in the strings of a flow, and conditions, which need no `${…}`.

The syntax is Jinja's for expressions, without its blocks and comments; they run in a sandbox. A string that
is one lone `${…}` keeps the type of its value; any other becomes a string. `$${` is a plain `${`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, TypeVar

from jinja2 import TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.environment import TemplateExpression
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser

from bot.errors import AssistantError, FlowError
from bot.flow.actions import Template
from bot.flow.sandbox import Sandbox
from bot.flow.templates import Unclosed, split

Done = TypeVar("Done")
JINJAS_OWN = ("self", "super")
"""Names that Jinja gives a meaning inside templates, without anybody's asking."""


@dataclass(frozen=True)
class ExpressionProblem:
    """What is wrong with the expressions of one string. `offset` and `length` count its characters from 0."""

    message: str
    offset: int
    length: int


@dataclass(frozen=True)
class Compiled:
    """One expression, ready to be evaluated, and what it reads."""

    source: str
    names: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    """What is read of the names, as in `portal.base_floor`: pairs of what it is read of, and the last name."""
    _run: TemplateExpression = field(repr=False, compare=False)

    def value(self, names: Mapping[str, Any]) -> Any:
        """The value of the expression. Raises FlowError, naming the expression and the names known."""
        try:
            value = self._run(names)
            if isinstance(value, Undefined):
                value._fail_with_undefined_error()
        except UndefinedError as error:
            known = f"the names known here: {', '.join(sorted(names)) or 'none'}"
            raise FlowError(f"`{self.source}`: {error.message}", cure=known) from error
        except SecurityError as error:
            raise FlowError(f"`{self.source}` is not allowed in a flow: {error}") from error
        except AssistantError as error:
            raise FlowError(f"`{self.source}`: {error}", cure=error.cure) from error
        except Exception as error:  # an expression is data: whatever goes wrong in it is the flow's mistake
            raise FlowError(f"`{self.source}` cannot be evaluated: {error}") from error
        return value


@cache
def _sandbox() -> Sandbox:
    return Sandbox()


@lru_cache(maxsize=4096)
def compiled(source: str) -> Compiled:
    """An expression, without its `${` and `}`. Raises jinja2.TemplateSyntaxError."""
    sandbox = _sandbox()
    if not source.strip():
        raise TemplateSyntaxError("the expression is empty", 1)
    parser = Parser(sandbox, source, state="variable")
    expression = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError(f"unexpected {str(parser.stream.current.value)!r}", 1)
    tree = nodes.Template([nodes.Output([expression], lineno=1)], lineno=1)
    if any(name.name in JINJAS_OWN for name in tree.find_all(nodes.Name)):
        raise TemplateSyntaxError(f"{' and '.join(JINJAS_OWN)} are no names in a flow", 1)
    tree.set_environment(sandbox)
    names = find_undeclared_variables(tree)
    attributes = {(owner, node.attr) for node in tree.find_all(nodes.Getattr) if (owner := _dotted(node.node))}
    run = sandbox.compile_expression(source, undefined_to_none=False)
    return Compiled(source.strip(), frozenset(names), frozenset(attributes), run)


def _dotted(node: nodes.Node) -> str:
    """`a.b` for a name or an attribute of one; "" for anything else."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr() if owner := _dotted(node.node):
            return f"{owner}.{node.attr}"
        case _:
            return ""


def evaluate(template: Template, names: Mapping[str, Any], *, spell: Callable[[Any], str] = str) -> Any:
    """The value of a template: every string in it evaluated, also inside lists and mappings.

    `spell` turns a value into words where it stands among other words. Raises FlowError.
    """
    match template:
        case str():
            return _evaluate_string(template, names, spell)
        case dict():
            return {key: evaluate(value, names, spell=spell) for key, value in template.items()}
        case list() | tuple():
            return [evaluate(value, names, spell=spell) for value in template]
        case _:
            return template


def _evaluate_string(template: str, names: Mapping[str, Any], spell: Callable[[Any], str]) -> Any:
    if "${" not in template:
        return template
    parts = _checked(split, template)
    if len(parts) == 1 and parts[0].expression:
        return _checked(compiled, parts[0].source).value(names)
    return "".join(
        spell(_checked(compiled, part.source).value(names)) if part.expression else part.source for part in parts
    )


def evaluate_condition(condition: str, names: Mapping[str, Any]) -> bool:
    """Whether a condition holds: a bare expression, or one in `${…}`. Raises FlowError."""
    return bool(_checked(compiled, _bare(condition)).value(names))


def _checked(work: Callable[[str], Done], source: str) -> Done:
    try:
        return work(source)
    except (TemplateSyntaxError, Unclosed) as error:
        raise FlowError(f"`{source}` is not an expression: {_in_words(error)}") from error


def _in_words(error: TemplateSyntaxError | Unclosed) -> str:
    said = str(error) if isinstance(error, Unclosed) else (error.message or "").rstrip(".")
    return said.replace("unexpected 'end of template'", "it ends too early").replace("No filter", "there is no filter")


def _bare(condition: str) -> str:
    parts = split(condition)
    return parts[0].source if len(parts) == 1 and parts[0].expression else condition


def expressions_in(template: Template) -> tuple[Compiled, ...]:
    """Every expression in a template; those with a mistake are left out (see `problem_in`)."""
    match template:
        case str():
            if "${" not in template or problem_in(template):
                return ()
            return tuple(compiled(part.source) for part in split(template) if part.expression)
        case dict():
            return tuple(one for value in template.values() for one in expressions_in(value))
        case list() | tuple():
            return tuple(one for value in template for one in expressions_in(value))
        case _:
            return ()


def expression_of(condition: str) -> Compiled | None:
    """The expression of a condition; None if it has a mistake."""
    return None if problem_in(condition, condition=True) else compiled(_bare(condition))


def names_in(template: Template, *, condition: bool = False) -> frozenset[str]:
    """The names that a template reads; with `condition`, that a condition reads."""
    if condition and isinstance(template, str):
        expression = expression_of(template)
        return expression.names if expression else frozenset()
    return frozenset(name for one in expressions_in(template) for name in one.names)


def problem_in(template: str, *, condition: bool = False) -> ExpressionProblem | None:
    """The first mistake in the syntax of a string's expressions, or of a condition."""
    try:
        parts = split(template)
        if condition and not (len(parts) == 1 and parts[0].expression):
            if any(part.expression for part in parts):
                message = "a condition is one expression, all of it in `${…}` or none"
                return ExpressionProblem(message, 0, len(template))
            return _problem_of(template, 0)
    except Unclosed as error:
        return ExpressionProblem(str(error), error.offset, len(template) - error.offset)
    found = (_problem_of(part.source, part.offset) for part in parts if part.expression)
    return next((one for one in found if one), None)


def _problem_of(source: str, offset: int) -> ExpressionProblem | None:
    try:
        compiled(source)
    except TemplateSyntaxError as error:
        return ExpressionProblem(_in_words(error), offset, max(len(source), 1))
    return None
