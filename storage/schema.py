"""Every table. Times are UTC, JSON is for values whose shape another module owns."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: refuses datetimes without a zone, stores UTC, gives back UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite numbers rows by itself only in a column of type INTEGER.
RowId = BigInteger().with_variant(Integer(), "sqlite")
Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def _runner(**options: Any) -> Column[int]:
    return Column("runner_id", ForeignKey("runners.id", ondelete="CASCADE"), nullable=False, **options)


runners = Table(
    "runners",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # the Telegram user id
    Column("chat_id", BigInteger, nullable=False),
    Column("first_name", String(128), nullable=False),
    Column("telegram_language", String(35)),
    Column("chosen_language", String(2)),
    Column("time_zone", String(64)),
    Column("check_in_time", Time),
    Column("settings", Json, nullable=False),
    Column("consent_version", Integer),
    Column("consent_at_utc", UtcDateTime),
    Column("blocked_at_utc", UtcDateTime),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("updated_at_utc", UtcDateTime, nullable=False),
    Index(None, "chat_id"),
)

dialogues = Table(
    "dialogues",
    metadata,
    _runner(primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("state", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at_utc", UtcDateTime, nullable=False),
)

programs = Table(
    "programs",
    metadata,
    Column("id", RowId, primary_key=True),
    _runner(),
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
    _runner(),
    Column("header", Json, nullable=False),  # core.program.exchange.Week without its sessions
    Index(None, "runner_id"),
)

training_sessions = Table(
    "training_sessions",
    metadata,
    Column("id", RowId, primary_key=True),
    _runner(),
    Column("program_id", ForeignKey("programs.id", ondelete="CASCADE"), nullable=False),
    Column("week_number", Integer, nullable=False),
    Column("position", Integer, nullable=False),  # in its week, from 0
    Column("date", Date),
    Column("kind", String(16)),
    Column("rest_day", Boolean(create_constraint=False), nullable=False),
    Column("distance_km", Float),
    Column("duration_min", Float),
    Column("status", String(16), nullable=False),  # planned, done, skipped, moved
    Column("enrichment_status", String(16), nullable=False),  # fast, enriching, enriched
    Column("data", Json, nullable=False),  # core.program.exchange.Session as it stands
    Column("original", Json),  # the same before the first change, for undo
    Column("updated_at_utc", UtcDateTime, nullable=False),
    UniqueConstraint("program_id", "week_number", "position"),
    Index(None, "runner_id", "date"),
    Index(None, "enrichment_status", "date"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger),
    Column("user_id", BigInteger),
    Column("body", Text),  # the raw update; emptied once handled
    Column("status", String(16), nullable=False),  # pending, done, failed, ignored
    Column("replays", Integer, nullable=False),  # starts that found it unhandled
    Column("error", String(128)),  # a class name, never a content
    Column("received_at_utc", UtcDateTime, nullable=False),
    Column("handled_at_utc", UtcDateTime),
    Index(None, "status", "update_id"),
    Index(None, "user_id"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("runner_id", BigInteger, nullable=False),  # no key: the last word outlives an erased runner
    Column("chat_id", BigInteger, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("payload", Json),  # bot.messages.Outgoing; emptied once it arrived
    Column("dedupe_key", String(128)),
    Column("on_doubt", String(8), nullable=False),  # hold, resend
    Column("plain", Boolean(create_constraint=False), nullable=False),  # Telegram refused the formatting once
    Column("status", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before_utc", UtcDateTime, nullable=False),
    Column("lease_token", String(32)),
    Column("lease_owner", String(96)),  # the process that holds it
    Column("lease_until_utc", UtcDateTime),
    Column("message_id", BigInteger),
    Column("error", String(256)),
    Column("created_at_utc", UtcDateTime, nullable=False),
    Column("finished_at_utc", UtcDateTime),
    UniqueConstraint("dedupe_key"),
    Index(None, "status", "lane", "id"),
    Index(None, "chat_id", "status", "id"),
    Index(None, "runner_id"),
)

message_anchors = Table(
    "message_anchors",
    metadata,
    _runner(primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column(
        "has_caption", Boolean(create_constraint=False), nullable=False
    ),  # a picture: its words are a caption
    Column("updated_at_utc", UtcDateTime, nullable=False),
)

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
    Column("started_at_utc", UtcDateTime, nullable=False),
    Column("expires_at_utc", UtcDateTime, nullable=False),  # an unsettled reservation counts until then
    Column("settled_at_utc", UtcDateTime),
    Index(None, "started_at_utc"),
    Index(None, "runner_id", "started_at_utc"),
)

schedules = Table(
    "schedules",
    metadata,
    _runner(primary_key=True),
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
    _runner(primary_key=True),
    Column("date", Date, primary_key=True),  # the local date it counts for
    Column("feeling", Integer, nullable=False),  # 1 fit, 2 tired, 3 very tired
    Column("choice", String(16), nullable=False),  # proposed, original, lighter
    Column("undone", Boolean(create_constraint=False), nullable=False),
    Column("answered_at_utc", UtcDateTime, nullable=False),
)

day_changes = Table(
    "day_changes",
    metadata,
    _runner(primary_key=True),
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
    _runner(),
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
    _runner(),
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
    _runner(),
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

plan_requests = Table(
    "plan_requests",
    metadata,
    Column("program_id", RowId, ForeignKey("programs.id", ondelete="CASCADE"), primary_key=True),
    _runner(),
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
