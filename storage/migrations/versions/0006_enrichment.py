"""The enrichment queue, the batches some of it travels in, and what enrichment adds to a session."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
QUEUE = "training_enrichment_queue"


def upgrade() -> None:
    _add_columns()
    _create_batches()
    _create_queue()
    _index_queue()


def _add_columns() -> None:
    with op.batch_alter_table("training_sessions") as table:
        table.add_column(sa.Column("enrichment", json, nullable=True))
        table.add_column(sa.Column("enrichment_of", sa.String(length=32), nullable=True))


def _create_batches() -> None:
    op.create_table(
        "claude_batches",
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("api_id", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("jobs", sa.Integer(), nullable=False),
        sa.Column("lease_token", sa.String(length=32), nullable=False),
        sa.Column("look_at_utc", instant, nullable=False),
        sa.Column("error", sa.String(length=64), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("submitted_at_utc", instant, nullable=True),
        sa.Column("ended_at_utc", instant, nullable=True),
        sa.Column("applied_at_utc", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["runner_id"], ["runners.id"], name="fk_claude_batches_runner_id_runners", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_claude_batches"),
    )
    # storage.batches.due: the batches to look at now.
    op.create_index("ix_claude_batches_state_look_at_utc", "claude_batches", ["state", "look_at_utc"])
    # Erasing a runner.
    op.create_index("ix_claude_batches_runner_id", "claude_batches", ["runner_id"])


def _create_queue() -> None:
    op.create_table(
        QUEUE,
        sa.Column("id", row_id, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("coach", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("turn_utc", instant, nullable=False),
        sa.Column("batched", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("crashes", sa.Integer(), nullable=False),
        sa.Column("outages", sa.Integer(), nullable=False),
        sa.Column("run_at_utc", instant, nullable=False),
        sa.Column("lease_token", sa.String(length=32), nullable=True),
        sa.Column("lease_owner", sa.String(length=96), nullable=True),
        sa.Column("lease_until_utc", instant, nullable=True),
        sa.Column("batch_id", row_id, nullable=True),
        sa.Column("error", sa.String(length=64), nullable=True),
        sa.Column("prompt_variant", sa.String(length=32), nullable=True),
        sa.Column("source", sa.String(length=16), nullable=True),
        sa.Column("input_tokens", sa.Integer(), nullable=True),
        sa.Column("output_tokens", sa.Integer(), nullable=True),
        sa.Column("cost_usd", sa.Float(), nullable=True),
        sa.Column("created_at_utc", instant, nullable=False),
        sa.Column("started_at_utc", instant, nullable=True),
        sa.Column("finished_at_utc", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["runner_id"],
            ["runners.id"],
            name="fk_training_enrichment_queue_runner_id_runners",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["claude_batches.id"],
            name="fk_training_enrichment_queue_batch_id_claude_batches",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_training_enrichment_queue"),
    )


def _index_queue() -> None:
    def where(condition: str) -> dict[str, Any]:
        return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}

    # storage.queue.enqueue: a session waits or runs once, however often it is asked for.
    op.create_index(
        "uq_training_enrichment_queue_open",
        QUEUE,
        ["coach", "session_id"],
        unique=True,
        **where("state IN ('pending', 'running')"),
    )
    # storage.queue.claim and .standing: who is next, and how many come before.
    op.create_index(
        "ix_training_enrichment_queue_waiting",
        QUEUE,
        ["batched", "turn_utc", "id"],
        **where("state = 'pending'"),
    )
    # storage.queue.recover: the leases that ran out.
    op.create_index(
        "ix_training_enrichment_queue_leased", QUEUE, ["lease_until_utc"], **where("state = 'running'")
    )
    # storage.queue.standing (the last fifty durations), .parked, and the statistics by state.
    op.create_index("ix_training_enrichment_queue_state_finished_at_utc", QUEUE, ["state", "finished_at_utc"])
    # storage.queue.collect (what of a runner goes into a batch), and erasing a runner.
    op.create_index("ix_training_enrichment_queue_runner_id_state", QUEUE, ["runner_id", "state"])
    # storage.batches.jobs_of: the jobs of a batch.
    op.create_index("ix_training_enrichment_queue_batch_id", QUEUE, ["batch_id"])
