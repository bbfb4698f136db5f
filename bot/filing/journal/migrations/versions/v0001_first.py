"""The first tables: batches with their rosters and cases, what happened to them, evidence, leases."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

AT_REST = "state NOT IN ('elsewhere', 'failed', 'refused', 'rejected', 'withdrawn')"
TIME = sa.DateTime(timezone=True)
RUNNING = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "batches",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("key", sa.String(), unique=True),
        sa.Column("running", sa.Integer(), nullable=False),
        *(_words(name) for name in ("portal", "origin", "url", "flows", "account", "user", "period", "until")),
        sa.Column("four_eyes", sa.Boolean(), nullable=False),
        _words("started_by"),
        *(_long(name) for name in ("results", "evidence")),
        sa.Column("attempt", sa.Integer(), nullable=False),
        _long("stopped"),
        sa.Column("created_at", TIME, nullable=False),
        sa.UniqueConstraint("period", "running"),
    )
    op.create_table(
        "rosters",
        sa.Column("batch", sa.String(), sa.ForeignKey("batches.id"), primary_key=True),
        _words("name"),
        _long("path"),
        _words("hash"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("batch", sa.String(), sa.ForeignKey("batches.id"), nullable=False),
        _words("id"),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key", sa.String()),
        *(_words(name) for name in ("flow", "flow_hash", "input_hash", "sheet")),
        sa.Column("row", sa.Integer(), nullable=False),
        *(_words(name) for name in ("person", "state")),
        sa.Column("attempt", sa.Integer(), nullable=False),
        _words("number"),
        _long("reason"),
        _words("rule"),
        _long("shows"),
        sa.Column("baseline", sa.JSON()),
        *(sa.Column(name, TIME) for name in ("drafted_at", "filed_at", "decided_at")),
        _words("approved_by"),
        sa.Column("approved_at", TIME),
        _long("approved_shows"),
        sa.Column("trouble", sa.JSON()),
        sa.Column("since", TIME, nullable=False),
        sa.PrimaryKeyConstraint("batch", "id"),
    )
    alive = sa.text(AT_REST)
    op.create_index("one_live_case", "cases", ["key"], unique=True, sqlite_where=alive, postgresql_where=alive)
    op.create_table(
        "events",
        sa.Column("seq", RUNNING, primary_key=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("batch", sa.String(), sa.ForeignKey("batches.id"), index=True),
        sa.Column("case", sa.String()),
        _words("kind"),
        sa.Column("was", sa.String()),
        sa.Column("to", sa.String()),
        sa.Column("attempt", sa.Integer()),
        sa.Column("facts", sa.JSON(), nullable=False),
        _words("by"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "evidence",
        sa.Column("seq", RUNNING, primary_key=True),
        sa.Column("batch", sa.String(), sa.ForeignKey("batches.id"), nullable=False, index=True),
        *(_words(name) for name in ("case", "name", "kind")),
        _long("path"),
        sa.Column("taken_at", TIME, nullable=False),
        sa.Column("failed", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "leases",
        sa.Column("account", sa.String(), primary_key=True),
        _words("owner"),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("until", TIME),
    )


def _words(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def _long(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False)
