"""Changes of plans: proposed, made, taken back; what the journal tells."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from storage.tables.columns import Json, RowId, UtcDateTime, metadata, runner_id_column

plan_changes = Table(
    "plan_changes",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("program_id", RowId, ForeignKey("programs.id", ondelete="CASCADE"), nullable=False),
    Column("status", String(16), nullable=False),  # proposed, aside, applied, undone, noted
    Column("source", String(16), nullable=False),  # runner, coach
    Column("kind", String(16), nullable=False),  # away, pause, move, ease, skip, lighten, repeat
    Column("details", Json, nullable=False),  # what was asked, for the journal's line
    Column("before", Json, nullable=False),  # the days touched: storage/plan_days.py
    Column("after", Json, nullable=False),  # the same once the change is made
    Column("state", String(32), nullable=False),  # the plan the change was worked out on
    Column("proposed_at_utc", UtcDateTime, nullable=False),
    Column("applied_at_utc", UtcDateTime),
    Column("undone_at_utc", UtcDateTime),
    Index(None, "runner_id", "status"),
    Index(None, "program_id"),
)
