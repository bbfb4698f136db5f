"""A recording as every reader gives it: what a person did, in order, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.porting import words
from bot.text import Text

Sight = Mapping[str, Any]
"""One way to find a thing, as a target of the flow language: `{"button": "Save"}`. Its texts are the page's own."""

Candidates = tuple[Sight, ...]
"""Ways to find one thing, the best first."""

Verb = Literal[
    "open", "click", "double_click", "hover", "fill", "choose", "tick", "untick", "press", "upload", "download",
    "read", "wait_for", "expect",
]  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where in the source something stands: a line (from 1), or the path of a step such as `steps[3]`."""

    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        return str(words.LINE.format(line=self.line)) if self.line else self.path


@dataclass(frozen=True)
class Answer:
    """A native dialog and what the person answered."""

    answer: Literal["accept", "dismiss"] = "accept"
    says: str = ""
    type: str | None = None


@dataclass(frozen=True)
class Recorded:
    """One thing that a person did or looked for.

    `value` is what was typed, chosen or pressed, the path of a file, an address, or the variable of a `read`. With
    `secret` it was typed into a password field. With `by_code` a choice is known by its code, not by its words. With
    `variable` it is what an earlier `read` has put there.
    `expected` are the keys of an `expect` or a `wait_for`.
    """

    verb: Verb
    place: Place
    target: Candidates = ()
    frames: tuple[Candidates, ...] = ()
    value: str = field(default="", repr=False)
    expected: Mapping[str, str | int] = field(default_factory=dict)
    dialogs: tuple[Answer, ...] = ()
    secret: bool = False
    by_code: bool = False
    variable: str = ""


@dataclass(frozen=True)
class LeftOut:
    """Something that was not carried over, or that a person has to look at. `after` actions came before it."""

    place: Place
    what: str
    why: Text
    after: int = 0

    def __str__(self) -> str:
        return ": ".join(filter(None, (str(self.place), self.what, str(self.why))))


@dataclass(frozen=True)
class Recording:
    """What a person did on a portal. `address` is where it began, or ""."""

    title: str
    address: str
    actions: tuple[Recorded, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass
class Gathering:
    """A recording while it is read."""

    title: str = ""
    address: str = ""
    actions: list[Recorded] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, action: Recorded) -> None:
        """The next thing that was done."""
        if action.verb == "open" and not self.address:
            self.address = action.value
        self.actions.append(action)

    def leave_out(self, place: Place, what: str, why: Text) -> None:
        """Something here is not carried over, or not as it was."""
        self.left_out.append(LeftOut(place, what, why, after=len(self.actions)))

    def done(self) -> Recording:
        """The whole of it."""
        return Recording(self.title, self.address, tuple(self.actions), tuple(self.left_out))
