"""Writing flow files the way people write them: blocks for what is long, one line for what is short, comments.

What is written here reads back the same (`bot.flow.marks.read_yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 120
"""Lines are kept this short where that can be done without breaking a text."""

IN_BLOCKS = frozenset({"stages", "steps", "do", "elements", "inputs", "choices"})
"""Keys whose values always get lines of their own."""

_QUOTED_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some reader of YAML, if not ours, takes for something else than a text."""
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][0-9a-fA-FxXoO.,:_TZ +-]*")
_FIRST = "/._(¿¡«“‘"
"""What a text without quotes may begin with, besides letters and digits."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True)
class Noted:
    """A value of a mapping or a list, with comments above it."""

    value: Any
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remark:
    """Comments that stand in a list in place of an item."""

    comments: tuple[str, ...]


def dump(document: Mapping[str, Any], *, comments: Sequence[str] = ()) -> str:
    """A whole file, with comments at its top. Raises TypeError for what YAML as it is read here does not have."""
    return "\n".join((*_commented(comments, ""), *_mapping(document, "", top=True))) + "\n"


def scalar(value: str | int | float | bool | None) -> str:
    """A single value on one line, in quotes where that is needed or where a reader might stumble."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 10**15 else f'"{value}"'
        case float():
            return f"{value:f}".rstrip("0") + ("0" if value.is_integer() else "")
        case str():
            return value if _plain(value) else f'"{"".join(map(_escaped, value))}"'
        case _:
            raise TypeError(f"{type(value).__name__} has no form in a flow file")


def comment(text: str) -> str:
    """A text as it may stand in one line of a comment, whatever is in it."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _plain(text: str) -> bool:
    return (
        bool(text)
        and (text[0].isalnum() or text[0] in _FIRST)
        and text == text.strip()
        and text.isprintable()
        and not any(char in text for char in "{}[],\"'`")
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and text.lower() not in _QUOTED_WORDS
        and not _LIKE_A_NUMBER.fullmatch(text)
    )


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:  # half of a pair: it cannot be written in UTF-8
        return "\ufffd"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _commented(comments: Sequence[str], indent: str) -> Iterator[str]:
    for line in comments:
        yield f"{indent}# {comment(line)}".rstrip()


def _mapping(mapping: Mapping[str, Any], indent: str, *, top: bool = False) -> Iterator[str]:
    for key, noted in mapping.items():
        value, comments = (noted.value, noted.comments) if isinstance(noted, Noted) else (noted, ())
        yield from _commented(comments, indent)
        yield from _entry(key, value, indent, top=top)


def _entry(key: str, value: Any, indent: str, *, top: bool) -> Iterator[str]:
    start = f"{indent}{scalar(key)}:"
    several = isinstance(value, Mapping | list | tuple) and len(value) > 0
    in_block = several and (key in IN_BLOCKS or (top and _nested(value)))
    line = None if in_block else _inline(value)
    if line is not None and not (several and len(start) + 1 + len(line) > WIDTH):
        yield f"{start} {line}"
        return
    yield start
    if isinstance(value, Mapping):
        yield from _mapping(value, indent + "  ")
    else:
        yield from _list(value, indent + "  ")


def _list(items: Sequence[Any], indent: str) -> Iterator[str]:
    for noted in items:
        if isinstance(noted, Remark):
            yield from _commented(noted.comments, indent)
            continue
        value, comments = (noted.value, noted.comments) if isinstance(noted, Noted) else (noted, ())
        yield from _commented(comments, indent)
        if isinstance(value, Mapping) and value:
            lines = list(_mapping(value, indent + "  "))
            first = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[first] = f"{indent}- {lines[first].removeprefix(indent + '  ')}"
            yield from lines
        else:
            line = _inline(value)
            if line is None:
                raise TypeError("a list in a list cannot have comments")
            yield f"{indent}- {line}"


def _nested(value: Any) -> bool:
    """Whether a value of the top level holds more than single values."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return any(isinstance(one, Mapping | list | tuple | Noted | Remark) for one in inner)


def _inline(value: Any) -> str | None:
    """A value on one line; None if there are comments in it."""
    match value:
        case Noted() | Remark():
            return None
        case Mapping():
            entries = [(scalar(key), _inline(one)) for key, one in value.items()]
            if any(one is None for _, one in entries):
                return None
            return "{" + ", ".join(f"{key}: {one}" for key, one in entries) + "}"
        case list() | tuple():
            items = [line for one in value if (line := _inline(one)) is not None]
            return "[" + ", ".join(items) + "]" if len(items) == len(value) else None
        case _:
            return scalar(value)
