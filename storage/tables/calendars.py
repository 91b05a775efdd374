"""Calendars: under which name a runner's events are known, and the private address of the live one."""

from sqlalchemy import Column, Index, String, Table, Time

from storage.tables.columns import UtcDateTime, metadata, runner_id_column

calendars = Table(
    "calendars",
    metadata,
    runner_id_column(primary_key=True),
    Column("owner", String(32), nullable=False),  # in the names of events; drawn, says nothing of the runner
    Column("feed_hash", String(64)),  # SHA-256 of the address's token; NULL: there is no live calendar
    Column("feed_since_utc", UtcDateTime),
    Column("starts_at", Time),  # the local hour of the live calendar's sessions; NULL: the whole day
    Column("created_at_utc", UtcDateTime, nullable=False),
    Index(None, "feed_hash", unique=True),
)
