"""Live calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "calendars",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("feed_hash", sa.String(length=64), nullable=True),
        sa.Column("feed_since_utc", instant, nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_calendars_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("runner_id", name="pk_calendars"),
    )
    op.create_index("ix_calendars_feed_hash", "calendars", ["feed_hash"], unique=True)
