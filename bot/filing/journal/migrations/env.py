"""Run by Alembic for every command: upgrades over the connection that `migrating` hands in, inside its transaction."""

from alembic import context

from bot.filing.journal.migrations import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
