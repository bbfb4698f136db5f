"""The program with a journal that has no room: `python -m tests.acceptance.cramped ARGUMENTS`.

CRAMPED says how: `read-only`, or the number of pages that its file may grow to.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import Any

from sqlalchemy import Engine, event


def cramp(connection: sqlite3.Connection, record: Any) -> None:
    """Leave a connection no room to write."""
    room = os.environ["CRAMPED"]
    if room == "read-only":
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute(f"PRAGMA max_page_count = {room}")


if __name__ == "__main__":
    event.listen(Engine, "connect", cramp)
    from bot.cli.main import run

    sys.exit(run())
