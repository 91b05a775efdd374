"""Sessions of the coaches: what was asked for, what was made, how far it is, and what was done of it."""

from sqlalchemy import Column, Date, Index, Integer, String, Table

from storage.tables.columns import Json, RowId, UtcDateTime, metadata, runner_id_column

coach_sessions = Table(
    "coach_sessions",
    metadata,
    Column("id", RowId, primary_key=True),
    runner_id_column(),
    Column("coach", String(16), nullable=False),
    Column("date", Date, nullable=False),  # the local date it is for, or was done on
    Column("status", String(16), nullable=False),  # planned, running, done, left
    Column("wish", Json, nullable=False),  # core.coaches: the Wish, the SessionRequest made of it
    Column("session", Json, nullable=False),  # core.coaches.session.CoachSession as it stands
    Column("source", String(16), nullable=False),  # engine, claude, claude+engine
    Column("prompt_variant", String(32)),  # of the reply the session was made of
    Column("language", String(2), nullable=False),
    Column("leg_load", String(8), nullable=False),  # light, moderate, hard
    Column("enrichment", Json),  # core.coaches.knowledge.Knowledge
    Column("player", Json),  # core.coaches.player.Player
    Column("turn", Integer, nullable=False),  # of the player: a button of an earlier turn is old
    Column("rpe", Integer),  # of the whole, 1 to 10
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("started_at_utc", UtcDateTime),
    Column("finished_at_utc", UtcDateTime),
    Column("updated_at_utc", UtcDateTime, nullable=False),
    Index(None, "runner_id", "coach", "id"),
    Index(None, "runner_id", "status", "date"),
)
