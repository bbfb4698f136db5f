"""What the recorder saw of an element, in the accessibility snapshot that newer versions hand over."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_QUOTED = r'"(?:\\.|[^"\\])*"'
_NODE = re.compile(rf"(\s*)- (?:'?)(\w+)(?: ({_QUOTED}))?(.*)")


@dataclass(frozen=True)
class Seen:
    """An element's accessible name and, of a list, the option that is chosen."""

    name: str
    chosen: str


def seen_in(snapshot: Any, ref: Any) -> Seen | None:
    """What a snapshot shows of the element with this reference; None if it does not show it."""
    if not isinstance(snapshot, str) or not isinstance(ref, str):
        return None
    lines = snapshot.splitlines()
    for at, line in enumerate(lines):
        node = _NODE.match(line)
        if node is None or f"[ref={ref}]" not in node[4]:
            continue
        chosen = ""
        for inner in map(_NODE.match, lines[at + 1 :]):
            if inner is None or len(inner[1]) <= len(node[1]):
                break
            if inner[2] == "option" and "[selected]" in inner[4]:
                chosen = chosen or _unquoted(inner[3])
        return Seen(_unquoted(node[3]), chosen)
    return None


def _unquoted(quoted: str | None) -> str:
    try:
        return str(json.loads(quoted)) if quoted else ""
    except ValueError:
        return ""
