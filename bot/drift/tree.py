"""An accessibility snapshot, as the browser writes it, read into a tree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.errors import Fault
from bot.flow.marks import read_yaml

_KEY = re.compile(r'(?P<role>[a-z]+)(?: (?P<name>"(?:[^"\\]|\\.)*"))?(?: \[[^\]]*\])*', re.IGNORECASE)


@dataclass(frozen=True)
class Node:
    """One thing as it is told to those who cannot see it. `text` is what it says, with all that is inside it."""

    role: str
    name: str
    own: str
    children: tuple[Node, ...]

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(filter(None, (self.own, *(child.text for child in self.children)))) or self.name

    def every(self, *roles: str) -> Iterator[Node]:
        """Everything of these roles inside it, in order."""
        for child in self.children:
            if child.role in roles:
                yield child
            yield from child.every(*roles)


def tree_of(snapshot: str) -> tuple[Node, ...]:
    """The tree of one frame's snapshot. Raises Fault if it cannot be made sense of."""
    source = read_yaml(snapshot, "snapshot")
    if source.problems or not isinstance(source.value, list | None):
        raise Fault("the browser's snapshot of the page cannot be read")
    return _nodes(source.value or [])


def _nodes(items: list[Any]) -> tuple[Node, ...]:
    return tuple(node for item in items for node in _node(item))


def _node(item: Any) -> Iterator[Node]:
    key, inside = next(iter(item.items())) if isinstance(item, dict) else (str(item), None)
    found = _KEY.match(key)
    if found is None:  # /url, /placeholder: attributes
        return
    name = json.loads(found["name"]) if found["name"] else ""
    if isinstance(inside, list):
        yield Node(found["role"], name, "", _nodes(inside))
    else:
        yield Node(found["role"], name, "" if inside is None else str(inside), ())
