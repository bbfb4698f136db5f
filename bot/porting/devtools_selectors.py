"""The selectors of Chrome's Recorder → targets: several ways to find one thing, a few of which are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.porting.recording import Candidates, Sight, Verb
from bot.porting.sights import best_first, by_role
from bot.porting.xpath import css_of

_ARIA = re.compile(r'aria/(.*?)(?:\[role="([\w-]+)"\])?', re.DOTALL)
_TAG = re.compile(r"(?:^|[\s>+~])([A-Za-z][\w-]*)")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_ANONYMOUS = frozenset({"generic", "StaticText", "none", "presentation", "InlineTextBox"})
_TAGS = {
    "a": "link", "button": "button", "input": "field", "textarea": "field", "select": "field", "img": "image",
    "label": "text", "span": "text", "p": "text",
}  # fmt: skip
_ROLES_OF_LISTS = frozenset({"combobox", "listbox"})
_IN_FIELDS = frozenset({"fill", "choose", "upload"})


def candidates_of(selectors: Any, verb: Verb) -> tuple[Candidates, bool]:
    """The ways to find what was acted on, and whether it is known to be a list to choose in."""
    alternatives = [parts for one in _each(selectors) if (parts := _parts(one))]
    selectors_of_css = [css for parts in alternatives if (css := _css(parts))]
    tags = {tag for one in selectors_of_css if (tag := _tag(one))}
    names = [named for parts in alternatives if (named := _name(parts))]
    labelled = [sight for name, role in names[:1] for sight in _labelled(name, role, tags, verb)]
    kept = min(selectors_of_css, key=_goodness, default=None)
    found = [*labelled, *([kept] if kept else [])] or [{"text": text} for text in _texts(alternatives)][:1]
    in_list = "select" in tags or bool({role for _, role in names} & _ROLES_OF_LISTS and "input" not in tags)
    return best_first(found), in_list


def _each(selectors: Any) -> Iterator[Any]:
    yield from selectors if isinstance(selectors, list) else [selectors]


def _parts(selector: Any) -> list[str]:
    """A selector's parts; each further one is looked for inside the one before."""
    parts = [selector] if isinstance(selector, str) else selector
    if not isinstance(parts, list) or not all(isinstance(part, str) and part.strip() for part in parts):
        return []
    named = [part for part in parts if not (match := _ARIA.fullmatch(part)) or match[1] or match[2] not in _ANONYMOUS]
    return named or []


def _name(parts: list[str]) -> tuple[str, str] | None:
    """An accessible name, and the role if it is said."""
    if len(parts) != 1 or not (match := _ARIA.fullmatch(parts[0])):
        return None
    name, role = " ".join(match[1].split()), match[2] or ""
    return (name, role) if name else None


def _labelled(name: str, role: str, tags: set[str], verb: Verb) -> Iterator[Sight]:
    if verb in _IN_FIELDS:
        yield {"field": name}
    elif role and role not in _ANONYMOUS:
        yield by_role(role, name)
    elif kinds := {_TAGS[tag] for tag in tags if tag in _TAGS}:
        yield from ({kind: name} for kind in sorted(kinds))
    elif verb == "wait_for" or role:
        yield {"text": name}
    else:
        yield from ({"button": name}, {"link": name})


def _css(parts: list[str]) -> Sight | None:
    """The same as CSS, which finds what is in shadow roots too."""
    each = [part.removeprefix("pierce/") for part in parts]
    if len(each) == 1 and each[0].startswith("xpath/"):
        return css_of(each[0].removeprefix("xpath/"))
    if any(part.startswith(("aria/", "text/", "xpath/")) for part in each):
        return None
    return {"css": " ".join(part.strip() for part in each)}


def _tag(sight: Sight) -> str:
    """The tag that a selector ends with; of what is inside a button or a link, that of the button or the link."""
    css = _STRING.sub("", str(sight.get("css", "")))
    tags = [tag.lower() for tag in _TAG.findall(css)]
    outer = [tag for tag in tags if tag in ("a", "button")]
    last = _TAG.search(re.split(r"[\s>+~]+", css.strip())[-1])
    return outer[-1] if outer else last[1].lower() if last else ""


def _goodness(sight: Sight) -> tuple[bool, int]:
    """An id is better than a path, a short path better than a long one."""
    css = str(sight.get("css", ""))
    return not css.startswith("#") or " " in css, len(css)


def _texts(alternatives: list[list[str]]) -> list[str]:
    each = [" ".join(parts[0].removeprefix("text/").split()) for parts in alternatives if parts[0].startswith("text/")]
    return [text for text in each if text]
