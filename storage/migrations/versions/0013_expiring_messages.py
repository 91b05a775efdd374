"""A message may have a last instant: after it nobody is served by it any more."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

EXPIRING = sa.text("not_after_utc IS NOT NULL")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("not_after_utc", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_outbox_expiring",
        "outbox",
        ["status", "not_after_utc"],
        sqlite_where=EXPIRING,
        postgresql_where=EXPIRING,
    )
