"""Text files of rows: UTF-8, UTF-16 or GB 18030, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from bot.roster import reading_words as words
from bot.roster.failures import failure, roster_error

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_GUESSES = ("utf-8", "gb18030", "cp1252")
"""In this order: each refuses most texts of those after it. Excel writes the last two without saying so."""
_SEPARATORS = ",;\t"
_LOOKED_AT = 5
MOST_CELLS = 5_000_000
"""Commas are cheap to write: a file of commas alone would take fifty times its size."""


def read_delimited(path: Path, content: bytes) -> list[list[str | None]]:
    """The rows of a text file; blank lines stay, so that rows keep their numbers. Raises RosterError."""
    text = _decoded(path, content)
    rows: list[list[str | None]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)):
            cells += len(row) or 1
            if cells > MOST_CELLS:
                raise roster_error(path, [failure(words.TAKES_TOO_MUCH)])
            rows.append([_unquoted(cell) or None for cell in row])
    except csv.Error as error:
        raise roster_error(path, [failure(words.NOT_A_SPREADSHEET)]) from error
    return rows


def _unquoted(cell: str) -> str:
    """Without the ="…" that makes Excel keep the digits of a long number."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') and len(cell) > 2 else cell


def _decoded(path: Path, content: bytes) -> str:
    marked = [encoding for mark, encoding in _MARKS.items() if content.startswith(mark)]
    if not marked and b"\0" in content:
        raise roster_error(path, [failure(words.NOT_A_SPREADSHEET)])
    for encoding in marked or _GUESSES:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise roster_error(path, [failure(words.CSV_ENCODING)])


def _separator(text: str) -> str:
    """The separator that cuts the first lines into most cells."""

    def cells(separator: str) -> int:
        rows = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=separator)
        return max((len(row) for row, _ in zip(rows, range(_LOOKED_AT), strict=False)), default=0)

    return max(_SEPARATORS, key=cells)
