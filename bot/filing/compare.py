"""Comparing what the portal shows of a case with what was to be entered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.flow.case import Case
from bot.flow.models import Portal
from bot.flow.scope import Scope
from bot.text import Language, Text


@dataclass(frozen=True)
class Difference:
    """A value that the portal does not show as it was entered."""

    label: str
    expected: str

    def __str__(self) -> str:
        return f"{self.label}: {self.expected}"


@dataclass(frozen=True)
class Compared:
    """A value of a case beside what the portal shows of it."""

    label: str
    """The portal's own."""
    words: Text
    """The same in each language."""
    entered: str
    """As the roster says it, spelled as the portal spells it."""
    shown: str
    """What stands after the label in the portal's words; "" where they have no such label."""
    same: bool


class Labels:
    """The labels that a portal puts beside its fields, in one language; to be used for many texts."""

    def __init__(self, portal: Portal, language: Language) -> None:
        self.language = language
        self._words = {name: words for name in portal.elements if (words := _words(name, portal))}
        self._labels = {name: words.to(language) for name, words in self._words.items()}
        longest_first = sorted({fold(one) for one in self._labels.values() if one}, key=len, reverse=True)
        either = "|".join(re.escape(one) for one in longest_first) or "(?!)"
        self._pattern = re.compile(rf"(?<!\w)({either})\s*\*?\s*:\s*")

    def of(self, element: str) -> str:
        """The label beside an element, or ""."""
        return self._labels.get(element, "")

    def words(self, element: str) -> Text:
        """The label beside an element in each language; its name where it has none."""
        return self._words.get(element) or Text.same(element.replace("_", " "))

    def parts(self, text: str) -> dict[str, str]:
        """What stands after each label that a text has, folded, up to the next one."""
        folded = fold(text)
        found = list(self._pattern.finditer(folded))
        ends = [*(one.start() for one in found[1:]), len(folded)]
        return {one[1]: folded[one.end() : end].strip(" ;,|") for one, end in zip(found, ends, strict=False)}


def side_by_side(case: Case, text: str, scope: Scope, labels: Labels) -> list[Compared]:
    """Each value that the portal must show, beside what `text` shows of it.

    What the portal makes of a value by its own rules (a wage above its cap) is not the same as what was entered, even
    where it is what was expected.
    """
    folded, parts, found = fold(text), labels.parts(text), []
    for name, expected in shown_by(case, scope).items():
        label = fold(labels.of(name))
        entered = scope.spell(case.values[name]) if case.values.get(name) is not None else expected
        same = _shows(folded, label, fold(entered))
        found.append(Compared(labels.of(name) or name, labels.words(name), entered, parts.get(label, ""), same))
    return found


def shown_by(case: Case, scope: Scope) -> dict[str, str]:
    """What the portal must show of a case, spelled as the portal spells it; values that are empty are left out."""
    inner = scope.inner(case.values)
    spelled = {name: inner.words(template) for name, template in case.flow.shows.items()}
    return {name: words for name, words in spelled.items() if words}


def differences(expected: Mapping[str, str], text: str, scope: Scope) -> list[Difference]:
    """Each expected value that `text` does not show.

    Where the text has the label of the element of that name, the value has to follow the label; elsewhere it has to
    stand somewhere as a whole word, so that 600 is not found in 6000.
    """
    folded = fold(text)
    found = []
    for name, value in expected.items():
        label = _label(name, scope.portal, scope.language)
        if not _shows(folded, fold(label), fold(value)):
            found.append(Difference(label or name, value))
    return found


def fold(text: str) -> str:
    """Text in compatibility form with single spaces, so that 　 and ： are no differences."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _shows(text: str, label: str, value: str) -> bool:
    whole = rf"(?<!\w){re.escape(value)}(?!\w)"
    after_label = rf"(?<!\w){re.escape(label)}\s*\*?\s*:?\s*" if label else ""
    if label and re.search(after_label, text):
        return re.search(rf"{after_label}{re.escape(value)}(?!\w)", text) is not None
    return re.search(whole, text) is not None


def _label(name: str, portal: Portal, language: Language) -> str:
    """The label that the portal puts beside an element, or ""."""
    words = _words(name, portal)
    return words.to(language) if words else ""


def _words(name: str, portal: Portal) -> Text | None:
    element = portal.elements.get(name)
    labels = (candidate.field for candidate in element.candidates) if element else ()
    return next((label for label in labels if label is not None), None)
