"""Folders that only their owner may read.

On POSIX their permissions see to it. Windows knows no such modes: there everything of ours is by default in the user's
profile, which its access list closes to other users.
"""

from __future__ import annotations

from pathlib import Path

OWNER_ONLY = 0o700
OWNERS_FILE = 0o600


def private_folder(path: Path) -> Path:
    """The folder, made if it is missing, with every missing one above it. One that is there stays as it is."""
    for folder in reversed([path, *path.parents]):
        if not folder.exists():
            folder.mkdir(mode=OWNER_ONLY, exist_ok=True)  # somebody else may be making it too
    return path


def private_file(path: Path) -> Path:
    """The file, made empty if it is missing. One that is there stays as it is."""
    if not path.exists():
        path.touch(mode=OWNERS_FILE)
    return path
