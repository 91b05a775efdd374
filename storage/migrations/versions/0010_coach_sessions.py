"""Sessions of the coaches."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "coach_sessions",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("coach", sa.String(length=16), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("wish", json, nullable=False),
        sa.Column("session", json, nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("prompt_variant", sa.String(length=32), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("leg_load", sa.String(length=8), nullable=False),
        sa.Column("enrichment", json, nullable=True),
        sa.Column("player", json, nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("rpe", sa.Integer(), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("started_at_utc", instant, nullable=True),
        sa.Column("finished_at_utc", instant, nullable=True),
        sa.Column("updated_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_coach_sessions_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_coach_sessions"),
    )
    op.create_index(
        "ix_coach_sessions_runner_id_coach_id", "coach_sessions", ["runner_id", "coach", "id"], unique=False
    )
    op.create_index(
        "ix_coach_sessions_runner_id_status_date",
        "coach_sessions",
        ["runner_id", "status", "date"],
        unique=False,
    )
