"""What a package of XML parts (.xlsx, .ods) is, before a parser sees it: its real size, and what would choke one.

Plain Python and nothing of ours: it also runs in a process of its own, which has to start quickly.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

MAX_UNPACKED_MEGABYTES = 200
MAX_CELLS = 20_000_000
"""The area from the first cell to the last one written."""
MAX_PARTS = 5_000
MAX_RANGE = 200_000
"""Cells that merged ranges and links may cover altogether: a writer makes each of them."""
SMALL_MEGABYTES = 20
"""What is not larger, and is written as spreadsheet programs write, is parsed right here."""
ZIP = b"PK\x03\x04"

_LARGEST_DIRECTORY = 2_000_000
"""Bytes of the list of parts."""
_END_OF_DIRECTORY = b"PK\x05\x06"
_MEDIA = re.compile(r"(xl/media|Pictures|media)/", re.I)
_ODD = re.compile(rb"<(?:\w+:)?f[ >/]|\bt=\"e\"")
_WRITTEN = re.compile(rb"<(?:\w+:)?c r=\"([A-Z]{1,3})([0-9]{1,7})\"[^>]*[^/]>")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLAIN_CELL = re.compile(rb"<(?:\w+:)?c r=\"[A-Z]{1,3}[0-9]{1,7}\"")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_PLAIN_ROW = re.compile(rb"<(?:\w+:)?row r=\"[0-9]{1,7}\"")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)[\"']", re.I)
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1"})
"""In which `<!DOCTYPE` is written as it is here."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_RANGED = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)(?=[\s/>])([^>]*)>")
_REF = re.compile(rb"\bref\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?[\"']")

Kind = Literal["size", "far_cell", "parts", "entities", "ranges", "time"]


class Unsafe(Exception):
    """A file is not parsed: it would take too much, or is made as no spreadsheet program makes one."""

    def __init__(self, kind: Kind, found: str = "") -> None:
        super().__init__(kind, found)
        self.kind, self.found = kind, found


@dataclass(frozen=True)
class Oddity:
    """A cell with a formula, or with a calculation error."""

    error: str = ""
    """What the cell shows instead of a value, e.g. "#N/A"; "" if it has none."""


Oddities = Mapping[tuple[int, int], Oddity]
"""By (row, column), counted from 0."""


@dataclass
class Package:
    """What was seen of the parts of a package."""

    megabytes: float = 0
    odd: bool = False
    """Whether there are formulas or calculation errors."""
    plain: bool = True
    """Whether every cell says where it is, as spreadsheet programs write it."""
    ranges: int = 0
    """Cells that are merged or links."""

    @property
    def small(self) -> bool:
        """Whether it can be parsed without fear of what it takes."""
        return self.plain and self.megabytes <= SMALL_MEGABYTES


def look_into(content: bytes) -> Package:
    """Look through every part. Raises Unsafe; zipfile's own errors for what is no sound package."""
    if _directory_size(content) > _LARGEST_DIRECTORY:
        raise Unsafe("parts")
    seen = Package()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS:
            raise Unsafe("parts")
        seen.megabytes = sum(one.file_size for one in parts) / 1_000_000
        if seen.megabytes > MAX_UNPACKED_MEGABYTES:
            raise Unsafe("size", str(round(seen.megabytes)))
        for part in parts:
            if not _MEDIA.match(part.filename):
                _look_at(archive.read(part), seen)  # a size that was declared too small fails here
    return seen


def _directory_size(content: bytes) -> int:
    at = content.rfind(_END_OF_DIRECTORY)
    found: int = struct.unpack_from("<L", content, at + 12)[0] if 0 <= at <= len(content) - 22 else 0
    return found


def _look_at(part: bytes, seen: Package) -> None:
    declared = _DECLARED.match(part[:200].removeprefix(b"\xef\xbb\xbf"))
    foreign = part[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in _ENCODINGS)
    if foreign or _DOCTYPE.search(part):
        raise Unsafe("entities")
    if far := _far_cell(part):
        raise Unsafe("far_cell", far)
    seen.ranges += sum(_areas(part))
    if seen.ranges > MAX_RANGE:
        raise Unsafe("ranges", str(seen.ranges))
    seen.odd = seen.odd or _ODD.search(part) is not None
    seen.plain = seen.plain and _is_plain(part)


def _is_plain(part: bytes) -> bool:
    """Whether the cells are where a search for them finds them."""
    cells = len(_CELL.findall(part)) == len(_PLAIN_CELL.findall(part))
    return cells and len(_ROW.findall(part)) == len(_PLAIN_ROW.findall(part))


def _areas(part: bytes) -> Iterator[int]:
    """How many cells each merged range, and each link, covers."""
    for attributes in _RANGED.findall(part):
        found = _REF.search(attributes)
        if found is None:
            raise Unsafe("ranges")
        left, top, right, bottom = found[1], int(found[2]), found[3] or found[1], int(found[4] or found[2])
        yield (abs(bottom - top) + 1) * (abs(_number(right) - _number(left)) + 1)


def _number(name: bytes) -> int:
    """The number of a column by its letters, from 1."""
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


def _far_cell(part: bytes) -> str:
    """The last cell written, if the area before it is too large; else ""."""
    last_row, last_column = 0, b""
    for column, row in _WRITTEN.findall(part):
        last_row = max(last_row, int(row))
        last_column = max(last_column, column, key=lambda letters: (len(letters), letters))
    far = last_row * _number(last_column) > MAX_CELLS
    return f"{last_column.decode()}{last_row}" if far else ""


def oddities(content: bytes) -> dict[str, Oddities]:
    """The odd cells of an .xlsx, by sheet, as the slow reader finds them. Raises whatever it stumbles over."""
    import openpyxl

    written = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    shown = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return {sheet.title: {**_cells(sheet, "f"), **_cells(shown[sheet.title], "e")} for sheet in written.worksheets}


def _cells(sheet: Any, kind: str) -> dict[tuple[int, int], Oddity]:
    """The cells of a kind: formulas ("f") or errors ("e")."""
    sheet.reset_dimensions()  # what a sheet says of its own size may be a lie
    return {
        (cell.row - 1, cell.column - 1): Oddity(str(cell.value) if kind == "e" else "")
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == kind
    }
