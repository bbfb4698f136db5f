"""The redactor: what it was told is hidden or masked in every text that passes."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pydantic import SecretStr

from bot.redaction.forms import pattern_of
from bot.redaction.masks import mask_id, mask_residents

HIDDEN = "•••••"
_SHORT = 6
"""A shorter number of a person is masked only where it stands alone."""


@dataclass(frozen=True)
class _Secrets:
    """Everything that is secret now, ready to be looked for."""

    any: re.Pattern[str]
    every: re.Pattern[str]
    """Finds them where they overlap, too."""


@dataclass(frozen=True)
class _Persons:
    """Everybody's number, and where to look for one: in runs of the characters that numbers have."""

    masks: dict[str, str] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    """The longest first."""
    runs: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))


class Redactor:
    """Hides secrets and masks people's numbers, by value. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._for_good: set[str] = set()
        self._for_now: Counter[str] = Counter()
        self._secrets: _Secrets | None = None
        self._persons = _Persons()

    def secret(self, value: str | SecretStr) -> None:
        """Never show this, nor any form of it that we know: a password."""
        plain = _plain(value)
        with self._lock:
            if plain not in self._for_good:
                self._for_good.add(plain)
                self._prepare()

    @contextmanager
    def for_now(self, value: str | SecretStr) -> Iterator[None]:
        """Hide this for as long as the block lasts: a captcha's answer, a code."""
        plain = _plain(value)
        with self._lock:
            self._for_now[plain] += 1
            self._prepare()
        try:
            yield
        finally:
            with self._lock:
                self._for_now[plain] -= 1
                self._prepare()

    def person(self, value: str) -> None:
        """Show this number with its first three and last two characters only, within longer words too.

        It is recognised whatever the case of a trailing X.
        """
        number = _folded(value)
        with self._lock:
            known = self._persons
            if not number or number in known.masks:
                return
            known.masks[number] = mask_id(number)
            if len(number) not in known.lengths:
                lengths = sorted({*known.lengths, len(number)}, reverse=True)
                known = _Persons(known.masks, tuple(lengths), known.runs)
            if known.runs.fullmatch(number) is None:
                known = _Persons(known.masks, known.lengths, _runs(known.masks))
            self._persons = known

    def text(self, said: str) -> str:
        """The text for every reader outside the sealed evidence: no secret in it, everybody's number masked."""
        return mask_residents(self._masked(self.without_secrets(said)))

    def without_secrets(self, said: str) -> str:
        """The text for the sealed evidence: no secret in it, people's numbers as they are."""
        secrets = self._secrets
        if secrets is None or secrets.any.search(said) is None:
            return said
        clean, at = [], 0
        for start, end in _together(found.span(1) for found in secrets.every.finditer(said)):
            clean += [said[at:start], HIDDEN]
            at = end
        return "".join([*clean, said[at:]])

    def data(self, said: Any) -> Any:
        """Plain data with every text in it as `text` gives it: in lists, in tuples, in keys and values of dicts."""
        match said:
            case str():
                return self.text(said)
            case SecretStr():
                return HIDDEN
            case dict():
                return {self.data(key): self.data(value) for key, value in said.items()}
            case list():
                return [self.data(one) for one in said]
            case tuple():
                return tuple(self.data(one) for one in said)
            case _:
                return said

    def _prepare(self) -> None:
        secrets = sorted({*self._for_good, *+self._for_now} - {""}, key=len, reverse=True)
        if not secrets:
            self._secrets = None
            return
        patterns = "|".join(map(pattern_of, secrets))
        self._secrets = _Secrets(re.compile(patterns), re.compile(f"(?=({patterns}))"))

    def _masked(self, said: str) -> str:
        persons = self._persons
        if not persons.masks:
            return said
        return persons.runs.sub(lambda run: _masked_run(run[0], persons), said)


def _plain(value: str | SecretStr) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _folded(number: str) -> str:
    return number.replace("x", "X")


def _runs(masks: Mapping[str, str]) -> re.Pattern[str]:
    """Runs of the characters that numbers have, no shorter than the shortest number."""
    odd = "".join(sorted({one for number in masks for one in number if not re.match(r"\w", one)}))
    return re.compile(rf"[\w{re.escape(odd)}]{{{min(map(len, masks))},}}")


def _masked_run(run: str, persons: _Persons) -> str:
    """A run of characters with the numbers in it masked."""
    folded, masked, at, done = _folded(run), "", 0, 0
    while at < len(run):
        if length := _length_at(folded, at, persons):
            masked += run[done:at] + persons.masks[folded[at : at + length]]
            done = at + length
        at += length or 1
    return masked + run[done:]


def _length_at(run: str, at: int, persons: _Persons) -> int:
    """How long the number is that begins here, the longest if there are several; 0 if none does."""
    for length in persons.lengths:
        fits = at + length <= len(run) and (length >= _SHORT or length == len(run))
        if fits and run[at : at + length] in persons.masks:
            return length
    return 0


def _together(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap or touch as one."""
    start = end = 0
    for begins, ends in spans:
        if begins > end or end == start:
            if end > start:
                yield start, end
            start, end = begins, ends
        else:
            end = max(end, ends)
    if end > start:
        yield start, end


redactor = Redactor()
"""The process's one redactor."""
