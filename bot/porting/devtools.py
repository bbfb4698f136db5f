"""Recordings of Chrome's Recorder panel: user flows in JSON.

What every flow does by itself is passed over: the size of the window, scrolling, waiting for a page to load.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.errors import UsageError
from bot.porting import words
from bot.porting.devtools_selectors import candidates_of
from bot.porting.recording import Candidates, Gathering, Place, Recorded, Recording, Verb
from bot.porting.secret_fields import is_password
from bot.porting.uploads import uploaded_in
from bot.text import Text

_DONE_ANYWAY = frozenset({"setViewport", "scroll", "close"})
_HELD = ("Control", "Alt", "Meta", "Shift")
_KEYS = {" ": "Space", "Esc": "Escape", **{one: f"Arrow{one}" for one in ("Left", "Right", "Up", "Down")}}
_POINTING: dict[str, Verb] = {"click": "click", "doubleClick": "double_click", "hover": "hover"}


def looks_like_devtools(text: str) -> bool:
    """Whether this is a user flow."""
    return _flow_in(text) is not None


def read_devtools(text: str, *, title: str = "") -> tuple[Recording, ...]:
    """The recording, alone in a tuple. Raises UsageError if it is no user flow."""
    flow = _flow_in(text)
    if flow is None:
        raise UsageError(words.NOT_DEVTOOLS)
    named = flow.get("title")
    reading = _Reading(Gathering(title=title or (named if isinstance(named, str) else "")))
    for at, step in enumerate(flow["steps"]):
        reading.take(step, Place(f"steps[{at}]"))
    return (reading.gathering.done(),)


def _flow_in(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("steps"), list) else None


@dataclass
class _Reading:
    gathering: Gathering
    held: list[str] = field(default_factory=list)
    """The keys that are held down."""
    last: Recorded | None = None
    """The field that was filled in last, if the cursor is there still."""
    numbered: list[tuple[Candidates, ...]] = field(default_factory=list)
    """The frames that have been remarked on."""

    def take(self, step: Any, place: Place) -> None:
        """The next step."""
        kind = step.get("type") if isinstance(step, dict) else None
        if not isinstance(step, dict) or not isinstance(kind, str):
            self.gathering.leave_out(place, "…", words.BROKEN_STEP)
            return
        if kind in _DONE_ANYWAY:
            return
        if step.get("target", "main") != "main":
            self.gathering.leave_out(place, kind[:40], words.OTHER_WINDOW)
            return
        match kind:
            case "navigate":
                self._open(step, place)
            case "keyDown" | "keyUp":
                self._key(step, kind, place)
            case "click" | "doubleClick" | "hover" | "change" | "waitForElement":
                self._on_element(step, kind, place)
            case _:
                self.gathering.leave_out(place, kind[:40], words.UNKNOWN_ACTION)

    def _open(self, step: Mapping[str, Any], place: Place) -> None:
        url = step.get("url")
        if not isinstance(url, str) or not url:
            self.gathering.leave_out(place, "navigate", words.BROKEN_STEP)
        elif not url.startswith(("about:", "chrome:", "edge:")):
            self.last = None
            self.gathering.add(Recorded("open", place, value=url))

    def _key(self, step: Mapping[str, Any], kind: str, place: Place) -> None:
        key = step.get("key")
        if not isinstance(key, str) or not key:
            self.gathering.leave_out(place, kind, words.BROKEN_STEP)
        elif key in _HELD:
            self.held = [one for one in self.held if one != key] + ([key] if kind == "keyDown" else [])
        elif kind == "keyDown" and len(key) == 1 and key != " " and set(self.held) <= {"Shift"}:
            self.gathering.leave_out(place, kind, words.LONE_KEY)
        elif kind == "keyDown":
            held = [one for one in _HELD if one in self.held]
            pressed = Recorded("press", place, value="+".join((*held, _KEYS.get(key, key))))
            at = self.last
            self.gathering.add(replace(pressed, target=at.target, frames=at.frames) if at else pressed)

    def _on_element(self, step: Mapping[str, Any], kind: str, place: Place) -> None:
        said = _said(step, kind, place)
        if isinstance(said, Text):
            self.gathering.leave_out(place, kind, said)
            return
        target, in_list = candidates_of(step.get("selectors"), said.verb)
        if not target:
            self.gathering.leave_out(place, kind, words.NO_TARGET)
            return
        frames = tuple(_frames(step.get("frame")))
        if frames and frames not in self.numbered:
            self.numbered.append(frames)
            self.gathering.leave_out(place, kind, words.FRAME_BY_NUMBER)
        if kind == "waitForElement" and step.keys() & {"attributes", "properties"}:
            self.gathering.leave_out(place, kind, words.PART_OF_IT)
        if said.verb == "fill" and in_list:
            said = replace(said, verb="choose", by_code=True)
        secret = said.verb == "fill" and is_password(target)
        done = replace(said, target=target, frames=frames, secret=secret)
        self.gathering.add(done)
        self.last = done if said.verb == "fill" else None


def _said(step: Mapping[str, Any], kind: str, place: Place) -> Recorded | Text:
    """What was done, without where; or why it cannot be said."""
    if kind == "change":
        value = step.get("value")
        if not isinstance(value, str):
            return words.BROKEN_STEP
        path = uploaded_in(value)
        return Recorded("fill", place, value=value) if path is None else Recorded("upload", place, value=path)
    if kind == "waitForElement":
        return _waiting(step, place)
    if kind != "hover" and step.get("button", "primary") != "primary":
        return words.OTHER_BUTTON
    return Recorded(_POINTING[kind], place)


def _waiting(step: Mapping[str, Any], place: Place) -> Recorded | Text:
    count, operator = step.get("count", 1), step.get("operator", ">=")
    if not isinstance(count, int) or count < 0 or operator not in (">=", "==", "<="):
        return words.BROKEN_STEP
    if step.get("visible") is False or (count == 0 and operator in ("==", "<=")):
        return Recorded("wait_for", place, expected={"state": "hidden"})
    if operator == "==" and count > 1:
        return Recorded("expect", place, expected={"count": count})
    if operator == "==" or (operator == ">=" and count <= 1):
        return Recorded("wait_for", place, expected={"state": "visible"})
    return words.UNKNOWN_ACTION


def _frames(path: Any) -> Iterator[Candidates]:
    """Frames by their numbers, from the outermost one."""
    for number in path if isinstance(path, list) else ():
        if isinstance(number, int) and number >= 0:
            yield ({"css": "iframe, frame", "nth": number + 1},)
