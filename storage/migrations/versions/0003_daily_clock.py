"""When each runner is asked, how they felt, what hurts, and what keeps them from running."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON().with_variant(JSONB(), "postgresql")


def of_runner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["runner_id"], ["runners.id"], name=f"fk_{table}_runner_id_runners", ondelete="CASCADE"
    )


def upgrade() -> None:
    op.create_table(
        "schedules",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at_local", sa.Time(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=False),
        sa.Column("next_at_utc", instant, nullable=True),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        of_runner("schedules"),
        sa.PrimaryKeyConstraint("runner_id", "kind", name="pk_schedules"),
    )
    op.create_index("ix_schedules_kind_next_at_utc", "schedules", ["kind", "next_at_utc"], unique=False)
    op.create_table(
        "checkins",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("feeling", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(length=16), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("answered_at_utc", instant, nullable=False),
        of_runner("checkins"),
        sa.PrimaryKeyConstraint("runner_id", "date", name="pk_checkins"),
    )
    op.create_table(
        "day_changes",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("session_id", row_id, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("before", json, nullable=False),
        sa.Column("after", json, nullable=False),
        sa.Column("changed_at_utc", instant, nullable=False),
        of_runner("day_changes"),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["training_sessions.id"],
            name="fk_day_changes_session_id_training_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("runner_id", "session_id", name="pk_day_changes"),
    )
    op.create_table(
        "pains",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("site", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("noted_at_utc", instant, nullable=False),
        of_runner("pains"),
        sa.PrimaryKeyConstraint("id", name="pk_pains"),
        sa.UniqueConstraint("runner_id", "date", "site", "side", name="uq_pains_runner_id_date_site_side"),
    )
    op.create_table(
        "gates",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("site", sa.String(length=32), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("step_since", sa.Date(), nullable=False),
        sa.Column("answered_for", sa.Date(), nullable=True),
        sa.Column("closed_at_utc", instant, nullable=True),
        sa.Column("updated_at_utc", instant, nullable=False),
        of_runner("gates"),
        sa.PrimaryKeyConstraint("id", name="pk_gates"),
    )
    op.create_index("ix_gates_runner_id_closed_at_utc", "gates", ["runner_id", "closed_at_utc"], unique=False)
