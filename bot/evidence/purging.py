"""Removing a dossier for good, and the signed note that says what there was."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import UsageError
from bot.evidence import export_words as words
from bot.evidence.envelope import sign
from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.sealing import PUBLIC_KEYS

NOTE_TYPE = "application/vnd.portal-assistant.purged+json"
_OURS = re.compile(r"(records|seals)/[0-9]{4,}\.(json|tsr)|(.+/)?\.[^/]+\.part")


@dataclass(frozen=True)
class Removal:
    """What was removed of a folder, or would be."""

    files: int
    bytes: int
    strange: tuple[str, ...] = ()
    """What is there besides, and stays: it was never the dossier's."""


def remove_dossier(folder: Path, known: Collection[str], *, dry_run: bool = False) -> Removal:
    """Remove a dossier's files, those of these names and its seals and records; its folders where nothing is left.

    Links are never followed. Raises UsageError where something cannot be removed.
    """
    count = size = 0
    strange: list[str] = []
    try:
        for path in sorted(folder.rglob("*"), reverse=True):
            name = path.relative_to(folder).as_posix()
            if path.is_dir() and not path.is_symlink():
                continue
            if path.is_symlink() or not (name in known or name == PUBLIC_KEYS or _OURS.fullmatch(name)):
                strange.append(name)
                continue
            count, size = count + 1, size + path.stat().st_size
            if not dry_run:
                path.unlink()
        if not dry_run:
            _remove_empty(folder)
    except OSError as error:
        raise UsageError(words.NOT_REMOVED.format(path=folder, why=error.strerror or error)) from error
    return Removal(count, size, tuple(sorted(strange)))


def _remove_empty(folder: Path) -> None:
    folders = sorted((path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink()), reverse=True)
    for path in (*folders, folder):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def write_note(path: Path, said: Mapping[str, Any], key: SigningKey) -> Path:
    """Sign what was purged, and keep it. Nothing in it may be about a person."""
    payload = json.dumps({"schema": "urn:portal-assistant:purged:1", **said}, ensure_ascii=False, indent=1).encode()
    try:
        write_file(path, sign(payload, NOTE_TYPE, key))
    except OSError as error:
        raise UsageError(words.NOT_PACKED.format(path=path, why=error.strerror or error)) from error
    return path
