"""The inputs of an imported flow: what was typed, with the same value typed twice being one."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from bot.flow.models import Library
from bot.porting.elements import plain
from bot.porting.naming import free, label_of
from bot.porting.recording import Candidates
from bot.porting.values import guess

SHORT = 3
"""A value of fewer characters that is typed twice is two values: a 1 here and a 1 there mean nothing."""
TELLING = 8
"""A value of so many characters is known again in the middle of a text."""


class Inputs:
    """Inputs by their names, as they stand in a flow.

    With `literal` what was typed stays as it is, for a flow that logs in is given nothing but the account. What is
    somebody's own is an input even so.
    """

    def __init__(self, library: Library | None, taken: frozenset[str], *, literal: bool) -> None:
        self._words = library.portal.words if library else {}
        self._taken = taken
        self._literal = literal
        self._typed: dict[str, str] = {}
        self.all: dict[str, dict[str, Any]] = {}

    @property
    def person(self) -> str | None:
        """The input that says who the case is about, if there is one such."""
        persons = [name for name, one in self.all.items() if one["type"] == "resident_id"]
        return persons[0] if persons else None

    def typed(self, value: str, element: str, target: Candidates) -> str:
        """The expression for what was typed into an element."""
        if value in self._typed:
            return self._typed[value]
        found = guess(value)
        if self._literal and not found.private:
            return plain(value)
        example = {} if found.private or not value.strip() else {"example": plain(value)}
        expression = self._add(element, target, {"type": found.type}, found.options | example)
        if len(value) >= SHORT:
            self._typed[value] = expression
        return expression

    def chosen(self, value: str, element: str, target: Candidates) -> str:
        """The expression for what was chosen in a list."""
        if self._literal:
            return plain(value)
        if self._is_yes_or_no(value):
            return self._add(element, target, {"type": "yes_no"}, {})
        if "${" in value or not any(char.isalnum() for char in value):  # nothing that can be the code of a choice
            return self._add(element, target, {"type": "text"}, {"example": plain(value)} if value.strip() else {})
        return self._add(element, target, {"type": "choice"}, {"choices": {value: value}})

    def uploaded(self, path: str, element: str, target: Candidates) -> str:
        """The expression for a file that was handed in."""
        if self._literal:
            return plain(path)
        name = path.replace("\\", "/").rpartition("/")[2]
        return self._add(element, target, {"type": "file"}, {"example": plain(name)} if name.strip() else {})

    def template(self, text: str) -> str:
        """A text of the page, with what was typed before as expressions: other cases will show other values there."""
        if text in self._typed:
            return self._typed[text]
        written = plain(text)
        for value, expression in sorted(self._typed.items(), key=lambda one: -len(one[0])):
            if len(value) >= TELLING or not value.isascii():
                written = written.replace(plain(value), expression)
        return written

    def row(self, words: str) -> list[str]:
        """What was typed before, of what stands in a row."""
        return [expression for value, expression in self._typed.items() if value in words]

    def _is_yes_or_no(self, value: str) -> bool:
        said = {word.casefold() for key in ("yes", "no") if key in self._words for word in self._words[key].values()}
        return value.strip().casefold() in said

    def _add(self, element: str, target: Candidates, kind: dict[str, Any], more: dict[str, Any]) -> str:
        name = free(element, {*self.all, *self._taken})
        label = free_label(plain(label_of(target, name)), [str(one["label"]) for one in self.all.values()])
        self.all[name] = {**kind, "label": label, **more}
        return f"${{{name}}}"


def free_label(label: str, taken: Container[str]) -> str:
    """A label that no other column has."""
    wanted, number = label, 2
    while wanted in taken:
        wanted, number = f"{label} {number}", number + 1
    return wanted
