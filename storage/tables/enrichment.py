"""What is to be added to sessions: the queue, and the batches some of it travels in."""

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, text

from storage.tables.columns import RowId, UtcDateTime, metadata, runner_id_column

OPEN = text("state IN ('pending', 'running')")

training_enrichment_queue = Table(
    "training_enrichment_queue",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("coach", String(32), nullable=False),  # who knows what to add: running, force, ...
    # Of the coach's own kind of session, so no key: a job whose session is gone is dropped when it is loaded.
    Column("session_id", BigInteger, nullable=False),
    Column("priority", Integer, nullable=False),  # 1 (first) to 10
    Column("turn_utc", UtcDateTime, nullable=False),  # who waits is served in this order; holds the ageing
    Column("batched", Boolean(create_constraint=False), nullable=False),  # travels at half price, in no hurry
    Column("state", String(16), nullable=False),  # pending, running, done, dropped, failed, parked
    Column("attempts", Integer, nullable=False),  # answers that could not be used
    Column("crashes", Integer, nullable=False),  # leases that ran out
    Column("outages", Integer, nullable=False),  # Claude did not answer
    Column("run_at_utc", UtcDateTime, nullable=False),
    Column("lease_token", String(32)),
    Column("lease_owner", String(96)),  # the process that holds it
    Column("lease_until_utc", UtcDateTime),
    Column("batch_id", RowId, ForeignKey("claude_batches.id", ondelete="SET NULL")),
    Column("error", String(64)),  # the class of the last failure
    Column("prompt_variant", String(32)),
    Column("source", String(16)),  # claude, catalogue
    Column("input_tokens", Integer),  # of the answer that was used
    Column("output_tokens", Integer),
    Column("cost_usd", Float),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("started_at_utc", UtcDateTime),
    Column("finished_at_utc", UtcDateTime),
    Index(
        "uq_training_enrichment_queue_open",
        "coach",
        "session_id",
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    ),
    Index(
        "ix_training_enrichment_queue_waiting",
        "batched",
        "turn_utc",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "ix_training_enrichment_queue_leased",
        "lease_until_utc",
        sqlite_where=text("state = 'running'"),
        postgresql_where=text("state = 'running'"),
    ),
    Index(None, "state", "finished_at_utc"),
    Index(None, "runner_id", "state"),
    Index(None, "batch_id"),
)

claude_batches = Table(
    "claude_batches",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("api_id", String(64)),  # None until the API has taken it
    Column("state", String(16), nullable=False),  # created, submitted, ended, applied, abandoned
    Column("jobs", Integer, nullable=False),
    Column("lease_token", String(32), nullable=False),  # by which its jobs are held
    Column("look_at_utc", UtcDateTime, nullable=False),  # when to ask for it next
    Column("error", String(64)),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("submitted_at_utc", UtcDateTime),
    Column("ended_at_utc", UtcDateTime),
    Column("applied_at_utc", UtcDateTime),
    Index(None, "state", "look_at_utc"),
    Index(None, "runner_id"),
)
