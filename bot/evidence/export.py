"""A dossier as one file: a zip with its folder as it is, and beside it what helps to read and to verify it."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from bot.errors import UsageError
from bot.evidence import export_words as words
from bot.evidence.files import make_folder

_PACKED = frozenset({".webp", ".png", ".jpg", ".zip", ".pdf"})
"""What would not get any smaller."""
_UNIX = 3
"""The system that the rights of an entry are told for, whatever this one is."""
_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the same dossier makes the same zip. The seals know when."""


def export_sealed(folder: Path, name: str, to: Path, *, extra: Mapping[str, bytes]) -> Path:
    """Pack a dossier under a folder of this name, complete and untouched, with `extra` files beside it.

    Raises UsageError if there is a file of that name already, or none can be written.
    """
    refuse_existing(to)
    try:
        make_folder(to.parent)
        descriptor, unfinished = tempfile.mkstemp(prefix=f".{to.name}.", suffix=".part", dir=to.parent)
        try:
            with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w") as archive:
                for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
                    inside = path.relative_to(folder).as_posix()
                    _add(archive, f"{name}/{inside}", path.read_bytes())
                for beside, content in sorted(extra.items()):
                    _add(archive, beside, content)
                archive.close()
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, to)
        finally:
            Path(unfinished).unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(words.NOT_PACKED.format(path=to, why=error.strerror or error)) from error
    return to


def refuse_existing(to: Path) -> None:
    """Raises UsageError if there is something of that name."""
    if to.exists():
        raise UsageError(words.THERE_ALREADY.format(path=to), cure=words.ANOTHER_NAME)


def how_to_verify(name: str) -> bytes:
    """A page in three languages that says how to verify what is in the zip."""
    return "\n\n".join(words.VERIFY.format(name=name).values()).encode() + b"\n"


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system = _UNIX
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
