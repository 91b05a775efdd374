"""What runners think of what was added to their sessions."""

from sqlalchemy import BigInteger, Column, Integer, String, Table, UniqueConstraint

from storage.tables.columns import RowId, UtcDateTime, metadata, runner_id_column

enrichment_ratings = Table(
    "enrichment_ratings",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("coach", String(32), nullable=False),
    Column("session_id", BigInteger, nullable=False),  # of the coach's own kind of session
    Column("source", String(16), nullable=False),  # claude, catalogue
    Column("thumb", Integer, nullable=False),  # 1 helpful, -1 not
    Column("reason", String(16)),
    Column("comment", String(500)),
    Column("updated_at_utc", UtcDateTime, nullable=False),
    UniqueConstraint("runner_id", "coach", "session_id"),
)
