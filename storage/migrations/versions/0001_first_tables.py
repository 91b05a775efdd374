"""Runners, dialogues, programs, inbox and outbox."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
json = sa.JSON().with_variant(JSONB(), "postgresql")
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("replays", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=128), nullable=True),
        sa.Column("received_at_utc", instant, nullable=False),
        sa.Column("handled_at_utc", instant, nullable=True),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_status_update_id", "inbox", ["status", "update_id"], unique=False)
    op.create_index("ix_inbox_user_id", "inbox", ["user_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("payload", json, nullable=True),
        sa.Column("dedupe_key", sa.String(length=128), nullable=True),
        sa.Column("on_doubt", sa.String(length=8), nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before_utc", instant, nullable=False),
        sa.Column("lease_token", sa.String(length=32), nullable=True),
        sa.Column("lease_owner", sa.String(length=96), nullable=True),
        sa.Column("lease_until_utc", instant, nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(length=256), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("finished_at_utc", instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedupe_key", name="uq_outbox_dedupe_key"),
    )
    op.create_index("ix_outbox_chat_id_status_id", "outbox", ["chat_id", "status", "id"], unique=False)
    op.create_index("ix_outbox_runner_id", "outbox", ["runner_id"], unique=False)
    op.create_index("ix_outbox_status_lane_id", "outbox", ["status", "lane", "id"], unique=False)
    op.create_table(
        "runners",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("first_name", sa.String(length=128), nullable=False),
        sa.Column("telegram_language", sa.String(length=35), nullable=True),
        sa.Column("chosen_language", sa.String(length=2), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("check_in_time", sa.Time(), nullable=True),
        sa.Column("settings", json, nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=True),
        sa.Column("consent_at_utc", instant, nullable=True),
        sa.Column("blocked_at_utc", instant, nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("updated_at_utc", instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runners"),
    )
    op.create_index("ix_runners_chat_id", "runners", ["chat_id"], unique=False)
    op.create_table(
        "dialogues",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", json, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_dialogues_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("runner_id", "kind", name="pk_dialogues"),
    )
    op.create_table(
        "message_anchors",
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("has_caption", sa.Boolean(), nullable=False),
        sa.Column("updated_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_message_anchors_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("runner_id", "name", name="pk_message_anchors"),
    )
    op.create_table(
        "programs",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("profile", json, nullable=False),
        sa.Column("header", json, nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("archived_at_utc", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_programs_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programs"),
    )
    op.create_index("ix_programs_runner_id_status", "programs", ["runner_id", "status"], unique=False)
    op.create_index(
        "uq_programs_active",
        "programs",
        ["runner_id"],
        unique=True,
        sqlite_where=sa.text("status = 'active'"),
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_table(
        "program_weeks",
        sa.Column("program_id", row_id, nullable=False),
        sa.Column("week_number", sa.Integer(), nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("header", json, nullable=False),
        sa.ForeignKeyConstraint(
            ["program_id"], ["programs.id"], name="fk_program_weeks_program_id_programs", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_program_weeks_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("program_id", "week_number", name="pk_program_weeks"),
    )
    op.create_index("ix_program_weeks_runner_id", "program_weeks", ["runner_id"], unique=False)
    op.create_table(
        "training_sessions",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("program_id", row_id, nullable=False),
        sa.Column("week_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=True),
        sa.Column("rest_day", sa.Boolean(), nullable=False),
        sa.Column("distance_km", sa.Float(), nullable=True),
        sa.Column("duration_min", sa.Float(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("enrichment_status", sa.String(length=16), nullable=False),
        sa.Column("data", json, nullable=False),
        sa.Column("original", json, nullable=True),
        sa.Column("updated_at_utc", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["program_id"],
            ["programs.id"],
            name="fk_training_sessions_program_id_programs",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_training_sessions_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_training_sessions"),
        sa.UniqueConstraint(
            "program_id",
            "week_number",
            "position",
            name="uq_training_sessions_program_id_week_number_position",
        ),
    )
    op.create_index(
        "ix_training_sessions_enrichment_status_date",
        "training_sessions",
        ["enrichment_status", "date"],
        unique=False,
    )
    op.create_index(
        "ix_training_sessions_runner_id_date", "training_sessions", ["runner_id", "date"], unique=False
    )
