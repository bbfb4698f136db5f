"""Bring a database to the tables of this program. Costs one query where it has them already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.errors import JournalError
from bot.filing.journal import words
from bot.filing.journal.database import SCHEMA, Database, serialise
from bot.filing.journal.migrations import REVISIONS, VERSION_TABLE

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATING = 0x706F7274_00000001
"""The advisory lock on a server: one process at a time migrates."""


def migrate(database: Database, to: str = REVISIONS[-1]) -> None:
    """Upgrade a database to a revision. Raises JournalError for one that is newer than this program."""
    with database.reading() as connection:
        if _is_current(connection, database.name, to):
            return
    with database.writing() as connection:
        serialise(connection, MIGRATING)
        if not _is_current(connection, database.name, to):
            _upgrade(connection, to)


def _is_current(connection: Connection, store: str, to: str) -> bool:
    revision = revision_of(connection)
    if revision is not None and revision not in REVISIONS:
        raise JournalError(words.NEWER.format(store=store), cure=words.NEWER_CURE)
    return revision is not None and REVISIONS.index(revision) >= REVISIONS.index(to)


def revision_of(connection: Connection) -> str | None:
    """The revision of a database; None for one that holds no journal."""
    schema = SCHEMA if connection.dialect.name == "postgresql" else None
    if not inspect(connection).has_table(VERSION_TABLE, schema=schema):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()


def _upgrade(connection: Connection, to: str) -> None:
    import logging

    from alembic import command

    logging.getLogger("alembic").setLevel(logging.WARNING)
    if connection.dialect.name == "postgresql":
        known = text("SELECT 1 FROM pg_namespace WHERE nspname = :name")
        if connection.execute(known, {"name": SCHEMA}).scalar() is None:  # to ask for one that exists needs rights too
            connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    command.upgrade(configuration(connection), to)


def configuration(connection: Connection) -> Config:
    """Alembic's settings, without a file: the revisions are in this package, wherever it is installed."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.filing.journal:migrations")
    config.set_main_option("path_separator", "os")
    return config
