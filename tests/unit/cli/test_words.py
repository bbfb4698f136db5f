"""The catalogue of words: in three languages, with the same blanks, and nothing in it that nobody says."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from bot.cli import batch_words, words
from bot.text import LANGUAGES, Text

CATALOGUE = {
    f"{module.__name__.rpartition('.')[2]}.{name}": text
    for module in (words, batch_words)
    for name, text in vars(module).items()
    if isinstance(text, Text)
}
SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(words.__file__).parent.rglob("*.py"))


def blanks(said: str) -> set[str | None]:
    return {blank for _, blank, _, _ in string.Formatter().parse(said) if blank is not None}


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_word_is_whole_in_three_languages_and_used(name: str) -> None:
    text = CATALOGUE[name]
    assert set(text) == set(LANGUAGES)
    assert len({frozenset(blanks(said)) for said in text.values()}) == 1
    assert re.search(rf"\b{name}\b", SOURCES)
