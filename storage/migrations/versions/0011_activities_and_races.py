"""Runs read from files, and what surrounds a race."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    _activities()
    _race_notes()
    _race_results()


def _activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("log_id", row_id, nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("started_at_utc", instant, nullable=False),
        sa.Column("distance_m", sa.Float(), nullable=False),
        sa.Column("elapsed_s", sa.Float(), nullable=False),
        sa.Column("moving_s", sa.Float(), nullable=False),
        sa.Column("climb_m", sa.Float(), nullable=True),
        sa.Column("mean_heart_rate", sa.Integer(), nullable=True),
        sa.Column("zone", sa.String(length=8), nullable=True),
        sa.Column("target_s_per_km", sa.Float(), nullable=True),
        sa.Column("work_s_per_km", sa.Float(), nullable=True),
        sa.Column("planned_rpe", sa.Integer(), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_activities_runner_id_runners", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["log_id"], ["session_logs.id"], name="fk_activities_log_id_session_logs", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_activities"),
    )
    op.create_index("ix_activities_log_id", "activities", ["log_id"], unique=False)
    op.create_index(
        "ix_activities_runner_id_started_at_utc", "activities", ["runner_id", "started_at_utc"], unique=False
    )


def _race_notes() -> None:
    op.create_table(
        "race_notes",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("course", json, nullable=True),
        sa.Column("packed", json, nullable=False),
        sa.Column("temperature_c", sa.Float(), nullable=True),
        sa.Column("updated_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_race_notes_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("runner_id", name="pk_race_notes"),
    )


def _race_results() -> None:
    op.create_table(
        "race_results",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("distance_m", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("time_s", sa.Float(), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_race_results_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_race_results"),
        sa.UniqueConstraint("runner_id", "date", name="uq_race_results_runner_id_date"),
    )
