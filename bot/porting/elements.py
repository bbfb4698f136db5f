"""The elements that a recording needs: those that the portal has already, and new ones with names of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.flow.models import Library
from bot.flow.targets import Target
from bot.porting.naming import element_name, free
from bot.porting.recording import Candidates, Sight
from bot.porting.sights import kind_of, said
from bot.text import Text


def plain(text: str) -> str:
    """A text from elsewhere as it stands in a flow: what looks like an expression is none."""
    return text.replace("${", "$${")


class Elements:
    """Names for targets: the same target has the same name. Texts in targets are as they stand in a flow."""

    def __init__(self, library: Library | None) -> None:
        self._known = library.portal.elements if library else {}
        self._names: dict[str, str] = {}
        self.new: dict[str, Any] = {}
        """The elements that the portal lacks, as they stand in its file."""

    def name(self, target: Candidates, frames: Iterable[Candidates], verb: str) -> str:
        """The name of what is found so, in these frames, outermost first."""
        frame = ""
        for one in frames:
            frame = self._name(one, frame, "frame")
        return self._name(target, frame, verb)

    def _name(self, target: Candidates, frame: str, verb: str) -> str:
        key = repr((target, frame))
        if key not in self._names:
            self._names[key] = self._among_known(target, frame) or self._make(target, frame, verb)
        return self._names[key]

    def _make(self, target: Candidates, frame: str, verb: str) -> str:
        wanted = "frame" if verb == "frame" else ""
        name = element_name(target, verb)
        if wanted and wanted not in name:
            name = wanted if name == "element" else f"{name}_{wanted}"
        name = free(name, {*self._known, *self.new})
        written = [_written(sight, frame) for sight in target]
        self.new[name] = written[0] if len(written) == 1 else written
        return name

    def _among_known(self, target: Candidates, frame: str) -> str:
        """The element of the portal that is this very thing, or ""."""
        for sight in target:
            alike = [
                (name, one)
                for name, element in self._known.items()
                for one in element.candidates
                if _same(sight, one) and (one.frame is None) == (frame == "")
            ]
            exact = [name for name, one in alike if _frame_name(one) == frame]
            names = list(dict.fromkeys(exact or [name for name, _ in alike]))
            if len(names) == 1:
                return names[0]
        return ""


def _frame_name(target: Target) -> str:
    return (target.frame.element or "?") if target.frame is not None else ""


def _same(sight: Sight, target: Target) -> bool:
    """Whether a target of the portal says what the recording says; it may say besides what it is in."""
    kind = kind_of(sight)
    if target.kind != kind or target.nth != sight.get("nth") or "within" in sight:
        return False
    if _texts(target.has_text) != _texts(sight.get("has_text")):
        return False
    if not _texts(sight[kind]) & _texts(getattr(target, kind)):
        return False
    return kind != "role" or bool(_texts(sight.get("name")) & _texts(target.name)) or "name" not in sight


def _texts(value: Any) -> set[str]:
    """A text in each of its languages, as the page may show it."""
    if value is None:
        return set()
    words = value.values() if isinstance(value, Text) else [str(value)]
    return {" ".join(one.split()).rstrip(" *＊:：").casefold() for one in words}


def _written(sight: Sight, frame: str) -> dict[str, Any]:
    """A target as it stands in a file."""
    written: dict[str, Any] = {}
    for key in (kind_of(sight), "name", "has_text", "nth", "within"):
        value = sight.get(key)
        if value is None:
            continue
        written[key] = _written(value, "") if key == "within" else value
    return written | ({"frame": frame} if frame else {})


def words_of(target: Candidates) -> str:
    """What a person would know a thing by, for a remark."""
    return next((said(sight) for sight in target if said(sight)), "")
