"""The days of a runner: what is due when, answers, pain, and what was run."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from storage.tables.columns import Json, RowId, UtcDateTime, metadata, runner_id_column

schedules = Table(
    "schedules",
    metadata,
    runner_id_column(primary_key=True),
    Column("kind", String(16), primary_key=True),  # check-in, evening, weekly
    Column("at_local", Time, nullable=False),
    Column("weekday", Integer),  # 0 is Monday; None is every day
    Column("time_zone", String(64), nullable=False),
    Column("next_date", Date, nullable=False),  # the local date that is due next
    Column("next_at_utc", UtcDateTime),  # None: switched off
    Column("last_date", Date),  # the last local date that was sent or expired
    Column("paused_until", Date),  # nothing is sent up to this local date
    Index(None, "kind", "next_at_utc"),
)

checkins = Table(
    "checkins",
    metadata,
    runner_id_column(primary_key=True),
    Column("date", Date, primary_key=True),  # the local date it counts for
    Column("feeling", Integer, nullable=False),  # 1 fit, 2 tired, 3 very tired
    Column("choice", String(16), nullable=False),  # proposed, original, lighter
    Column("undone", Boolean(create_constraint=False), nullable=False),
    Column("answered_at_utc", UtcDateTime, nullable=False),
)

day_changes = Table(
    "day_changes",
    metadata,
    runner_id_column(primary_key=True),
    Column("session_id", ForeignKey("training_sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("date", Date, nullable=False),
    Column(
        "before", Json, nullable=False
    ),  # core.program.exchange.Session without the check-in and the gates
    Column("after", Json, nullable=False),  # the same as they left it
    Column("changed_at_utc", UtcDateTime, nullable=False),
)

pains = Table(
    "pains",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("date", Date, nullable=False),
    Column("site", String(32), nullable=False),
    Column("side", String(8), nullable=False),  # left, right, both, middle
    Column("level", Integer, nullable=False),  # 0 to 10
    Column("noted_at_utc", UtcDateTime, nullable=False),
    UniqueConstraint("runner_id", "date", "site", "side"),
)

gates = Table(
    "gates",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("kind", String(16), nullable=False),  # pain, illness, red-flag
    Column("site", String(32), nullable=False),  # of the body, or which sign; empty for an illness
    Column("side", String(8), nullable=False),
    Column("step", String(16), nullable=False),  # of the graded return
    Column("since", Date, nullable=False),
    Column("step_since", Date, nullable=False),
    Column("answered_for", Date),  # the last date with an answer
    Column("closed_at_utc", UtcDateTime),
    Column("updated_at_utc", UtcDateTime, nullable=False),
    Index(None, "runner_id", "closed_at_utc"),
)

session_logs = Table(
    "session_logs",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("date", Date, nullable=False),  # the local date it was run, or was to be run
    Column("session_id", ForeignKey("training_sessions.id", ondelete="SET NULL")),  # None: outside the plan
    Column("outcome", String(16), nullable=False),  # done, shortened, skipped, moved
    Column("kind", String(16), nullable=False),
    Column("distance_km", Float),
    Column("duration_min", Float),
    Column("rpe", Integer),  # 1 to 10
    Column("note", String(300), nullable=False),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("updated_at_utc", UtcDateTime, nullable=False),
    UniqueConstraint("runner_id", "session_id"),
    Index(None, "runner_id", "date"),
)
