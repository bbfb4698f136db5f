"""Recordings of `playwright codegen --target jsonl`, in every shape that it has had.

Up to 1.49 an action names its page by `pageAlias`; then `framePath` says the frames; from 1.62 on there is a
`pageGuid`, and the frames are in the selector. Recorders built on Playwright wrap the same in `action` and `frame`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.errors import UsageError
from bot.porting import words
from bot.porting.aria import Seen, seen_in
from bot.porting.playwright_selectors import NotCarried, parse_locator, parse_selector
from bot.porting.recording import Answer, Candidates, Gathering, Place, Recorded, Recording, Sight, Verb
from bot.porting.secret_fields import is_password
from bot.porting.sights import best_first
from bot.porting.uploads import uploaded_in
from bot.text import Text

MODIFIERS = {1: "Alt", 2: "Control", 4: "Meta", 8: "Shift"}
ACTIONS = frozenset(
    {
        "openPage", "navigate", "closePage", "click", "hover", "check", "uncheck", "fill", "press", "select",
        "setInputFiles", "assertText", "assertValue", "assertChecked", "assertVisible", "assertSnapshot",
    }
)  # fmt: skip
_VERBS: dict[str, Verb] = {"check": "tick", "uncheck": "untick", "hover": "hover", "fill": "fill", "press": "press"}
_IN_FIELDS = frozenset({"fill", "choose", "tick", "untick", "upload", "press", "expect"})


def looks_like_codegen(text: str) -> bool:
    """Whether any line is an action of Playwright's recorder."""
    return any(action is not None for _, _, action in _lines(text))


def read_codegen(text: str, *, title: str = "") -> Recording:
    """The recording, without what flows cannot say. Raises UsageError if there is no action in it at all."""
    reading = _Reading(Gathering(title=title))
    known = False
    for place, line, action in _lines(text):
        if action is None:
            if not _is_header(line):
                reading.gathering.leave_out(place, _short(line), words.NOT_JSON)
            continue
        known = True
        reading.take(action, place)
    if not known:
        raise UsageError(words.NOT_CODEGEN)
    return reading.gathering.done()


