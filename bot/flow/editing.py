"""Changing texts in a file of flows where they stand, so that its comments and its layout stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from bot.flow.marks import Loc, read_yaml
from bot.flow.writing import scalar
from bot.text import LANGUAGES, Language


@dataclass(frozen=True)
class Renaming:
    """The text at a location says `old` in a language, and is to say `new`."""

    loc: Loc
    language: Language
    old: str
    new: str


def renamed(text: str, renamings: Iterable[Renaming], *, languages: Iterable[Language] = LANGUAGES) -> str:
    """The file with these texts changed, and nothing else.

    A text that is one for all `languages` becomes one for each of them; for a single one it stays what it is.
    """
    source = read_yaml(text, "")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    spans: dict[tuple[int, int], str] = {}
    for one in renamings:
        node, _ = source.find(one.loc)
        in_language = isinstance(node, yaml.MappingNode)
        if in_language:
            node, _ = source.find((*one.loc, one.language))
        if not isinstance(node, yaml.ScalarNode) or node.value != one.old:
            continue  # it says something else, or takes it from another language
        start, end = (starts[mark.line] + mark.column for mark in (node.start_mark, node.end_mark))
        others = [] if in_language else [language for language in languages if language != one.language]
        spans[start, end] = _per_language(one, others) if others else _like(node, one.new)
    for (start, end), new in sorted(spans.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _per_language(renaming: Renaming, others: Iterable[Language]) -> str:
    said = {**dict.fromkeys(others, renaming.old), renaming.language: renaming.new}
    return "{" + ", ".join(f"{one}: {scalar(said[one])}" for one in LANGUAGES if one in said) + "}"


def _like(node: yaml.ScalarNode, new: str) -> str:
    """The new text in the quotes of the old one."""
    plain = scalar(new)
    if node.style == "'" and new.isprintable():
        return "'" + new.replace("'", "''") + "'"
    if node.style == '"' and not plain.startswith('"'):
        return f'"{plain}"'
    return plain
