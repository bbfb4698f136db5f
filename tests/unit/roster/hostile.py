"""Spreadsheets that mean harm, made small: each would take all of a reader's time or memory, or reach out of itself."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from tests.unit.roster.sample import GOOD, HEADER, workbook

SHEET = "xl/worksheets/sheet1.xml"


def rewritten(path: Path, change: Callable[[bytes], bytes], part: str = SHEET) -> Path:
    """A good roster with one part changed."""
    workbook(path, {"add": [HEADER, GOOD]})
    with zipfile.ZipFile(path) as source:
        parts = {one.filename: source.read(one) for one in source.infolist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def zip_bomb(path: Path) -> Path:
    """Three hundred megabytes of nothing in some hundred kilobytes."""
    return rewritten(path, lambda _: b" " * 300_000_000, "xl/sharedStrings.xml")


def lying_size(path: Path) -> Path:
    """A part that is larger than it says."""
    rewritten(path, lambda part: part + b" " * 5_000_000)
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", content, at + 28)[0]
        if content[at + 46 : at + 46 + length] == SHEET.encode():
            struct.pack_into("<L", content, at + 24, 1000)
        at = content.find(b"PK\x01\x02", at + 4)
    path.write_bytes(content)
    return path


def many_parts(path: Path) -> Path:
    """Ten thousand parts."""
    workbook(path, {"add": [HEADER, GOOD]})
    with zipfile.ZipFile(path, "a") as target:
        for number in range(10_000):
            target.writestr(f"x/{number}", b"")
    return path


def nested(path: Path) -> Path:
    """A zip in a zip: what is inside is never unpacked."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", b"0" * 50_000_000)
    return rewritten(path, lambda _: inner.getvalue(), "xl/embeddings/inner.zip")


def laughs(path: Path) -> Path:
    """A billion laughs."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{lines}]>'.encode()
    return rewritten(path, lambda part: document + part[part.find(b"<worksheet") :].replace(b"</v>", b"&l9;</v>", 1))


def external_entity(path: Path) -> Path:
    """A file of this computer, asked for by an entity."""
    document = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return rewritten(path, lambda part: document + part[part.find(b"<worksheet") :])


def other_encoding(path: Path) -> Path:
    """An entity, where a search for one does not see it."""
    document = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE l [<!ENTITY l "ha">]>'
    return rewritten(path, lambda part: (document + part[part.find(b"<worksheet") :].decode()).encode("utf-16"))


def far_away_in_disguise(path: Path) -> Path:
    """A cell at the end of the sheet, written as no program writes it."""
    cell = b"<row r='1048576'><c s='0' r='XFD1048576'><v>1</v></c></row></sheetData>"
    return rewritten(path, lambda part: part.replace(b"</sheetData>", cell))


def huge_merge(path: Path) -> Path:
    """Merged cells over the whole sheet."""
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    return rewritten(path, lambda part: part.replace(b"</sheetData>", merged))


def huge_link(path: Path) -> Path:
    """A link over the whole sheet."""
    link = b"</sheetData><hyperlinks><hyperlink display='x' ref='A3:XFD1048576' location='A1'/></hyperlinks>"
    return rewritten(path, lambda part: part.replace(b"</sheetData>", link))


def lying_dimension(path: Path) -> Path:
    """A sheet that says it is as large as can be, with a formula, so that the slow reader has to look."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "add"
    for row in (HEADER, GOOD):
        sheet.append(row)
    sheet["G2"] = "=1+1"
    book.save(path)
    with zipfile.ZipFile(path) as source:
        parts = {one.filename: source.read(one) for one in source.infolist()}
    parts[SHEET] = parts[SHEET].replace(b'<dimension ref="A1:G2"', b'<dimension ref="A1:XFD1048576"', 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def commas(path: Path) -> Path:
    """Commas alone: each of them is a cell."""
    path.write_bytes(b"," * 6_000_000)
    return path


def one_line(path: Path) -> Path:
    """A line without an end."""
    path.write_bytes(b"a" * 1_000_000)
    return path


def encrypted(path: Path) -> Path:
    """As Excel writes a workbook behind a password."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    return path


HOSTILE: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "zip bomb": ("r.xlsx", zip_bomb, "it is too large (300 MB; at most 200 MB)."),
    "lying size": ("r.xlsx", lying_size, "it is not a spreadsheet, or it is damaged."),
    "many parts": ("r.xlsx", many_parts, "it has thousands of parts."),
    "billion laughs": ("r.xlsx", laughs, "its parts define XML entities, or are in another encoding."),
    "external entity": ("r.xlsx", external_entity, "its parts define XML entities, or are in another encoding."),
    "other encoding": ("r.xlsx", other_encoding, "its parts define XML entities, or are in another encoding."),
    "far away": ("r.xlsx", far_away_in_disguise, ""),
    "huge merge": ("r.xlsx", huge_merge, "its merged cells or links cover too many cells."),
    "huge link": ("r.xlsx", huge_link, "its merged cells or links cover too many cells."),
    "commas": ("r.csv", commas, "reading it takes more time or memory than a roster may ask for."),
    "one line": ("r.csv", one_line, "it is not a spreadsheet, or it is damaged."),
    "password": ("r.xlsx", encrypted, "it is protected with a password."),
    "no xlsx": ("r.xlsx", lambda path: (path.write_bytes(b"MZ\x90\0"), path)[1], "it is not a spreadsheet"),
    "no xls": ("r.xls", lambda path: (path.write_bytes(b"\xd0\xcf\x11\xe0" * 200), path)[1], "it is not a spreadsheet"),
}
"""By what they do: the name, who makes it, and what is said of it."""
