"""Spreadsheets that were handed in at the console or by a program: checked, put right, filed, and then removed.

Each has a folder of its own in the home: the file as it came, the corrections beside it, and the copy with the results
once it was filed. It names people, so it goes when it is filed (the journal has its own copy) or has lain too long.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.private import private_file, private_folder
from bot.service import words

if TYPE_CHECKING:
    from bot.roster.check import Checked
    from bot.roster.in_hand import InHand
    from bot.roster.model import Place
    from bot.service.assistant import Assistant

FOLDER = "uploads"
KEPT_FOR = timedelta(days=14)
"""What nobody touched for so long will not be filed any more."""
LONGEST_NAME = 120
_CORRECTIONS = ".corrections.json"
_CORRECTED = "corrected"
_KEY = ".key"
"""The digest of what was handed in under a key."""
_RESULTS = "-results"
_OPEN = 4
"""So many spreadsheets are kept in memory: whoever looks at one looks at it again and again."""
_NAME = re.compile(r"[^\w .()-]+")
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class OldUpload:
    """A spreadsheet that was handed in and removed, or would be."""

    name: str
    """As its file is called."""
    files: int
    """With its corrections and results."""
    bytes: int


class OtherContent(UsageError):
    """Something else was handed in under the same key."""


class Uploads:
    """The spreadsheets that were handed in. Any thread may use it."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._folder = assistant.home / FOLDER
        self._open: dict[str, InHand] = {}
        self._lock = RLock()

    def take(self, name: str, content: bytes) -> str:
        """Keep a spreadsheet; the id to ask for it by. It is not looked into yet. What has lain too long goes."""
        remove_old(self._assistant.home, before=datetime.now(UTC) - KEPT_FOR)
        upload = secrets.token_hex(8)
        folder = private_folder(self._folder / upload)
        private_file(folder / _safe(name)).write_bytes(content)
        return upload

    def take_once(self, name: str, content: bytes, key: str, *, said: bytes) -> tuple[str, bool]:
        """Keep a spreadsheet under a key of the sender's ("" for none); its id, and whether it was known already.

        `said` is what was sent. Raises OtherContent where something else was sent with that key.
        """
        if not key:
            return self.take(name, content), False
        upload = hashlib.sha256(key.encode()).hexdigest()[:16]
        digest = hashlib.sha256(said).hexdigest()
        with self._lock:
            kept = self._folder / upload / _KEY
            if kept.exists():
                if kept.read_text(encoding="ascii") != digest:
                    raise OtherContent(words.OTHER_CONTENT, cure=words.OTHER_CONTENT_CURE)
                return upload, True
            folder = private_folder(self._folder / upload)
            private_file(folder / _safe(name)).write_bytes(content)
            private_file(kept).write_text(digest, encoding="ascii")
            return upload, False

    def is_there(self, upload: str) -> bool:
        """Whether there is such a spreadsheet, not filed yet."""
        return bool(_ID.fullmatch(upload) and _rosters(self._folder / upload))

    def is_of(self, upload: str, results: Path) -> bool:
        """Whether these are the results of an upload."""
        return results.parent.name == upload and results.parent.parent == self._folder.resolve()

    def roster(self, upload: str) -> Path:
        """The spreadsheet as it came. Raises UsageError if there is none."""
        folder = self._folder / upload
        files = _rosters(folder) if _ID.fullmatch(upload) else []
        if not files:
            raise UsageError(words.NO_UPLOAD, cure=words.NO_UPLOAD_CURE)
        return files[0]

    def checked(self, upload: str) -> Checked:
        """The spreadsheet, as it was put right, with all that is wrong with it. Raises UsageError, RosterError."""
        with self._lock:
            return self._in_hand(upload).checked(self._assistant.now())

    def correct(self, upload: str, place: Place, value: str) -> None:
        """Put a cell right. Raises UsageError if there is no such cell."""
        from bot.roster.corrections import keep_corrections

        with self._lock:
            in_hand = self._in_hand(upload)
            in_hand.correct(place, value)
            keep_corrections(in_hand.corrections, self._folder / upload / _CORRECTIONS)

    def ready(self, upload: str) -> Path:
        """The spreadsheet as it was put right, in a file: the one that came, where nothing was."""
        from bot.roster.corrections import write_corrected

        with self._lock:
            roster, corrections = self.roster(upload), self._in_hand(upload).corrections
            if not corrections:
                return roster
            folder = private_folder(roster.parent / _CORRECTED)
            return write_corrected(roster, corrections, folder / f"{roster.stem}.xlsx")

    def results(self, upload: str) -> Path:
        """Where the copy with the results goes."""
        roster = self.roster(upload)
        return roster.with_name(f"{roster.stem}{_RESULTS}.xlsx")

    def marked(self, upload: str) -> bytes:
        """A copy in which the wrong cells are marked and explained."""
        checked = self.checked(upload)
        with TemporaryDirectory(prefix="portal-") as folder:
            return self._assistant.write_marked(checked, Path(folder) / "marked.xlsx").read_bytes()

    def filed(self, upload: str) -> None:
        """The journal has it now: the spreadsheet is not needed any more. What became of it stays."""
        with self._lock, suppress(UsageError, OSError):
            folder = self.roster(upload).parent
            self._open.pop(upload, None)
            for path in [*_rosters(folder), folder / _CORRECTIONS]:
                path.unlink(missing_ok=True)
            shutil.rmtree(folder / _CORRECTED, ignore_errors=True)

    def _in_hand(self, upload: str) -> InHand:
        from bot.roster.corrections import load_corrections
        from bot.roster.in_hand import InHand

        roster = self.roster(upload)
        if upload not in self._open:
            kept = load_corrections(roster.parent / _CORRECTIONS)
            while len(self._open) >= _OPEN:
                self._open.pop(next(iter(self._open)))
            self._open[upload] = InHand(roster, self._assistant.library, kept)
        return self._open[upload]


