"""Everything the mock portal says, in its three languages, under one key each.

Labels are the portal's own (DOMAIN § 2 of the project's notes); sentences are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from mock_portal import words_forms, words_pages, words_rules

Language = Literal["zh", "es", "en"]


class Words(NamedTuple):
    """One label or sentence in each language."""

    zh: str
    es: str
    en: str

    def to(self, language: Language) -> str:
        match language:
            case "zh":
                return self.zh
            case "es":
                return self.es
            case "en":
                return self.en


ALL: Mapping[str, Words] = {
    key: Words(*texts)
    for catalog in (words_forms.WORDS, words_pages.WORDS, words_rules.WORDS)
    for key, texts in catalog.items()
}


class Catalog:
    """The words in the language that this portal is shown in, with labels that a fault renamed."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.renamed: Mapping[str, str] = {}

    def __call__(self, key: str, **values: object) -> str:
        """The text under `key` with `{name}` replaced. KeyError for a key that does not exist."""
        text = self.renamed.get(key) or ALL[key].to(self.language)
        return text.format(**values) if values else text

    def some(self, *keys: str) -> dict[str, str]:
        """The texts under `keys`, for the scripts of a page."""
        return {key: self(key) for key in keys}
