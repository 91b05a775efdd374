"""Programs, their weeks and sessions, and which plans Claude is wanted for."""

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
    UniqueConstraint,
    text,
)

from storage.tables.columns import Json, RowId, UtcDateTime, metadata, runner_id_column

programs = Table(
    "programs",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("status", String(16), nullable=False),  # active, archived
    Column("profile", Json, nullable=False),  # the request: core.athlete.RunnerProfile
    Column("header", Json, nullable=False),  # core.program.exchange.ProgramData without its weeks
    Column("source", String(16), nullable=False),
    Column("language", String(2), nullable=False),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("archived_at_utc", UtcDateTime),
    Index(
        "uq_programs_active",
        "runner_id",
        unique=True,
        sqlite_where=text("status = 'active'"),
        postgresql_where=text("status = 'active'"),
    ),
    Index(None, "runner_id", "status"),
)

program_weeks = Table(
    "program_weeks",
    metadata,
    Column("program_id", ForeignKey("programs.id", ondelete="CASCADE"), primary_key=True),
    Column("week_number", Integer, primary_key=True),
    runner_id_column(),
    Column("header", Json, nullable=False),  # core.program.exchange.Week without its sessions
    Index(None, "runner_id"),
)

training_sessions = Table(
    "training_sessions",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("program_id", ForeignKey("programs.id", ondelete="CASCADE"), nullable=False),
    Column("week_number", Integer, nullable=False),
    Column("position", Integer, nullable=False),  # in its week, from 0
    Column("date", Date),
    Column("kind", String(16)),
    Column("rest_day", Boolean(create_constraint=False), nullable=False),
    Column("distance_km", Float),
    Column("duration_min", Float),
    Column("status", String(16), nullable=False),  # planned, done, skipped, moved
    Column("enrichment_status", String(16), nullable=False),  # fast, enriching, enriched, failed
    Column("enrichment", Json),  # what was added to the session, in the shape of its coach
    Column("enrichment_of", String(32)),  # storage.fingerprints of the session it was written for
    Column("data", Json, nullable=False),  # core.program.exchange.Session as it stands
    Column("original", Json),  # the same before the first change, for undo
    Column("updated_at_utc", UtcDateTime, nullable=False),
    UniqueConstraint("program_id", "week_number", "position"),
    Index(None, "runner_id", "date"),
    Index(None, "enrichment_status", "date"),
)

plan_requests = Table(
    "plan_requests",
    metadata,
    Column("program_id", RowId, ForeignKey("programs.id", ondelete="CASCADE"), primary_key=True),
    runner_id_column(),
    Column("start", Date, nullable=False),  # the day the plan was made from
    Column("status", String(16), nullable=False),  # wanted, running, done
    Column("attempts", Integer, nullable=False),
    Column("not_before_utc", UtcDateTime, nullable=False),
    Column("lease_owner", String(96)),
    Column("lease_until_utc", UtcDateTime),
    Column("outcome", String(32)),  # written, unchanged, dropped, or the name of a failure
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("finished_at_utc", UtcDateTime),
    Index(None, "status", "not_before_utc"),
    Index(None, "runner_id"),
)
