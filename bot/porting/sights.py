"""Ways to find a thing, told in the flow language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.porting.recording import Candidates, Sight

FIELDS = frozenset(
    {"textbox", "combobox", "searchbox", "spinbutton", "listbox", "checkbox", "switch", "slider"}
)  # fmt: skip
"""Roles of what a person fills in or chooses in."""

_OWN_KIND = {"button": "button", "link": "link", "heading": "heading", "img": "image", "image": "image"}
_BEST_FIRST = ("field", "button", "link", "heading", "image", "role", "text", "test_id", "row", "css")
_IDENTIFIER = re.compile(r"-?[A-Za-z_][\w-]*")


def by_role(role: str, name: str = "") -> Sight:
    """Something by its accessibility role and its name."""
    if not name:
        return {"role": role}
    if role in FIELDS:
        return {"field": name}
    kind = _OWN_KIND.get(role)
    return {kind: name} if kind else {"role": role, "name": name}


def by_id(value: str) -> Sight:
    """Something by its id."""
    return {"css": f"#{value}" if _IDENTIFIER.fullmatch(value) else by_attribute("id", value)["css"]}


def by_attribute(name: str, value: str, tag: str = "") -> Sight:
    """Something by an attribute."""
    return {"css": f"{tag}[{name}={css_string(value)}]"}


def css_string(text: str) -> str:
    """A text as a string of CSS."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ") + '"'


def best_first(sights: Iterable[Sight]) -> Candidates:
    """Each way once: what a person would say before what only a machine knows."""
    each: list[Sight] = []
    for sight in sights:
        if sight not in each:
            each.append(sight)
    return tuple(sorted(each, key=lambda sight: _BEST_FIRST.index(kind_of(sight))))


def kind_of(sight: Sight) -> str:
    """Which kind of target it is."""
    return next(kind for kind in _BEST_FIRST if kind in sight)


def said(sight: Sight) -> str:
    """The text that a person would know the thing by; "" if there is none."""
    kind = kind_of(sight)
    if kind == "role":
        return str(sight.get("name", ""))
    return "" if kind in ("css", "row", "test_id") else str(sight[kind])
