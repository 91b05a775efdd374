"""Several processes on one database: who lives, who leads, and whose each chat is at the moment."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
PENDING = sa.text("status = 'pending'")


def upgrade() -> None:
    op.create_table(
        "processes",
        sa.Column("name", sa.String(length=96), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("since_utc", instant, nullable=False),
        sa.Column("lease_until_utc", instant, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_processes"),
    )
    op.create_table(
        "leaders",
        sa.Column("duty", sa.String(length=16), nullable=False),
        sa.Column("lease_owner", sa.String(length=96), nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until_utc", instant, nullable=False),
        sa.PrimaryKeyConstraint("duty", name="pk_leaders"),
    )
    op.create_table(
        "paces",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("booked_until_s", sa.Float(precision=53), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_paces"),
    )
    op.create_table(
        "chat_claims",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lease_owner", sa.String(length=96), nullable=False),
        sa.Column("touched_at_utc", instant, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chat_claims"),
    )
    op.create_index("ix_chat_claims_lease_owner", "chat_claims", ["lease_owner"])
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["chat_id", "update_id"],
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    )
