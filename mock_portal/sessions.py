"""Who is logged in: one session per account, known by a cookie."""

from __future__ import annotations

import secrets
import sqlite3

COOKIE = "JSESSIONID"


def right_password(db: sqlite3.Connection, account: str, password: str) -> bool:
    row = db.execute("SELECT password FROM employer WHERE account = ?", (account,)).fetchone()
    return row is not None and secrets.compare_digest(row["password"].encode(), password.encode())


def is_open(db: sqlite3.Connection, account: str) -> bool:
    """Whether the account's last session was never closed."""
    return db.execute("SELECT 1 FROM session WHERE account = ?", (account,)).fetchone() is not None


def open_session(db: sqlite3.Connection, account: str, at: str) -> tuple[str, str]:
    """Start a session and end the account's former one. Returns the values of both cookies, "" for no former one."""
    token = secrets.token_hex(16)
    former = db.execute("DELETE FROM session WHERE account = ? RETURNING token", (account,)).fetchone()
    db.execute("INSERT INTO session VALUES (?, ?, ?)", (token, account, at))
    return token, str(former["token"]) if former else ""


def shown(token: str) -> str:
    """A session's name in the log: enough to tell it from others, too little to take it over."""
    return token[:8]


def close_session(db: sqlite3.Connection, token: str) -> str:
    """End a session. Returns its account, or "" if there was none."""
    row = db.execute("DELETE FROM session WHERE token = ? RETURNING account", (token,)).fetchone()
    return str(row["account"]) if row else ""


def account_of(db: sqlite3.Connection, token: str) -> str:
    """The account of a session, or "" if the session is over."""
    row = db.execute("SELECT account FROM session WHERE token = ?", (token,)).fetchone()
    return str(row["account"]) if row else ""
