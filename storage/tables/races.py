"""Around a race: its course, what is packed, the weather told, and how it went."""

from sqlalchemy import Column, Date, Float, String, Table, UniqueConstraint

from storage.tables.columns import Json, RowId, UtcDateTime, metadata, runner_id_column

race_notes = Table(
    "race_notes",
    metadata,
    runner_id_column(primary_key=True),
    Column("course", Json),  # core.race_week.course: heights every so many metres and places, no positions
    Column("packed", Json, nullable=False),  # ids of the kit list
    Column("temperature_c", Float),
    Column("updated_at_utc", UtcDateTime, nullable=False),
)

race_results = Table(
    "race_results",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("date", Date, nullable=False),
    Column("name", String(120), nullable=False),
    Column("distance_m", Float, nullable=False),
    Column("outcome", String(16), nullable=False),  # finished, stopped, not-started
    Column("time_s", Float),
    Column("created_at_utc", UtcDateTime, nullable=False),
    UniqueConstraint("runner_id", "date"),
)
