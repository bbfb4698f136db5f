"""Recordings → files in a folder of flows. They are put together apart and must load there before one is written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from bot.errors import FlowError, UsageError
from bot.flow.adding import with_entries, with_item
from bot.flow.loader import PORTAL_FILE, PROPOSED_FILE, load_library
from bot.flow.marks import read_yaml
from bot.porting import words
from bot.porting.codegen import looks_like_codegen, read_codegen
from bot.porting.devtools import looks_like_devtools, read_devtools
from bot.porting.flow_files import Draft, flow_name, flow_of
from bot.porting.naming import free
from bot.porting.recording import Recording
from bot.porting.selenium_ide import looks_like_side, read_side
from bot.text import Text

Format = Literal["auto", "codegen", "devtools", "selenium"]
NAME = re.compile(r"[a-z][a-z0-9_]*")

_LOOKS_LIKE: dict[Format, Callable[[str], bool]] = {
    "selenium": looks_like_side,
    "devtools": looks_like_devtools,
    "codegen": looks_like_codegen,
}
"""The formats in the order in which they are tried: what is one JSON object first."""


@dataclass(frozen=True)
class Imported:
    """A recording that has become a flow, or, with no draft, one in which there was nothing to carry over."""

    source: Path
    title: str
    draft: Draft | None


@dataclass(frozen=True)
class Import:
    """What an import is to write: texts by the names of their files."""

    files: dict[str, str]
    imported: tuple[Imported, ...]
    proposed: bool
    """Whether the folder has a portal already: its file is not touched, a changed copy is put beside it."""


def recordings_in(path: Path, format: Format = "auto") -> tuple[Recording, ...]:
    """The recordings in a file. Raises UsageError where it cannot be read, or is no recording."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(words.NOT_UTF8.format(file=path), cure=words.UNKNOWN_FORMAT_CURE) from error
    except OSError as error:
        raise UsageError(words.NOT_READABLE.format(file=path, why=error.strerror or error)) from error
    known = format if format != "auto" else format_of(text)
    try:
        match known:
            case "selenium":
                return read_side(text)
            case "devtools":
                return read_devtools(text)
            case "codegen":
                return (read_codegen(text, title=path.stem.replace("_", " ").capitalize()),)
            case _:
                raise UsageError(words.UNKNOWN_FORMAT)
    except UsageError as error:
        message = Text.same("{file}: {why}").format(file=path, why=error.message)
        raise UsageError(message, cure=words.UNKNOWN_FORMAT_CURE) from error


def format_of(text: str) -> Format | None:
    """The format of a recording, going by what is in it."""
    return next((format for format, looks_like in _LOOKS_LIKE.items() if looks_like(text)), None)


def import_recordings(recordings: Sequence[tuple[Path, Recording]], folder: Path, *, name: str = "") -> Import:
    """What comes of recordings in a folder of flows, which may be empty or not there yet. Writes nothing.

    `name` is the flow's, where there is one recording. Raises UsageError for a name that is none, for a file that is
    there already, and if nothing can be carried over.
    """
    if name and not NAME.fullmatch(name):
        raise UsageError(words.NO_NAME.format(name=name))
    if name and len(recordings) > 1:
        raise UsageError(words.ONE_NAME.format(count=len(recordings)), cure=words.ONE_NAME_CURE)
    with TemporaryDirectory() as temporary:
        workshop = _Workshop(folder, Path(temporary))
        imported = [workshop.add(source, recording, name) for source, recording in recordings]
        if all(one.draft is None for one in imported):
            raise UsageError(words.NOTHING_IN_IT)
        return Import(workshop.files(), tuple(imported), workshop.has_portal)


def write(files: dict[str, str], folder: Path) -> list[Path]:
    """Write the files of an import, whose paths are given back. Raises UsageError if one is there already."""
    there = [folder / name for name in files if (folder / name).exists()]
    if there:
        raise UsageError(words.THERE_ALREADY.format(file=there[0]), cure=words.THERE_ALREADY_CURE)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in files.items():
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        written.append(folder / name)
    return written


class _Workshop:
    """A copy of a folder of flows, to which recordings are added."""

    def __init__(self, folder: Path, copy: Path) -> None:
        self._copy = copy
        self._new: dict[str, str] = {}
        self._names: set[str] = set()
        self.has_portal = (folder / PORTAL_FILE).exists()
        if self.has_portal:
            load_library(folder)  # what is wrong with it is said of its own files, not of the copies
            for path in folder.iterdir():
                if path.suffix in (".yaml", ".yml") and path.name != PROPOSED_FILE:
                    shutil.copyfile(path, copy / path.name)

    def add(self, source: Path, recording: Recording, name: str) -> Imported:
        """Make a flow of a recording."""
        if not recording.actions:
            return Imported(source, recording.title, None)
        portal = self._copy / PORTAL_FILE
        library = load_library(self._copy) if portal.exists() else None
        made = {*self._names, *(Path(file).stem for file in self._new)}  # `login`, too, where it came of another one
        chosen = name or free(flow_name(recording.title or source.stem), made)
        if library is not None and chosen in library.flows:
            raise UsageError(words.FLOW_THERE.format(name=chosen), cure=words.THERE_ALREADY_CURE)
        self._names.add(chosen)
        draft = flow_of(recording, name=chosen, library=library)
        self._put(f"{chosen}.yaml", draft.flow)
        if draft.login is not None:
            self._put("login.yaml", draft.login)
        if library is None and draft.elements is not None:
            self._put(PORTAL_FILE, draft.elements)
        elif library is not None:
            text = portal.read_text(encoding="utf-8-sig")
            entries = read_yaml(draft.elements, "").value["elements"] if draft.elements else {}
            self._put(PORTAL_FILE, with_item(with_entries(text, "elements", entries), "operations", chosen))
        try:
            load_library(self._copy)
        except FlowError as error:
            raise AssertionError(f"what was made of {source.name} does not load") from error
        return Imported(source, recording.title, draft)

    def _put(self, name: str, text: str) -> None:
        (self._copy / name).write_text(text, encoding="utf-8", newline="\n")
        self._new[PROPOSED_FILE if self.has_portal and name == PORTAL_FILE else name] = text

    def files(self) -> dict[str, str]:
        """The files that are new."""
        return self._new
