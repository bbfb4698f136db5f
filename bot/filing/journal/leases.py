"""Who may work in an account: one owner at a time, each taking under a higher number than any before."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.errors import AccountBusy, LeaseLost
from bot.filing.journal import words
from bot.filing.journal.events import Entry, record
from bot.filing.journal.rows import Fence
from bot.filing.journal.tables import LEASES


def take(connection: Connection, wanted: Fence, at: datetime, mine: bool) -> Fence:
    """Take an account's lease, under the next number. Raises AccountBusy while somebody has it.

    `mine`: whoever has it under this very owner is over.
    """
    added = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    empty = {"account": wanted.account, "owner": "", "token": 0, "until": None}
    connection.execute(added(LEASES).values(**empty).on_conflict_do_nothing())
    row = _locked(connection, wanted.account)
    assert row is not None
    taken = row["until"] is not None and row["until"] > at
    if taken and not (mine and row["owner"] == wanted.owner):
        raise _busy(wanted.account, row, at)
    fence = Fence(wanted.account, wanted.owner, row["token"] + 1, wanted.until)
    _write(connection, fence, owner=fence.owner, token=fence.token, until=fence.until)
    facts = {"account": fence.account, "token": fence.token, "until": fence.until, "before": row["owner"]}
    record(connection, None, Entry(at, fence.owner, "lease", facts))
    return fence


def hold(connection: Connection, fence: Fence, at: datetime) -> None:
    """Keep the lease from being taken until the transaction ends. Raises LeaseLost if it is not ours or has run out."""
    row = _locked(connection, fence.account)
    if row is None or row["token"] != fence.token or row["until"] is None or row["until"] <= at:
        raise LeaseLost(words.LEASE_LOST.format(account=fence.account), cure=words.LEASE_LOST_CURE)


def renew(connection: Connection, fence: Fence, at: datetime, until: datetime) -> Fence:
    """Have it for longer. Raises LeaseLost."""
    hold(connection, fence, at)
    _write(connection, fence, until=until)
    return Fence(fence.account, fence.owner, fence.token, until)


def release(connection: Connection, fence: Fence) -> None:
    """Give it up, if it is still ours. Its number stays used."""
    ours = (LEASES.c.account == fence.account, LEASES.c.token == fence.token)
    connection.execute(update(LEASES).where(*ours).values(until=None))


def _locked(connection: Connection, account: str) -> RowMapping | None:
    asked = select(LEASES).where(LEASES.c.account == account).with_for_update()
    return connection.execute(asked).mappings().one_or_none()


def _write(connection: Connection, fence: Fence, **values: Any) -> None:
    connection.execute(update(LEASES).where(LEASES.c.account == fence.account).values(**values))


def _busy(account: str, row: RowMapping, at: datetime) -> AccountBusy:
    seconds = math.ceil((row["until"] - at) / timedelta(seconds=1))
    return AccountBusy(
        words.ACCOUNT_BUSY.format(account=account, owner=row["owner"]),
        cure=words.ACCOUNT_BUSY_CURE.format(seconds=seconds),
        owner=row["owner"],
        until=row["until"],
    )
