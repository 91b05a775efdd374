"""What every call to Claude was for, and what it cost."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "claude_calls",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("prompt_name", sa.String(length=64), nullable=False),
        sa.Column("prompt_variant", sa.String(length=32), nullable=False),
        sa.Column("model", sa.String(length=64), nullable=False),
        sa.Column("reserved_usd", sa.Float(), nullable=False),
        sa.Column("cost_usd", sa.Float(), nullable=True),
        sa.Column("input_tokens", sa.Integer(), nullable=True),
        sa.Column("output_tokens", sa.Integer(), nullable=True),
        sa.Column("cache_read_tokens", sa.Integer(), nullable=True),
        sa.Column("cache_write_5m_tokens", sa.Integer(), nullable=True),
        sa.Column("cache_write_1h_tokens", sa.Integer(), nullable=True),
        sa.Column("thinking_tokens", sa.Integer(), nullable=True),
        sa.Column("latency_s", sa.Float(), nullable=True),
        sa.Column("time_to_first_token_s", sa.Float(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("started_at_utc", instant, nullable=False),
        sa.Column("expires_at_utc", instant, nullable=False),
        sa.Column("settled_at_utc", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_claude_calls_runner_id_runners", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_claude_calls"),
    )
    op.create_index("ix_claude_calls_started_at_utc", "claude_calls", ["started_at_utc"], unique=False)
    op.create_index(
        "ix_claude_calls_runner_id_started_at_utc",
        "claude_calls",
        ["runner_id", "started_at_utc"],
        unique=False,
    )
