"""Expressions and texts of flows, in Python."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from bot.flow.templates import Unclosed, split
from bot.text import Text

_ENVIRONMENT = Environment(autoescape=True)
_SHARED = {"portal": "PORTAL", "account": "ACCOUNT", "today": "date.today()"}
_BINARY = {
    nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/", nodes.FloorDiv: "//", nodes.Mod: "%",
    nodes.Pow: "**", nodes.And: "and", nodes.Or: "or",
}  # fmt: skip
_COMPARED = {
    "eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in",
}  # fmt: skip
_FILTERS: dict[str, str] = {
    "length": "len({0})", "string": "spell({0})", "int": "int({0})", "float": "float({0})", "abs": "abs({0})",
    "first": "{0}[0]", "last": "{0}[-1]", "list": "list({0})", "max": "max({0})", "min": "min({0})",
    "sum": "sum({0})", "sort": "sorted({0})", "reverse": "{0}[::-1]", "unique": "list(dict.fromkeys({0}))",
    "lower": "spell({0}).lower()", "upper": "spell({0}).upper()", "trim": "spell({0}).strip()", "digits": "digits({0})",
    "round": "round({0})",
}  # fmt: skip
_FILTERS_WITH_MORE: dict[str, str] = {
    "row_with": "row_with({0}, {1})", "rows_with": "rows_with({0}, {1})", "replace": "spell({0}).replace({1})",
}  # fmt: skip


class NotSaid(ValueError):
    """Something that the script has no words for."""


def own_name(name: str) -> str:
    """What the script calls an input, a variable or an element: the name, unless it means something to Python."""
    own = re.sub(r"\W", "_", name)
    if not own.isidentifier() or own.startswith("__"):
        return f"n_{own}"
    return f"{own}_" if keyword.iskeyword(own) else own


def python_of(template: Any, otherwise: Callable[[str], str]) -> str:
    """A template as an expression of Python. `otherwise` says what stands for what there are no words for."""
    match template:
        case str():
            return _of_string(template, otherwise)
        case Text():
            return _of_text(template, otherwise)
        case dict():
            return "{" + ", ".join(f"{key!r}: {python_of(one, otherwise)}" for key, one in template.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(python_of(one, otherwise) for one in template) + "]"
        case _:
            return repr(template)


def condition_of(condition: str, otherwise: Callable[[str], str]) -> str:
    """A condition, with or without its `${…}`."""
    try:
        parts = split(condition)
        lone = len(parts) == 1 and parts[0].expression
        return _expression(parts[0].source if lone else condition)
    except (NotSaid, TemplateSyntaxError, Unclosed):
        return otherwise(condition)


def _of_text(text: Text, otherwise: Callable[[str], str]) -> str:
    if len(set(text.values())) == 1:
        return _of_string(next(iter(text.values())), otherwise)
    return "Text(" + ", ".join(f"{one}={_of_string(words, otherwise)}" for one, words in text.items()) + ")"


def _of_string(template: str, otherwise: Callable[[str], str]) -> str:
    if "${" not in template:
        return repr(template)
    try:
        parts = split(template)
        if len(parts) == 1 and parts[0].expression:
            return _expression(parts[0].source)
        said = [f"spell({_expression(one.source)})" if one.expression else repr(one.source) for one in parts]
        return " + ".join(said)
    except (NotSaid, TemplateSyntaxError, Unclosed):
        return otherwise(template)


def _expression(source: str) -> str:
    return _node(Parser(_ENVIRONMENT, source, state="variable").parse_expression())


def _node(node: nodes.Node) -> str:
    match node:
        case nodes.Const():
            return repr(node.value)
        case nodes.Name():
            return _SHARED.get(node.name) or f"v.{own_name(node.name)}"
        case nodes.Getattr():
            return f'get({_node(node.node)}, "{node.attr}")'
        case nodes.Getitem(arg=nodes.Slice() as part):
            return f"{_node(node.node)}[{_slice(part)}]"
        case nodes.Getitem():
            return f"{_node(node.node)}[{_node(node.arg)}]"
        case nodes.List() | nodes.Tuple():
            return "[" + ", ".join(map(_node, node.items)) + "]"
        case nodes.Dict():
            return "{" + ", ".join(f"{_node(one.key)}: {_node(one.value)}" for one in node.items) + "}"
        case nodes.Not(node=nodes.Test(name="none", node=asked)):
            return f"({_node(asked)} is not None)"
        case nodes.Not():
            return f"(not {_node(node.node)})"
        case nodes.Neg():
            return f"(-{_node(node.node)})"
        case nodes.Test(name="none"):
            return f"({_node(node.node)} is None)"
        case nodes.CondExpr() if node.expr2 is not None:
            return f"({_node(node.expr1)} if {_node(node.test)} else {_node(node.expr2)})"
        case nodes.Compare():
            rest = "".join(f" {_COMPARED[one.op]} {_node(one.expr)}" for one in node.ops)
            return f"({_node(node.expr)}{rest})"
        case nodes.Concat():
            return "(" + " + ".join(f"spell({_node(one)})" for one in node.nodes) + ")"
        case nodes.BinExpr() if type(node) in _BINARY:
            return f"({_node(node.left)} {_BINARY[type(node)]} {_node(node.right)})"
        case nodes.Filter():
            return _filter(node)
        case nodes.Call(node=nodes.Getattr() as method) if not (node.kwargs or node.dyn_args or node.dyn_kwargs):
            return f"{_node(method.node)}.{method.attr}({', '.join(map(_node, node.args))})"
        case _:
            raise NotSaid


def _filter(node: nodes.Filter) -> str:
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise NotSaid
    value, more = _node(node.node), [_node(one) for one in node.args]
    if node.name == "join" and len(more) <= 1:
        return f"{more[0] if more else repr('')}.join(map(spell, {value}))"
    if more and node.name in _FILTERS_WITH_MORE:
        return _FILTERS_WITH_MORE[node.name].format(value, ", ".join(more))
    if not more and node.name in _FILTERS:
        return _FILTERS[node.name].format(value)
    raise NotSaid


def _slice(node: nodes.Slice) -> str:
    parts = [_node(one) if one is not None else "" for one in (node.start, node.stop)]
    return ":".join([*parts, *([_node(node.step)] if node.step is not None else [])])
