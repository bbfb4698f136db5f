"""Files that were handed in, as recorders see them: browsers tell pages a path that is made up."""

from __future__ import annotations

import re

_FAKE_PATH = re.compile(r"[A-Za-z]:\\fakepath\\(.*)", re.DOTALL)


def uploaded_in(value: str) -> str | None:
    """The name of the file, if a value is what a file field shows."""
    match = _FAKE_PATH.fullmatch(value)
    return match[1] if match else None
