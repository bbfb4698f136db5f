"""What a seal says of each file, known since it was written; and when a batch's personal data were purged."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns. Files of before have no digest: their seal takes it from the disk."""
    op.add_column("evidence", sa.Column("sha256", sa.String()))
    op.add_column("evidence", sa.Column("bytes", sa.Integer()))
    op.add_column("evidence", sa.Column("url", sa.Text()))
    op.add_column("batches", sa.Column("purged_at", sa.DateTime(timezone=True)))
