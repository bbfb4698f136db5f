"""Where a journal is: the URL of its database, and its name in messages."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import JournalError
from bot.filing.journal import words

DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
"""The driver for each kind of database, whatever driver a URL names."""


def file_url(path: Path) -> str:
    """The URL of a journal in a file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def parse(url: str) -> URL:
    """Take a URL apart. Raises JournalError for one that names no database of a kind that we know.

    The message shows no more of it than the kind, for a URL that cannot be read may hold a password anywhere.
    """
    try:
        address = make_url(url)
        driver = DRIVERS[address.get_backend_name()]
    except (ArgumentError, ValueError, KeyError):
        raise _wrong(url) from None
    if not address.database or address.database == ":memory:":
        raise _wrong(url)
    return address.set(drivername=driver)


def name_of(address: URL) -> str:
    """The file, or server and database: never a user's password."""
    if address.get_backend_name() == "sqlite":
        return address.database or ""
    host = address.host or address.query.get("host", "localhost")
    port = f":{address.port}" if address.port else ""
    return f"{host}{port}/{address.database}"


def _wrong(url: str) -> JournalError:
    kind, found, _ = url.partition("://")
    shown = f"{kind}://…" if found else "…"
    return JournalError(words.WRONG_ADDRESS.format(store=shown), cure=words.WRONG_ADDRESS_CURE)
