"""Projects of Selenium IDE (`.side`): each test becomes a recording, with the tests that it runs written into it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import urljoin

from bot.errors import UsageError
from bot.porting import selenium_commands as commands
from bot.porting import words
from bot.porting.recording import Answer, Candidates, Gathering, Place, Recorded, Recording
from bot.porting.secret_fields import is_password
from bot.porting.selenium_keys import keys_in
from bot.porting.selenium_locators import alternatives, candidates_of
from bot.porting.selenium_variables import Variables
from bot.text import Text

_FILE = re.compile(r"(?:[A-Za-z]:[\\/]|/|\.{1,2}/).*\.\w{1,5}")
_CHECKS = re.compile(r"(assert|verify|waitFor)(\w+)")
_MAIN_WINDOW = frozenset({"win_ser_local", "name=", "null", ""})
_MOST = 10_000
"""Commands that one test may come to, with all those that it runs."""


def looks_like_side(text: str) -> bool:
    """Whether this is a project of Selenium IDE."""
    return _project_in(text) is not None


def read_side(text: str) -> tuple[Recording, ...]:
    """A recording for each test. Raises UsageError if it is no project."""
    project = _project_in(text)
    if project is None:
        raise UsageError(words.NOT_SIDE)
    url = project.get("url")
    tests = project["tests"]
    read = []
    for at, test in enumerate(tests):
        if isinstance(test, dict):
            name = test.get("name")
            reading = _Reading(Gathering(title=name if isinstance(name, str) else ""), _text(url), tests)
            reading.test(at)
            read.append(reading.gathering.done())
    return tuple(read)


def _project_in(text: str) -> Mapping[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("tests"), list) else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


@dataclass
class _Reading:
    """Reads one test, and those that it runs."""

    gathering: Gathering
    url: str
    tests: Sequence[Any]
    variables: Variables = field(default_factory=Variables)
    frames: list[Candidates] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    """Answers to dialogs that are still to come."""
    main_window: set[str] = field(default_factory=set)
    elsewhere: bool = False
    """Whether the commands are about another window."""
    skipping: list[bool] = field(default_factory=list)
    """For each block that is open: whether we are in a part of it that is left out."""
    running: list[int] = field(default_factory=list)
    """The tests that are being read, each run by the one before."""
    count: int = 0

    def test(self, number: int) -> None:
        """Every command of a test."""
        listed = self.tests[number].get("commands")
        self.running.append(number)
        for at, command in enumerate(listed if isinstance(listed, list) else ()):
            place = Place(f"tests[{number}].commands[{at}]")
            name = command.get("command") if isinstance(command, dict) else None
            if not isinstance(command, dict) or not isinstance(name, str):
                self.gathering.leave_out(place, "…", words.BROKEN_STEP)
            elif name and not name.startswith("//"):
                self.count += 1
                self._command(command, name, place)
        self.running.pop()

    def _command(self, command: Mapping[str, Any], name: str, place: Place) -> None:
        if self._block(name, place) or name in commands.PASSED_OVER:
            return
        target = self.variables.put(_text(command.get("target")))
        if name in ("selectWindow", "storeWindowHandle", "close"):
            self._window(name, target, _text(command.get("target")), place)
        elif self.elsewhere:
            self.gathering.leave_out(place, name[:40], words.OTHER_WINDOW)
        elif any(self.skipping):
            self.gathering.leave_out(place, name[:40], words.OTHER_BRANCH)
        else:
            texts = (target, self.variables.put(_text(command.get("value"))))
            if any(map(self.variables.are_left_in, texts)):
                self.gathering.leave_out(place, name[:40], words.VARIABLE)
            if why := self._done(command, name, target, place):
                self.gathering.leave_out(place, name[:40], why)

    def _done(self, command: Mapping[str, Any], name: str, target: str, place: Place) -> Text | None:
        """Carry a command over; why not, if that cannot be."""
        value = _text(command.get("value"))
        match name:
            case "open":
                self.frames.clear()
                self.gathering.add(Recorded("open", place, value=_joined(self.url, target)))
                return None
            case "run":
                return self._run(target)
            case "store":
                self.variables.set(value, target)
                return None
            case "selectFrame":
                return self._frame(command, target, place)
            case "sendKeys" | "select" | "type" | "editContent" | "typeKeys":
                return self._field(command, name, self.variables.put(value), place)
            case _ if name in commands.ANSWERS or name in commands.ANSWERED or name in commands.DIALOGS:
                self._dialog(name, target, self.variables.put(value))
                return None
            case _ if name in commands.READ:
                return self._read(command, name, value, place)
            case _ if name in commands.DONE:
                self._note_window(command, name, place)
                return self._on_element(command, Recorded(commands.DONE[name], place))
            case _ if name in commands.WAITED:
                return self._on_element(command, Recorded("wait_for", place, expected={"state": commands.WAITED[name]}))
            case _:
                return self._check(command, name, target, self.variables.put(value), place)

    def _block(self, name: str, place: Place) -> bool:
        """Whether this is a part of a condition or a loop. What is inside is done once, as if the condition held."""
        if name in commands.BLOCKS:
            self.skipping.append(False)
            self.gathering.leave_out(place, name, words.CONDITION)
        elif name in commands.OTHERWISE:
            if self.skipping:
                self.skipping[-1] = True
        elif name in commands.ENDS:
            if self.skipping:
                self.skipping.pop()
        else:
            return False
        return True

    def _run(self, name: str) -> Text | None:
        numbers = [at for at, one in enumerate(self.tests) if isinstance(one, dict) and one.get("name") == name]
        if not numbers or numbers[0] in self.running or self.count > _MOST:
            return words.NO_SUCH_TEST
        self.test(numbers[0])
        return None

    def _window(self, name: str, target: str, handle: str, place: Place) -> None:
        if name == "storeWindowHandle":
            self.main_window.add(f"${{{target}}}")
        elif name == "selectWindow":
            handle = handle.removeprefix("handle=")
            self.elsewhere = handle not in self.main_window and handle not in _MAIN_WINDOW
            self.frames.clear()
        elif self.elsewhere:
            self.gathering.leave_out(place, name, words.OTHER_WINDOW)

    def _note_window(self, command: Mapping[str, Any], name: str, place: Place) -> None:
        if command.get("opensWindow") is True:
            self.gathering.leave_out(place, name, words.OPENS_WINDOW)

    def _frame(self, command: Mapping[str, Any], target: str, place: Place) -> Text | None:
        kind, _, value = target.partition("=")
        if kind == "relative":
            self.frames = self.frames[:-1] if value == "parent" else []
        elif kind == "index" and value.isdecimal():
            self.frames.append(({"css": "iframe, frame", "nth": int(value) + 1},))
            self.gathering.leave_out(place, "selectFrame", words.FRAME_BY_NUMBER)
        elif found := self._found(command):
            self.frames.append(found)
        else:
            return words.NO_FRAME
        return None

    def _found(self, command: Mapping[str, Any]) -> Candidates:
        locators = alternatives(command.get("target"), command.get("targets"))
        return candidates_of(map(self.variables.put, locators))

    def _on_element(self, command: Mapping[str, Any], said: Recorded) -> Text | None:
        target = self._found(command)
        if not target:
            return words.NO_TARGET
        secret = said.verb == "fill" and is_password(target)
        answers = tuple(self.answers) if said.verb in ("click", "double_click", "fill", "choose") else ()
        if answers:
            self.answers.clear()
        self.gathering.add(replace(said, target=target, frames=tuple(self.frames), secret=secret, dialogs=answers))
        return None

    def _field(self, command: Mapping[str, Any], name: str, value: str, place: Place) -> Text | None:
        if name == "select":
            kind, _, option = value.partition("=")
            if kind not in ("label", "value") or not option or option.startswith(("regexp:", "glob:")):
                return words.OPTION_BY_NUMBER
            option = option.removeprefix("exact:")
            return self._on_element(command, Recorded("choose", place, value=option, by_code=kind == "value"))
        if name != "sendKeys":
            verb: Literal["upload", "fill"] = "upload" if _FILE.fullmatch(value) else "fill"
            known = self.variables.alone(value)
            return self._on_element(command, Recorded(verb, place, value=value, variable=known))
        return self._keys(command, value, place)

    def _keys(self, command: Mapping[str, Any], value: str, place: Place) -> Text | None:
        """Text goes behind what is in the field already; keys are pressed in it."""
        for text, key in keys_in(value):
            last = self.gathering.actions[-1] if self.gathering.actions else None
            said = Recorded("fill", place, value=text) if text else Recorded("press", place, value=key)
            if text and last is not None and last.verb == "fill" and last.target == self._found(command):
                self.gathering.actions[-1] = replace(last, value=last.value + text)
            elif why := self._on_element(command, said):
                return why
        return None

    def _dialog(self, name: str, target: str, value: str) -> None:
        """A dialog: announced, shown, or answered. Selenium says the three one by one."""
        typed = target or value if name in commands.TYPED else None
        if name in commands.ANSWERS:
            self.answers.append(_answer(commands.ANSWERS[name], typed))
            return
        raised_by = [at for at, one in enumerate(self.gathering.actions) if one.verb != "read"]
        if not raised_by:
            return
        last = self.gathering.actions[raised_by[-1]]
        *before, dialog = last.dialogs or (None,)
        if name in commands.DIALOGS:
            if dialog is not None and not dialog.says:
                dialogs = (*before, replace(dialog, says=target))
            else:
                dialogs = (*last.dialogs, Answer(says=target))
        else:
            says = dialog.says if dialog is not None else ""
            dialogs = (*before, replace(_answer(commands.ANSWERED[name], typed), says=says))
        self.gathering.actions[raised_by[-1]] = replace(last, dialogs=tuple(one for one in dialogs if one is not None))

    def _read(self, command: Mapping[str, Any], name: str, variable: str, place: Place) -> Text | None:
        written = self.variables.read(variable)
        if not written:
            return words.BROKEN_STEP
        expected: dict[str, str | int] = {"as": written}
        if name == "storeAttribute":
            locator, at, attribute = _text(command.get("target")).rpartition("@")
            if not at or not attribute:
                return words.BROKEN_STEP
            expected["attribute"] = attribute
            command = {"target": locator}
        return self._on_element(command, Recorded("read", place, expected=expected))

    def _check(self, command: Mapping[str, Any], name: str, target: str, value: str, place: Place) -> Text | None:
        match = _CHECKS.fullmatch(name)
        what = match[2] if match else ""
        if match and what in commands.STATES:
            return self._on_element(command, Recorded("expect", place, expected={"state": commands.STATES[what]}))
        if match and what in commands.SAID:
            said = " ".join(value.removeprefix("exact:").replace("\\n", "\n").split()) if what == "Text" else value
            if value.startswith(("regexp:", "glob:")) or (what == "Text" and not said):
                return words.UNKNOWN_ACTION
            return self._on_element(command, Recorded("expect", place, expected={commands.SAID[what]: said}))
        if match and what == "Title" and target:
            self.gathering.add(Recorded("expect", place, expected={"title": target}))
            return None
        return commands.REASONS.get(name, words.UNKNOWN_ACTION)


def _answer(answer: str, typed: str | None) -> Answer:
    return Answer("dismiss" if answer == "dismiss" else "accept", type=typed)


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:
        return target
