"""What was asked of Claude and what it cost."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table

from storage.tables.columns import RowId, UtcDateTime, metadata

claude_calls = Table(
    "claude_calls",
    metadata,
    Column("id", RowId, primary_key=True),
    # What was spent outlives an erased runner, without a name.
    Column("runner_id", ForeignKey("runners.id", ondelete="SET NULL")),
    Column("purpose", String(32), nullable=False),
    Column("prompt_name", String(64), nullable=False),
    Column("prompt_variant", String(32), nullable=False),
    Column("model", String(64), nullable=False),
    Column("reserved_usd", Float, nullable=False),  # the most the call can cost
    Column("cost_usd", Float),  # None until settled
    Column("input_tokens", Integer),  # outside the cache
    Column("output_tokens", Integer),
    Column("cache_read_tokens", Integer),
    Column("cache_write_5m_tokens", Integer),
    Column("cache_write_1h_tokens", Integer),
    Column("thinking_tokens", Integer),
    Column("latency_s", Float),
    Column("time_to_first_token_s", Float),
    Column("outcome", String(32), nullable=False),  # open, ok, or the name of a failure
    # Whether the answer could be used as it was; None where nobody judged it.
    Column("usable", Boolean(create_constraint=False)),
    Column("started_at_utc", UtcDateTime, nullable=False),
    Column("expires_at_utc", UtcDateTime, nullable=False),  # an unsettled reservation counts until then
    Column("settled_at_utc", UtcDateTime),
    Index(None, "started_at_utc"),
    Index(None, "runner_id", "started_at_utc"),
)
