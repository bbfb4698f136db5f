"""The name of a person, as on an identity document (rule NA01)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from bot.fields.base import Field
from bot.fields.cells import clean
from bot.fields.masking import quote
from bot.fields.messages import people as say
from bot.fields.problems import Parsed, Problem, failed

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_LETTER = re.compile(f"[{_HAN}{_LATIN}]")
_FOREIGN = re.compile(f"[^{_HAN}{_LATIN} ·-]")
_PADDING = re.compile(f"(?<=[{_HAN}]) +(?=[{_HAN}])")
_DOTS = re.compile("[•‧∙⋅・·᛫]")
_HYPHENS = re.compile("[‐‑‒–—−]")
_LEAST, _MOST = 2, 50


class PersonName(Field):
    """Chinese characters or Latin letters, spaces, the middle dot and hyphens. Yields a string."""

    type: Literal["person_name"]

    def _missing(self) -> Problem:
        return say.NAME_MISSING.error("NA01")

    def _read(self, raw: object, today: date) -> Parsed:
        if not isinstance(raw, str):
            return failed(say.NAME_NOT_TEXT.error("NA01"))
        typed = " ".join(_HYPHENS.sub("-", _DOTS.sub("·", clean(raw))).split())
        name = _PADDING.sub("", typed)
        problems = list(_wrong(name))
        if problems:
            return failed(*problems)
        return Parsed(name, (say.NAME_PADDED.info("NA01", name=name).proposing(name),) if name != typed else ())


def _wrong(name: str) -> list[Problem]:
    problems = []
    if foreign := list(dict.fromkeys(_FOREIGN.findall(name))):
        shown = " ".join(one for one in foreign if one.isprintable())
        problems.append(say.NAME_CHARACTERS.error("NA01", characters=quote(shown) or "?"))
    if not _LEAST <= len(name) <= _MOST:
        problems.append(say.NAME_LENGTH.error("NA01", count=len(name), least=_LEAST, most=_MOST))
    if not problems and not (_LETTER.match(name) and _LETTER.match(name[-1])):
        problems.append(say.NAME_ENDS.error("NA01"))
    return problems
