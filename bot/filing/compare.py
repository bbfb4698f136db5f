"""Comparing what the portal shows of a case with what was to be entered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.flow.case import Case
from bot.flow.models import Portal
from bot.flow.scope import Scope
from bot.text import Text


@dataclass(frozen=True)
class Difference:
    """A value that the portal does not show as it was entered."""

    label: str
    expected: str

    def __str__(self) -> str:
        return f"{self.label}: {self.expected}"


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
        label = _label(name, scope.portal, scope)
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


def _label(name: str, portal: Portal, scope: Scope) -> str:
    """The label that the portal puts beside an element, or ""."""
    element = portal.elements.get(name)
    labels = (candidate.field for candidate in element.candidates) if element else ()
    label: Text | None = next((label for label in labels if label is not None), None)
    return label.to(scope.language) if label is not None else ""
