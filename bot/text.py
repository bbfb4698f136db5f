"""Texts that people read, in each of the three languages, and the language they are read in now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from typing import Any, Literal, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

Language = Literal["es", "en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_NARROW_SPACE = "\u202f"

_reading: ContextVar[Language] = ContextVar("reading_language", default="en")


class Text(Mapping[Language, str]):
    """One sentence or label in several languages; `str()` gives it in the reader's language.

    A text that lacks a language falls back to English, then to whatever it has.
    """

    __slots__ = ("_by_language",)

    def __init__(self, by_language: Mapping[Language, str] | None = None, **languages: str) -> None:
        merged: dict[Any, str] = {**(by_language or {}), **languages}
        if not merged:
            raise ValueError("a text needs at least one language")
        if unknown := set(merged) - set(LANGUAGES):
            raise ValueError(f"unknown language {sorted(unknown)[0]!r}; the languages are es, en and zh")
        self._by_language: dict[Language, str] = {one: merged[one] for one in LANGUAGES if one in merged}

    @classmethod
    def same(cls, words: str) -> Text:
        """A text that reads the same in every language: a name, a number, the portal's own words."""
        return cls(es=words, en=words, zh=words)

    def to(self, language: Language) -> str:
        """The text in `language`, or the nearest there is."""
        for one in (language, "en", *self._by_language):
            if one in self._by_language:
                return self._by_language[one]
        raise AssertionError("a text is never empty")

    def format(self, **values: object) -> Text:
        """The text with `{name}` replaced; values that are texts are taken in the same language."""
        return Text(
            {
                language: words.format(
                    **{
                        name: value.to(language) if isinstance(value, Text) else value
                        for name, value in values.items()
                    }
                )
                for language, words in self._by_language.items()
            }
        )

    def each(self, change: Callable[[str], str]) -> Text:
        """The text with its words changed in each language."""
        return Text({language: change(words) for language, words in self._by_language.items()})

    def __getitem__(self, language: Language) -> str:
        return self._by_language[language]

    def __iter__(self) -> Iterator[Language]:
        return iter(self._by_language)

    def __len__(self) -> int:
        return len(self._by_language)

    def __str__(self) -> str:
        return self.to(_reading.get())

    def __repr__(self) -> str:
        return f"Text({self._by_language!r})"

    def __hash__(self) -> int:
        return hash(tuple(self._by_language.items()))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        languages = core_schema.typed_dict_schema(
            {
                language: core_schema.typed_dict_field(core_schema.str_schema(min_length=1), required=False)
                for language in LANGUAGES
            },
            extra_behavior="forbid",
        )
        either = core_schema.union_schema([core_schema.str_schema(min_length=1), languages])
        parsed = core_schema.no_info_after_validator_function(
            lambda raw: cls.same(raw) if isinstance(raw, str) else cls(raw), either
        )
        return core_schema.json_or_python_schema(
            json_schema=parsed,
            python_schema=core_schema.no_info_before_validator_function(
                lambda raw: dict(raw) if isinstance(raw, cls) else raw, parsed
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )


def each(said: Text | str, change: Callable[[str], str]) -> Text | str:
    """Words changed: plain ones, or those of a text in each language."""
    return change(said) if isinstance(said, str) else said.each(change)


class Counted:
    """A text that depends on how many there are. Spanish and English say one thing otherwise than several; Chinese not.

    Both forms have the blank `{count}`, and may have others.
    """

    __slots__ = ("_one", "_several")

    def __init__(self, *, one: Text, several: Text) -> None:
        self._one, self._several = one, several

    def of(self, count: int, **values: object) -> Text:
        """The text for so many, with the number written as each language writes it."""
        form = self._one if count == 1 else self._several
        return form.format(count=written(count), **values)


def written(number: int) -> Text:
    """A whole number, with its thousands apart: 12 480 in Spanish, 12,480 in English and Chinese."""
    grouped = f"{number:,}"
    return Text(es=str(number) if abs(number) < 10_000 else grouped.replace(",", _NARROW_SPACE), en=grouped, zh=grouped)


def reading_language() -> Language:
    """The language of the person who reads what we print now."""
    return _reading.get()


def read_in(language: Language) -> None:
    """Say everything from here on in `language` (for this task and those it starts)."""
    _reading.set(language)
