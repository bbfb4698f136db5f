"""A dossier as it comes: a folder, or a zip of one. Nothing outside it is ever read, however its files are named."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import IO

from bot.errors import UsageError
from bot.evidence import reading_words as words
from bot.text import Text

SEAL = re.compile(r"(?P<folder>(?:.*/)?)seals/(?P<number>[0-9]{4,9})\.json")
_MOST_FILES = 500_000
_MOST_BYTES = 1024**3
_MOST_PACKED = 200
"""How many times its own size a zip may unpack to: text packs to a tenth, pictures hardly at all."""
_PIECE = 256 * 1024


class Container(ABC):
    """The files of a dossier, by their names in it: `/` between the parts, relative, none that leads out."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @abstractmethod
    def within(self, folder: str) -> tuple[str, ...]:
        """The files right in one of its folders, sorted."""

    def read(self, name: str, at_most: int) -> bytes:
        """The content of a file. Raises UsageError if it is not there, leads out, or has more than so many bytes."""
        try:
            if not is_confined(name):
                raise FileNotFoundError
            content = self._content(name, at_most + 1)
        except FileNotFoundError as error:
            raise self.wrong(words.MISSING.format(name=name)) from error
        except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
            raise self.wrong(words.UNREADABLE.format(name=name)) from error
        if len(content) > at_most:
            raise self.wrong(words.TOO_BIG.format(name=name, most=at_most // 1024**2))
        return content

    def digest(self, name: str) -> str:
        """The SHA-256 of a file, in hex, read piece by piece. Raises OSError if it cannot be read, or has no end."""
        sha256, read = hashlib.sha256(), 0
        try:
            with self._stream(name) as file:
                while piece := file.read(_PIECE):
                    sha256.update(piece)
                    read += len(piece)
                    if read > _MOST_BYTES:
                        raise OSError(f"more than {_MOST_BYTES // 1024**3} GiB")
        except (EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
            raise OSError(str(error)) from error
        return sha256.hexdigest()

    def wrong(self, what: Text) -> UsageError:
        """The error for something that is wrong with it."""
        return UsageError(words.WRONG.format(path=self.path, what=what), cure=words.VERIFY.format(path=self.path))

    @abstractmethod
    def every(self) -> tuple[str, ...]:
        """Whatever is in it, sorted: its files, and what should not be there, such as links and names that lead out."""

    def _content(self, name: str, at_most: int) -> bytes:
        with self._stream(name) as file:
            return file.read(at_most)

    @abstractmethod
    def _stream(self, name: str) -> IO[bytes]: ...


def open_container(path: Path) -> Container:
    """The dossier in this folder or zip. Raises UsageError if there is none."""
    try:
        if path.is_dir():
            return _Folder(path)
        if not path.is_file():
            raise UsageError(words.NOTHING_THERE.format(path=path))
        return _Zip(path, zipfile.ZipFile(path))
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
        raise UsageError(words.NO_DOSSIER.format(path=path), cure=words.GIVE_FOLDER) from error


def is_confined(name: str) -> bool:
    """Whether a name stays inside the folder that it is relative to, on every platform."""
    return not re.search(r"[\\:\x00]", name) and all(part not in ("", ".", "..") for part in name.split("/"))


class _Folder(Container):
    def within(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(f"{folder}/{path.name}" for path in (self.path / folder).glob("*") if path.is_file()))

    def every(self) -> tuple[str, ...]:
        paths = (path for path in self.path.rglob("*") if path.is_symlink() or not path.is_dir())
        return tuple(sorted(path.relative_to(self.path).as_posix() for path in paths))

    def _stream(self, name: str) -> IO[bytes]:
        path = self.path.joinpath(*PurePosixPath(name).parts)
        if not path.resolve().is_relative_to(self.path.resolve()) or not path.is_file():
            raise FileNotFoundError
        return path.open("rb")


class _Zip(Container):
    """Closed as soon as nobody has it any more."""

    def __init__(self, path: Path, opened: zipfile.ZipFile) -> None:
        super().__init__(path)
        self._opened = opened
        members = [one for one in opened.infolist() if not one.is_dir()]
        names = {one.filename for one in members}
        if len(members) > _MOST_FILES or len(names) < len(members):
            raise self.wrong(words.ODD_ZIP)
        if sum(one.file_size for one in members) > _MOST_PACKED * max(path.stat().st_size, _PIECE):
            raise self.wrong(words.BOMB)
        top = self._top(name for name in names if is_confined(name))
        inside = (one for one in members if one.filename.startswith(top) and is_confined(one.filename))
        self._members = {one.filename.removeprefix(top): one for one in inside}
        self._leading_out = {name for name in names if not is_confined(name)}

    def _top(self, names: Iterable[str]) -> str:
        """The folder of the zip that holds the seals. With several it would not be plain which dossier is meant."""
        tops = sorted({found["folder"] for name in names if (found := SEAL.fullmatch(name))}, key=len)
        if any(not other.startswith(tops[0]) for other in tops):
            raise self.wrong(words.SEVERAL)
        return tops[0] if tops else ""

    def within(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(name for name in self._members if name.rpartition("/")[0] == folder))

    def every(self) -> tuple[str, ...]:
        return tuple(sorted(self._leading_out.union(self._members)))

    def _stream(self, name: str) -> IO[bytes]:
        if name not in self._members:
            raise FileNotFoundError
        if self._members[name].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotImplementedError
        return self._opened.open(self._members[name])
