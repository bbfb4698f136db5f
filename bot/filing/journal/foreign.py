"""The errors of databases, told apart by their codes and mapped to ours: here and nowhere else."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from bot.errors import JournalError
from bot.filing.journal import words
from bot.text import Text

Saying = tuple[Text, Text]
"""The message and the cure."""

FULL: Saying = (words.FULL, words.FULL_CURE)
READ_ONLY: Saying = (words.READ_ONLY, words.READ_ONLY_CURE)
LOCKED: Saying = (words.LOCKED, words.LOCKED_CURE)
DAMAGED: Saying = (words.DAMAGED, words.DAMAGED_CURE)
CANNOT_OPEN: Saying = (words.CANNOT_OPEN, words.CANNOT_OPEN_CURE)
UNREACHABLE: Saying = (words.UNREACHABLE, words.UNREACHABLE_CURE)
DENIED: Saying = (words.DENIED, words.DENIED_CURE)
BROKEN: Saying = (words.BROKEN, words.BROKEN_CURE)
WRONG_ADDRESS: Saying = (words.WRONG_ADDRESS, words.WRONG_ADDRESS_CURE)

SQLITE: dict[int, Saying] = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: BROKEN,
    sqlite3.SQLITE_NOLFS: BROKEN,
    sqlite3.SQLITE_NOMEM: BROKEN,
}
"""By SQLite's primary result code. Any other (a wrong statement, a broken constraint) is a bug of ours."""

POSTGRES: dict[str, Saying] = {
    "53100": FULL,
    "25006": (words.READ_ONLY, words.READ_ONLY_SERVER_CURE),
    "55P03": LOCKED,
    "40P01": LOCKED,
    "40001": LOCKED,
    "28000": DENIED,
    "28P01": DENIED,
    "3D000": DENIED,
    "42501": DENIED,
    "53": BROKEN,
    "57": UNREACHABLE,
    "58": BROKEN,
    "XX": BROKEN,
    "08": UNREACHABLE,
}
"""By SQLSTATE, or by its class: its first two characters."""

SYSTEM: dict[int, Saying] = {
    errno.ENOSPC: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
}


@contextmanager
def mapped(store: str) -> Iterator[None]:
    """Raise JournalError for what a database or its disk cannot do; bugs of ours come out as they are.

    `store` names the file or the server, without any password.
    """
    try:
        yield
    except exc.TimeoutError as error:  # every connection of the pool is in use
        raise _said(LOCKED, store, error) from error
    except exc.DBAPIError as error:
        if (saying := _of_driver(error)) is None:
            raise
        raise _said(saying, store, error.orig) from error
    except OSError as error:
        raise _said(SYSTEM.get(error.errno or 0, CANNOT_OPEN), store, error) from error


def _of_driver(error: exc.DBAPIError) -> Saying | None:
    """None for a bug of ours."""
    if isinstance(error.orig, sqlite3.Error):
        return SQLITE.get(getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF)
    if state := getattr(error.orig, "sqlstate", None):
        return POSTGRES.get(state) or POSTGRES.get(state[:2])
    return UNREACHABLE if isinstance(error, exc.OperationalError) else None  # no connection, or it broke: no state


def _words(error: BaseException | None) -> str:
    """The first line: the others are hints for who runs a server."""
    return (str(error).splitlines() or [""])[0]


def _said(saying: Saying, store: str, error: BaseException | None) -> JournalError:
    message, cure = saying
    return JournalError(message.format(store=store, words=_words(error)), cure=cure.format(store=store))
