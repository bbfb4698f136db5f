"""Names for what a recording has none for: flows, elements, inputs."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Container

from bot.porting.recording import Candidates, Sight
from bot.porting.sights import kind_of, said

LONGEST = 40
TAKEN = frozenset(
    {"portal", "account", "today", "case", "cases", "ticked", "self", "super", "loop", "true", "false", "none"}
) | {one.lower() for one in keyword.kwlist}
"""Names that mean something in expressions."""

_HANDLE = re.compile(r"#([\w-]+)|\[(?:id|name|data-[\w-]+)[*^$]?=\"([^\"]+)\"\]|\.([A-Za-z][\w-]*)")


def slug(text: str, otherwise: str = "") -> str:
    """A text as a name: small letters, digits and `_`. `otherwise`, if nothing of it can be written so."""
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text) if text.isascii() and " " not in text else text
    bare = unicodedata.normalize("NFKD", split).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", bare.lower()).strip("_")
    if len(name) > LONGEST:
        name = name[: LONGEST + 1].rpartition("_")[0] or name[:LONGEST]
    if not re.search(r"[a-z]", name):
        return otherwise
    return name if name[0].isalpha() else f"n_{name}"


def element_name(target: Candidates, verb: str) -> str:
    """What an element may be called, going by its label or, if it has none that can be written, its handle."""
    for sight in target:
        if name := slug(said(sight)):
            return name
    for sight in target:
        if name := slug(handle(sight)):
            return name
    kind = kind_of(target[0])
    return {"css": "field" if verb in ("fill", "choose", "upload") else "element", "role": "element"}.get(kind, kind)


def handle(sight: Sight) -> str:
    """What a page's author called a thing: its id, its name, the last class in its selector."""
    if "test_id" in sight:
        return str(sight["test_id"])
    found = _HANDLE.findall(str(sight.get("css", "")))
    return next((one for one in reversed([next(filter(None, groups)) for groups in found]) if slug(one)), "")


def label_of(target: Candidates, name: str) -> str:
    """What a person would call a field."""
    words = next((said(sight) for sight in target if said(sight)), "")
    return words.rstrip(" *＊:：") or name.replace("_", " ").capitalize()


def free(name: str, taken: Container[str]) -> str:
    """The name, or the name with a number where it is taken already."""
    wanted, number = name, 2
    while wanted in taken or wanted in TAKEN:
        wanted, number = f"{name}_{number}", number + 1
    return wanted
