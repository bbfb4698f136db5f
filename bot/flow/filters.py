"""The filters of expressions that are our own, and the ones of Jinja that flows may use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.errors import FlowError
from bot.text import Text

FROM_JINJA = (
    "abs", "default", "first", "groupby", "int", "float", "join", "last", "length", "list", "lower", "map",
    "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort",
    "string", "sum", "trim", "unique", "upper",
)  # fmt: skip
"""Jinja's own filters that are of use to a flow, and can neither run away nor write markup."""


def rows_with(rows: Iterable[Mapping[str, Any]], *texts: Any) -> list[Mapping[str, Any]]:
    """The rows of a table read by `read_table` whose text contains all of these texts."""
    wanted = [_spellings(text) for text in texts]
    return [row for row in rows if _has_all(_folded(row["text"]), wanted)]


def row_with(rows: Iterable[Mapping[str, Any]], *texts: Any) -> Mapping[str, Any] | None:
    """The one row whose text contains all of these texts; null if there is none, an error if there are several."""
    found = rows_with(rows, *texts)
    if len(found) > 1:
        numbers = ", ".join(str(row.get("row", "?")) for row in found)
        raise FlowError(
            f"`row_with` matches {len(found)} rows of the table (rows {numbers}), and may match one at most",
            cure="give it more texts, or use `rows_with`, which gives all of them",
        )
    return found[0] if found else None


def digits(text: Any) -> int:
    """The first whole number in a text: 12 of "Drafts (12)". An error if it has none."""
    match = re.search(r"\d+", _folded(text))
    if match is None:
        raise FlowError(f"there is no number in {str(text)!r}", cure="read an element whose text holds a number")
    return int(match[0])


OWN: dict[str, Callable[..., Any]] = {"row_with": row_with, "rows_with": rows_with, "digits": digits}


def _has_all(text: str, wanted: Iterable[Iterable[str]]) -> bool:
    return all(any(one in text for one in spellings) for spellings in wanted)


def _spellings(text: Any) -> tuple[str, ...]:
    """A text as it may stand on the page: a text in several languages matches in each."""
    label = text if isinstance(text, Text) else getattr(text, "label", None)
    if isinstance(label, Text):
        return tuple(_folded(one) for one in label.values())
    return (_folded(text),)


def _folded(text: Any) -> str:
    return " ".join(unicodedata.normalize("NFKC", str(text)).split())
