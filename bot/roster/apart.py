"""Reading a workbook in a process of its own, with so much time and memory and no more.

Some damaged .xls and .ods files end the process that reads them, and a hostile file may take all there is. What is
small and written as spreadsheet programs write is read right here: it can do neither.

`python -m bot.roster.apart` takes a file on its input and gives its contents, pickled, on its output.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress

from bot.roster.package import ZIP, Unsafe, look_into
from bot.roster.workbook import Contents, Protected, Unreadable, read_contents

LONGEST = 60
"""Seconds that a file may take."""
MOST_MEMORY = 2 * 1024**3
"""Bytes, where the system can hold a process to that: Windows and macOS can't, and have the other limits alone."""
_PROTECTED, _EXHAUSTED, _UNSAFE = 3, 4, 5
"""The exit codes that say so."""
_XLSX = b"xl/workbook.xml"


def read_safely(content: bytes) -> Contents:
    """The contents of a workbook. Raises Unsafe, Unreadable or Protected."""
    if content.startswith(ZIP) and _XLSX in content:
        try:
            looked = look_into(content)
            if looked.small:
                return read_contents(content, looked)
        except (Unsafe, Unreadable):
            raise
        except Exception as error:  # a damaged package fails in as many ways as it has parts
            raise Unreadable from error
    return read_apart(content)


def read_apart(content: bytes) -> Contents:
    """The contents of a workbook, read by a process of its own. Raises Unsafe, Unreadable or Protected."""
    path = os.pathsep.join(filter(None, sys.path))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot.roster.apart"],
            input=content,
            capture_output=True,
            timeout=LONGEST,
            env={**os.environ, "PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired as error:
        raise Unsafe("time") from error
    match done.returncode:
        case 0:
            contents: Contents = pickle.loads(done.stdout)
            return contents
        case code if code == _PROTECTED:
            raise Protected
        case code if code == _EXHAUSTED:
            raise Unsafe("time")
        case code if code == _UNSAFE:
            raise Unsafe(*pickle.loads(done.stdout))
        case _:
            raise Unreadable


def _main() -> int:
    with suppress(ImportError, ValueError, OSError):  # not everywhere is there such a limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        answer = pickle.dumps(read_contents(sys.stdin.buffer.read()))
    except Protected:
        return _PROTECTED
    except MemoryError:
        return _EXHAUSTED
    except Unreadable as error:
        return _EXHAUSTED if isinstance(error.__cause__, MemoryError) else 1
    except Unsafe as unsafe:
        sys.stdout.buffer.write(pickle.dumps(unsafe.args))
        return _UNSAFE
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    raise SystemExit(_main())
