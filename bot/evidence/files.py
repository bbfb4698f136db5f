"""Writing a file whole or not at all, for its owner's eyes only; on Windows the user's own folder sees to that."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder, and what is above it, unless it is there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_file(path: Path, content: bytes, *, anew: bool = False) -> None:
    """Write beside the final name first, so that a file with its final name is whole, power cut or not.

    `anew`: raise FileExistsError if there is such a file already, rather than take its place.
    """
    make_folder(path.parent)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)  # for its owner only
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if anew:
            _put(unfinished, path)
        else:
            os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Put away what a crash left half written. Only for who alone writes there now."""
    for path in folder.rglob(".*.part"):
        path.unlink(missing_ok=True)


def _put(unfinished: Path, path: Path) -> None:
    """Give a file its name unless another has it. A file system without hard links leaves a moment to be unlucky in."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(str(path)) from None
        os.replace(unfinished, path)
