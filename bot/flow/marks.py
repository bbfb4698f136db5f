"""Reading YAML so that every value can be traced to its line and column.

Scalars as in YAML 1.2: only `true` and `false` are truth values, so that `no`, `on`, `12:30`, `2026-01-31` and `007`
stay the texts they look like. Whole numbers of more than fifteen digits are texts too: they are ID numbers. Keys are
always texts. Duplicate keys, anchors, aliases and tags are mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.flow.base import Marked, Place
from bot.flow.problems import FlowProblem, window

INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}
IMPLICIT = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}

Loader: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
"""libyaml's parser is ten times as fast; Python's own gives the same nodes."""

Loc = Sequence[str | int]
"""Keys and indexes that lead from the top of a file to a value."""


@dataclass
class Source:
    """One YAML file as read: its value, and where each part of it stands."""

    file: str
    lines: list[str]
    value: Any = None
    root: yaml.Node | None = None
    problems: list[FlowProblem] = field(default_factory=list)

    def problem(
        self,
        code: str,
        message: str,
        loc: Loc = (),
        *,
        at_key: bool = False,
        span: slice | None = None,
        **more: Any,
    ) -> FlowProblem:
        """A problem with the value at `loc`, or with its key. `span` narrows it to some characters of the value."""
        node, key = self.find(loc)
        node = key if at_key and key is not None else node
        line, column, width = (1, 1, 1) if node is None else self._extent(node, span)
        place = Place(file=self.file, line=line, column=column)
        return FlowProblem(code, message, place, width, lines=window(self.lines, line), **more)

    def _extent(self, node: yaml.Node, span: slice | None) -> tuple[int, int, int]:
        """Line, column and width of a node; of one over several lines, its first line."""
        start, end = node.start_mark, node.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        width = (end.column if end.line == start.line else len(line.rstrip())) - start.column
        column = start.column
        if span is not None and isinstance(node, yaml.ScalarNode) and end.line == start.line:
            column += span.start + (1 if node.style in ("'", '"') else 0)
            width = span.stop - span.start
        return start.line + 1, column + 1, max(width, 1)

    def find(self, loc: Loc) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The node at `loc` and the node of its key. Parts of `loc` that the file does not spell out are skipped.

        (A model may have wrapped a short form: `click: save` is validated as `{target: {candidates: [...]}}`.)
        """
        node, key = self.root, None
        for part in loc:
            if isinstance(node, yaml.MappingNode):
                for key_node, value_node in node.value:
                    if key_node.value == str(part):
                        node, key = value_node, key_node
                        break
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                node, key = node.value[part], None
        return node, key


def read_yaml(text: str, file: str) -> Source:
    """Parse one YAML document. What is wrong with it is in the source's `problems`."""
    source = Source(file, text.splitlines())
    try:
        source.root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        source.problems.append(_syntax_problem(error, source))
        return source
    if source.root is not None:
        source.value = _Builder(source).value(source.root, ())
    return source


class _Builder:
    """Turns nodes into values, and notes what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, loc: tuple[str | int, ...]) -> Any:
        if id(node) in self._seen:
            self._complain("FL004", "anchors and aliases (& and *) are not part of the flow language", loc)
            return None
        self._seen.add(id(node))
        if node.tag not in IMPLICIT:
            self._complain("FL004", f"tags ({node.tag}) are not part of the flow language", loc)
        match node:
            case yaml.MappingNode():
                return self._mapping(node, loc)
            case yaml.SequenceNode():
                return [self.value(item, (*loc, index)) for index, item in enumerate(node.value)]
            case yaml.ScalarNode():
                return node.value if node.style not in (None, "") else _plain(str(node.value))
            case _:
                raise AssertionError(f"YAML has no {type(node).__name__}")

    def _mapping(self, node: yaml.MappingNode, loc: tuple[str | int, ...]) -> Marked:
        mapping = Marked()
        mark = node.start_mark
        mapping.place = Place(file=self._source.file, line=mark.line + 1, column=mark.column + 1)
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain("FL004", "a key is a text, not a list or a mapping", loc)
                continue
            key = str(key_node.value)
            value = self.value(value_node, (*loc, key))
            if key in mapping:
                self._duplicate(key, key_node)
            mapping.setdefault(key, value)
        return mapping

    def _complain(self, code: str, message: str, loc: Loc) -> None:
        self._source.problems.append(self._source.problem(code, message, loc))

    def _duplicate(self, key: str, node: yaml.Node) -> None:
        line = node.start_mark.line + 1
        place = Place(file=self._source.file, line=line, column=node.start_mark.column + 1)
        self._source.problems.append(
            FlowProblem(
                "FL003",
                f"the key {key!r} is there twice",
                place,
                len(key),
                lines=window(self._source.lines, line),
            )
        )


def _plain(text: str) -> Any:
    if text in PLAIN:
        return PLAIN[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


FRIENDLY = (
    ("cannot start any token", "this character cannot stand here; put the text in quotes"),
    ("mapping values are not allowed", "a `:` too many; put a text with `: ` in quotes"),
    ("did not find expected ',' or '}'", "a `,` or `}` is missing"),
    ("did not find expected ',' or ']'", "a `,` or `]` is missing"),
    (
        "did not find expected key",
        "a key was expected here; look at the indent, and put a text with `:` or `#` in quotes",
    ),
    (
        "did not find expected '-' indicator",
        "an item of the list (`- …`) was expected here; look at the indent",
    ),
    ("could not find expected ':'", "a `:` is missing after the key"),
    ("unexpected end of stream", "a quote is opened and never closed"),
    ("found another document", "a file holds one document; `---` starts another"),
    ("undefined alias", "anchors and aliases (& and *) are not part of the flow language"),
)
"""What YAML's parser says, and what it means."""

UNQUOTED = re.compile(r"[{\[].*[:,{\[]\s*[^\"',\s]*\$\{")
"""A `${` without quotes inside `{ }` or `[ ]`, which ends the outer brace early."""


def _syntax_problem(error: yaml.YAMLError, source: Source) -> FlowProblem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or error)
    if "unexpected end of stream" in said:
        mark = getattr(error, "context_mark", None) or mark
    line = min(mark.line + 1, max(len(source.lines), 1)) if mark else 1
    column = mark.column + 1 if mark else 1
    here = source.lines[line - 1] if source.lines else ""
    if "\t" in here[:column] and "cannot start any token" in said:
        message = "a tab; YAML is indented with spaces"
    elif UNQUOTED.search(here):
        message = "inside `{ }` and `[ ]`, a text with `${…}` stands in quotes"
    else:
        message = next((words for part, words in FRIENDLY if part in said), said)
    place = Place(file=source.file, line=line, column=column)
    return FlowProblem("FL002", message, place, lines=window(source.lines, line))
