"""The portal's SQLite database: its tables, and one connection that all requests share in turn."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS employer (
    account TEXT PRIMARY KEY, password TEXT NOT NULL, name TEXT NOT NULL, credit_code TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS person (
    person_no INTEGER PRIMARY KEY, id_number TEXT NOT NULL, name TEXT NOT NULL, household TEXT NOT NULL,
    wage INTEGER, account TEXT, status TEXT NOT NULL, since TEXT, last_paid TEXT, history TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS person_by_id ON person (id_number);
CREATE TABLE IF NOT EXISTS item (
    no TEXT PRIMARY KEY, account TEXT NOT NULL, type TEXT NOT NULL, id_number TEXT NOT NULL,
    stage TEXT NOT NULL, ready INTEGER NOT NULL, period TEXT NOT NULL, entries TEXT NOT NULL,
    entered_at TEXT NOT NULL, declared_at TEXT, reviewed_at TEXT, reason TEXT NOT NULL DEFAULT '',
    changed REAL NOT NULL);
CREATE TABLE IF NOT EXISTS sequence (month TEXT PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS session (
    token TEXT PRIMARY KEY, account TEXT NOT NULL UNIQUE, opened_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS rejection (id_number TEXT PRIMARY KEY, reason TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS event (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, account TEXT NOT NULL,
    id_number TEXT NOT NULL, detail TEXT NOT NULL);
"""
TABLES = ("setting", "employer", "person", "item", "sequence", "session", "rejection", "event")


class Store:
    """One database file, or one in memory for `path` "". Not for several threads."""

    def __init__(self, path: str = "") -> None:
        self.db = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        self.db.executescript(SCHEMA)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; committed when the block ends, before anything is answered."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def empty(self) -> bool:
        """Whether it holds no initial state yet."""
        return self.db.execute("SELECT 1 FROM employer").fetchone() is None

    def close(self) -> None:
        self.db.close()


def clear(db: sqlite3.Connection) -> None:
    """Forget everything."""
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")


def read_setting(db: sqlite3.Connection, key: str) -> Any:
    """The setting `key` of the state file. KeyError if it has none."""
    row = db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise KeyError(key)
    return json.loads(row["value"])


def record(
    db: sqlite3.Connection, kind: str, *, at: str, account: str = "", id_number: str = "", **detail: Any
) -> None:
    """Append to the log of everything that happened: exact, in order."""
    db.execute(
        "INSERT INTO event (at, kind, account, id_number, detail) VALUES (?, ?, ?, ?, ?)",
        (at, kind, account, id_number, json.dumps(detail, ensure_ascii=False)),
    )