def _lines(text: str) -> Iterator[tuple[Place, str, Mapping[str, Any] | None]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield Place(line=number), line, _action_in(line)


def _object(line: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _action_in(line: str) -> Mapping[str, Any] | None:
    found = _object(line)
    if found is None:
        return None
    inner, frame = found.get("action"), found.get("frame")
    if isinstance(inner, dict):
        found = {**found, **(frame if isinstance(frame, dict) else {}), **inner}
    name = found.get("name")
    return found if isinstance(name, str) and (name in ACTIONS or "selector" in found or "signals" in found) else None


def _is_header(line: str) -> bool:
    found = _object(line)
    return found is not None and bool(found.keys() & {"browserName", "launchOptions", "contextOptions", "xlib"})


def _short(line: str) -> str:
    """What kind of thing a line is. Not the line itself: there may be a password in it."""
    found = _object(line)
    name = found.get("name") if found else None
    return name if isinstance(name, str) and len(name) <= 40 else "…"


def _texts(raw: Any) -> list[str]:
    return [one for one in raw if isinstance(one, str)] if isinstance(raw, list) else []


@dataclass
class _Reading:
    gathering: Gathering
    main: str = ""
    """The page that was opened first."""

    def take(self, action: Mapping[str, Any], place: Place) -> None:
        """The next action."""
        name = str(action["name"])
        page = str(action.get("pageGuid") or action.get("pageAlias") or "")
        self.main = self.main or page
        if page and page != self.main:
            if name != "closePage":
                self.gathering.leave_out(place, name, words.OTHER_WINDOW)
            return
        match name:
            case "openPage" | "navigate":
                self._open(action, name, place)
            case "closePage":
                pass
            case "assertSnapshot":
                self.gathering.leave_out(place, name, words.SNAPSHOT)
            case _ if name in ACTIONS:
                self._on_element(action, name, place)
            case _:
                self.gathering.leave_out(place, name[:40], words.UNKNOWN_ACTION)

    def _open(self, action: Mapping[str, Any], name: str, place: Place) -> None:
        url = action.get("url")
        if not isinstance(url, str) or not url:
            self.gathering.leave_out(place, name, words.BROKEN_STEP)
        elif url != "about:blank" and not url.startswith("chrome://"):
            self.gathering.add(Recorded("open", place, value=url, dialogs=self._signals(action, place)))

    def _on_element(self, action: Mapping[str, Any], name: str, place: Place) -> None:
        try:
            frames, sight = _where(action)
        except NotCarried:
            self.gathering.leave_out(place, name, words.NO_TARGET)
            return
        if sight is None:
            self.gathering.leave_out(place, name, words.BROKEN_STEP)
            return
        seen = seen_in(action.get("ariaSnapshot"), action.get("ref"))
        said = _said(action, name, place, seen)
        if isinstance(said, Text):
            self.gathering.leave_out(place, name, said)
            return
        if said.verb in ("upload", "choose") and len(_texts(action.get("files") or action.get("options"))) > 1:
            self.gathering.leave_out(place, name, words.ONE_OF_SEVERAL)
        if isinstance(action.get("position"), dict) and name == "click":
            self.gathering.leave_out(place, name, words.AT_POSITION)
        target = self._target(sight, said, seen, place)
        secret = said.verb == "fill" and (action.get("secret") is True or is_password(target))
        download = said.verb == "click" and any(one.get("name") == "download" for one in _signals(action))
        verb = "download" if download else said.verb
        answers = self._signals(action, place)
        self.gathering.add(replace(said, verb=verb, target=target, frames=frames, dialogs=answers, secret=secret))

    def _target(self, sight: Sight, said: Recorded, seen: Seen | None, place: Place) -> Candidates:
        """The ways to find it that a flow would use for what is done with it."""
        target = settled(sight, said.verb)
        if said.verb != "choose" or "field" not in target[0]:
            return target
        label = str(target[0]["field"])
        if seen is not None and seen.name and label.startswith(seen.name):
            return best_first([{**target[0], "field": seen.name}, *target[1:]])
        cut = unglued(label, said.value)
        if cut == label:
            return target
        self.gathering.leave_out(place, label, words.GLUED_LABEL)
        return ({**target[0], "field": cut}, *target)

    def _signals(self, action: Mapping[str, Any], place: Place) -> tuple[Answer, ...]:
        """The dialogs that an action raised; other windows are remarked on."""
        answers = []
        for signal in _signals(action):
            if signal.get("name") == "popup":
                self.gathering.leave_out(place, str(action["name"]), words.OPENS_WINDOW)
            elif signal.get("name") == "dialog":
                answers.append(_answered(signal))
                if "answer" in signal:  # our own recorder says it
                    continue
                self.gathering.leave_out(place, str(action["name"]), words.ANSWER_UNKNOWN)
        return tuple(answers)


def _signals(action: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    raw = action.get("signals")
    return [one for one in raw if isinstance(one, dict)] if isinstance(raw, list) else []


def _answered(signal: Mapping[str, Any]) -> Answer:
    typed = signal.get("typed")
    answer: Literal["accept", "dismiss"] = "dismiss" if signal.get("answer") == "dismiss" else "accept"
    return Answer(answer, says=str(signal.get("says") or ""), type=typed if isinstance(typed, str) else None)


def _where(action: Mapping[str, Any]) -> tuple[tuple[Candidates, ...], Sight | None]:
    """The frames and the target of an action. Raises NotCarried."""
    selector, locator = action.get("selector"), action.get("locator")
    if isinstance(selector, str) and selector:
        try:
            frames, sight = parse_selector(selector)
        except NotCarried:
            if not isinstance(locator, dict):
                raise
            frames, sight = parse_locator(locator)
    elif isinstance(locator, dict):
        frames, sight = parse_locator(locator)
    else:
        raise NotCarried
    outer: list[Candidates] = []
    for one in _texts(action.get("framePath")):
        above, frame = parse_selector(one)
        outer += [*above, *([(frame,)] if frame else [])]
    return tuple(settled_frames((*outer, *frames))), sight


def settled_frames(frames: tuple[Candidates, ...]) -> Iterator[Candidates]:
    """Frames as targets."""
    for frame in frames:
        yield tuple(one for sight in frame for one in settled(sight, "click"))


def settled(sight: Sight, verb: Verb) -> Candidates:
    """A target as the flow language has it. What a placeholder or a title says is a field's label, or an attribute."""
    plain = {key: value for key, value in sight.items() if key != "says"}
    if isinstance(within := plain.get("within"), Mapping):
        plain["within"] = settled(within, "click")[-1]
    if verb in ("fill", "upload", "choose") and plain.get("button"):  # the recorder takes a file field for a button
        plain = {"field": plain.pop("button"), **plain}
    if "says" not in sight or verb not in _IN_FIELDS:
        return (plain,)
    field_ = {"field": sight["says"], **{key: value for key, value in plain.items() if key != "css"}}
    return (field_, plain)


def _said(action: Mapping[str, Any], name: str, place: Place, seen: Seen | None) -> Recorded | Text:
    """What was done, without where; or why it cannot be said."""
    match name:
        case "click":
            return _click(action, place)
        case "fill" | "press":
            value = action.get("text" if name == "fill" else "key")
            if not isinstance(value, str):
                return words.BROKEN_STEP
            if name == "press":
                return _press(value, action, place)
            path = uploaded_in(value)
            return Recorded("fill", place, value=value) if path is None else Recorded("upload", place, value=path)
        case "select" | "setInputFiles":
            several = _texts(action.get("options" if name == "select" else "files"))
            if not several:
                return words.BROKEN_STEP
            if name == "setInputFiles":
                return Recorded("upload", place, value=several[0])
            shown = seen.chosen if seen else ""
            return Recorded("choose", place, value=shown or several[0], by_code=not shown)
        case "assertText" | "assertValue" | "assertChecked" | "assertVisible":
            return _expect(action, name, place)
        case _:
            return Recorded(_VERBS[name], place)


def _held(action: Mapping[str, Any]) -> int:
    held = action.get("modifiers", 0)
    return held if isinstance(held, int) and 0 <= held < 16 else 0


def _click(action: Mapping[str, Any], place: Place) -> Recorded | Text:
    if action.get("button", "left") != "left" or _held(action):
        return words.OTHER_BUTTON
    return Recorded("double_click" if action.get("clickCount") == 2 else "click", place)


def _press(key: str, action: Mapping[str, Any], place: Place) -> Recorded | Text:
    held = _held(action)
    if len(key) == 1 and held in (0, 8):
        return words.LONE_KEY
    keys = [name for bit, name in MODIFIERS.items() if held & bit]
    return Recorded("press", place, value="+".join((*keys, key)))


def _expect(action: Mapping[str, Any], name: str, place: Place) -> Recorded | Text:
    expected: dict[str, str | int]
    match name:
        case "assertText":
            text = action.get("text")
            if not isinstance(text, str) or not text.strip():
                return words.BROKEN_STEP
            expected = {"contains" if action.get("substring") else "text": " ".join(text.split())}
        case "assertValue":
            value = action.get("value")
            if not isinstance(value, str):
                return words.BROKEN_STEP
            expected = {"value": value}
        case "assertChecked":
            expected = {"state": "ticked" if action.get("checked", True) else "unticked"}
        case _:
            expected = {"state": "visible"}
    return Recorded("expect", place, expected=expected)


def unglued(label: str, chosen: str) -> str:
    """A label without the texts of the options that the recorder glued to it: "Op AddRenew" → "Op".

    They are told by a capital letter in the middle of a word: the place where one option ends and the next begins.
    """
    parts = label.split()
    for at, part in enumerate(parts):
        if at and re.search(r"[a-záéíóúñ0-9.)][A-ZÁÉÍÓÚÑ¿(]", part):
            return " ".join(parts[:at])
    at = label.casefold().find(chosen.casefold()) if len(chosen) > 1 else -1
    return label[:at].strip() if at > 0 and label[:at].strip() else label
