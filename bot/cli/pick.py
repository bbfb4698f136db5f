"""Picking cases of a batch by what a person types: their ids, their places in the roster, or just the row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.cli import batch_words
from bot.cli.asking import Asking
from bot.errors import UsageError
from bot.flow.case import Case
from bot.text import Text

ALL = frozenset({"all", "todos", "todas", "全部", "全选"})
NONE = frozenset({"none", "ninguno", "ninguna", "全不", "无", "都不"})
SEPARATORS = re.compile(r"[,;，；、]")


def pick(said: Sequence[str], cases: Sequence[Case], *, batch: str) -> list[str]:
    """The ids of the cases that were named, in the order of the roster. Raises UsageError for a name that is none."""
    picked = {_find(one, cases, batch) for one in said}
    return [case.id for case in cases if case.id in picked]


def _find(said: str, cases: Sequence[Case], batch: str) -> str:
    wanted = " ".join(said.split()).casefold()
    found = {case.id for case in cases if wanted in _names(case)}
    if len(found) == 1:
        return found.pop()
    known = ", ".join(sorted(found) or [case.id for case in cases])
    raise UsageError(
        (batch_words.SEVERAL_CASES if found else batch_words.NO_SUCH_CASE).format(said=said, batch=batch),
        cure=batch_words.CASES_ARE.format(known=known),
    )


def _names(case: Case) -> set[str]:
    origin = case.origin
    places = {str(origin), str(origin.row)} if origin else set()
    return {name.casefold() for name in {case.id, *places}}


async def ask_which(question: Text, cases: Sequence[Case], asking: Asking, *, batch: str) -> list[str]:
    """The ids of the cases that the person picks: all, some or none. Asks until the answer can be understood."""
    hint = ""
    while True:
        answer = await asking.line(f"{hint}{question}")
        if answer.casefold() in ALL:
            return [case.id for case in cases]
        if answer.casefold() in NONE:
            return []
        try:
            named = [one.strip() for one in SEPARATORS.split(answer) if one.strip()]
            if picked := pick(named, cases, batch=batch):
                return picked
        except UsageError as error:
            hint = f"{error} {error.cure}\n"
