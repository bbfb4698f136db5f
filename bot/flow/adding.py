"""Adding to a file of flows where it stands, so that its comments and its layout stay."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml

from bot.flow.marks import read_yaml
from bot.flow.writing import dump, scalar


def with_entries(text: str, key: str, entries: Mapping[str, Any]) -> str:
    """The file with entries added at the end of the mapping at its top that has this key, or of a new one."""
    if not entries:
        return text
    node, key_node = read_yaml(text, "").find((key,))
    if key_node is None:
        return _ended(text) + "\n" + dump({key: dict(entries)})
    if not isinstance(node, yaml.MappingNode) or not node.value:
        start = _offset(text, node.start_mark) if node is not None else len(text)
        end = _offset(text, node.end_mark) if node is not None else len(text)
        return text[:start].rstrip(" ") + "\n" + "\n".join(_lines(entries, 2)) + text[end:]
    if node.flow_style:
        inside = "".join(f", {scalar(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in entries.items())
        at = _offset(text, node.end_mark) - 1
        return text[:at].rstrip().rstrip(",") + inside + text[at:]
    first, last = node.value[0][0], _last(node.value[-1][1])
    lines = _ended(text).splitlines(keepends=True)
    after = last.end_mark.line + (1 if last.end_mark.column or last.end_mark.line == last.start_mark.line else 0)
    added = [f"{line}\n" for line in _lines(entries, first.start_mark.column)]
    return "".join([*lines[:after], *added, *lines[after:]])


def with_item(text: str, key: str, item: str) -> str:
    """The file with a text added to the list of texts at its top that has this key, or to a new one."""
    node, key_node = read_yaml(text, "").find((key,))
    if key_node is None:
        return _ended(text) + dump({key: [item]})
    if not isinstance(node, yaml.SequenceNode):
        return text
    if node.flow_style:
        at = _offset(text, node.end_mark) - 1
        return text[:at].rstrip().rstrip(",") + (", " if node.value else "") + scalar(item) + text[at:]
    lines = _ended(text).splitlines(keepends=True)
    last = node.value[-1]
    lines.insert(last.end_mark.line + 1, f"{' ' * (last.start_mark.column - 2)}- {scalar(item)}\n")
    return "".join(lines)


def _lines(entries: Mapping[str, Any], indent: int) -> list[str]:
    """Entries as the lines of a block."""
    written = dump({"elements": dict(entries)}).splitlines()[1:]
    return [" " * indent + line[2:] for line in written]


def _last(node: yaml.Node) -> yaml.Node:
    """The last piece of a node that knows where it ends: a block ends only where the next thing begins."""
    while isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not node.flow_style and node.value:
        item = node.value[-1]
        node = item[1] if isinstance(node, yaml.MappingNode) else item
    return node


def _offset(text: str, mark: yaml.Mark) -> int:
    lines = text.splitlines(keepends=True)
    return sum(len(line) for line in lines[: mark.line]) + mark.column


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"
