"""Comparing names that people typed: headers, sheet names, operations."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import TypeVar

from bot.fields.cells import fold
from bot.text import LANGUAGES, Text

Known = TypeVar("Known")

SHEET_NAME_LENGTH = 31
"""Characters that a spreadsheet program takes in the name of a sheet."""


def spellings(text: Text) -> frozenset[str]:
    """A text's folded forms in every language."""
    return frozenset(fold(words) for words in text.values())


def nearest(name: str, known: Mapping[str, Known]) -> Known | None:
    """The entry whose folded name is most like `name`; None if none is at all like it."""
    close = difflib.get_close_matches(fold(name), known, n=1, cutoff=0.6)
    return known[close[0]] if close else None


def listed(texts: Iterable[Text], separator: str = ", ") -> Text:
    """Texts one after the other, in each language."""
    every = list(texts)
    commas = {"zh": "、"} if separator == ", " else {}
    return Text(
        {language: commas.get(language, separator).join(text.to(language) for text in every) for language in LANGUAGES}
    )


def sheet_name(title: str) -> str:
    """A title, or a file's name, as the name of a sheet: what is not allowed there left out, cut to what fits."""
    return "".join(" " if one in "[]:*?/\\" else one for one in title).strip(" '")[:SHEET_NAME_LENGTH]
