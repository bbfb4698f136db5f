"""Reading a workbook in a process of its own: some damaged .xls and .ods files end the process that reads them.

`python -m bot.roster.apart` takes a file on its input and gives its sheets, pickled, on its output.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

from bot.roster.workbook import Cells, Protected, Unreadable, read_workbook

_LONGEST = 120
"""Seconds that a file may take."""
_PROTECTED = 3
"""The exit code that says so."""


def read_workbook_apart(content: bytes) -> list[Cells]:
    """The sheets of a workbook. Raises Unreadable or Protected."""
    path = os.pathsep.join(filter(None, sys.path))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot.roster.apart"],
            input=content,
            capture_output=True,
            timeout=_LONGEST,
            env={**os.environ, "PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable from error
    if done.returncode == _PROTECTED:
        raise Protected
    if done.returncode != 0:
        raise Unreadable
    sheets: list[Cells] = pickle.loads(done.stdout)
    return sheets


def _main() -> int:
    try:
        sheets = read_workbook(sys.stdin.buffer.read())
    except Protected:
        return _PROTECTED
    except Unreadable:
        return 1
    sys.stdout.buffer.write(pickle.dumps(sheets))
    return 0


if __name__ == "__main__":
    raise SystemExit(_main())
