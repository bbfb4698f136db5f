"""Connections to the journal's database: durable to the disk, patient with others who write."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, select

from bot.filing.journal.address import name_of
from bot.filing.journal.foreign import mapped
from bot.private import private_file, private_folder

if TYPE_CHECKING:
    import psycopg

PATIENCE = 30
"""Seconds that a write waits for somebody else's."""
REACHING = 10
"""Seconds that a server gets to answer at all."""
SCHEMA = "portal"
"""Where our tables are in a PostgreSQL database, which others may use too."""

ON_DISK = """SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"""
"""What is committed is on the server's disk, even where its settings are careless; stricter ones stay."""


class Database:
    """A pool of connections, and transactions whose errors are ours."""

    def __init__(self, address: URL) -> None:
        self.name = name_of(address)
        self.is_file = address.get_backend_name() == "sqlite"
        with mapped(self.name):
            if self.is_file:
                _make_file(Path(address.database or ""))
            self.engine = _file_engine(address) if self.is_file else _server_engine(address)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that only reads. Raises JournalError."""
        with mapped(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, on the disk when it ends; rolled back if anything is raised. Raises JournalError."""
        with mapped(self.name), self.engine.begin() as connection:
            if self.is_file:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def serialise(connection: Connection, what: int) -> None:
    """Let no other transaction through this point until this one ends. On SQLite there is only one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(what)))


def _make_file(path: Path) -> None:
    """A file that only its owner may read: it names people."""
    private_folder(path.parent)
    private_file(path)


def _file_engine(address: URL) -> Engine:
    engine = create_engine(address, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: Any) -> None:
        connection.isolation_level = "IMMEDIATE"  # for others who use this engine: to read, then write, is never outrun
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: to the disk itself, not only to its cache
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have the file written ahead, for good. SQLite does not queue those who are first at the same time: wait here."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _server_engine(address: URL) -> Engine:
    given = {} if "connect_timeout" in address.query else {"connect_timeout": REACHING}
    engine = create_engine(address, connect_args=given, pool_pre_ping=True)

    @event.listens_for(engine, "connect", insert=True)
    def prepare(connection: psycopg.Connection[Any], record: Any) -> None:
        connection.autocommit = True
        connection.execute("SELECT set_config('search_path', %s, false)", [SCHEMA])
        connection.execute("SELECT set_config('lock_timeout', %s, false)", [f"{PATIENCE}s"])
        connection.execute(ON_DISK)
        connection.autocommit = False

    return engine
