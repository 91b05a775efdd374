"""What came in, what is to go out, and where messages stand that are edited later."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.columns import Json, RowId, UtcDateTime, metadata, runner_id_column

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
    Index(
        "ix_inbox_waiting",
        "chat_id",
        "update_id",
        sqlite_where=text("status = 'pending'"),
        postgresql_where=text("status = 'pending'"),
    ),
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
    Column("not_after_utc", UtcDateTime),  # of no use to anybody later; empty: at any time
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
    Index(
        "ix_outbox_expiring",
        "status",
        "not_after_utc",
        sqlite_where=text("not_after_utc IS NOT NULL"),
        postgresql_where=text("not_after_utc IS NOT NULL"),
    ),
    Index(None, "runner_id"),
)

message_anchors = Table(
    "message_anchors",
    metadata,
    runner_id_column(primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column(
        "has_caption", Boolean(create_constraint=False), nullable=False
    ),  # a picture: its words are a caption
    Column("updated_at_utc", UtcDateTime, nullable=False),
)
