"""The XPath that recorders write → CSS, as far as CSS can say the same."""

from __future__ import annotations

import re
from typing import Any

from bot.porting.recording import Sight
from bot.porting.sights import by_attribute, by_id, css_string

_STEP = re.compile(r"(//?)([A-Za-z][\w-]*|\*)((?:\[[^\[\]]*\])*)")
_PREDICATE = re.compile(r"\[([^\[\]]*)\]")
_STRING = r"""(?:"([^"]*)"|'([^']*)')"""
_EQUALS = re.compile(rf"@([\w:-]+)\s*=\s*{_STRING}")
_CONTAINS = re.compile(rf"contains\(\s*@([\w:-]+)\s*,\s*{_STRING}\s*\)")
_STARTS = re.compile(rf"starts-with\(\s*@([\w:-]+)\s*,\s*{_STRING}\s*\)")
_TEXT_IS = re.compile(rf"(?:text\(\)|\.|normalize-space\((?:\.|text\(\))?\))\s*=\s*{_STRING}")
_TEXT_HAS = re.compile(rf"contains\(\s*(?:text\(\)|\.|normalize-space\((?:\.|text\(\))?\))\s*,\s*{_STRING}\s*\)")
_KINDS = {"a": "link", "button": "button", **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")}


def css_of(xpath: str) -> Sight | None:
    """A target that finds the same; None where there is no such."""
    source, whole = xpath.strip(), None
    if numbered := re.fullmatch(r"\((.*)\)\[(\d+)\]", source, re.DOTALL):
        source, whole = numbered[1], int(numbered[2])
    if not source.startswith("/"):
        source = "//" + source.removeprefix("./")
    at, css, more = 0, "", dict[str, Any]()
    while at < len(source):
        step = _STEP.match(source, at)
        if step is None or more:  # a text is asked of something in the middle of the path
            return None
        part, more = _step(step[2], _PREDICATE.findall(step[3]))
        if part is None:
            return None
        css += part if not css else (" > " if step[1] == "/" else " ") + part
        at = step.end()
    if not css:
        return None
    kind = _KINDS.get(css)
    if "text" in more:
        by_text = kind is not None or css == "*"
        sight: dict[str, Any] = {kind or "text": more["text"]} if by_text else {"css": css, "has_text": more["text"]}
    elif css.startswith("[id=") and css.count("[") == 1 and " " not in css:
        sight = dict(by_id(css[5:-2]))
    else:
        sight = {"css": css, **more}
    if whole is not None:
        sight["nth"] = whole
    return sight


def _step(tag: str, predicates: list[str]) -> tuple[str | None, dict[str, Any]]:
    """One step as CSS, and what only a target can say of it; None where it cannot be said."""
    name = "" if tag == "*" else tag
    css, more, position = "", dict[str, Any](), ""
    for predicate in (one.strip() for clause in predicates for one in re.split(r"\s+and\s+", clause)):
        if predicate.isdigit():
            position = f":nth-of-type({predicate})" if name else f":nth-child({predicate})"
        elif match := _EQUALS.fullmatch(predicate):
            css += by_attribute(match[1], match[2] or match[3] or "")["css"]
        elif match := _CONTAINS.fullmatch(predicate):
            css += f"[{match[1]}*={css_string(match[2] or match[3] or '')}]"
        elif match := _STARTS.fullmatch(predicate):
            css += f"[{match[1]}^={css_string(match[2] or match[3] or '')}]"
        elif (match := _TEXT_IS.fullmatch(predicate)) and (said := match[1] or match[2]):
            more["text"] = said
        elif (match := _TEXT_HAS.fullmatch(predicate)) and (said := match[1] or match[2]):
            more["has_text"] = said
        else:
            return None, {}
    if position and css:  # XPath counts those that are left, CSS all of them
        return None, {}
    return (name + css + position) or "*", more
