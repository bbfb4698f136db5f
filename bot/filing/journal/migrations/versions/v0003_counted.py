"""Thousands of cases are counted, and one of them found, without reading the others."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the indexes."""
    op.create_index("cases_by_state", "cases", ["batch", "state", "flow", "approved_at"])
    op.create_index("events_of_case", "events", ["batch", "case"])
    op.create_index("evidence_of_case", "evidence", ["batch", "case"])
