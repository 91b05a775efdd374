"""Runners and their open dialogues."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Time

from storage.tables.columns import Json, UtcDateTime, metadata, runner_id_column

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
    runner_id_column(primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("state", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at_utc", UtcDateTime, nullable=False),
)
