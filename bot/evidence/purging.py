"""Removing a dossier for good, and the signed note that says what there was."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.errors import UsageError
from bot.evidence import export_words as words
from bot.evidence.envelope import sign
from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.sealing import PUBLIC_KEYS

NOTE_TYPE = "application/vnd.portal-assistant.purged+json"
SCHEMA = "urn:portal-assistant:purged:1"
_OURS = re.compile(r"(records|seals)/[0-9]{4,9}\.(json|tsr)|([^/]+/)?\.[^/]+\.part")
_NUMBERED = re.compile(r"(?P<folder>[^/]+)/[0-9]{2,}-[A-Za-z0-9_-]+\.[A-Za-z0-9]{1,8}")
_REHEARSED = re.compile(r"([^/]+/){1,2}(\.[^/]+\.part|[0-9]{2,}-[A-Za-z0-9_-]+\.[A-Za-z0-9]{1,8})")
_SHARED = "batch"


@dataclass(frozen=True)
class Removal:
    """What was removed of a folder, or would be."""

    files: int
    bytes: int
    missing: int = 0
    """How many files it should have had besides."""
    strange: tuple[str, ...] = ()
    """What is there besides, and stays: it was never the dossier's."""


def remove_dossier(
    folder: Path, known: Collection[str], *, cases: Collection[str] = (), dry_run: bool = False
) -> Removal:
    """Remove a dossier's files, and its folders where nothing is left.

    Those are the files of these names, and what is named and placed as only a dossier of these cases names and places
    it: a crash may have kept it from being recorded. Links are neither followed nor removed. Raises UsageError where
    something cannot be removed.
    """
    removal, found = _remove(folder, lambda name: name in known or _is_ours(name, cases), dry_run=dry_run)
    return replace(removal, missing=len(set(known) - found))


def remove_rehearsed(folder: Path, *, dry_run: bool = False) -> Removal:
    """Remove what a rehearsal left in the same way: what is named and placed as only a rehearsal does it."""
    return _remove(folder, lambda name: _REHEARSED.fullmatch(name) is not None, dry_run=dry_run)[0]


def _remove(folder: Path, ours: Callable[[str], bool], *, dry_run: bool) -> tuple[Removal, set[str]]:
    count = size = 0
    found, strange = set(), []
    try:
        for name in sorted(_files(folder)):
            path = folder / name
            if _is_link(path) or not ours(name):
                strange.append(name)
                continue
            found.add(name)
            count, size = count + 1, size + path.lstat().st_size
            if not dry_run:
                path.unlink()
        if not dry_run:
            _remove_empty(folder)
    except OSError as error:
        raise UsageError(words.NOT_REMOVED.format(path=folder, why=error.strerror or error)) from error
    return Removal(count, size, strange=tuple(strange)), found


def _is_ours(name: str, cases: Collection[str]) -> bool:
    numbered = _NUMBERED.fullmatch(name)
    in_its_place = numbered is not None and (numbered["folder"] == _SHARED or numbered["folder"] in cases)
    return name == PUBLIC_KEYS or _OURS.fullmatch(name) is not None or in_its_place


def _files(folder: Path, above: str = "") -> Iterator[str]:
    """Whatever is no folder, by its name in the dossier."""
    if _is_link(folder) or not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False) and not _is_link(path):
                yield from _files(path, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}"


def _is_link(path: Path) -> bool:
    """Whether it stands for something elsewhere: a symbolic link, a junction of Windows."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    reparse = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_file_attributes", 0) & reparse)


def _remove_empty(folder: Path) -> None:
    """Remove a folder and those in it, as far as nothing is left in them."""
    if _is_link(folder) or not folder.is_dir():
        return
    for inner in [path for path in folder.iterdir() if path.is_dir()]:
        _remove_empty(inner)
    if not any(folder.iterdir()):
        folder.rmdir()


def write_note(path: Path, said: Mapping[str, Any], key: SigningKey) -> Path:
    """Sign what was purged, and keep it. Nothing in it may be about a person."""
    payload = json.dumps({"schema": SCHEMA, **said}, ensure_ascii=False, indent=1).encode()
    try:
        write_file(path, sign(payload, NOTE_TYPE, key))
    except OSError as error:
        raise UsageError(words.NOT_PACKED.format(path=path, why=error.strerror or error)) from error
    return path
