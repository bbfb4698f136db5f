"""Selenium IDE's variables: those that hold a text from the start, and those that are read from the page."""

from __future__ import annotations

import re

from bot.porting.naming import free, slug

_VARIABLE = re.compile(r"\$\{(\w+)\}")


class Variables:
    """The variables that are known so far, by their names in the project."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._read: dict[str, str] = {}

    def set(self, name: str, text: str) -> None:
        """From here on the variable holds this text."""
        self._texts[name] = text
        self._read.pop(name, None)

    def read(self, name: str) -> str:
        """From here on the variable holds what is on the page; what a flow calls it."""
        if not name:
            return ""
        self._texts.pop(name, None)
        self._read[name] = free(slug(name, "said"), ())
        return self._read[name]

    def alone(self, text: str) -> str:
        """What a flow calls the variable, if a text is nothing but one that was read from the page."""
        match = _VARIABLE.fullmatch(text)
        return self._read.get(match[1], "") if match else ""

    def are_left_in(self, text: str) -> bool:
        """Whether a text has variables of which nobody knows what they hold."""
        return not self.alone(text) and any(not name.startswith("KEY_") for name in _VARIABLE.findall(text))

    def put(self, text: str) -> str:
        """A text with the variables that are known in it."""
        return _VARIABLE.sub(lambda match: self._texts.get(match[1], match[0]), text)
