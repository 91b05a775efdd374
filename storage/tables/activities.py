"""What is kept of a run read from a file: its figures, never its track."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table

from storage.tables.columns import RowId, UtcDateTime, metadata, runner_id_column

activities = Table(
    "activities",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("log_id", ForeignKey("session_logs.id", ondelete="CASCADE"), nullable=False),
    Column("source", String(8), nullable=False),  # fit, gpx, tcx
    Column("started_at_utc", UtcDateTime, nullable=False),
    Column("distance_m", Float, nullable=False),
    Column("elapsed_s", Float, nullable=False),
    Column("moving_s", Float, nullable=False),
    Column("climb_m", Float),
    Column("mean_heart_rate", Integer),
    # Of a session with threshold or interval work: what it says about the runner's paces.
    Column("zone", String(8)),
    Column("target_s_per_km", Float),
    Column("work_s_per_km", Float),
    Column("planned_rpe", Integer),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Index(None, "runner_id", "started_at_utc"),
    Index(None, "log_id"),
)
