"""A dossier that came from elsewhere, as a zip: verified like any other, within limits, and nothing of it is kept."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from bot.errors import UsageError
from bot.service import received_words as words
from bot.service.dossiers import Checking, Dossiers
from bot.text import each

if TYPE_CHECKING:
    from bot.evidence.verify import Verdict

MOST_FILES = 50_000
"""In one zip: 5,000 people with ten pictures each."""
MOST_BYTES = 2 * 1024**3
"""Of all its files unpacked. What is larger is verified where it lies: `portal evidence verify FILE`."""
LARGEST_KEY = 64 * 1024
"""Bytes of a public key as text: it has some hundred."""
LONGEST_NAME = 100


@dataclass(frozen=True)
class Received:
    """What somebody was given."""

    name: str
    """What its file is called."""
    content: IO[bytes]
    """The zip, from its beginning."""
    key: bytes = b""
    """The public key that must have signed it, as PEM; without any, this home's own where it fits."""
    head: str = ""
    """The digest of a seal that must be in it, as it was given; spaces do not count."""


def verify_received(dossiers: Dossiers, received: Received) -> Verdict:
    """Whether a dossier in a zip is as it was sealed, as `Dossiers.verify` says it of one on the disk.

    Raises UsageError for what is no dossier, or larger than the limits.
    """
    with TemporaryDirectory(prefix="portal-") as folder:
        path, pem = Path(folder, "dossier.zip"), Path(folder, "key.pem")
        with path.open("wb") as file:
            shutil.copyfileobj(received.content, file)
        if received.key:
            pem.write_bytes(received.key[:LARGEST_KEY])
        name = received.name[-LONGEST_NAME:]
        try:
            _refuse_large(path)
            head = "".join(received.head.split()).lower()
            return dossiers.verify(str(path), Checking((pem,) if received.key else (), head))
        except UsageError as error:  # by its own name: where it lies for this moment is nobody's concern
            called = partial(_called, names={str(path): name, str(pem): str(words.THE_KEY)})
            raise UsageError(each(error.message, called), cure=each(error.cure, called)) from error


def _refuse_large(path: Path) -> None:
    """Raises UsageError for a zip that says of itself that it is larger than the limits; it is held to what it says."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return  # no zip: the verification says so
    if len(members) > MOST_FILES or sum(one.file_size for one in members) > MOST_BYTES:
        raise UsageError(words.TOO_LARGE.format(path=path), cure=words.TOO_LARGE_CURE)


def _called(said: str, names: dict[str, str]) -> str:
    """Words in which files are called by these names."""
    for path, name in names.items():
        said = said.replace(path, name)
    return said