def remove_old(
    home: Path, *, before: datetime, dry_run: bool = False, but: Collection[Path] = ()
) -> tuple[OldUpload, ...]:
    """Remove the uploads that nobody touched since, with their results; those whose results are in `but` go otherwise.

    What is gone, or would be.
    """
    others = {results.parent for results in but}
    old = [one for one in _folders(home) if _touched(one) < before.timestamp() and one.resolve() not in others]
    removed = tuple(map(_described, sorted(old)))
    for folder in old if not dry_run else ():
        shutil.rmtree(folder, ignore_errors=True)
    return removed


def is_upload(home: Path, results: Path) -> bool:
    """Whether these results are those of a roster that was handed in, and not a clerk's own copy elsewhere."""
    return results.parent in [one.resolve() for one in _folders(home)]


def remove_results(home: Path, results: Path) -> None:
    """Remove the copy with the results of a roster that was handed in; a clerk's own copy elsewhere stays."""
    if is_upload(home, results):
        shutil.rmtree(results.parent, ignore_errors=True)


def _described(folder: Path) -> OldUpload:
    files = [path for path in folder.rglob("*") if path.is_file()]
    known = [path.name for path in files if path.parent == folder and path.name[0] != "."]
    return OldUpload(min(known, default=folder.name), len(files), sum(path.stat().st_size for path in files))


def _folders(home: Path) -> Iterator[Path]:
    folder = home / FOLDER
    if folder.is_dir():
        ours = (one for one in folder.iterdir() if _ID.fullmatch(one.name) and not one.is_symlink())
        yield from (one for one in ours if one.is_dir())


def _touched(folder: Path) -> float:
    return max(path.stat().st_mtime for path in [folder, *folder.iterdir()])


def _rosters(folder: Path) -> list[Path]:
    """The spreadsheet in a folder, without what is ours beside it."""
    if not folder.is_dir():
        return []
    return [one for one in folder.iterdir() if one.is_file() and one.name[0] != "." and not one.stem.endswith(_RESULTS)]


def _safe(said: str) -> str:
    """A name for the file, out of what it is said to be called."""
    name = _NAME.sub("_", said.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, "xlsx"
    return f"{stem[:LONGEST_NAME].strip(' .').removesuffix(_RESULTS) or 'roster'}.{suffix[:8]}"
