"""The person who is asked while a flow runs: at a terminal, in the console, or played by a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.text import Text


@dataclass(frozen=True)
class Draft:
    """A draft as the portal shows it, for the person who looks it over."""

    case: str
    title: Text
    person: str
    """Masked."""
    number: str
    shows: str
    """The portal's own summary of the draft, as it was read."""


class Person(Protocol):
    """Answers questions. Each method may take as long as the person does."""

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        """The answer to a question; `picture` is what the question is about (a captcha)."""
        ...

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        """Whether to go on."""
        ...
